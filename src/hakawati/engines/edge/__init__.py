"""The neural voices of Microsoft Edge's "read aloud", through edge-tts."""
