"""The workers of one import: those the store knows, those the files bring, and what changes of either."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from oversight_tui.exchange.roster import AbsenceRow, RosterRow
from oversight_tui.exchange.tables import Remark
from oversight_tui.practice.changes import KnownWorker, WorkerChange, WorkerDetail
from oversight_tui.practice.facts import Absence, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.moved_limit import later_limit_said
from oversight_tui.practice.policy import Policy
from oversight_tui.services.importing.names_alike import NamesAlike, better_spelled
from oversight_tui.services.importing.namesakes import Namesakes
from oversight_tui.words.dates import long_day
from oversight_tui.words.text import match_key

# What a file that knows who held a child tells of a worker too; fields of `WorkerDetail`.
Learnt = Literal["name", "staff_id", "team", "role", "fte", "leaves"]
NO_ID_YET = WorkerId(0)  # of a worker whom this import brings: `WorkerChange` says whose absence it is


class WorkerLine(Struct, frozen=True):
    """One thing that changes about a worker."""

    worker: str
    field: str
    old: str | None
    new: str | None
    where: str | None


class _Person(Struct):
    key: str
    worker_id: WorkerId | None
    detail: WorkerDetail
    is_changed: bool
    last_supervised: date | None = None
    supervised_here: bool = False
    known_absences: tuple[Absence, ...] = ()
    aliases: list[str] = field(default_factory=list)
    opening: date | None = None
    absences: list[Absence] = field(default_factory=list)
    absence_ends: list[tuple[date, date]] = field(default_factory=list)
    is_needed: bool = False
    worker: Worker | None = None
    number_read: str | None = None  # by a row of the roster that is being read


class WorkerBook:
    """Every worker by every key they go by. `as_at` is the day a worker met first was seen on a list; by `policy` and
    `today` it is told whose clock a corrected fact moves. `different` are pairs of names that were said to be two
    people's, by their keys.
    """

    def __init__(
        self,
        known: Iterable[KnownWorker],
        as_at: date,
        policy: Policy,
        today: date,
        namesakes: Namesakes,
        different: Collection[frozenset[str]] = (),
    ) -> None:
        self.as_at, self._policy, self._today, self.namesakes = as_at, policy, today, namesakes
        self.lines: list[WorkerLine] = []
        self.refused: list[Remark] = []
        self.warnings: list[Remark] = []
        self.alike: list[tuple[str, str]] = []  # a spelling, and the name of a worker, known or met too, it may be of
        self._different = different
        self._names = NamesAlike()
        self._stands_for: dict[str, str] = {}  # a spelling, by its key, and the name that it was said to be of
        self._by_key: dict[str, _Person] = {}
        self._by_staff_id: dict[str, _Person] = {}
        for worker in known:
            person = _Person(
                worker.keys[0],
                worker.worker_id,
                worker.detail,
                False,
                worker.last_supervised,
                worker.supervised_here,
                worker.absences,
                worker=worker.worker,
            )
            for key in worker.keys:
                self._by_key.setdefault(key, person)
            if worker.detail.staff_id:
                self._by_staff_id[worker.detail.staff_id] = person
        for key in self._by_key:
            self._names.add(key)
        self.apart: list[str] = []  # of the names met first, those that carry their team

    def same(self, pairs: Mapping[str, str]) -> None:
        """Take each first name as another spelling of the second, who may be met with the lists yet."""
        for other, name in pairs.items():
            person = self._by_key.get(match_key(name))
            if person is None:
                self._stands_for[match_key(other)] = name
            elif match_key(other) not in self._by_key:
                self._also_known(person, other)

    def never_met(self) -> str | None:
        """A name that spellings were said to be of, and that nobody has."""
        return next((name for name in self._stands_for.values() if match_key(name) not in self._by_key), None)

    def _also_known(self, person: _Person, other: str) -> None:
        person.aliases.append(match_key(other))
        self._by_key[match_key(other)] = person
        self.lines.append(WorkerLine(person.detail.name, "also known as", None, other, None))

    def _under_its_name(self, name: str, place: str | None) -> _Person | None:
        """Whoever this name is another spelling of, as was said; met with it where the name itself was not yet."""
        whole = self._stands_for.get(match_key(name))
        if whole is None:
            return None
        person = self._by_key.get(match_key(whole)) or self._new(whole, None, place)
        self._also_known(person, name)
        return person

    def keep(self, key: str | None) -> None:
        """Somebody holds a child as before, without being named anew."""
        if key is not None:
            self._by_key[key].is_needed = True

    def holder(self, name: str, team: str | None, place: str | None) -> str:
        """The key of the worker with this name on a caseload list, met first where nobody has it; of several people of
        one name, of the one in the child's team.
        """
        person = self._by_key.get(match_key(name)) or self._under_its_name(name, place)
        key = person.key if person else match_key(name)
        if self.namesakes.are_apart(key):
            person = self._in_team(name, key, team, place)
        elif person is None:
            person = self._met(name, None, place)
        person.is_needed = True
        return person.key

    def _namesake(self, row: RosterRow, staff_id: str) -> _Person:
        """Somebody whose name another row has, with another number; named with the team behind it, or the number."""
        named = f"{row.name} ({row.values.get('team') or staff_id})"
        place = row.places.get("name", "")
        reason = f"another row has this name and another number: two people, this one as {named}"
        self.warnings.append(Remark(place, row.name, reason))
        self.namesakes.tell_apart(match_key(row.name))
        person = self._by_key.get(match_key(named))
        if person is None:
            self.apart.append(named)
            person = self._new(named, staff_id, place)
        return person

    def _in_team(self, name: str, key: str, team: str | None, place: str | None) -> _Person:
        plain = self._by_key.get(key)
        if team is None:
            reason = "two people have this name, and with no team beside it nothing says which is meant"
            self.warnings.append(Remark(place or "", name, reason))
            return plain or self._met(name, None, place)
        said = plain.detail.team if plain else None
        full = plain.detail.name if plain else name
        named = self.namesakes.name_in(team, full, key, known=plain is not None, said=said)
        person = self._by_key.get(match_key(named))
        if person is None:
            self.apart.append(named)
            person = self._new(named, None, place)
        return person

    def name_of(self, key: str) -> str:
        """The name of the worker with this key."""
        return self._by_key[key].detail.name

    def roster_row(self, row: RosterRow) -> None:
        """A row of a roster: what it says replaces what was known, what it leaves out stays."""
        person = self._by_staff_id.get(row.worker_id or "") or self._by_key.get(match_key(row.name))
        person = person or self._under_its_name(row.name, row.places.get("name"))
        if person is None:
            person = self._met(row.name, row.worker_id, row.places.get("name"))
        elif row.worker_id and person.number_read not in (None, row.worker_id):
            person = self._namesake(row, row.worker_id)
        person.number_read = row.worker_id or person.number_read
        said = {name: value for name, value in row.values.items() if name != "last_supervised"}
        if row.worker_id is not None:
            said["staff_id"] = row.worker_id
            self._by_staff_id[row.worker_id] = person
        known = asdict(person.detail)
        for name, value in said.items():
            old = known[name]
            if old != value:
                place = row.places.get("worker_id" if name == "staff_id" else name)
                self.lines.append(WorkerLine(person.detail.name, name, _shown(old), _shown(value), place))
                person.is_changed = True
        person.detail = replace(person.detail, **said)
        self._says_whose_limit_moves(person, row)
        last = row.values.get("last_supervised")
        if last is not None:
            self._last_supervised(person, last, row.places["last_supervised"])

    def with_number(self, name: str, numbers: Sequence[str]) -> str | None:
        """The key of a known worker with one of these numbers, else with this name; None where there is nobody."""
        by_number = (self._by_staff_id.get(one) or self._by_key.get(match_key(one)) for one in numbers)
        person = next((one for one in by_number if one is not None), None) or self._by_key.get(match_key(name))
        return person.key if person is not None else None

    def has_numbers(self, key: str, numbers: Sequence[str], place: str) -> None:
        """Further numbers of a worker: the first is that of the authority's system where none is known yet."""
        self.learns(key, "staff_id", numbers[0], place)
        person = self._by_key[key]
        self._known_as(person, [one for one in numbers if one != person.detail.staff_id])

    def met_by_number(self, name: str, numbers: Sequence[str], place: str, *, is_name: bool) -> str:
        """The key of a worker met first; where the number is all that is known, no name is like it."""
        person = (self._met if is_name else self._new)(name, numbers[0], place)
        self._by_staff_id[numbers[0]] = person
        self._known_as(person, numbers[1:])
        return person.key

    def learns(self, key: str, field: Learnt, value: object, place: str) -> None:
        """What is said of a worker of whom it was not known."""
        person = self._by_key[key]
        if getattr(person.detail, field) is None and value is not None:
            self._learns(person, field, value, place)

    def says(self, key: str, field: Learnt, value: object, place: str) -> None:
        """What is said of a worker now, whatever was known."""
        person = self._by_key[key]
        if field == "name":
            self._by_key.setdefault(match_key(str(value)), person)
        self._learns(person, field, value, place)

    def needs(self, key: str) -> None:
        """A worker whom something that is written points at."""
        self._by_key[key].is_needed = True

    def id_of(self, key: str) -> WorkerId | None:
        """The number of a worker here; None of one whom this import brings."""
        return self._by_key[key].worker_id

    def name_with_id(self, worker: WorkerId) -> str | None:
        """The name of the worker here with this number."""
        found = (one.detail.name for one in self._by_key.values() if one.worker_id == worker)
        return next(found, None)

    def detail_of(self, key: str) -> WorkerDetail:
        """What is known of a worker."""
        return self._by_key[key].detail

    def _learns(self, person: _Person, field: Learnt, value: object, place: str) -> None:
        known = getattr(person.detail, field)
        self.lines.append(WorkerLine(person.detail.name, field, _shown(known), _shown(value), place))
        person.detail = replace(person.detail, **{field: value})
        person.is_changed = True

    def _known_as(self, person: _Person, numbers: Iterable[str]) -> None:
        for one in numbers:
            if match_key(one) not in self._by_key:
                person.aliases.append(match_key(one))
                self._by_key[match_key(one)] = person

    def absence_row(self, row: AbsenceRow) -> None:
        """An absence: new, or one that is known and has another end now."""
        person = self._by_staff_id.get(row.worker_id or "") or self._by_key.get(match_key(row.name or ""))
        if person is None:
            shown = row.name or row.worker_id or ""
            self.refused.append(Remark(row.place, shown, "no such worker; put them on the roster first"))
            return
        known = next((one for one in person.known_absences if one.first_day == row.first_day), None)
        if known is None:
            away = Absence(person.worker_id or NO_ID_YET, row.reason, row.first_day, row.last_day)
            person.absences.append(away)
            person.known_absences = (*person.known_absences, away)
            self._away(person, None, row)
        elif row.last_day is not None and known.last_day != row.last_day:
            person.absence_ends.append((row.first_day, row.last_day))
            self._away(person, _shown(known.last_day) or "not known", row)

    def changes(self) -> tuple[WorkerChange, ...]:
        """What is to be written, and the known workers that allocations point at."""
        people = {id(person): person for person in self._by_key.values()}
        return tuple(
            WorkerChange(
                person.key,
                person.worker_id,
                person.detail if person.is_changed else None,
                tuple(person.aliases),
                person.opening,
                tuple(person.absences),
                tuple(person.absence_ends),
            )
            for person in people.values()
            if person.is_needed or person.is_changed or person.aliases or person.opening or _was_away(person)
        )

    def _last_supervised(self, person: _Person, last: date, place: str) -> None:
        """An opening date: it stands only while no session is recorded here, and then as it was said last."""
        if person.supervised_here and person.last_supervised is not None:
            if last > person.last_supervised:
                held = long_day(person.last_supervised)
                reason = f"a session of {held} is recorded here, and no opening date overrides it"
                self.warnings.append(Remark(place, last.isoformat(), reason))
        elif last != person.last_supervised:
            before = _shown(person.last_supervised)
            self.lines.append(WorkerLine(person.detail.name, "last_supervised", before, _shown(last), place))
            person.opening = person.last_supervised = last

    def _says_whose_limit_moves(self, person: _Person, row: RosterRow) -> None:
        """A first day or a newly-qualified start that was known otherwise may make a late supervision one in time."""
        if person.worker is None:
            return
        said = person.detail
        after = replace(person.worker, newly_qualified_from=said.newly_qualified_from, starts=said.starts)
        moved = later_limit_said(person.worker, after, person.known_absences, self._policy, self._today)
        if moved:
            newly = said.newly_qualified_from != person.worker.newly_qualified_from
            place = row.places.get("newly_qualified_from" if newly else "starts", "")
            value = _shown(said.newly_qualified_from if newly else said.starts)
            self.warnings.append(Remark(place, value or "", moved))

    def _met(self, name: str, staff_id: str | None, place: str | None) -> _Person:
        for close in self._names.near(match_key(name)):
            known = self._by_key[close]
            if frozenset((match_key(name), close)) not in self._different:
                self._may_be(name, known, place)
        return self._new(name, staff_id, place)

    def _may_be(self, name: str, known: _Person, place: str | None) -> None:
        """A name met first may be that of somebody known, or met before in these lists: the better spelling counts."""
        named = known.detail.name
        whole = named if known.worker_id is not None else better_spelled(named, name)
        other = name if whole == named else named
        if (other, whole) not in self.alike:
            self.alike.append((other, whole))
            self.warnings.append(Remark(place or "", other, f"close to {whole}, and taken as somebody else"))

    def _new(self, name: str, staff_id: str | None, place: str | None) -> _Person:
        key = match_key(name)
        person = _Person(key, None, WorkerDetail(name, staff_id=staff_id, seen_by=self.as_at), True)
        self._by_key[key] = person
        self._names.add(key)
        self.lines.append(WorkerLine(name, "worker", None, name, place))
        return person

    def _away(self, person: _Person, old: str | None, row: AbsenceRow) -> None:
        until = row.last_day.isoformat() if row.last_day else "not known"
        new = f"{row.reason} {row.first_day.isoformat()} to {until}"
        self.lines.append(WorkerLine(person.detail.name, "absence", old, new, row.place))


def _was_away(person: _Person) -> bool:
    return bool(person.absences or person.absence_ends)


def _shown(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
