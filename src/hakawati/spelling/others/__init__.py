"""Every other language: its numbers in words, where num2words is right about them; else nothing is touched."""
