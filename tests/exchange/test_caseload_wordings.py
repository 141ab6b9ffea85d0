"""What systems write for a status, and what is understood of it: words whole, or not at all."""

import pytest

from oversight_tui.exchange.caseload.wordings import is_closed, says_in_care, status_said, yes_or_no


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("CIN", "in_need"),
        ("CIN Plan", "in_need"),
        ("Child in Need", "in_need"),
        ("c) Child in need plan", "in_need"),
        ("S17", "in_need"),
        ("CP", "protection_plan"),
        ("Child Protection Plan", "protection_plan"),
        ("Subject to a CP plan", "protection_plan"),
        ("b", "protection_plan"),
        ("CLA", "looked_after"),
        ("LAC", "looked_after"),
        ("Child Looked After", "looked_after"),
        ("Children in care", "looked_after"),
        ("CLA & CP", "looked_after"),
        ("CP / CIN", "protection_plan"),
        ("C&F Assessment in progress", "assessment"),
        ("Open assessment", "assessment"),
        ("Care leaver", "care_leaver"),
        ("was CP", None),
        ("CP - step down", None),
        ("Not CLA", None),
        ("Private fostering", None),
        ("No further action", None),
        ("Open", None),
        ("", None),
    ],
)
def test_a_status_is_understood_whole_or_not_at_all(written: str, status: str | None) -> None:
    assert status_said(written) == status


@pytest.mark.parametrize(
    ("written", "closed"),
    [
        *(("Closed", True), ("e) Closed episode", True), ("Closed - stepdown", True), ("Case closed", True)),
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
