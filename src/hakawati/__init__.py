"""Hakawati (حكواتي): turns a written text into a narrated audiobook."""

import os

__version__ = "0.1.0"

# onnxruntime, which vowels Arabic and carries piper, has telemetry built in and asks for this before it is imported
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
