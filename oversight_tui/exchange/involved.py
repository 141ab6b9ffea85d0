"""What files tell that know when each worker truly held a child: spells of involvement, professionals by number, and
where each child stands. From these comes one picture of each child, as lists give it, with the true days.

Who holds a child now: of the open spells of an allocated worker's role the one that began last, of one day the one with
the highest number. The others are told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from oversight_tui.exchange.extract import ExtractChild, Involvement
from oversight_tui.exchange.tables import Remark
from oversight_tui.practice.facts import Status
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.text import match_key

# Of System C before and since version 1.4.5 of the dataset, of Mosaic, and of Eclipse.
LEAD_ROLES = ("CW", "Allocated Case Worker", "ALLWKR", "AT", "Allocated Worker", "Allocated Social Worker")


class Spell(Struct, frozen=True):
    """One time somebody was involved with a child; a blank role is that of a file that knows of one role only.

    `number` orders spells of one day, `place` is the cell that names the worker.
    """

    child: str
    worker_id: str | None
    role: str | None
    team: str | None
    starts: date | None
    ends: date | None
    because: str | None
    number: str
    place: str


class Professional(Struct, frozen=True):
    """Somebody who works with children, by the number that spells give; `also` are further numbers of theirs."""

    number: str
    name: str
    role: str | None
    fte: float | None
    place: str
    also: tuple[str, ...] = ()


class Standing(Struct, frozen=True):
    """Where a child stands. `open` None: the files do not say, and who is involved decides."""

    open: bool | None = None
    status: Status | None = None
    status_since: date | None = None
    date_of_birth: date | None = None
    last_seen: date | None = None
    last_seen_source: str | None = None
    closed_on: date | None = None
    closed_because: str | None = None
    adviser_id: str | None = None


class Involved(Struct, frozen=True):
    """All that such files hold. `knows` are the fields of a child that they tell at all, `other_references` further ids
    that children have, by their reference.
    """

    lists: tuple[str, ...]
    spells: tuple[Spell, ...]
    professionals: Mapping[str, Professional] = field(default_factory=dict)
    standing: Mapping[str, Standing] = field(default_factory=dict)
    knows: frozenset[str] = frozenset()
    other_references: Mapping[str, str] = field(default_factory=dict)
    refused: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    not_taken: tuple[Remark, ...] = ()
    not_read: tuple[Remark, ...] = ()


class Held(Struct, frozen=True):
    """The children of these files. `others` are open spells besides the one that counts, `not_taken` children left out.

    `roles` are the roles met, each with its open spells, where none of them is an allocated worker's. `unsaid` are the
    children of whom nothing says whether they are open but that somebody was involved.
    """

    children: tuple[ExtractChild, ...]
    others: tuple[Remark, ...] = ()
    not_taken: tuple[Remark, ...] = ()
    roles: tuple[tuple[str, int], ...] = ()
    unsaid: frozenset[str] = frozenset()


def named(involved: Involved, worker_id: str) -> str:
    """The name of whoever has this number, or the number as a name where no file has one; some systems write a name
    where the number belongs.
    """
    found = involved.professionals.get(worker_id)
    if found is not None:
        return found.name
    return worker_id if " " in worker_id and not any(map(str.isdigit, worker_id)) else by_number(worker_id)


def by_number(worker_id: str) -> str:
    """What somebody is called of whom only the number is known."""
    return f"Worker {worker_id}"


def held(involved: Involved, as_at: date, roles: Collection[str], known: Collection[str]) -> Held:
    """The children as these files show them on this day; `roles` are those of an allocated worker beside the usual
    ones. Of those who are closed or whom nobody holds any more only the `known` are taken.
    """
    leads = frozenset(map(match_key, (*LEAD_ROLES, *roles)))
    spells = [one for one in involved.spells if one.starts is None or one.starts <= as_at]
    if spells and not any(_is_lead(one, leads) for one in spells):
        roles_met = Counter(one.role for one in spells if one.role and _is_open(one, as_at))
        return Held((), roles=tuple(roles_met.most_common()))
    by_child: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        by_child[spell.child].append(spell)
    reading = _Reading(involved, as_at, leads)
    everybody = dict.fromkeys((*by_child, *involved.standing))
    read = [reading.child(reference, by_child[reference]) for reference in everybody]
    here = {id(one) for one in read if _is_here(one, involved, reading.waiting)}
    taken = [one for one in read if _known_as(one, involved, known) in known or (one.open and id(one) in here)]
    kept = {id(one) for one in taken}
    left = [one for one in read if id(one) not in kept]
    met = {one.reference for one in taken}
    others = tuple(one for one in reading.others if one.value in met)
    children = {id(one): one.__replace__(reference=_known_as(one, involved, known)) for one in taken}
    unsaid = frozenset(child.reference for number, child in children.items() if number not in here)
    return Held(tuple(children.values()), others, (_left_out(left),) if left else (), unsaid=unsaid)


def _is_here(child: ExtractChild, involved: Involved, waiting: Collection[str]) -> bool:
    """Whether somebody holds the child, or it is said that somebody has to."""
    said = involved.standing.get(child.reference)
    is_said = said is not None and said.open is not None
    return child.worker is not None or child.reference in waiting or is_said


def _known_as(child: ExtractChild, involved: Involved, known: Collection[str]) -> str:
    """The id of the child by which they are known here, where that is another one of theirs."""
    other = involved.other_references.get(child.reference)
    return other if other is not None and child.reference not in known and other in known else child.reference


def _left_out(children: Sequence[ExtractChild]) -> Remark:
    who = f"{count(len(children), 'child', 'children')} whom nobody here knows and nobody holds now"
    return Remark(children[0].places["child"], who, "closed, or every allocation has ended; not brought in")


def _is_lead(spell: Spell, leads: Collection[str]) -> bool:
    return spell.role is None or match_key(spell.role) in leads


def _is_open(spell: Spell, as_at: date) -> bool:
    return spell.ends is None or spell.ends > as_at


def _order(spell: Spell) -> tuple[date, int, str]:
    """The latest start is last, of one day the highest number, which is compared as a number where it is one."""
    number = spell.number
    return spell.starts or date.min, int(number) if number.isascii() and number.isdigit() else 0, number


class _Reading:
    """Puts the spells of each child together."""

    def __init__(self, involved: Involved, as_at: date, leads: Collection[str]) -> None:
        self.involved, self.as_at, self.leads = involved, as_at, leads
        self.others: list[Remark] = []
        self.waiting: set[str] = set()  # for whom an allocation is open that names nobody
        names = Counter(match_key(one.name) for one in involved.professionals.values())
        self._namesakes = {name for name, number in names.items() if number > 1}

    def child(self, reference: str, spells: Sequence[Spell]) -> ExtractChild:
        ordered = sorted((one for one in spells if one.worker_id is not None), key=_order)
        leads = [one for one in ordered if _is_lead(one, self.leads)]
        going_on = [one for one in leads if _is_open(one, self.as_at)]
        if any(one.worker_id is None and _is_lead(one, self.leads) and _is_open(one, self.as_at) for one in spells):
            self.waiting.add(reference)
        now = going_on[-1] if going_on else None
        said = self.involved.standing.get(reference, Standing())
        is_open = said.open if said.open is not None else bool(spells)
        last = now or (leads[-1] if leads else None)
        self.others += self._others(reference, ordered, now)
        place = now.place if now else next((one.place for one in (*leads, *spells)), self.involved.lists[0])
        return ExtractChild(
            reference=reference,
            open=is_open,
            worker=named(self.involved, now.worker_id) if now and now.worker_id else None,
            worker_id=now.worker_id if now else None,
            team=last.team if last else None,
            adviser=named(self.involved, said.adviser_id) if said.adviser_id else None,
            status=said.status,
            status_since=said.status_since,
            date_of_birth=said.date_of_birth,
            last_seen=said.last_seen,
            last_seen_source=said.last_seen_source,
            closed_on=None if is_open else said.closed_on,
            closed_because=None if is_open else said.closed_because,
            conflict=self._conflict(going_on),
            lists=self.involved.lists,
            places={"child": place, "worker": place, "team": place},
            unread=frozenset(_FIELDS - self.involved.knows),
            involvements=tuple(self._involvement(one) for one in leads),
        )

    def _involvement(self, spell: Spell) -> Involvement:
        number = spell.worker_id or ""
        ends = spell.ends if spell.ends is not None and spell.ends <= self.as_at else None
        return Involvement(named(self.involved, number), number, spell.team, spell.starts, ends, spell.because)

    def _conflict(self, going_on: Sequence[Spell]) -> str | None:
        """A sentence where several people hold the child by the same role."""
        if len({one.worker_id for one in going_on}) < 2:
            return None
        return "Several workers hold the child: " + ", ".join(map(self._since, reversed(going_on)))

    def _since(self, spell: Spell) -> str:
        since = f" since {long_day(spell.starts)}" if spell.starts else ""
        name, number = named(self.involved, spell.worker_id or ""), spell.worker_id
        return f"{name} ({number}){since}" if match_key(name) in self._namesakes else f"{name}{since}"

    def _others(self, reference: str, ordered: Iterable[Spell], now: Spell | None) -> Iterator[Remark]:
        for one in ordered:
            if one is not now and _is_open(one, self.as_at) and (now is None or one.worker_id != now.worker_id):
                role = f" as {one.role}" if one.role else ""
                yield Remark(
                    one.place, reference, f"{self._since(one)}{role} is involved too, and does not count as the holder"
                )


_FIELDS = frozenset({"status", "status_since", "date_of_birth", "last_seen", "adviser", "team"})
