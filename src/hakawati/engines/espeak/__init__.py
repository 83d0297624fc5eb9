"""The embedded engine: espeak-ng through ctypes."""
