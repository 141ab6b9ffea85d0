"""Everything recorded about one child or one worker, as it was written, oldest happening first.

Which kinds there are, and whose page each stands on, is read from their descriptions. Nothing here reads the worker's
own file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from peewee import Field, Query, fn

from db import models
from db.models import Entry, EntryInForce, ScaleReading, SessionChild, SessionHeld, Team, WorkerNow
from db.queries.contents import contents_about
from db.question import Question, any_of, given
from db.reading import Columns, read_as
from oversight_tui.practice import facts, records
from oversight_tui.practice.history import History, HistoryRow, Replaced
from oversight_tui.practice.ids import ChildId, EntryId, TeamId, WorkerId
from oversight_tui.practice.records import Content, every_kind
from oversight_tui.practice.requests import Scales

if TYPE_CHECKING:
    from db.engine import Store


class _Spine(Struct, frozen=True, array_like=True):
    """What every entry has, whatever its kind."""

    id: EntryId
    happened_on: date | None
    happened_at: str | None
    recorded_at: datetime
    by: str
    corrects: EntryId | None
    sensitive: bool
    source: str


class _Listed(Struct, frozen=True, array_like=True):
    """A session in whose list a child stands, by the number of the version in force."""

    version: EntryId
    session_kind: facts.SessionKind
    worker: WorkerId | None


_SPINE = Columns(
    _Spine,
    {
        "id": Entry.id,
        "happened_on": Entry.happened_on,
        "happened_at": Entry.happened_at,
        "recorded_at": Entry.recorded_at,
        "by": Entry.recorded_by,
        "corrects": Entry.corrects,
        "sensitive": Entry.sensitive,
        "source": Entry.source,
    },
)
_LISTED = Columns(
    _Listed,
    {"version": EntryInForce.id, "session_kind": SessionHeld.session_kind, "worker": EntryInForce.worker},
)
_ABOUT_CHILD = Question(lambda: Entry.select(*_SPINE.columns).where(Entry.child == given("id")))
_ABOUT_WORKER = Question(
    lambda: Entry.select(*_SPINE.columns).where((Entry.worker == given("id")) & Entry.child.is_null())
)
_SPINES = Question(lambda ids: Entry.select(*_SPINE.columns).where(Entry.id.in_(any_of("ids", ids))))
_LISTS = Question(
    lambda: (
        SessionChild.select(*_LISTED.columns)
        .join(
            EntryInForce,
            on=(EntryInForce.id == SessionChild.session) | (EntryInForce.corrects == SessionChild.session),
        )
        .join(SessionHeld, on=(SessionHeld.entry == EntryInForce.id))
        .where(SessionChild.child == given("id"))
    )
)
_NAMES = Question(
    lambda ids: WorkerNow.select(WorkerNow.worker, WorkerNow.name).where(WorkerNow.worker.in_(any_of("ids", ids)))
)
_TEAMS = Question(lambda ids: Team.select(Team.id, Team.name).where(Team.id.in_(any_of("ids", ids))))


def child_history(store: Store, child: ChildId) -> History:
    """Every entry about the child, and the sessions in whose list they stand, as these are said now."""
    about = Entry.child.column_name
    lists = {one.version: one for one in _LISTED.made_from(_LISTS.ask(store, id=child))}
    spines = [*_SPINE.made_from(_ABOUT_CHILD.ask(store, id=child))]
    in_lists = _SPINE.made_from(_SPINES.ask(store, ids=list(lists))) if lists else []
    contents: dict[EntryId, Content] = contents_about(store, about, child, _on_page("child"))
    listed: dict[EntryId, Content] = {
        number: records.ListedInSession(one.session_kind, one.worker) for number, one in lists.items()
    }
    versions, scales = _VERSIONS_OF_CHILD.ask(store, id=child), _said(_SCALES.ask(store, id=child))
    rows = [*_rows(spines, contents, versions, scales), *_rows(in_lists, listed, versions, scales)]
    return _named(store, rows)


def worker_history(store: Store, worker: WorkerId) -> History:
    """Every entry about the worker that is no child's and not of their own file."""
    about = Entry.worker.column_name
    spines = _SPINE.made_from(_ABOUT_WORKER.ask(store, id=worker))
    contents = contents_about(store, about, worker, _on_page("worker"), without_child=True)
    rows = _rows(spines, contents, _VERSIONS_OF_WORKER.ask(store, id=worker), {})
    walled = records.behind_the_wall()
    return _named(store, (row.__replace__(behind_the_wall=row.content.kind.name in walled) for row in rows))


def _on_page(page: records.Page) -> list[type[Content]]:
    """The kinds that stand on a child's page, or on a worker's."""
    return [content for content in every_kind() if content.kind.page in (page, *records.OF_EITHER)]


def _rows(
    spines: Iterable[_Spine],
    contents: Mapping[EntryId, Content],
    versions: Iterable[tuple[EntryId, EntryId, bool]],
    scales: Mapping[EntryId, Scales],
) -> Iterator[HistoryRow]:
    """The rows whose content was read, each with what became of it."""
    newest: dict[EntryId, tuple[EntryId, bool]] = {}
    for version, first, here in versions:
        newest[first] = max(newest.get(first, (version, bool(here))), (version, bool(here)))
    for spine in spines:
        if spine.id in contents:
            first = spine.corrects or spine.id
            yield HistoryRow(
                id=spine.id,
                happened_on=spine.happened_on,
                happened_at=spine.happened_at,
                recorded_at=spine.recorded_at,
                by=spine.by,
                corrects=spine.corrects,
                content=contents[spine.id],
                scales=scales.get(first, ()),
                sensitive=spine.sensitive,
                from_a_list=spine.source == "import",
                replaced=_replaced(spine.id, *newest[first]) if first in newest else "",
            )


def _replaced(number: EntryId, newest: EntryId, here: bool) -> Replaced:
    """What became of a version: a later one stands in its place, or the entry stands on another page, also where it
    went there since the version was taken back.
    """
    if not here:
        return "moved"
    return "corrected" if newest > number else ""


def _named(store: Store, rows: Iterable[HistoryRow]) -> History:
    """The rows in the order of what happened, with the names of the workers and teams that they speak of."""
    ordered = tuple(sorted(rows, key=lambda row: (row.happened_on or date.min, row.id)))
    given_to = [row.content for row in ordered if isinstance(row.content, records.Allocation)]
    planned = (row.content.going_to for row in ordered if isinstance(row.content, records.HandOverPlan))
    named = (*(one.allocated_to for one in given_to), *planned)
    workers = sorted({one for one in named if one is not None})
    teams = sorted({one.team for one in given_to if one.team is not None})
    return History(
        ordered,
        {WorkerId(number): name for number, name in (_NAMES.ask(store, ids=workers) if workers else ())},
        {TeamId(number): name for number, name in (_TEAMS.ask(store, ids=teams) if teams else ())},
    )


def _said(readings: Iterable[tuple[EntryId, str, int]]) -> dict[EntryId, Scales]:
    found: dict[EntryId, Scales] = {}
    for entry, who, number in readings:
        found[entry] = (*found.get(entry, ()), (who, number))
    return found


def session_children(store: Store, worker: WorkerId) -> dict[EntryId, tuple[str, ...]]:
    """References of the children discussed at each held session of a worker, by the session's entry."""
    found: dict[EntryId, tuple[str, ...]] = {}
    for session, reference in _SESSION_CHILDREN.ask(store, id=worker):
        found[session] = (*found.get(session, ()), reference)
    return found


def sessions_with_others(store: Store, worker: WorkerId) -> dict[EntryId, tuple[str, ...]]:
    """Who else was at each group session of a worker, by the session's entry."""
    found: dict[EntryId, tuple[str, ...]] = {}
    for session, name in store.rows(_OTHERS, (worker,)):
        found[session] = (*found.get(session, ()), name)
    return found


class _Joined(Struct, frozen=True):
    """A group session of another worker."""

    session: EntryId
    on: date | None
    minutes: int | None
    supervisor: str
    name: str


def sessions_joined(store: Store, worker: WorkerId) -> list[facts.Session]:
    """The group sessions of others at which a worker was, oldest first; whose they are stands among the others."""
    return [
        facts.Session(
            id=one.session,
            worker_id=worker,
            kind="group",
            state="held",
            planned_for=None,
            held_on=one.on,
            reason=None,
            minutes=one.minutes,
            supervisor=one.supervisor,
            children=tuple(reference for (reference,) in store.rows(_REFERENCES, (one.session,))),
            others=(one.name,),
        )
        for one in read_as(_Joined, _Joined.__struct_fields__, store.rows(_JOINED, (worker,)))
    ]


_OTHERS = """
SELECT s.session_id, w.name FROM session_worker s JOIN worker_now w ON w.worker_id = s.worker_id
JOIN entry e ON e.id = s.session_id WHERE e.worker_id = ? ORDER BY s.id
"""
_JOINED = """
SELECT e.root_id, e.happened_on, h.minutes, COALESCE(h.supervisor, e.recorded_by), w.name FROM session_worker s
JOIN entry_in_force e ON e.root_id = s.session_id JOIN session_held h ON h.entry_id = e.id
JOIN worker_now w ON w.worker_id = e.worker_id WHERE s.worker_id = ? ORDER BY e.happened_on NULLS FIRST, e.id
"""
_REFERENCES = """
SELECT c.reference FROM session_child s JOIN child c ON c.id = s.child_id WHERE s.session_id = ? ORDER BY c.reference
"""


def _said_about(about: Field) -> Query:
    """The first versions of all that is or was about somebody; what is said with an entry follows the first of it."""
    return Entry.select(fn.COALESCE(Entry.corrects, Entry.id)).where(about == given("id"))


def _corrected_about(about: Field) -> Query:
    """The first versions of the entries that a later version says otherwise, of which any is about somebody."""
    later = Entry.alias()
    return later.select(later.corrects).where(later.corrects.in_(_said_about(about)))


def _versions(of_child: bool) -> Question:
    """(version, first version, whether it is about the same) of every entry that was ever said otherwise: the first of
    it, and each correction that was not taken back itself.

    Also where the entry as a whole was taken back, or began on another page: its words stay gone from each page that it
    was moved from.
    """

    def write() -> Query:
        version, undoing = Entry.alias(), EntryInForce.alias()
        corrected = _corrected_about(Entry.child if of_child else Entry.worker)
        undone = (
            models.Withdrawal.select(models.Withdrawal.entry)
            .join(undoing, on=(undoing.id == models.Withdrawal.entry))
            .where(models.Withdrawal.withdrawn == version.id)
        )
        here = (version.child if of_child else version.worker) == given("id")
        first = fn.COALESCE(version.corrects, version.id)
        return version.select(version.id, first, here).where(
            (version.id.in_(corrected) | version.corrects.in_(corrected))
            & (version.corrects.is_null() | ~fn.EXISTS(undone))
        )

    return Question(write)


_VERSIONS_OF_CHILD, _VERSIONS_OF_WORKER = _versions(of_child=True), _versions(of_child=False)
_SCALES = Question(
    lambda: (
        ScaleReading.select(ScaleReading.entry, ScaleReading.who, ScaleReading.number)
        .where(ScaleReading.entry.in_(_said_about(Entry.child)))
        .order_by(ScaleReading.id)
    )
)
_SESSION_CHILDREN = Question(
    lambda: (
        SessionChild.select(SessionChild.session, models.Child.reference)
        .join(models.Child, on=(models.Child.id == SessionChild.child))
        .switch(SessionChild)
        .join(Entry, on=(Entry.id == SessionChild.session))
        .where(Entry.worker == given("id"))
        .order_by(models.Child.reference)
    )
)
