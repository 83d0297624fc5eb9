"""Neural voices by piper-tts, in process."""
