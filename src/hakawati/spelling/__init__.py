"""The text front end: what a segment says becomes what an engine is given."""
