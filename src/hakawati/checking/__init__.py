"""Rules that a built book is held against."""
