"""What is not recorded of many children: one line for each sort, until it is entered, and not a row for each child."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from oversight_tui.practice.attention.unranked import UnrankedRow, for_children
from oversight_tui.practice.board import AttentionKind, ChildRow, Factor
from oversight_tui.practice.child_dates import ChildDateWhat
from oversight_tui.practice.facts import Child
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.lateness import days_late
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.said import Said
from oversight_tui.practice.timescales.conferences import NO_MEETING
from oversight_tui.practice.timescales.reviews import NO_LOOKED_AFTER_REVIEW
from oversight_tui.practice.timescales.standing import Standing
from oversight_tui.practice.timescales.visits import LAST_SEEN
from oversight_tui.words.dates import count

# What is entered of a child once it is no longer unknown.
_ENTERED_AS: Mapping[str, tuple[ChildDateWhat, ...]] = {
    NO_MEETING: ("conference", "core_group", "review_conference"),
    NO_LOOKED_AFTER_REVIEW: ("looked_after_review",),
}


def lists_say_when_seen(children: Iterable[Child]) -> bool:
    """Whether the lists say of any of these children when they were last seen."""
    return any(child.last_seen is not None and child.last_seen_source for child in children)


def has_own_visit(child: Child, *, lists_say_it: bool) -> bool:
    """Whether a child who was never seen, as far as is recorded, is told of alone: where the lists say of others when
    they were, or where no list brought the child.
    """
    return not child.came_on_a_list or lists_say_it


class Gathered:
    """Of how many children something is not recorded.

    About a visit a child has a row of their own where the lists say of other children when they were last seen, or
    where the child was added by hand. About a meeting, where the child's status began once such meetings were being
    entered here: one that is entered says nothing of children whose own were held before.
    """

    def __init__(self, children: Sequence[ChildRow], said: Iterable[Said]) -> None:
        self._lists_say_it = lists_say_when_seen(row.child for row in children)
        entered = [one for each in said for one in each.happened]
        self._entered_since = {
            words: min((one.day for one in entered if one.what in kinds and one.day is not None), default=date.max)
            for words, kinds in _ENTERED_AS.items()
        }
        self._found: dict[tuple[AttentionKind, str], set[ChildId]] = {}
        self._past: dict[tuple[AttentionKind, str], set[ChildId]] = {}

    def takes(self, row: ChildRow, standing: Standing, today: date) -> bool:
        """Whether this is told in a line for many, and not in a row of the child's own."""
        words = standing.unknown
        if not words or (standing.due is not None and self._is_recorded_of_others(row, words)):
            return False
        self._found.setdefault((standing.kind, words), set()).add(row.child.id)
        if days_late(standing.due, today) is not None:
            self._past.setdefault((standing.kind, words), set()).add(row.child.id)
        return True

    def lines(self, policy: Policy) -> Iterator[UnrankedRow]:
        """A line for each sort of which there are any."""
        for (kind, words), found in sorted(self._found.items()):
            number = len(found)
            because = [Factor(words.lower(), policy.weights["not_recorded"]), for_children(policy, number)]
            past = len(self._past.get((kind, words), ()))
            summary = f"{words}: {count(number, 'child', 'children')}{_past(past, number)}"
            yield UnrankedRow(kind, "open", summary, because, count=number, children=tuple(sorted(found)))

    def _is_recorded_of_others(self, row: ChildRow, words: str) -> bool:
        if words == LAST_SEEN:
            return has_own_visit(row.child, lists_say_it=self._lists_say_it)
        began = row.child.status_since
        return began is not None and began >= self._entered_since.get(words, date.max)


def _past(past: int, number: int) -> str:
    """Of how many of them the day has passed; empty where it is of nobody."""
    return (
        "" if not past else ", past the day already" if past == number else f", {past:,} of them past the day already"
    )
