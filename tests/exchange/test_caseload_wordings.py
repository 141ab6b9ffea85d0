"""What systems write for a legal status, open or closed, yes or no: understood whole, or not at all."""

import pytest

from oversight_tui.exchange.caseload.wordings import is_closed, says_in_care, yes_or_no


@pytest.mark.parametrize(
    ("written", "closed"),
    [
        *(("Closed", True), ("Closed - stepdown", True), ("Case closed", True)),
        *(("Open", False), ("CP plan closed", None), ("Enclosed", None), ("To be closed", None), ("CIN", None)),
    ],
)
def test_only_words_that_say_closed_of_the_child_close_one(written: str, closed: bool | None) -> None:
    assert is_closed(written) is closed


@pytest.mark.parametrize(
    ("written", "in_care"),
    [
        *(("C2", True), ("C1 - Interim care order", True), ("V2", True), ("Section 20", True)),
        *(("Full Care Order", True), ("V4", False), ("None", False), ("Supervision order", False)),
    ],
)
def test_a_legal_status_says_that_a_child_is_looked_after(written: str, in_care: bool) -> None:
    assert says_in_care(written) is in_care


def test_yes_and_no_are_nothing_else() -> None:
    assert [yes_or_no(one) for one in ("Y", "yes", "1", "N", "No", "0", "maybe")] == [True] * 3 + [False] * 3 + [None]
