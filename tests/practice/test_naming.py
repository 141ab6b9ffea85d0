"""Whom a text names."""

import pytest

from oversight_tui.practice.naming import is_hinted_at, is_named

NAME = "Maryanne O'Neill-Vask"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ring Maryanne O'Neill-Vask", True),
        ("ring MARYANNE O\u2019NEILL\u2013VASK today", True),
        ("Maryanne  O Neill Vask's aunt", True),
        ("maryanne o neill vask, again", True),
        ("Ring Maryanne", False),
        ("", False),
    ],
)
def test_a_whole_name_is_found_however_it_is_spelled(text: str, named: bool) -> None:
    assert is_named(text, (NAME, "")) is named


@pytest.mark.parametrize(
    ("text", "named"),
    [("c-1042", True), ("C 1042 is old", True), ("c1042.", True), ("AC-1042", False), ("C-10423", False)],
)
def test_a_reference_is_found_and_none_that_is_longer(text: str, named: bool) -> None:
    assert is_named(text, ("C-1042",)) is named


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("Vask family", True),
        ("kept for maryanne", True),
        ("O'Neill, old", True),
        ("old enough", False),
        ("an o at the end", False),
    ],
)
def test_a_word_of_a_name_says_enough(text: str, hinted: bool) -> None:
    assert is_hinted_at(text, (NAME,)) is hinted
