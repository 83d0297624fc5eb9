"""Any program that reads a text and writes a WAV."""
