"""What came of decisions, actions, worries and talks: at the boundaries, and what must hold whatever was recorded."""

from datetime import date, timedelta
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from oversight_tui.practice.ids import ChildId, EntryId, TeamId
from oversight_tui.practice.sight.effect import Limits, effect_of
from oversight_tui.practice.sight.effect_values import EVERY_KEY, PARTS, EffectFigure, EffectKey, TeamEffect
from oversight_tui.practice.sight.told_of_children import (
    ActionTold,
    AnswerTold,
    CarriedTold,
    ChildTold,
    ConsultationTold,
    DecisionTold,
    OutcomeTold,
    Reading,
    ReviewTold,
    Shown,
    TalkTold,
    Told,
    WithTeam,
    WorryTold,
)
from oversight_tui.practice.span import Span

LAST = date(2026, 11, 23)
FIRST = LAST - timedelta(days=90)
SPAN = Span(FIRST, LAST)
LIMITS = Limits(seen_within=14, drift_carried=2, drift_talks=3)
NORTH, SOUTH = TeamId(1), TeamId(2)
DAY = timedelta(days=1)


def ago(days: int) -> date:
    return LAST - days * DAY


def number(value: int) -> EntryId:
    return EntryId(value)


def counted(child: ChildTold, lists: frozenset[date] = frozenset(), team: TeamId | None = NORTH) -> list[EffectKey]:
    """The figures that count something of one child, a key as often as it counts."""
    with_team = child.__replace__(teams=child.teams or (WithTeam(date(2020, 1, 1), NORTH),))
    figures: dict[EffectKey, EffectFigure] = effect_of([with_team], {NORTH: lists}, SPAN, LIMITS).get(team, {})
    return [key for key in EVERY_KEY if key in figures for _ in figures[key].rows]


def decided(*reviews: ReviewTold, on: int = 80, due: int | None = None) -> ChildTold:
    decision = DecisionTold(number(1), ago(on), None if due is None else ago(due), reviews)
    return ChildTold(ChildId(1), decisions=(decision,))


def looked(days: int, changed: bool | None = None, next_on: int | None = None, entry: int = 2) -> ReviewTold:
    return ReviewTold(number(entry), ago(days), changed, None if next_on is None else ago(next_on))


@pytest.mark.parametrize(
    ("child", "keys"),
    [
        (decided(looked(20, True)), ["decisions_changed"]),
        (decided(looked(20, False)), ["decisions_nothing"]),
        (decided(looked(20)), ["decisions_not_said"]),
        # One that found a change outweighs those that found none, whichever came last.
        (decided(looked(30, True, 20), looked(20, False, entry=3)), ["decisions_changed"]),
        (decided(looked(30, next_on=20), looked(20, False, entry=3)), ["decisions_nothing"]),
        # One that found a change before these days outweighs those of them that found none.
        (decided(looked(120, True, 20), looked(20, False, entry=3), on=130), ["decisions_changed"]),
        # The first and the last day belong to the span, the days beside them do not.
        (decided(looked(90, True), on=95), ["decisions_changed"]),
        (decided(looked(91, True), on=95), []),
        (decided(looked(0, True)), ["decisions_changed"]),
        (decided(looked(-1, True)), []),
        # The day of a review that has come and went by.
        (decided(due=0), ["decisions_not_reviewed"]),
        (decided(due=-1), []),
        (decided(due=90, on=95), ["decisions_not_reviewed"]),
        (decided(due=91, on=95), []),
        (decided(looked(30, True), due=30), ["decisions_changed"]),
        (decided(looked(30, True, 10), due=30), ["decisions_changed", "decisions_not_reviewed"]),
        # Put off twice with no change is drift; once, or where it changed something, it is not.
        (decided(looked(50, False, 20), looked(20, None, -20, 3)), ["decisions_nothing", "drift_decisions"]),
        (decided(looked(20, False, -20)), ["decisions_nothing"]),
        (decided(looked(50, True, 20), looked(20, False, -20, 3)), ["decisions_changed"]),
        (decided(looked(50, False, 20), looked(20, False, None, 3)), ["decisions_nothing"]),
    ],
)
def test_decisions_by_what_looking_again_found(child: ChildTold, keys: list[EffectKey]) -> None:
    assert counted(child) == keys


def action(due: int, *carried: tuple[int, int], done: int | None = None, dropped: int | None = None) -> ChildTold:
    """Agreed for a day, carried over on a day to another, done or dropped on a day."""
    moved = tuple(CarriedTold(number(10 + place), ago(on), ago(to)) for place, (on, to) in enumerate(carried))
    ends = ((done, True), (dropped, False))
    outcomes = tuple(OutcomeTold(number(20), ago(on), is_done) for on, is_done in ends if on is not None)
    return ChildTold(ChildId(1), actions=(ActionTold(number(1), ago(due + 10), ago(due), moved, outcomes),))


@pytest.mark.parametrize(
    ("child", "keys"),
    [
        (action(20, done=21), ["actions_in_time"]),
        (action(20, done=20), ["actions_in_time"]),
        (action(20, done=19), ["actions_later"]),
        (action(20, (20, 10), done=10), ["actions_carried_in_time"]),
        (action(20, (20, 10), done=9), ["actions_later"]),
        (action(20, (22, 10), done=21), ["actions_in_time"]),
        (action(20, dropped=25), ["actions_dropped"]),
        (action(20), ["actions_open"]),
        (action(0), ["actions_open"]),
        (action(-1), []),
        (action(90), ["actions_open"]),
        (action(91), []),
        (action(20, (20, 0)), ["actions_carried_on"]),
        (action(20, (20, 1)), ["actions_open"]),
        (action(20, (20, 10), (10, -5)), ["actions_carried_on", "drift_actions"]),
        (action(20, (20, 10), (10, 5), done=6), ["actions_carried_in_time"]),
        # What happened after the span's last day is not known in it.
        (action(20, done=-1), ["actions_open"]),
        # Agreed for a day before the span: it fell due then, and stands still now.
        (action(100, (100, 60), (60, -5)), ["drift_actions"]),
    ],
)
def test_actions_by_the_day_that_was_agreed_first(child: ChildTold, keys: list[EffectKey]) -> None:
    assert counted(child) == keys


def worry(*said: tuple[int, str, int], reviewed: int | None = 20, closed: int | None = None) -> ChildTold:
    """Raised 80 days ago; said so many days ago, by whom, a number."""
    readings = tuple(Reading(number(30 + place), ago(on), who, one) for place, (on, who, one) in enumerate(said))
    looked_at = () if reviewed is None else (Told(number(40), ago(reviewed)),)
    ended = () if closed is None else (Told(number(41), ago(closed)),)
    return ChildTold(ChildId(1), worries=(WorryTold(number(1), ago(80), looked_at, ended, readings),))


@pytest.mark.parametrize(
    ("child", "keys"),
    [
        (worry((80, "Mum", 3), (20, "Mum", 4)), ["worries_safer"]),
        (worry((80, "Mum", 4), (20, "Mum", 3)), ["worries_less_safe"]),
        (worry((80, "Mum", 4), (50, "Mum", 9), (20, "Mum", 4)), ["worries_same"]),
        (worry((80, "Mum", 4)), ["worries_not_known"]),
        (worry(), ["worries_not_known"]),
        (worry((80, "Mum", 4), (20, "Amira", 9)), ["worries_not_known"]),
        (worry((80, "Mum", 4), (20, "mum ", 9)), ["worries_safer"]),
        (worry((80, "Mum", 4), (80, "Amira", 4), (20, "Mum", 5), (20, "Amira", 3)), ["worries_both"]),
        (worry((80, "Mum", 4), (80, "Amira", 4), (20, "Mum", 5), (20, "Amira", 4)), ["worries_safer"]),
        # Neither looked at again nor closed in the span.
        (worry((80, "Mum", 4), (20, "Mum", 5), reviewed=None), []),
        (worry((80, "Mum", 4), (20, "Mum", 5), reviewed=None, closed=0), ["worries_safer"]),
        (worry((80, "Mum", 4), (20, "Mum", 5), reviewed=None, closed=-1), []),
        # A number of after the closing is none of this worry's.
        (worry((80, "Mum", 4), (20, "Mum", 5), reviewed=None, closed=21), ["worries_not_known"]),
    ],
)
def test_worries_by_where_they_moved(child: ChildTold, keys: list[EffectKey]) -> None:
    assert counted(child) == keys


def test_a_number_said_in_a_talk_counts_for_the_worry_that_was_open() -> None:
    later = TalkTold(number(50), ago(15), readings=(Reading(number(50), ago(15), "Mum", 8),))
    assert "worries_safer" in counted(worry((80, "Mum", 4)).__replace__(talks=(later,)))


@pytest.mark.parametrize(("talks", "drifts"), [(2, False), (3, True)])
def test_a_worry_that_is_open_after_so_many_talks_stands_still(talks: int, drifts: bool) -> None:
    held = tuple(TalkTold(number(50 + one), ago(79 - one)) for one in range(talks))
    on_its_day, listed = TalkTold(number(60), ago(80)), TalkTold(number(61), ago(30), written=False)
    open_one = worry(reviewed=None).__replace__(talks=(on_its_day, *held, listed))
    assert ("drift_worries" in counted(open_one)) is drifts
    closed = worry(closed=5).__replace__(talks=(on_its_day, *held, listed))
    assert "drift_worries" not in counted(closed)


def talked(on: int, *seen: int, shown: tuple[tuple[int, int | None], ...] = ()) -> ChildTold:
    """Discussed so many days ago, seen by hand on days, and as lists of days show it."""
    visits = tuple(Told(number(70 + place), ago(day)) for place, day in enumerate(seen))
    rows = tuple(Shown(ago(day), None if last is None else ago(last)) for day, last in shown)
    return ChildTold(ChildId(1), talks=(TalkTold(number(1), ago(on)),), visits=visits, shown=rows)


@pytest.mark.parametrize(
    ("child", "lists", "key"),
    [
        (talked(40, 39), (), "children_seen"),
        (talked(40, 26), (), "children_seen"),
        (talked(40, 25), (), "children_not_known"),
        (talked(40, 40), (), "children_not_known"),
        (talked(40, 40, 30), (), "children_seen"),
        (talked(40, shown=((20, 30),)), (), "children_seen"),
        (talked(40, shown=((20, 41),)), (), "children_not_seen"),
        (talked(40, shown=((26, 41),)), (), "children_not_seen"),
        # The list came before the days were over, and one of after them shows the same.
        (talked(40, shown=((27, 41),)), (), "children_not_known"),
        (talked(40, shown=((27, 41),)), (26,), "children_not_seen"),
        # The visit may have been after the talk of its day.
        (talked(40, shown=((20, 40),)), (), "children_not_known"),
        (talked(40, 40, shown=((20, 41),)), (), "children_not_known"),
        # The newest list leaves the child out, or says nothing of visits.
        (talked(40, shown=((45, 50), (30, None))), (20,), "children_not_known"),
        (talked(14), (), "children_not_over"),
        (talked(15), (), "children_not_known"),
        (talked(14, 3), (), "children_seen"),
        (talked(40, -1, shown=((-1, 30),)), (), "children_not_known"),
    ],
)
def test_children_discussed_and_then_seen(child: ChildTold, lists: tuple[int, ...], key: EffectKey) -> None:
    assert counted(child, frozenset(ago(day) for day in lists)) == [key]


def test_the_newest_talk_counts_after_which_the_days_are_over() -> None:
    lately = TalkTold(number(2), ago(3))
    child = talked(40, 35)
    assert counted(child.__replace__(talks=(*child.talks, lately))) == ["children_seen"]
    assert counted(talked(91)) == []


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ((), "consultations_unanswered"),
        ((AnswerTold(number(2), ago(5), False),), "consultations_not_said"),
        ((AnswerTold(number(2), ago(5), True),), "consultations_changed"),
        ((AnswerTold(number(2), ago(5), True), AnswerTold(number(3), ago(4), False)), "consultations_changed"),
        ((AnswerTold(number(2), ago(-1), True),), "consultations_unanswered"),
    ],
)
def test_consultations_by_what_was_heard(answers: tuple[AnswerTold, ...], key: EffectKey) -> None:
    assert counted(ChildTold(ChildId(1), consultations=(ConsultationTold(number(1), ago(20), answers),))) == [key]


def test_a_row_counts_for_the_team_the_child_was_with_on_its_day() -> None:
    teams = (WithTeam(ago(60), NORTH), WithTeam(ago(19), SOUTH))
    asked = decided(looked(20, True)).__replace__(teams=teams)
    assert (counted(asked, team=NORTH), counted(asked, team=SOUTH)) == (["decisions_changed"], [])
    next_day = decided(looked(19, True)).__replace__(teams=teams)
    assert (counted(next_day, team=NORTH), counted(next_day, team=SOUTH)) == ([], ["decisions_changed"])
    before_any_list = decided(looked(70, True)).__replace__(teams=teams)
    assert counted(before_any_list, team=NORTH) == ["decisions_changed"]


def test_a_number_opens_the_entries_it_is_known_from() -> None:
    child = decided(looked(20, True)).__replace__(teams=(WithTeam(FIRST, NORTH),))
    (row,) = effect_of([child], {}, SPAN, LIMITS)[NORTH]["decisions_changed"].rows
    assert (row.child, row.about, row.entries) == (1, 1, (1, 2))
    assert [(one.what, one.on) for one in row.evidence] == [("decided", ago(80)), ("reviewed", ago(20))]


# --- Whatever was recorded ------------------------------------------------------------------------

DAYS = some.integers(-20, 120).map(ago)
Kind = TypeVar("Kind", bound=Told)


def in_order(told: some.SearchStrategy[Kind], first: int, most: int = 3) -> some.SearchStrategy[tuple[Kind, ...]]:
    """A few of a kind by their days, numbered from `first` on."""

    def by_day(found: list[Kind]) -> tuple[Kind, ...]:
        ordered = sorted(found, key=lambda one: one.on)
        return tuple(replace(one, entry=EntryId(first + place)) for place, one in enumerate(ordered))

    return some.lists(told, max_size=most).map(by_day)


NUMBERED = some.just(EntryId(0))
ANYTHING = some.builds(Told, NUMBERED, DAYS)
REVIEWS = in_order(
    some.builds(ReviewTold, NUMBERED, DAYS, some.sampled_from((True, False, None)), some.none() | DAYS), 10
)
CARRIED = in_order(some.builds(CarriedTold, NUMBERED, DAYS, DAYS), 20)
OUTCOMES = in_order(some.builds(OutcomeTold, NUMBERED, DAYS, some.booleans()), 30, most=1)
READINGS = in_order(
    some.builds(Reading, NUMBERED, DAYS, some.sampled_from(("Mum", "Dad")), some.integers(0, 10)), 40, most=5
)
ANSWERS = in_order(some.builds(AnswerTold, NUMBERED, DAYS, some.booleans()), 50)
SHOWN = some.lists(some.builds(Shown, DAYS, some.none() | DAYS), max_size=3)
children = some.builds(
    ChildTold,
    some.just(ChildId(1)),
    some.just((WithTeam(date(2020, 1, 1), NORTH),)),
    in_order(some.builds(DecisionTold, NUMBERED, DAYS, some.none() | DAYS, REVIEWS), 100),
    in_order(some.builds(ActionTold, NUMBERED, DAYS, DAYS, CARRIED, OUTCOMES), 200),
    in_order(some.builds(WorryTold, NUMBERED, DAYS, in_order(ANYTHING, 60), in_order(ANYTHING, 70, 1), READINGS), 300),
    in_order(some.builds(ConsultationTold, NUMBERED, DAYS, ANSWERS), 400),
    in_order(some.builds(TalkTold, NUMBERED, DAYS), 500),
    in_order(ANYTHING, 600),
    SHOWN.map(lambda shown: tuple(sorted(shown, key=lambda one: one.on))),
)


def numbers(child: ChildTold) -> TeamEffect:
    nothing = {key: EffectFigure(key) for key in EVERY_KEY}
    return TeamEffect(NORTH, "North", effect_of([child], {}, SPAN, LIMITS).get(NORTH, nothing))


@given(children)
def test_the_parts_of_a_subject_are_all_of_it_and_nothing_is_in_two(child: ChildTold) -> None:
    team = numbers(child)
    in_span = {
        "decisions": {
            one.entry for one in child.decisions if one.on <= LAST and any(map(SPAN.holds, days(one.reviews)))
        },
        "actions": {one.entry for one in child.actions if one.on <= LAST and SPAN.holds(one.due_on)},
        "worries": {
            one.entry
            for one in child.worries
            if one.on <= LAST and any(map(SPAN.holds, days(one.reviews + one.closed)))
        },
        "consultations": {one.entry for one in child.consultations if SPAN.holds(one.on)},
    }
    for subject, parts in PARTS.items():
        rows = [row for key in parts for row in team.figures[key].rows]
        assert len(rows) == team.of(subject)
        if subject == "children":
            assert len(rows) == any(map(SPAN.holds, days(child.talks)))
        else:
            assert sorted(row.about for row in rows if row.about is not None) == sorted(in_span[subject])


def days(told: tuple[Told, ...]) -> list[date]:
    return [one.on for one in told]


@given(children, DAYS)
def test_one_more_review_that_found_a_change_never_lowers_their_number(child: ChildTold, on: date) -> None:
    before = numbers(child)
    for place, decision in enumerate(child.decisions):
        more = ReviewTold(EntryId(2000), on, True)
        reviews = tuple(sorted((*decision.reviews, more), key=lambda one: one.on))
        decisions = (*child.decisions[:place], decision.__replace__(reviews=reviews), *child.decisions[place + 1 :])
        after = numbers(child.__replace__(decisions=decisions))
        assert after.count("decisions_changed") >= before.count("decisions_changed")
        assert after.of("decisions") >= before.of("decisions")


@given(children)
def test_what_is_yet_to_come_changes_nothing(child: ChildTold) -> None:
    later = child.__replace__(
        visits=(*child.visits, Told(EntryId(3000), LAST + DAY)),
        talks=(*child.talks, TalkTold(EntryId(3001), LAST + DAY)),
        shown=(*child.shown, Shown(LAST + DAY, LAST)),
    )
    assert numbers(later) == numbers(child)
