"""What a document may cost before it is refused: room for any book, none for a trap."""

MEGABYTE = 1 << 20

MOST_BYTES = 200 * MEGABYTE
"""Of a file: illustrated books reach 100."""

MOST_MEMBERS = 10_000
MOST_UNPACKED = 1024 * MEGABYTE
"""Of a zip, by its directory, pictures included."""
MOST_RATIO = 100
"""Unpacked to packed, of a member over a megabyte. Documents' XML reaches 30, a bomb 1,000."""

MOST_TEXT = 64 * MEGABYTE
"""Of markup that pandoc is given: a thousand pages are 5."""

MOST_SECONDS = 120.0
MOST_HEAP = "2g"
"""As pandoc's runtime writes it; it needs about thirty times the text."""
MOST_PARSED = 512 * MEGABYTE
"""Of pandoc's answer."""
