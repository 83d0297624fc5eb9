"""The script file: the book as a text that an editor mends. Its parser and its writer."""
