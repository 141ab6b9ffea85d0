"""Hints on wording: they name the word, offer another, and leave the law's words alone."""

import pytest

from oversight_tui.practice.language import LEGAL, TERMS, hints


def words(text: str, **options: object) -> list[str]:
    return [one.word for one in hints(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize("term", TERMS)
def test_every_listed_word_draws_its_hint(term: str) -> None:
    assert term in words(f"She said {term} again.")


@pytest.mark.parametrize("legal", LEGAL)
def test_words_of_the_law_stay(legal: str) -> None:
    assert words(f"The court made a {legal}.") == []


def test_the_longer_word_wins_and_endings_count() -> None:
    assert words("The placement breakdown of May; he absconded.") == ["placement breakdown", "abscond"]
    assert words("The contractor placed a concert") == []


def test_an_acronym_without_its_words() -> None:
    assert words("The LAC review") == ["LAC"]
    assert words("a child in need (CIN) plan, CIN since May") == []
    assert words("The XYZ met; the XYZ said so, on TV, about AB-123.") == ["XYZ"]
    assert words("An authority's panel (XYZ) met, and the XYZ said so.") == []
    assert words("WRITTEN IN CAPITALS") == []


def test_an_authoritys_own_words_and_what_was_dismissed() -> None:
    assert words("no show", own={"No show": "was not brought"}) == ["no show"]
    assert words("respite", own={"respite": ""}) == []
    assert words("the LAC and the XYZ", own={"LAC": "", "XYZ": "the panel"}) == ["XYZ"]
    assert words("respite and siblings", dismissed={"respite"}) == ["siblings"]


def test_a_remark_about_a_worker_in_a_childs_entry_is_warned_of() -> None:
    assert words("Amira is struggling with this family.", workers=["Amira Khan"]) == ["worker:struggling"]
    assert words("Mum is struggling with mornings.", workers=["Amira Khan"]) == []
