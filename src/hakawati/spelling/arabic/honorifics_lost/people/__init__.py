"""Who is honoured with what: lists of names, in the nominative and as they are commonly written."""
