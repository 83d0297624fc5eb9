"""Notes for editors, `<!-- … -->`: never read aloud, whatever is in them."""


def comment(text: str) -> str:
    """`text` as a note on one line; nothing in it can end the note."""
    defused = " ".join(text.split()).replace("<!--", "<! --").replace("-->", "-- >").replace("--!>", "-- !>")
    return f"<!-- {defused} -->"
