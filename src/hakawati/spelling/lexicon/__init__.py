"""The lexicon: how an editor wants words said."""
