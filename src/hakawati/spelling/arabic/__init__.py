"""The rules for Arabic, one file per rule."""
