r"""Units of measure behind numbers: «5 km», «20 °C», «6'2\"», «5%», «60 mph», «10–15 kg»."""

import re

from hakawati.spelling.english.numerals import DASH, NUMBER, SIGNED, cardinal, number_words
from hakawati.spelling.english.saying import Said, alternatives, edits_by, word_list

_UNITS = {
    "%": ("percent", "percent"),
    "‰": ("per thousand", "per thousand"),
    "°C": ("degree Celsius", "degrees Celsius"),
    "°F": ("degree Fahrenheit", "degrees Fahrenheit"),
    "℃": ("degree Celsius", "degrees Celsius"),
    "℉": ("degree Fahrenheit", "degrees Fahrenheit"),
    "°N": ("degree north", "degrees north"),
    "°S": ("degree south", "degrees south"),
    "°E": ("degree east", "degrees east"),
    "°W": ("degree west", "degrees west"),
    "°": ("degree", "degrees"),
    "km/h": ("kilometer per hour", "kilometers per hour"),
    "kph": ("kilometer per hour", "kilometers per hour"),
    "mph": ("mile per hour", "miles per hour"),
    "m/s": ("meter per second", "meters per second"),
    "km²": ("square kilometer", "square kilometers"),
    "m²": ("square meter", "square meters"),
    "cm²": ("square centimeter", "square centimeters"),
    "m³": ("cubic meter", "cubic meters"),
    "cm³": ("cubic centimeter", "cubic centimeters"),
    "km": ("kilometer", "kilometers"),
    "m": ("meter", "meters"),
    "cm": ("centimeter", "centimeters"),
    "mm": ("millimeter", "millimeters"),
    "µm": ("micrometer", "micrometers"),
    "nm": ("nanometer", "nanometers"),
    "ha": ("hectare", "hectares"),
    "kg": ("kilogram", "kilograms"),
    "g": ("gram", "grams"),
    "mg": ("milligram", "milligrams"),
    "l": ("liter", "liters"),
    "L": ("liter", "liters"),
    "ml": ("milliliter", "milliliters"),
    "mL": ("milliliter", "milliliters"),
    "ft": ("foot", "feet"),
    "in.": ("inch", "inches"),
    "yd": ("yard", "yards"),
    "yds": ("yard", "yards"),
    "mi": ("mile", "miles"),
    "lb": ("pound", "pounds"),
    "lbs": ("pound", "pounds"),
    "oz": ("ounce", "ounces"),
    "hr": ("hour", "hours"),
    "hrs": ("hour", "hours"),
    "min": ("minute", "minutes"),
    "mins": ("minute", "minutes"),
    "sec": ("second", "seconds"),
    "secs": ("second", "seconds"),
    "yrs": ("year", "years"),
    "yr": ("year", "years"),
    "ms": ("millisecond", "milliseconds"),
    "Hz": ("hertz", "hertz"),
    "kHz": ("kilohertz", "kilohertz"),
    "MHz": ("megahertz", "megahertz"),
    "GHz": ("gigahertz", "gigahertz"),
    "kB": ("kilobyte", "kilobytes"),
    "KB": ("kilobyte", "kilobytes"),
    "MB": ("megabyte", "megabytes"),
    "GB": ("gigabyte", "gigabytes"),
    "TB": ("terabyte", "terabytes"),
    "kbit/s": ("kilobit per second", "kilobits per second"),
    "Mbit/s": ("megabit per second", "megabits per second"),
    "W": ("watt", "watts"),
    "kW": ("kilowatt", "kilowatts"),
    "MW": ("megawatt", "megawatts"),
    "kWh": ("kilowatt hour", "kilowatt hours"),
    "V": ("volt", "volts"),
    "dB": ("decibel", "decibels"),
    "kcal": ("kilocalorie", "kilocalories"),
    "cal": ("calorie", "calories"),
    "kJ": ("kilojoule", "kilojoules"),
    "psi": ("pound per square inch", "pounds per square inch"),
    "rpm": ("revolution per minute", "revolutions per minute"),
    "hp": ("horsepower", "horsepower"),
}
"""One and many. American spelling: to the ear there is no other."""
_DOUBTFUL = frozenset({"m", "g", "l", "L", "V", "W", "min", "cal", "ms", "°N", "°S", "°E", "°W"})
_POINTED = word_list("ft yd yds mi lb lbs oz hr hrs min mins sec secs yr yrs")

_FRACTION = r"(?P<half>\s?[½¼¾])?"
_MEASURE = re.compile(
    rf"(?<![\w.,/])(?P<from>{SIGNED}){_FRACTION}(?:\s?(?:%|°)?{DASH}(?P<to>{NUMBER}))?"
    rf"(?P<joint>\s?|-)(?P<unit>{alternatives(frozenset(_UNITS))})(?P<point>\.(?=,|;|\)|\s[a-z(\d]))?(?![\w²³/’])"
)
_HEIGHT = re.compile(
    r"(?<![\w.,])(?P<feet>\d{1,2})\s?[’'′]\s?(?:(?P<inches>\d{1,2})\s?(?:[\"”″]|[’'′]{2}|in\.?(?!\w)))?(?!\w)"
)
_INCHES = re.compile(rf"(?<![\w.,])(?P<inches>{NUMBER})\s?″")
_TALL = re.compile(r"\s(?:tall|high|long|wide|deep|thick)\b")
_HALVES = {"½": "and a half", "¼": "and a quarter", "¾": "and three quarters"}


def _measure(found: re.Match[str]) -> Said | None:
    unit = found["unit"]
    if found["point"] and unit not in _POINTED:
        return None
    number = number_words(found["from"])
    if found["half"]:
        number += f" {_HALVES[found['half'].strip()]}"
    if found["to"]:
        number += f" to {number_words(found['to'])}"
    compound = found["joint"] == "-"
    one = compound or (found["from"].lstrip("-−") == "1" and not found["to"] and not found["half"])
    return Said(f"{number}{'-' if compound else ' '}{_UNITS[unit][not one]}", 0.8 if unit in _DOUBTFUL else 1.0)


def _height(found: re.Match[str]) -> Said | None:
    if not found["inches"] and "′" not in found.group() and not _TALL.match(found.string, found.end()):
        return None
    feet = f"{cardinal(int(found['feet']))} {'foot' if found['feet'] == '1' else 'feet'}"
    if not found["inches"]:
        return Said(feet)
    return Said(f"{feet} {cardinal(int(found['inches']))} {'inch' if found['inches'] == '1' else 'inches'}")


def _inches(found: re.Match[str]) -> Said:
    return Said(f"{number_words(found['inches'])} {'inch' if found['inches'] == '1' else 'inches'}")


measures = edits_by(_MEASURE, _measure)
heights = edits_by(_HEIGHT, _height)
inches = edits_by(_INCHES, _inches)
