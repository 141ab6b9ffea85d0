"""Text from a file, the store or the keyboard cannot steer the terminal."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from oversight_tui.words.text import folded, match_key, one_line, paragraphs

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text())
def test_no_control_or_bidi_character_survives_and_cleaning_again_changes_nothing(text: str) -> None:
    cleaned = one_line(text)
    assert not any(unicodedata.category(character) == "Cc" or character in BIDI for character in cleaned)
    assert one_line(cleaned) == cleaned


def test_escape_sequences_lose_their_escape_and_line_breaks_stay_in_longer_text() -> None:
    assert one_line("A\x1b[2J name\r\nhere\u202e") == "A[2J name here"
    assert paragraphs("one\r\ntwo\x00\tthree") == "one\ntwo\tthree"
    assert one_line("[CP] [/]") == "[CP] [/]"


def test_two_spellings_of_one_name_match() -> None:
    assert match_key("Zoë\u00a0O\u2019Neill ") == match_key("zoë  o'neill")
    assert folded("Zoë Ámbar") == "zoe ambar"
