"""The months, Gregorian and Hijri, and the abbreviations of months and days."""

import re

from hakawati.spelling.english.saying import Said, alternatives, edits_by

GREGORIAN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_HIJRI = (
    r"Muharram|Safar|Rabi[’']? ?(?:al-|ul-|ath-|al |ul )?(?:[Aa]wwal|[Tt]hani|[Aa]khir)|"
    r"Jum[aā]d[ai] ?(?:al-|ul-|ath-|al |ul )?(?:[Uu]la|[Aa]wwal|[Tt]haniyah?|[Tt]hani|[Aa]khirah?)|"
    r"Rajab|Sha[’']?ban|Ramadh?an|Shawwal|(?:Dhu|Dhul|Zul)[’']?(?:[- ](?:al-)?)?[QqHh][a’'i]*(?:dah?|jjah?|j)"
)
MONTH = rf"(?:{'|'.join(GREGORIAN)}|{_HIJRI})"

_SHORT_MONTHS = {month[:3]: month for month in GREGORIAN if month != "May"} | {"Sept": "September"}
_SHORT_DAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Tues": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}


def _month(found: re.Match[str]) -> Said:
    return Said(_SHORT_MONTHS[found.group().rstrip(".")])


def _day(found: re.Match[str]) -> Said:
    return Said(_SHORT_DAYS[found["day"]])


_MONTH = alternatives(_SHORT_MONTHS)
months = edits_by(
    re.compile(rf"(?<!\w)(?:(?:{_MONTH})\.?(?=\s\d)|(?<=\w\s)(?:{_MONTH})\.(?!\w)|(?<=\d\s)(?:{_MONTH})(?!\w))"), _month
)
days = edits_by(
    re.compile(rf"(?<!\w)(?P<day>{alternatives(_SHORT_DAYS)})\.?(?=,?\s(?:\d|{'|'.join(GREGORIAN)}|{_MONTH}))"), _day
)
