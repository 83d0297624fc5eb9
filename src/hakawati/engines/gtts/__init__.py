"""The voice of Google Translate, through gTTS."""
