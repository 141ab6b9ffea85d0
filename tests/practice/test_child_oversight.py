"""What oversight did for one child, and what is missing of it, said plainly."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from oversight_tui.practice import records
from oversight_tui.practice.child_oversight import LEFT_OUT, ChildOversight, child_oversight
from oversight_tui.practice.history import History, HistoryRow
from oversight_tui.practice.holdings import HeldChild, Holding, held_in, whole_months
from oversight_tui.practice.ids import ChildId, EntryId, TeamId, WorkerId
from oversight_tui.practice.inspection_words import action_said, after_said, missing_said
from oversight_tui.practice.policy import DECISION_KINDS
from oversight_tui.practice.span import NoSpan, Span, span_back

TODAY, SPAN = date(2026, 11, 23), Span(date(2026, 5, 10), date(2026, 9, 30))
NORTH, SOUTH, ANN, BEN = TeamId(1), TeamId(2), WorkerId(1), WorkerId(2)


def row(number: int, on: date, content: records.Content, *, sensitive: bool = False) -> HistoryRow:
    typed = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    return HistoryRow(EntryId(number), on, None, typed, "Angela", None, content, sensitive=sensitive)


def told(*rows: HistoryRow, held: Sequence[Span] = (SPAN,)) -> ChildOversight:
    ordered = tuple(sorted(rows, key=lambda one: one.order))
    return child_oversight("C-1", History(ordered), held, SPAN, TODAY, DECISION_KINDS)


def test_a_decision_is_told_with_its_actions_and_what_came_after() -> None:
    found = told(
        row(1, date(2026, 4, 1), records.RiskRating("medium", "As before")),
        row(2, date(2026, 6, 3), records.Discussion("supervision", "Out late")),
        row(3, date(2026, 6, 3), records.Decision("See her alone", "other", "Vapes", discussion=EntryId(2))),
        row(4, date(2026, 6, 3), records.Action("Ring school", "Ann Ade", date(2026, 6, 10), EntryId(3))),
        row(5, date(2026, 6, 3), records.Action("Ring gran", "Ann Ade", date(2026, 6, 10), EntryId(3))),
        row(6, date(2026, 6, 9), records.ActionOutcome(EntryId(4), done=True, reason="She is in class")),
        row(7, date(2026, 6, 12), records.ActionCarried(EntryId(5), date(2026, 12, 1))),
        row(8, date(2026, 10, 2), records.Discussion("same_day", "Home", what_changed="In school each day")),
        row(9, date(2026, 10, 5), records.RiskRating("low", "A quiet term")),
    )
    (decision,) = found.decisions
    assert (decision.text, decision.because) == ("See her alone", "Vapes")
    assert [action_said(one) for one in decision.actions] == [
        "Ring school (Ann Ade, by Wed 10 Jun 2026): done on Tue 9 Jun 2026: She is in class",
        "Ring gran (Ann Ade, by Tue 1 Dec 2026): open",
    ]
    assert list(after_said(decision)) == [
        "Next talk Fri 2 Oct 2026: In school each day.",
        "Risk rated low on Mon 5 Oct 2026.",
    ]
    assert found.risk == ("medium", "medium"), "what came after the span is no part of it"
    assert [one.on for one in found.talks] == [date(2026, 6, 3)]
    assert list(missing_said(found.missing)) == [
        "No talk in Jul 2026, Aug 2026 and Sep 2026.",  # of May only a part is in the span
        "Not on the child's file: the talk of Wed 3 Jun 2026.",
        "No end recorded of the action agreed Wed 3 Jun 2026.",
    ]


def test_what_is_missing_is_said_and_what_was_taken_back_is_no_talk() -> None:
    days = {month: date(2026, month, 15) for month in range(5, 10)}
    found = told(
        row(1, days[6], records.Discussion("supervision", "Taken back")),
        row(2, days[6], records.Withdrawal(EntryId(1), "Wrong page")),
        row(3, days[7], records.Discussion("same_day", "Asked for", asked_for=True)),
        row(4, days[8], records.ListedInSession("one_to_one", ANN)),
        row(5, days[9], records.Discussion("opening", "An opening")),
        row(6, days[9], records.Decision("Keep it", "other")),
        row(7, days[9], records.Action("Write it up", "Ben", date(2026, 9, 20))),
    )
    assert list(missing_said(found.missing)) == [
        "No talk in Jun 2026, Jul 2026 and Sep 2026.",
        "Discussed with nothing written Sat 15 Aug 2026.",
        "No reason recorded for the decision of Tue 15 Sep 2026.",
        "No end recorded of the action agreed Tue 15 Sep 2026.",
    ]
    assert found.actions[0].state == "late"
    filed = told(
        row(1, days[6], records.Discussion("supervision", "Seen")), row(2, days[7], records.Filing(EntryId(1)))
    )
    assert filed.talks[0].on_file == days[7]
    assert filed.missing.talks_not_on_file == ()
    assert list(after_said(told(row(6, days[9], records.Decision("Keep it", "other"))).decisions[0])) == [
        "No talk is recorded since.",
        "No other risk or status is recorded since.",
    ]


def test_a_child_nobody_talked_about_and_a_plan_nobody_rated_are_missing_things() -> None:
    part_of_a_month = (Span(date(2026, 6, 10), date(2026, 6, 20)),)
    plan = row(1, date(2026, 5, 1), records.StatusEpisode("protection_plan"))
    assert list(missing_said(told(plan, held=part_of_a_month).missing)) == [
        "No talk at all is recorded in these days.",
        "On a child protection plan, and risk was never rated.",
    ]
    rated = row(2, date(2026, 5, 2), records.RiskRating("high", "The bruise"), sensitive=True)
    talk = row(3, date(2026, 6, 12), records.Discussion("supervision", "Seen"))
    filed = row(4, date(2026, 6, 13), records.Filing(EntryId(3)))
    assert list(missing_said(told(plan, rated, talk, filed, held=part_of_a_month).missing)) == []


def test_of_what_is_sensitive_the_day_alone_is_told() -> None:
    quokka = "Quokka"
    found = told(
        row(1, date(2026, 6, 3), records.Discussion("supervision", quokka, what_changed=quokka), sensitive=True),
        row(2, date(2026, 6, 2), records.Decision(quokka, "other", quokka), sensitive=True),
        row(3, date(2026, 6, 2), records.Action(quokka, "Ben", date(2026, 6, 9), EntryId(2)), sensitive=True),
        row(4, date(2026, 6, 4), records.ActionOutcome(EntryId(3), done=False, reason=quokka), sensitive=True),
        row(5, date(2026, 6, 5), records.RiskRating("very_high", quokka), sensitive=True),
    )
    assert quokka not in repr(found)
    assert "very_high" not in repr(found)
    assert found.talks[0].text == found.decisions[0].because == found.decisions[0].actions[0].text == LEFT_OUT
    assert found.missing.decisions_without_because == ()
    assert found.left_out == 5


def test_the_status_is_that_of_the_day() -> None:
    found = told(
        row(1, date(2026, 1, 1), records.StatusEpisode("in_need", date(2026, 1, 1))),
        row(2, date(2026, 6, 1), records.StatusEpisode("protection_plan", date(2026, 6, 1))),
        row(3, date(2026, 5, 20), records.Decision("A conference", "other", "Twice out")),
        row(4, date(2026, 9, 30), records.StatusEnd(EntryId(2), date(2026, 9, 30))),
    )
    assert found.status == ("in_need", None)
    assert "Child protection plan from Mon 1 Jun 2026." in after_said(found.decisions[0])


@pytest.mark.parametrize(
    ("holdings", "days"),
    [
        ((Holding(date(2026, 1, 1), None, ANN, NORTH),), ((SPAN.first, SPAN.last),)),
        ((Holding(date(2026, 1, 1), SPAN.first, ANN, NORTH),), ((SPAN.first, SPAN.first),)),
        ((Holding(date(2026, 1, 1), date(2026, 5, 9), ANN, NORTH),), ()),  # handed over the day before
        ((Holding(date(2026, 10, 1), None, ANN, NORTH),), ()),  # came the day after
        ((Holding(date(2026, 1, 1), None, ANN, SOUTH),), ()),
        ((Holding(date(2026, 1, 1), None, ANN, None),), ((SPAN.first, SPAN.last),)),  # no team named: by the worker
        ((Holding(date(2026, 1, 1), None, BEN, None),), ()),
        (
            (
                Holding(date(2026, 1, 1), date(2026, 6, 30), ANN, NORTH),
                Holding(date(2026, 7, 1), date(2026, 7, 31), None, NORTH),
                Holding(date(2026, 8, 1), date(2026, 8, 31), BEN, SOUTH),
                Holding(date(2026, 9, 1), None, ANN, NORTH),
            ),
            ((SPAN.first, date(2026, 7, 31)), (date(2026, 9, 1), SPAN.last)),
        ),
    ],
)
def test_a_child_is_of_the_team_on_the_days_on_which_it_held_them(
    holdings: tuple[Holding, ...], days: tuple[tuple[date, date], ...]
) -> None:
    child = HeldChild(ChildId(1), "C-1", holdings)
    assert held_in(child, SPAN, [NORTH], [ANN]) == tuple(Span(*each) for each in days)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 5, 10), date(2026, 6, 29), []),
        (date(2026, 5, 10), date(2026, 6, 30), ["2026-06"]),
        (date(2026, 5, 1), date(2026, 6, 29), ["2026-05"]),
        (date(2026, 12, 1), date(2027, 2, 28), ["2026-12", "2027-01", "2027-02"]),
    ],
)
def test_only_a_month_held_from_its_first_day_to_its_last_is_a_whole_one(
    first: date, last: date, months: list[str]
) -> None:
    assert whole_months([Span(first, last)]) == months


def test_a_span_looks_back_twelve_months_unless_said() -> None:
    assert span_back(None, None, TODAY) == Span(date(2025, 11, 24), TODAY)
    assert span_back(date(2026, 5, 1), date(2027, 1, 1), TODAY) == Span(date(2026, 5, 1), TODAY)
    assert span_back(TODAY, TODAY, TODAY) == Span(TODAY, TODAY)
    with pytest.raises(NoSpan):
        span_back(date(2026, 5, 2), date(2026, 5, 1), TODAY)
