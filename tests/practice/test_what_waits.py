"""What waits for somebody: as what it stands on the list, for whom, and from which day."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.facts import OpenItem, SessionKind
from oversight_tui.practice.ids import EntryId
from tests.practice.test_boundaries import AMIRA, CHILD, DAY, FRIDAY, NINE, board, line


def reasonless(review_on: date | None) -> OpenItem:
    """A decision about the child that has no reason, with the day of its review."""
    return OpenItem(NINE, "decision_without_because", "Visit", FRIDAY, child_id=CHILD.id, due_on=review_on)


@pytest.mark.parametrize(
    ("days_to_review", "kind", "state", "over"),
    [
        (None, "decision_without_because", "open", None),
        (1, "decision_without_because", "open", None),
        (0, "review", "due", None),
        (-1, "review", "overdue", 1),
        (-14, "review", "overdue", 14),
    ],
)
def test_a_decision_without_a_reason_is_its_review_once_that_is_due(
    days_to_review: int | None, kind: str, state: str, over: int | None
) -> None:
    review_on = FRIDAY + days_to_review * DAY if days_to_review is not None else None
    shown = board(FRIDAY, reasonless(review_on))
    (row,) = [one for one in shown.attention if one.id == NINE]
    assert (row.kind, row.state, row.days_over) == (kind, state, over)
    assert row.due_on == (review_on if kind == "review" else None)
    assert "no reason recorded" in [one.factor for one in row.because]
    assert shown.lacks_reason(NINE)


def test_a_missing_reason_lifts_a_late_review_and_never_lowers_it() -> None:
    late = FRIDAY - timedelta(days=14)
    without, reasoned = board(FRIDAY, reasonless(late)), board(FRIDAY, _with_reason(late))
    assert without.attention[0].score > reasoned.attention[0].score
    assert line(without, "review") == line(reasoned, "review") == ("overdue", 14)
    assert not reasoned.lacks_reason(NINE)


def _with_reason(review_on: date) -> OpenItem:
    return OpenItem(NINE, "decision_review", "Visit", FRIDAY, child_id=CHILD.id, due_on=review_on)


# --- Sessions that are to have a new date -----------------------------------------------------------

TUESDAY = date(2026, 11, 10)  # planned for then, and cancelled


@pytest.mark.parametrize(
    ("planned_for", "kind", "today", "asks"),
    [
        (None, "one_to_one", FRIDAY, True),
        (TUESDAY, "one_to_one", TUESDAY, True),  # of the same day: not a later one
        (TUESDAY + DAY, "one_to_one", TUESDAY, False),
        (TUESDAY + DAY, "one_to_one", TUESDAY + DAY, False),  # still to come on its day
        (TUESDAY + DAY, "one_to_one", TUESDAY + 2 * DAY, True),  # its day passed and nothing is said of it
        (FRIDAY + 7 * DAY, "one_to_one", FRIDAY, False),
        (FRIDAY + 7 * DAY, "group", FRIDAY, True),  # of another series
    ],
)
def test_a_session_whose_day_has_passed_unrecorded_is_nobodys_new_date(
    planned_for: date | None, kind: SessionKind, today: date, asks: bool
) -> None:
    cancelled = OpenItem(
        NINE, "session_not_rebooked", "Court", TUESDAY, None, AMIRA.id, TUESDAY, session_kind="one_to_one"
    )
    plan = OpenItem(EntryId(8), "session_planned", "", today, None, AMIRA.id, planned_for, session_kind=kind)
    new = AMIRA.__replace__(last_held=None)
    shown = board(today, cancelled, *((plan,) if planned_for else ()), worker=new)
    assert (line(shown, "session_not_rebooked") is not None) is asks
