"""Voices behind the OpenAI speech API: OpenAI's own, and those of local servers that speak it (Kokoro, LocalAI, …)."""
