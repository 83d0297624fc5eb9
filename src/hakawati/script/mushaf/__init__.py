"""The mushaf: its text, where words of a passage stand in it, and what a passage writes otherwise."""
