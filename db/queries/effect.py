"""What was recorded of the children of some teams, from which is worked out what came of it. No words are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from db import stored
from db.derived.live import Live, Spine, by_child, live, versions_of
from db.derived.unwritten import TAKEN_OFF
from db.models import SnapshotTeam
from db.queries.in_force import still_counts
from db.question import Question, batched, places
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId, EntryId, TeamId
from oversight_tui.practice.records import Content
from oversight_tui.practice.records.base import followed_by
from oversight_tui.practice.requests import Scales
from oversight_tui.practice.sight import told_of_children as told

if TYPE_CHECKING:
    from db.engine import Store

_LISTS = Question(
    lambda: SnapshotTeam.select(SnapshotTeam.team, SnapshotTeam.as_at).where(still_counts(SnapshotTeam.snapshot))
)
Kind = TypeVar("Kind", bound=Content)
Made = TypeVar("Made")


def days_of_lists(store: Store) -> Mapping[TeamId | None, frozenset[date]]:
    """The days of the lists that covered each team and were not undone. Asked inside a transaction."""
    found: dict[TeamId | None, set[date]] = defaultdict(set)
    for team, as_at in _LISTS.ask(store):
        found[team].add(stored.day(as_at))
    return {team: frozenset(days) for team, days in found.items()}


def told_of_children(store: Store, teams: Collection[TeamId] | None) -> list[told.ChildTold]:
    """All that something may have come of, of every child who was ever with one of these teams, of every child where
    None. Asked inside a transaction.
    """
    found = []
    for some in batched(_ever_with(store, teams)):
        found += _of(store, some)
    return found


def references_of(store: Store, children: Collection[ChildId]) -> dict[ChildId, str]:
    """The references of these children."""
    return {
        ChildId(number): reference
        for some in batched(children)
        for number, reference in store.rows(f"SELECT id, reference FROM child WHERE id IN ({places(some)})", some)
    }


def _ever_with(store: Store, teams: Collection[TeamId] | None) -> list[ChildId]:
    if teams is None:
        return [row[0] for row in store.rows("SELECT id FROM child")]
    ids = sorted(teams)
    rows = store.rows(
        "SELECT DISTINCT e.child_id FROM allocation a JOIN entry e ON e.id = a.entry_id"
        f" WHERE a.team_id IN ({places(ids)})",
        ids,
    )
    return [row[0] for row in rows]


def _of(store: Store, ids: Sequence[ChildId]) -> list[told.ChildTold]:
    readings = _readings(store, ids)
    leads = by_child(live(store, "child_id", ids, records.Allocation, " AND d.role = 'lead'"))
    decisions, actions, worries = _decisions(store, ids), _actions(store, ids), _worries(store, ids, readings)
    consultations, talks = _consultations(store, ids), _talks(store, ids, readings)
    visits, shown = _by_child(store, ids, records.Seen, lambda one: told.Told(*_when(one.spine))), _shown(store, ids)
    return [
        told.ChildTold(
            child,
            tuple(told.WithTeam(one.spine.order[0], one.says.team) for one in _in_order(leads[child])),
            tuple(decisions[child]),
            tuple(actions[child]),
            tuple(worries[child]),
            tuple(consultations[child]),
            tuple(talks[child]),
            tuple(visits[child]),
            tuple(shown[child]),
        )
        for child in ids
    ]


def _when(spine: Spine) -> tuple[EntryId, date]:
    """Its number, and its day; what has none is of the day on which it was typed."""
    return spine.entry, spine.order[0]


def _in_order(entries: Iterable[Live[Kind]]) -> list[Live[Kind]]:
    return sorted(entries, key=lambda one: one.spine.order)


def _by_child(
    store: Store, ids: Sequence[ChildId], content: type[Kind], make: Callable[[Live[Kind]], Made], also: str = ""
) -> Mapping[ChildId | None, list[Made]]:
    """What is made of the entries of a kind, by their child."""
    found: dict[ChildId | None, list[Made]] = defaultdict(list)
    for one in _in_order(live(store, "child_id", ids, content, also)):
        found[one.spine.child].append(make(one))
    return found


def _following(
    store: Store, ids: Sequence[ChildId], content: type[Kind], make: Callable[[Live[Kind]], Made]
) -> Mapping[EntryId | None, tuple[Made, ...]]:
    """What is made of the entries of a kind, by the entry that each follows."""
    found: dict[EntryId | None, list[Made]] = defaultdict(list)
    for one in _in_order(live(store, "child_id", ids, content)):
        found[followed_by(one.says)].append(make(one))
    return defaultdict(tuple, {entry: tuple(made) for entry, made in found.items()})


def _decisions(store: Store, ids: Sequence[ChildId]) -> Mapping[ChildId | None, list[told.DecisionTold]]:
    reviews = _following(
        *(store, ids, records.DecisionReview),
        lambda one: told.ReviewTold(*_when(one.spine), changed=one.says.changed, next_on=one.says.next_on),
    )
    return _by_child(
        *(store, ids, records.Decision),
        lambda one: told.DecisionTold(*_when(one.spine), one.says.review_on, reviews[one.spine.entry]),
    )


def _actions(store: Store, ids: Sequence[ChildId]) -> Mapping[ChildId | None, list[told.ActionTold]]:
    carried = _following(
        *(store, ids, records.ActionCarried), lambda one: told.CarriedTold(*_when(one.spine), one.says.due_on)
    )
    outcomes = _following(
        *(store, ids, records.ActionOutcome), lambda one: told.OutcomeTold(*_when(one.spine), one.says.done)
    )
    return _by_child(
        *(store, ids, records.Action),
        lambda one: told.ActionTold(
            *_when(one.spine), one.says.due_on, carried[one.spine.entry], outcomes[one.spine.entry]
        ),
    )


def _worries(
    store: Store, ids: Sequence[ChildId], readings: Mapping[EntryId, Scales]
) -> Mapping[ChildId | None, list[told.WorryTold]]:
    reviews = _following(
        *(store, ids, records.WorryReview),
        lambda one: (told.Told(*_when(one.spine)), _said(one.spine, readings)),
    )
    closed = _following(*(store, ids, records.WorryClose), lambda one: told.Told(*_when(one.spine)))

    def worry(one: Live[records.Worry]) -> told.WorryTold:
        looked_at = reviews[one.spine.entry]
        numbers = (*_said(one.spine, readings), *(each for _, said in looked_at for each in said))
        return told.WorryTold(*_when(one.spine), tuple(each for each, _ in looked_at), closed[one.spine.entry], numbers)

    return _by_child(store, ids, records.Worry, worry)


def _consultations(store: Store, ids: Sequence[ChildId]) -> Mapping[ChildId | None, list[told.ConsultationTold]]:
    answers = _following(
        *(store, ids, records.ConsultationAnswer),
        lambda one: told.AnswerTold(*_when(one.spine), one.says.changed is not None),
    )
    return _by_child(
        *(store, ids, records.Consultation),
        lambda one: told.ConsultationTold(*_when(one.spine), answers[one.spine.entry]),
        " AND NOT d.for_information",
    )


def _talks(
    store: Store, ids: Sequence[ChildId], readings: Mapping[EntryId, Scales]
) -> Mapping[ChildId | None, list[told.TalkTold]]:
    """The talks that were held, and the sessions in whose list a child stands, oldest first."""
    talks = _by_child(
        *(store, ids, records.Discussion),
        lambda one: told.TalkTold(*_when(one.spine), readings=_said(one.spine, readings)),
        " AND NOT d.asked_for AND d.setting <> 'opening'",
    )
    listed = store.rows(
        f"SELECT s.child_id, e.root_id, e.happened_on FROM session_child s {versions_of('s.session_id')}"
        f" JOIN entry_in_force e ON e.id = v.id WHERE s.child_id IN ({places(ids)}) AND e.happened_on IS NOT NULL"
        f" AND NOT {TAKEN_OFF}",
        ids,
    )
    found = defaultdict(list, talks)
    for child, session, on in listed:
        found[child].append(told.TalkTold(session, stored.day(on), written=False))
    for held in found.values():
        held.sort(key=lambda one: (one.on, one.entry))
    return found


def _readings(store: Store, ids: Sequence[ChildId]) -> Mapping[EntryId, Scales]:
    """The numbers of the scale that were said about these children, by the first version of the entry."""
    rows = store.rows(
        "SELECT s.entry_id, s.who, s.number FROM scale_reading s JOIN entry e ON e.id = s.entry_id"
        f" WHERE e.child_id IN ({places(ids)}) ORDER BY s.id",
        ids,
    )
    found: dict[EntryId, Scales] = {}
    for entry, who, number in rows:
        found[entry] = (*found.get(entry, ()), (who, number))
    return found


def _said(spine: Spine, readings: Mapping[EntryId, Scales]) -> tuple[told.Reading, ...]:
    return tuple(told.Reading(*_when(spine), who=who, number=number) for who, number in readings.get(spine.entry, ()))


def _shown(store: Store, ids: Sequence[ChildId]) -> Mapping[ChildId | None, list[told.Shown]]:
    """What the lists show of when each child was last seen, and from when they leave the child out, oldest first."""
    rows = [
        (one.spine, last_seen)
        for entries in (
            ((one, one.says.last_seen) for one in live(store, "child_id", ids, records.ExtractRow)),
            ((one, None) for one in live(store, "child_id", ids, records.Missing)),
            ((one, None) for one in live(store, "child_id", ids, records.NotCovered)),
        )
        for one, last_seen in entries
    ]
    found: dict[ChildId | None, list[told.Shown]] = defaultdict(list)
    for spine, last_seen in sorted(rows, key=lambda row: row[0].order):
        found[spine.child].append(told.Shown(spine.order[0], last_seen))
    return found
