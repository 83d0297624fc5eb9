"""Hakawati (حكواتي): turns a written text into a narrated audiobook."""

__version__ = "0.1.0"
