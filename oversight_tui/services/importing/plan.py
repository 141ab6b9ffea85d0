"""What an import would do: worked out whole before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from oversight_tui.config import SpreadsheetLimits
from oversight_tui.exchange.annex_a import DateOrders, is_annex_a, not_annex_a, read_annex_a
from oversight_tui.exchange.annex_children import children_of
from oversight_tui.exchange.date_order import DateColumn
from oversight_tui.exchange.extract import Extract, ExtractChild, NearTab
from oversight_tui.exchange.roster import format_of, people_not_taken, read_people
from oversight_tui.exchange.spreadsheet import read_workbook
from oversight_tui.exchange.tables import FileProblem, Remark, Workbook
from oversight_tui.practice.changes import ImportWrite, KnownChild, KnownSnapshot, KnownWorker, SnapshotFacts
from oversight_tui.services.importing.closings import StillOpen, open_of_the_closed
from oversight_tui.services.importing.compare import ChildLine, Comparison, covered, gone
from oversight_tui.services.importing.here import NOTHING_HERE, Here, what_is_here
from oversight_tui.services.importing.namesakes import AcrossTeams, Namesakes
from oversight_tui.services.importing.people import WorkerBook, WorkerLine
from oversight_tui.services.importing.seen_names import SeenName, seen_names
from oversight_tui.words.dates import long_day
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store

COUNTED = ("new", "reallocated", "closed", "reopened", "changed", "unchanged", "missing", "unallocated", "conflicts")

_NO_CHILDREN = "0 children, nothing to import. Caseloads stand in lists 6 to 9 of Annex A."


class ImportFile(Struct, frozen=True):
    """A file of the import: its name, its digest, and what it was taken for."""

    name: str
    sha256: str
    format: str


class ImportOptions(Struct, frozen=True):
    """How the import was asked for.

    `as_at` is the day the lists show; `teams` what the files cover, none meaning every team in them. `same` maps a
    spelling to the name it stands for; `duty` names generic holders; `several` are names that people in different teams
    have. `force` takes an older list. `month_first` and `day_first` name columns of dates, `without` tabs that are left
    out knowingly.
    """

    today: date
    as_at: date | None = None
    teams: tuple[str, ...] = ()
    same: Mapping[str, str] | None = None
    duty: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    force: bool = False
    month_first: tuple[str, ...] = ()
    day_first: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class ImportPlan(Struct, frozen=True):
    """What would be written, and how it is told. `write` is None where there is nothing to do, and `says` why.

    `still_open` are the children whom it closes with anything open; `alike` names met first, each with that of a worker
    whom it may be a spelling of; `seen` says of each of these what is known of them. `across` are the names in several
    teams that are taken as one person's, `apart` the new ones that were told apart by team. `not_read` are columns
    passed over though the store keeps what they hold, `not_taken` every tab and every row that was left out, with the
    reason; `near` are tabs that may have been meant all the same, `doubted` dates whose order is to be said.
    """

    files: tuple[ImportFile, ...]
    as_at: date | None
    lists: tuple[str, ...]
    teams: tuple[str, ...]
    counts: Mapping[str, int]
    lines: tuple[ChildLine, ...]
    workers: tuple[WorkerLine, ...]
    refused: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    write: ImportWrite | None
    duty: tuple[str, ...]
    says: str
    still_open: tuple[StillOpen, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    seen: Mapping[str, SeenName] = {}
    across: tuple[AcrossTeams, ...] = ()
    apart: tuple[str, ...] = ()
    not_read: tuple[Remark, ...] = ()
    not_taken: tuple[Remark, ...] = ()
    near: tuple[NearTab, ...] = ()
    doubted: tuple[DateColumn, ...] = ()

    @property
    def has_changes(self) -> bool:
        """Whether applying it would change anything."""
        return self.write is not None


class NeedsDay(FileProblem):
    """Lists were given without the day they show."""


class OlderLists(FileProblem):
    """Lists older than those that were imported already, which are taken only where that is meant; `says` without how
    a command takes them.
    """

    def __init__(self, day: date, newer: date) -> None:
        self.says = f"These lists show {long_day(day)}, and lists of {long_day(newer)} were imported already."
        super().__init__(f"{self.says} What a newer list says holds; --force takes what the older ones add to it.")


def plan_import(
    store: Store | None, paths: Sequence[Path], asked: ImportOptions, limits: SpreadsheetLimits
) -> ImportPlan:
    """Read the files and compare them with the store. Nothing is written.

    Raises FileProblem for a file that is not taken, NeedsDay where --as-at is missing.
    """
    return plan_of(store, [read_workbook(path, limits) for path in paths], asked)


def plan_of(store: Store | None, workbooks: Sequence[Workbook], asked: ImportOptions) -> ImportPlan:
    """Compare files that were read with the store, or with nothing where there is none yet. Nothing is written.

    Raises as `plan_import` does.
    """
    annexes = tuple(book for book in workbooks if is_annex_a(book))
    people = tuple(book for book in workbooks if not is_annex_a(book))
    for book in people:
        if format_of(book) is None:
            raise FileProblem(not_annex_a(book))
    if store is None:
        return _Planning(NOTHING_HERE, asked, annexes, people).plan()
    with store.reading():
        plan = _Planning(what_is_here(store), asked, annexes, people).plan()
        changes = plan.write.children if plan.write is not None else ()
        return plan.__replace__(still_open=tuple(open_of_the_closed(store, changes, asked.today)))


class _Planning:
    """Works one plan out; made for one call."""

    def __init__(
        self, here: Here, asked: ImportOptions, annexes: tuple[Workbook, ...], people: tuple[Workbook, ...]
    ) -> None:
        self.here, self.asked, self.annexes, self.people = here, asked, annexes, people
        self.files = tuple(
            ImportFile(book.name, book.sha256, "annex_a" if book in annexes else format_of(book) or "roster")
            for book in (*annexes, *people)
        )
        self.snapshots = here.snapshots
        self.duty = {*here.duty, *map(match_key, asked.duty)}

    def plan(self) -> ImportPlan:
        """The plan of all files together: people first, since lists may name them."""
        day = self._day()
        workers, known = self.here.workers, self.here.children
        namesakes = self._namesakes(workers, known.values())
        book = WorkerBook(workers, day, self.here.policy, self.asked.today, namesakes)
        read = read_people(self.people, self.asked.today)
        for row in read.roster:
            book.roster_row(row)
        for absence in read.absences:
            book.absence_row(absence)
        unknown = book.same(self.asked.same or {})
        if unknown is not None:
            raise FileProblem(f"There is no worker '{unknown}' for --same. Give the name as the store has it.")
        orders = DateOrders(frozenset(self.asked.month_first), frozenset(self.asked.day_first))
        extract = read_annex_a(self.annexes, orders)
        children, refused, warnings = children_of(extract, day)
        comparison, teams, says = self._children(book, extract, children, known, day)
        across = tuple(namesakes.across())
        warnings = (*warnings, *(_taken_as_one(one) for one in across))
        counts = self._counts(comparison, book, (*read.refused, *refused), (*read.warnings, *warnings))
        plan = ImportPlan(
            files=self.files,
            as_at=day if self.annexes else self.asked.as_at,
            lists=extract.lists,
            teams=teams,
            counts=counts,
            lines=tuple(comparison.lines),
            workers=tuple(book.lines),
            refused=(*read.refused, *refused, *book.refused),
            warnings=(*read.warnings, *warnings, *book.warnings),
            write=None,
            duty=tuple(sorted(self.duty)),
            says=says,
            alike=tuple(book.alike),
            seen=seen_names(book.alike, children, known.values(), workers),
            across=across,
            apart=tuple(book.apart),
            not_read=extract.not_read,
            not_taken=(*extract.not_taken, *people_not_taken(self.people)),
            near=tuple(one for one in extract.near if one.tab not in self.asked.without),
            doubted=extract.doubted,
        )
        if says or not (comparison.changes or book.lines or (children and self._is_newer(teams, day))):
            return plan
        new_files = [file for file in self.files if not self._is_imported(file, teams)]
        snapshots = [self._snapshot(file, plan, day) for file in new_files or self.files]
        children_written = comparison.changes or ([] if book.lines else comparison.as_before)
        write = ImportWrite(snapshots[0], book.changes(), tuple(children_written), tuple(snapshots[1:]))
        return plan.__replace__(write=write)

    def _day(self) -> date:
        """The day the lists show; today for files that are no lists."""
        as_at, today = self.asked.as_at, self.asked.today
        if not self.annexes:
            return as_at or today
        if as_at is None:
            raise NeedsDay("Which day do the lists show? Give it with --as-at DATE; it is not in the file.")
        if as_at > today:
            raise FileProblem(f"--as-at {long_day(as_at)} is still to come. Give the day the lists were made.")
        return as_at

    def _namesakes(self, workers: Sequence[KnownWorker], children: Collection[KnownChild]) -> Namesakes:
        """What is known of names that several people may have."""
        of_children = {match_key(child.team) for child in children if child.team}
        teams = of_children.union(*map(_keys_of, self.snapshots))
        return Namesakes(self.asked.several, (key for one in workers for key in one.keys), teams, children)

    def _children(
        self,
        book: WorkerBook,
        extract: Extract,
        children: tuple[ExtractChild, ...],
        known: Mapping[str, KnownChild],
        day: date,
    ) -> tuple[Comparison, tuple[str, ...], str]:
        """Compare the children the files cover; also the teams covered, and why there is nothing to do, if so."""
        comparison = Comparison(known, book, self.duty, day, self._newest())
        teams = self._teams(children, [child.team for child in known.values() if child.team])
        if self.annexes and not children:
            return comparison, teams, "" if self.people else _NO_CHILDREN
        if self.annexes and all(self._is_imported(file, teams) for file in self.files if file.format == "annex_a"):
            before = next(one for one in self.snapshots if one.sha256 == self.files[0].sha256)
            says = f"This file was imported already on {long_day(before.recorded_on)}. Nothing to do."
            return comparison, teams, says if not self.people else ""
        self._refuse_older(teams, day)
        mine = covered(children, known, self.asked.teams)
        for child in mine:
            comparison.child(child)
        if mine:
            references = {child.reference for child in children}
            for child_gone in gone(known.values(), references, teams, extract.filled):
                comparison.missing(child_gone)
        return comparison, teams, ""

    def _teams(self, children: Sequence[ExtractChild], known: Sequence[str]) -> tuple[str, ...]:
        """The teams the files cover: those asked for as the file or the store spells them, else all in the file."""
        named = {match_key(child.team): child.team for child in children if child.team and child.open}
        if not self.asked.teams:
            return tuple(named[key] for key in sorted(named))
        spelled = {**{match_key(team): team for team in known}, **named}
        for team in self.asked.teams:
            if match_key(team) not in spelled:
                have = ", ".join(named[key] for key in sorted(named)) or "none"
                raise FileProblem(f"The file has no team '{team}'. It has {have}.")
        return tuple(dict.fromkeys(spelled[match_key(team)] for team in self.asked.teams))

    def _refuse_older(self, teams: Sequence[str], day: date) -> None:
        keys = {match_key(team) for team in teams}
        for snapshot in self.snapshots:
            if snapshot.as_at > day and keys & set(map(match_key, snapshot.teams)) and not self.asked.force:
                raise OlderLists(day, snapshot.as_at)

    def _is_newer(self, teams: Sequence[str], day: date) -> bool:
        """Whether lists that change nothing still make the data of these teams newer, or of the children of no team."""
        if not teams:
            return all(snapshot.as_at < day for snapshot in self.snapshots if snapshot.format == "annex_a")
        newest = self._newest()
        return any(newest.get(match_key(team), date.min) < day for team in teams)

    def _newest(self) -> dict[str, date]:
        """The day of the newest lists of each team, by the key of its name."""
        return {key: snapshot.as_at for snapshot in reversed(self.snapshots) for key in _keys_of(snapshot)}

    def _is_imported(self, file: ImportFile, teams: Sequence[str]) -> bool:
        """Whether this very file was imported before for all these teams."""
        keys = set(map(match_key, teams))
        return any(one.sha256 == file.sha256 and keys <= _keys_of(one) for one in self.snapshots)

    def _counts(
        self, comparison: Comparison, book: WorkerBook, refused: Sequence[Remark], warnings: Sequence[Remark]
    ) -> dict[str, int]:
        lines = Counter("new" if line.field == "worker" else "changed" for line in book.lines)
        return {
            **{name: comparison.counts[name] for name in COUNTED},
            "refused": len(refused) + len(book.refused),
            "warnings": len(warnings) + len(book.warnings),
            "workers_new": lines["new"],
            "workers_changed": len({line.worker for line in book.lines if line.field != "worker"}),
        }

    def _snapshot(self, file: ImportFile, plan: ImportPlan, day: date) -> SnapshotFacts:
        is_list = file.format == "annex_a"
        return SnapshotFacts(
            format=file.format,
            file_name=file.name,
            sha256=file.sha256,
            as_at=day,
            lists=plan.lists if is_list else (),
            teams=plan.teams if is_list else (),
            counts=dict(plan.counts),
            refused=tuple((one.where, one.value, one.reason) for one in plan.refused),
        )


def _keys_of(snapshot: KnownSnapshot) -> set[str]:
    return {match_key(team) for team in snapshot.teams}


def _taken_as_one(found: AcrossTeams) -> Remark:
    teams = ", ".join(found.teams)
    return Remark(
        found.place, found.name, f"has children in {len(found.teams)} teams ({teams}), and is taken as one person"
    )
