"""English cardinals from one to ninety-nine."""

_BELOW_TWENTY = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def english_cardinal(number: int) -> str:
    """`number` in words if it is below a hundred, else in digits."""
    if not 0 <= number < 100:
        return str(number)
    if number < 20:
        return _BELOW_TWENTY[number]
    tens, unit = divmod(number, 10)
    ten = _TENS[tens - 2]
    return f"{ten}-{_BELOW_TWENTY[unit]}" if unit else ten
