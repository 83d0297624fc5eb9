"""Which way a language is written."""

RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
)


def direction(language: str) -> str:
    """`rtl` or `ltr`, as HTML's `dir` has it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
