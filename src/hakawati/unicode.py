"""What can be written as Unicode at all."""


def is_unicode(text: str) -> bool:
    """Whether `text` has no lone surrogate, which bytes of a command line or file name become that are no character."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
