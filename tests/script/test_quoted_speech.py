"""Speech in other languages than Arabic: what the finders claim, beside the fixtures `marked_speech_*`."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Manner, Role
from hakawati.script.finders.block_quotation import block_quotation
from hakawati.script.finders.dialogue import dialogue
from hakawati.script.finders.passage import Finder, Passage
from hakawati.script.finders.quotation_marks import quotations
from hakawati.script.finders.quoted_speech import quoted_speech

ALI = Manner(role=Role.SPEECH, speaker="Ali")

texts = st.lists(
    st.sampled_from([*"“”\"‘’'«»„‹›—–,.:?! \n", "Ali", "said", "he", "boys", "dit-il", "the", "Yes", "war", "сказал"]),
    max_size=25,
).map("".join)
languages = st.sampled_from(["en", "de", "fr", "es", "ru", "fa", "sv"])


def claimed(finder: Finder, passage: Passage) -> list[tuple[str, str | None]]:
    return [(passage.text[one.start : one.end], one.manner.speaker) for one in finder(passage)]


def test_a_block_quotation_is_speech_whole() -> None:
    passage = Passage("Begin at once.\nDo not wait.", "", "en", "quotation")
    assert claimed(block_quotation, passage) == [(passage.text, None)]


def test_a_block_quotation_may_be_signed() -> None:
    passage = Passage("Begin at once.\n— Marcus Aurelius", "", "en", "quotation")
    assert claimed(block_quotation, passage) == [("Begin at once.", "Marcus Aurelius")]


def test_a_signature_alone_is_not_said() -> None:
    assert claimed(block_quotation, Passage("— Marcus Aurelius", "Begin at once.", "en", "quotation")) == []


def test_a_paragraph_that_opens_a_quotation_again_goes_on_with_its_speaker() -> None:
    passage = Passage("“It was dark,” he said.", "Ali said: “We rode all night.", "en", "prose", ALI)
    assert claimed(quoted_speech, passage) == [("“It was dark,”", "Ali")]


def test_a_paragraph_may_end_a_quotation_without_opening_it_again() -> None:
    passage = Passage("It was dark.” He sat down.", "Ali said: “We rode all night.", "en", "prose", ALI)
    assert claimed(quoted_speech, passage) == [("It was dark.”", "Ali")]


def test_after_a_closed_quotation_nobody_goes_on() -> None:
    passage = Passage("It was dark. He sat down.", "Ali said: “We rode all night.”", "en", "prose", ALI)
    assert claimed(quoted_speech, passage) == []


def test_the_outer_marks_decide() -> None:
    text = "«a “b” c» ‘d “e” f’ \"g 'h' i\" „j ‚k‘ l“ »m ›n‹ o«"
    assert [one.body(text) for one in quotations(text)] == ["a “b” c", "d “e” f", "g 'h' i", "j ‚k‘ l", "m ›n‹ o"]


def test_arabic_has_finders_of_its_own() -> None:
    passage = Passage("— قال عمر: «لا تحزن.»", "", "ar", "quotation", ALI)
    assert [claimed(finder, passage) for finder in (quoted_speech, dialogue, block_quotation)] == [[], [], []]


@settings(deadline=None, derandomize=True, max_examples=400)
@given(texts, texts, languages, st.sampled_from([None, ALI]))
def test_claims_lie_in_the_text_in_order(text: str, before: str, language: str, speaking: Manner | None) -> None:
    for finder in (quoted_speech, dialogue):
        ends = 0
        for one in finder(Passage(text, before, language, "prose", speaking)):
            assert ends <= one.start < one.end <= len(text)
            ends = one.end


def test_a_paragraph_of_many_quotations_is_read_in_linear_time() -> None:
    said = '“Yes,” said Ali. ‘No, the boys’ books, "he said', "— Да, — сказал Иван. ", "“a «b ‘c "
    for each in said:
        for finder in (quoted_speech, dialogue):
            list(finder(Passage(each * 10_000, "", "ru", "prose", ALI)))
