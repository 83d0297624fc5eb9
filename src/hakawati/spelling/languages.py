"""Which rules spell which language. A language's rules are loaded when something is first spelled in it: their hundreds
of patterns take longer to compile than a build with nothing to do may last.
"""

from collections.abc import Callable

from hakawati.spelling.context import Context
from hakawati.spelling.lexicon.entry import words_around
from hakawati.spelling.rules import Rule

ARABIC, ENGLISH = "ar", "en"


def rules(context: Context) -> tuple[Rule, ...]:
    """The rules for the context's language (ISO 639-1), bound to the context, in the order they are applied.

    Beside Arabic and English, a language has numbers if they are known, and what is right for any text.
    """
    return _RULES.get(context.language, _numbered)(context)


def vowelled(language: str) -> bool:
    """Whether vowels are supplied to this language: then its spoken text depends on the vowelling model."""
    return language == ARABIC


def packages(language: str) -> tuple[str, ...]:
    """The packages whose versions shape what is said in this language."""
    return ("text2tashkeel", "onnxruntime", "quran-transcript") if language == ARABIC else ("num2words",)


def words_in(text: str, language: str) -> frozenset[str]:
    """The words of a text that the lexicon may hold, as it is asked for them."""
    if language != ARABIC:
        return frozenset(words_around(text))
    from hakawati.spelling.arabic import rules as arabic  # noqa: PLC0415 - see above

    return arabic.words_in(text)


def _arabic(context: Context) -> tuple[Rule, ...]:
    from hakawati.spelling.arabic import rules as arabic  # noqa: PLC0415 - see above

    return arabic.rules(context)


def _english(context: Context) -> tuple[Rule, ...]:
    from hakawati.spelling.english import rules as english  # noqa: PLC0415 - see above

    return (*_lexicon(context), *english.RULES)


def _numbered(context: Context) -> tuple[Rule, ...]:
    from hakawati.spelling.others.rules import rules_of  # noqa: PLC0415 - see above

    return (*_lexicon(context), *rules_of(context.language))


def _lexicon(context: Context) -> tuple[Rule, ...]:
    if not context.lexicon.entries:
        return ()
    from hakawati.spelling.lexicon.respelling import respelling  # noqa: PLC0415 - see above

    return (respelling(context),)


_RULES: dict[str, Callable[[Context], tuple[Rule, ...]]] = {ARABIC: _arabic, ENGLISH: _english}
