"""The brief of a day as rows: who is on duty, and worker by worker what is booked, what is due, who is away until when.

Nothing of anybody's supervision is in it but the time of a session, so that it can stand on a wall.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from oversight_tui.practice.board import Board
from oversight_tui.practice.day import Appointment, Arrival, Day, DueToday, Turn, WorkerDay
from oversight_tui.practice.day_told import called, goes_to, without_worker_words
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.ui.action_ids import ActionId
from oversight_tui.ui.keymap import Keymap
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.rows import Cell, Column
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.text_line import FILL, Part
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import long_day, weekday_day
from oversight_tui.words.times import ends_at

_WIDE, _WIDEST = 110, 150  # from where names stand in full, and where a place has a column of its own
COLUMNS = (
    Column(1),
    Column(15, title="who", below_width=_WIDE),
    Column(24, title="who", from_width=_WIDE),
    Column(11, title="when", whole=True),
    Column(title="what", below_width=_WIDEST),
    Column(title="what", from_width=_WIDEST),
    Column(30, title="where", from_width=_WIDEST),
    Column(26, title="who goes", from_width=_WIDEST),
)
_DAY = timedelta(days=1)


class DayRow(Struct, frozen=True):
    """A row: the child and the worker whom it is about, and what is booked in it, None where nothing is."""

    key: str
    cells: tuple[Cell, ...]
    child_id: ChildId | None = None
    worker_id: WorkerId | None = None
    booked: Appointment | None = None
    handover: EntryId | None = None

    @property
    def booking(self) -> EntryId | None:
        """The booking in it, None where there is none, or it is a session."""
        return self.booked.entry_id if self.booked is not None and self.booked.kind != "session" else None

    @property
    def is_visit(self) -> bool:
        """Whether a child is to be seen."""
        return self.booked is not None and self.booked.kind == "visit" and self.child_id is not None

    @property
    def nobody_goes(self) -> bool:
        """Whether who was to go is not here, and nobody stands in who is free then."""
        return self.booked is not None and self.booked.nobody_goes

    @property
    def called(self) -> str:
        """A booking as a form is headed: when it is, and what."""
        _, _, _, when, _, what, *_ = (cell.text for cell in self.cells)
        return f"{when} {what}"


def title_of(day: Day, today: date) -> str:
    """Which day it is, how much is booked, and to how much of it nobody goes."""
    near = {today: "Today, ", today + _DAY: "Tomorrow, ", today - _DAY: "Yesterday, "}.get(day.on, "")
    said = [f" {near}{long_day(day.on)}: {day.booked} booked"]
    if day.to_go_to:
        said.append(f"nobody goes to {len(day.to_go_to)}")
    if day.on < today:
        said.append("what nobody has said what became of")
    return ", ".join(said)


def rows_of(day: Day, board: Board, names: Names) -> Iterator[DayRow]:
    """The rows: of the team first, then of each worker, then of those who are nobody of it."""
    made = _Rows(day, board, names)
    yield from made.of_the_team()
    for row in day.workers:
        yield from made.of_worker(row)
    for one in day.elsewhere:
        yield made.named(made.appointment(one, None), one.who)
    for due in day.due_elsewhere:
        yield made.named(made.due(due, None), due.who)


def in_full(row: DayRow) -> tuple[Passage, ...]:
    """The row in whole sentences."""
    _, _, who, when, what, *_ = (cell.text for cell in row.cells)
    return (Passage(" ".join(filter(None, (who, when))), "strong"), Passage(what, row.cells[4].tone, hang=2))


class _Rows:
    """Makes rows, as names are written now."""

    def __init__(self, day: Day, board: Board, names: Names) -> None:
        self._day = day
        self._board = board
        self._names = names

    def of_the_team(self) -> Iterator[DayRow]:
        """Who is on duty, the children without a worker, and who came in."""
        day, names = self._day, self._names
        today = ", ".join(map(names.worker, day.on_duty_today)) or "nobody"
        week = f"; this week {', '.join(map(self._turn, day.duty))}" if day.duty else ""
        yield _row("duty", "", f"{today}{week}", "strong" if day.on_duty_today else "plain", head="On duty")
        yield _row("waiting", "", without_worker_words(day), head="No worker")
        for one in day.arrivals:
            yield self._arrival(one)

    def of_worker(self, row: WorkerDay) -> Iterator[DayRow]:
        """What they are today, where that is to be said, and what they have; the name stands at the first."""
        standing = self._standing(row)
        if standing:
            tone: Tone = "quiet" if row.away else "plain"
            yield self.named(_row(f"worker {row.worker_id}", "", standing, tone, worker_id=row.worker_id), row.name)
        theirs = [
            *(self.appointment(one, row.worker_id) for one in row.appointments),
            *(self.due(one, row.worker_id) for one in row.due),
        ]
        for number, one in enumerate(theirs):
            yield one if standing or number else self.named(one, row.name)

    def named(self, row: DayRow, name: str | None) -> DayRow:
        """The row with whose it is, in short and in full."""
        sign, _, _, *rest = row.cells
        short, whole = self._names.short_worker(name), self._names.worker(name)
        return row.__replace__(cells=(sign, Cell(short, "strong", found_by=whole), Cell(whole, "strong"), *rest))

    def _standing(self, row: WorkerDay) -> str:
        said = ["on duty"] if row.on_duty else []
        if row.away:
            said.append(f"away, back {weekday_day(row.back_on)}" if row.back_on else "away, return not known")
            said.append(f"{self._names.worker(row.covered_by)} stands in" if row.covered_by else "nobody stands in")
        elif not row.appointments and not row.due:
            said.append("nothing booked")
        return ", ".join(said)

    def appointment(self, one: Appointment, whose: WorkerId | None) -> DayRow:
        """Something that is booked; that somebody has to go to it."""
        names, child = self._names, self._board.child_row(one.child_id)
        about = names.child(child.child) if child is not None else one.child or ""
        what = " ".join(filter(None, (called(one, names.worker), about))) + self._said(one)
        goes, tone, sign = self._who_goes(one)
        return _row(
            f"{one.kind} {one.entry_id} {whose}" if one.with_worker else f"booked {one.entry_id}",
            _when(one),
            what,
            tone,
            sign=sign,
            place=names.text(one.place),
            goes=goes,
            child_id=one.child_id,
            worker_id=whose,
            booked=one if one.kind != "handover" and not one.held and not one.with_worker else None,
            handover=one.entry_id if one.kind == "handover" else None,
        )

    def _said(self, one: Appointment) -> str:
        """The words of a booking; of a handover to whom, who is a worker."""
        if one.kind == "handover":
            return f" {goes_to(one, self._names.worker)}"
        return f": {self._names.text(one.text)}" if one.text else ""

    def _who_goes(self, one: Appointment) -> tuple[str, Tone, str]:
        if one.stands_in and one.nobody_goes:
            says = f"{self._names.worker(one.stands_in)} stands in and is elsewhere then; who goes?"
            return says, "alarm", self._names.glyphs.urgent
        if one.stands_in:
            return f"{self._names.worker(one.stands_in)} stands in", "warn", self._names.glyphs.due
        return ("who goes?", "alarm", self._names.glyphs.urgent) if one.needs_somebody else ("", "plain", "")

    def due(self, one: DueToday, whose: WorkerId | None) -> DayRow:
        """A report that is due, or was."""
        names, child = self._names, self._board.child_row(one.child_id)
        about = names.child(child.child) if child is not None else one.child or ""
        late = one.due_on < self._day.on
        since = f", was due {weekday_day(one.due_on)}" if late else ""
        what = f"{names.text(one.text)}{f' ({about})' if about else ''}{since}"
        sign = names.glyphs.overdue if late else names.glyphs.due
        tone: Tone = "alarm" if late else "warn"
        return _row(
            f"due {one.entry_id}",
            "late" if late else "due",
            what,
            tone,
            sign=sign,
            child_id=one.child_id,
            worker_id=whose,
        )

    def _arrival(self, one: Arrival) -> DayRow:
        child = self._board.child_row(one.child_id)
        about = self._names.child(child.child) if child is not None else one.child or "a referral"
        came = weekday_day(one.came_on) if one.came_on else ""
        at = f" at {one.at}" if one.at else ""
        what = f"{about}{at}{', for its day' if one.for_its_day else ''}: to be decided"
        tone: Tone = "alarm" if one.for_its_day else "plain"
        return _row(f"came {one.entry_id}", came, what, tone, head="Came in", child_id=one.child_id)

    def _turn(self, turn: Turn) -> str:
        first, last = f"{turn.first:%a}", f"{turn.last:%a}"
        days = first if turn.first == turn.last else f"{first} to {last}"
        return f"{self._names.short_worker(turn.worker)} {days}"


def _row(
    key: str,
    when: str,
    what: str,
    tone: Tone = "plain",
    *,
    head: str = "",
    sign: str = "",
    place: str = "",
    goes: str = "",
    child_id: ChildId | None = None,
    worker_id: WorkerId | None = None,
    booked: Appointment | None = None,
    handover: EntryId | None = None,
) -> DayRow:
    whole = f"{what}{f', {place}' if place else ''}{f'; {goes}' if goes else ''}"
    cells = (
        Cell(sign, tone),
        Cell(head, "strong"),
        Cell(head, "strong"),
        Cell(when, tone),
        Cell(whole, tone),
        Cell(what, tone),
        Cell(place, "quiet"),
        Cell(goes, tone),
    )
    return DayRow(key, cells, child_id, worker_id, booked, handover)


def _when(one: Appointment) -> str:
    if one.at is None:
        return "no time"
    return f"{one.at}-{ends_at(one.at, one.minutes)}" if one.minutes else one.at


def with_ways(title: tuple[Part, ...], keymap: Keymap) -> tuple[tuple[Part, ...], ...]:
    """The title with the ways to the days around it, where there is room for them."""
    ways: tuple[tuple[ActionId, str], ...] = (("day_before", "day before"), ("day_next", "day after"))
    parts = (
        part
        for action, says in ways
        for part in (Part(f" {keymap.shown(action)}", "bold $text-accent", action), Part(f" {says} ", "", action))
    )
    return ((*title, FILL, *parts), title)


def next_nobody_goes_to(rows: Mapping[str, DayRow], here: str) -> str:
    """The key of the next booking to which nobody goes, from the last one to the first; empty where there is none."""
    keys = list(rows)
    at = keys.index(here) + 1 if here in rows else 0
    return next((key for key in (*keys[at:], *keys[:at]) if rows[key].nobody_goes), "")


def of_the_same(rows: Iterable[DayRow], row: DayRow) -> tuple[EntryId, ...]:
    """What else is booked for who goes to a booking, on that day."""
    return tuple(
        one.booking for one in rows if one.booking is not None and one.worker_id == row.worker_id and one.key != row.key
    )
