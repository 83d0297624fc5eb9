"""Bringing a script up to date: what changed in the source comes in, what the editor decided stays."""
