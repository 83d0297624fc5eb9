"""Where mark-up may be wrong, or the text is: one file for each reason to look."""
