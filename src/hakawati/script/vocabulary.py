"""Word lists as they are best read: words in lines."""


def listed(*lines: str) -> frozenset[str]:
    """The words of `lines`; `_` stands for a space inside a name."""
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())
