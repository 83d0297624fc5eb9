"""The last rules before espeak-ng reads Arabic: respellings that make it say what is written.

Each rule mends something that espeak-ng 1.52 reads wrong, as its phonemes in `tests/fixtures/espeak_arabic.golden`
show. Letters change for this engine's ear only, and every character still knows where it came from. A later rule
relies on what the earlier ones have put in order, the place of the shadda first of all.
"""

import re
from collections.abc import Callable, Iterator

from hakawati.spelling.arabic import pausal_forms
from hakawati.spelling.edits import Edit, Traced

Rule = Callable[[str], Iterator[Edit]]

FATHATAN, DAMMATAN, KASRATAN = "\u064b", "\u064c", "\u064d"
FATHA, DAMMA, KASRA, SHADDA, SUKUN = "\u064e", "\u064f", "\u0650", "\u0651", "\u0652"
DAGGER, TATWEEL, QURANIC_SUKUN = "\u0670", "\u0640", "\u06e1"

IN_WORD = "\u0621-\u063a\u0641-\u0652\u0670\u0671"
START, END = f"(?<![{IN_WORD}])", f"(?![{IN_WORD}])"
LETTER = "[\u0621-\u063a\u0641-\u064a\u0671]"
VOWEL = f"[{FATHA}{DAMMA}{KASRA}]"
ENDING = f"[{FATHA}{DAMMA}{KASRA}{SUKUN}]"
WASL = f"[اٱ]{FATHA}?"
SUN = "[تثدذرزسشصضطظلن]"

PREFIX = f"{START}(?:[وفأ]{FATHA})?(?:[وفكتأ]{FATHA}|ب{KASRA})"
AFTER_VOWEL = f"(?:(?<={VOWEL} )|(?<=[^{FATHATAN}{SUKUN}][اويى] ))"
"""Behind a word that ends in a vowel, with nothing in between but a space."""
JOINED = f"(?:{PREFIX}|{AFTER_VOWEL})"
"""Where a hamzat al-wasl is silent, because a vowel leads into its word."""


def tatweel(text: str) -> Iterator[Edit]:
    """The stroke that lengthens a word on paper changes the vowels around it."""
    return _say("", TATWEEL, text)


def quranic_sukun(text: str) -> Iterator[Edit]:
    """The mushaf's own shape of the sukun is unknown to the engine."""
    return _say(SUKUN, QURANIC_SUKUN, text)


def shadda_first(text: str) -> Iterator[Edit]:
    """In Unicode's order, vowel then shadda, the vowel is dropped."""
    for match in re.finditer(f"([\u064b-\u0650\u0652\u0670]+){SHADDA}", text):
        yield Edit(match.start(), match.end(), SHADDA + match[1])


def fathatan_before_alif(text: str) -> Iterator[Edit]:
    """كتاباً is read kitābā and هدًى huda, but كتابًا kitāban and هدًا hudan."""
    return _say(f"{FATHATAN}ا", f"[اى]{FATHATAN}|{FATHATAN}ى", text)


def silent_alif(text: str) -> Iterator[Edit]:
    """The alif behind the waw of a plural, as in قالوا, is written only."""
    waw = f"(?<={DAMMA}و)|(?<={FATHA}و{SUKUN})|(?<=و{DAMMA})|(?<={LETTER}و)"
    return _say("", f"(?:{waw})ا{END}", text)


def silent_letters(text: str) -> Iterator[Edit]:
    """Written by custom and not said: the alif of مائة, the waw of أولئك, أولو, أولي and أولات, the waw of عمرو."""
    hundred = f"(?<=م{KASRA})ا(?=ئ{FATHA}?[ةت])"
    those = f"(?<=أ{DAMMA})و(?=ل{FATHA}?{DAGGER}?ا?ئ|ل{DAMMA}و{END}|ل{KASRA}ي{END}|ل{FATHA}?ات)"
    amr = f"(?<=ع{FATHA}م{SUKUN}ر[{DAMMATAN}{KASRATAN}{DAMMA}{KASRA}])و{END}"
    return _say("", f"{hundred}|{those}|{amr}", text)


def tanween_before_wasl(text: str) -> Iterator[Edit]:
    """Zaydun al-karīm is zayduni l-karīm: between the n and the wasl an i is said."""
    vowels = {FATHATAN: FATHA, DAMMATAN: DAMMA, KASRATAN: KASRA}
    for match in re.finditer(f"([{FATHATAN}{DAMMATAN}{KASRATAN}])[اىو]?(?={BEFORE_WASL})", text):
        yield Edit(*match.span(), f"{vowels[match[1]]}ن{KASRA}")


def sukun_before_wasl(text: str) -> Iterator[Edit]:
    """Two consonants cannot close what the next word's wasl leaves open: qadi shtadda, mina l-bayt, humu l-qawm."""
    from_ = f"(?<=م{KASRA}ن)(?P<a>{SUKUN})(?={BEFORE_ARTICLE})"
    plural = f"(?<=[هكت]{DAMMA}م)(?P<u>{SUKUN})(?={BEFORE_WASL})|(?<={FATHA}و)(?P<w>{SUKUN}ا?)(?={BEFORE_WASL})"
    other = f"(?<=[^اوي])(?P<i>{SUKUN})(?={BEFORE_WASL})"
    spoken = {"a": FATHA, "u": DAMMA, "w": DAMMA, "i": KASRA}
    for match in re.finditer(f"{from_}|{plural}|{other}", text):
        yield Edit(*match.span(), spoken[str(match.lastgroup)])


def shortened_before_wasl(text: str) -> Iterator[Edit]:
    """A long vowel is said short before the consonants that a wasl leaves: fi l-bayt."""
    long = f"(?<={FATHA})[اى]|(?<={DAMMA})و|(?<={KASRA})ي"
    return _say("", f"(?:{long})(?={BEFORE_WASL})", text)


def god(text: str) -> Iterator[Edit]:
    """Allah has a long a that is not written, and a wasl; so have اللهم and لله."""
    name = f"{SHADDA}?{FATHA}?{DAGGER}?(?=ه{ENDING}?(?:م{SHADDA}?{FATHA}?)?{END})"
    to_him = f"{START}(?:[وف]{FATHA})?ل{KASRA}?(?P<to>ل{name})"
    joined = f"{JOINED}(?P<joined>{WASL}لل{name})"
    begun = f"{START}(?P<begun>{WASL}لل{name})"
    spoken = {"to": f"ل{SHADDA}{FATHA}ا", "joined": f"ل{SHADDA}{FATHA}ا", "begun": f"الل{FATHA}ا"}
    for match in re.finditer(f"{to_him}|{joined}|{begun}", text):
        group = str(match.lastgroup)
        yield Edit(*match.span(group), spoken[group])


def unwritten_long_a(text: str) -> Iterator[Edit]:
    """The common words whose long a is not written even with full vowels: هذا, ذلك, لكن, إله, الرحمن, السموات …"""
    this = f"{START}(?:[وفبكل]{VOWEL})*ه(?P<a>{FATHA}?)(?=ذ{FATHA}?ا|ذ{KASRA}?ه|ؤ|ك{FATHA}?ذ)"
    that = f"{START}(?:[وفبكل]{VOWEL})*ذ(?P<b>{FATHA}?)(?=ل{KASRA}?ك)"
    but = f"{START}(?:[وف]{FATHA})?ل(?P<c>{FATHA}?)(?=ك{KASRA}?ن)"
    these = f"(?<=أ{DAMMA}ل)(?P<d>{FATHA}?)(?=ئ)"
    deity = f"{START}(?:[وفبكل]{VOWEL})*إ{KASRA}ل(?P<e>{FATHA})(?=ه)"
    merciful = f"ر{SHADDA}?{FATHA}?ح{SUKUN}?م(?P<f>{FATHA}?)(?=ن{ENDING}?{END})"
    heavens = f"س{SHADDA}?{FATHA}م(?P<g>{FATHA}?)(?=و{FATHA}?ات)"
    for match in re.finditer(f"{this}|{that}|{but}|{these}|{deity}|{merciful}|{heavens}", text):
        yield Edit(*match.span(str(match.lastgroup)), f"{FATHA}ا")


def dagger_alif(text: str) -> Iterator[Edit]:
    """A long a written as a sign; beside a letter that is long anyway the sign adds nothing."""
    spare = f"(?P<spare>(?<=[اى]){DAGGER}|{DAGGER}(?=ا))"
    for match in re.finditer(f"{spare}|{FATHA}?و{DAGGER}(?=ة)|{FATHA}?{DAGGER}", text):
        yield Edit(match.start(), match.end(), "" if match["spare"] else f"{FATHA}ا")


def wasl_behind_article(text: str) -> Iterator[Edit]:
    """الِاجتماع: the article takes an i and the wasl is silent."""
    return _say(KASRA, f"(?<=[اٱ]ل)[{KASRA}{SUKUN}]?[اٱ](?={LETTER}{SUKUN})", text)


def sun_letters_joined(text: str) -> Iterator[Edit]:
    """Behind a vowel the article before a sun letter is that letter doubled and nothing else: fī sh-shams."""
    behind_li = f"{START}(?:[وف]{FATHA})?ل{KASRA}(?P<li>ل)(?={SUN}{SHADDA})"
    for match in re.finditer(f"{behind_li}|{JOINED}(?P<joined>{WASL}ل)(?={SUN}{SHADDA})", text):
        yield Edit(*match.span(str(match.lastgroup)), "")


def sun_letters_begun(text: str) -> Iterator[Edit]:
    """The engine doubles a sun letter by itself; with the shadda it is tripled (but for ط)."""
    return _say("", f"{START}{WASL}ل(?!ط){SUN}(?P<here>{SHADDA})", text)


def article_joined(text: str) -> Iterator[Edit]:
    """Behind a vowel the article's a is silent: fī l-bayt, bi-l-bayt, wa-lladhī."""
    lam = f"ل[{SUKUN}{SHADDA}]|ل{KASRA}{LETTER}{SUKUN}{LETTER}|ل(?!{SUN}){LETTER}{VOWEL}"
    return _say("", f"{JOINED}(?P<here>{WASL})(?={lam})", text)


def wasl_joined(text: str) -> Iterator[Edit]:
    """Behind a vowel any other wasl is silent too: wa-staghfara, yā bna."""
    written = f"ٱ|ا(?={WASL_STEM})"
    behind_prefix = f"{START}(?:[وفكل]{FATHA}|[بل]{KASRA})(?P<prefixed>[اٱ])(?={LETTER}{SUKUN})"
    for match in re.finditer(f"{behind_prefix}|{JOINED}(?P<joined>{written})", text):
        yield Edit(*match.span(str(match.lastgroup)), "")


def wasl_begun(text: str) -> Iterator[Edit]:
    """At a beginning a wasl is i, or u before a u: istaghfara, ibn, ustushhida. The engine reads a."""
    article = f"{START}(?P<article>ٱ)(?=ل)"
    before_u = f"{START}(?P<u>[اٱ])(?!{NOUN_STEM})(?={LETTER}{SUKUN}{LETTER}{DAMMA}{LETTER})"
    stem = f"{START}(?P<i>ٱ|ا(?={WASL_STEM}))"
    spoken = {"article": "ا", "u": f"أ{DAMMA}", "i": f"إ{KASRA}"}
    for match in re.finditer(f"{article}|{before_u}|{stem}", text):
        group = str(match.lastgroup)
        yield Edit(*match.span(group), spoken[group])


def pausal(text: str) -> Iterator[Edit]:
    """The engine rests at every mark, and says all that is written before it."""
    return pausal_forms.edits(text)


NOUN_STEM = f"(?:ب{SUKUN}ن|ث{SUKUN}ن|م{SUKUN}ر{VOWEL}?[أؤئ]|س{SUKUN}م{VOWEL}?(?:[هكي]|{END}))"
_ANTA = f"ن{SUKUN}ت{VOWEL}?(?:م{VOWEL}?ا?{SUKUN}?|ن{SHADDA}?{VOWEL}?)?{END}"
WASL_STEM = "|".join(
    (
        f"س{SUKUN}ت",
        f"(?!{_ANTA}){LETTER}{SUKUN}ت{VOWEL}",
        f"ص{SUKUN}ط|ض{SUKUN}ط|ز{SUKUN}د",
        f"ن{SUKUN}{LETTER}{FATHA}{LETTER}{FATHA}{LETTER}",
        f"ن{SUKUN}{LETTER}{KASRA}{LETTER}{FATHA}ا",
        NOUN_STEM,
        f"(?!{_ANTA}|ل{SUKUN}){LETTER}{SUKUN}{LETTER}{VOWEL}{LETTER}(?:{SUKUN}|{DAMMA}و|{KASRA}ي|{FATHA}ا{END})",
    )
)
"""What follows a bare alif that is surely a wasl: forms X, VIII and VII, the nouns ابن, اثنان, امرؤ, اسم, and commands.

A bare alif before any other cluster may be a hamza left off (احمد, انصار, انت): it is left as the engine reads it.
"""

BEFORE_ARTICLE = f" {WASL}ل(?:[{SUKUN}{SHADDA}]|{SUN}{SHADDA}|ل|{KASRA}ا|ا)"
BEFORE_WASL = f"(?:{BEFORE_ARTICLE}| (?:ٱ|ا(?:{WASL_STEM})))"

RULES: tuple[Rule, ...] = (
    tatweel,
    quranic_sukun,
    shadda_first,
    fathatan_before_alif,
    silent_alif,
    silent_letters,
    unwritten_long_a,
    tanween_before_wasl,
    sukun_before_wasl,
    shortened_before_wasl,
    god,
    dagger_alif,
    wasl_behind_article,
    sun_letters_joined,
    sun_letters_begun,
    article_joined,
    wasl_joined,
    wasl_begun,
    pausal,
)


def respelled(traced: Traced) -> Traced:
    """The text after every rule, in their order."""
    for rule in RULES:
        traced = traced.apply(rule.__name__, rule(traced.text))
    return traced


def _say(spoken: str, pattern: str, text: str) -> Iterator[Edit]:
    """Put `spoken` for what the pattern finds, or for its group `here` where it has one."""
    for match in re.finditer(pattern, text):
        here = "here" if "here" in match.re.groupindex else 0
        yield Edit(*match.span(here), spoken)
