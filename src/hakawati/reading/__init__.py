"""Source files of every supported format become paragraphs that know their place in the source."""
