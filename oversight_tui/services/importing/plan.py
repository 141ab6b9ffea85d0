"""What an import would do: worked out whole before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from oversight_tui.config import SpreadsheetLimits
from oversight_tui.exchange.annex_a import DateOrders, read_annex_a
from oversight_tui.exchange.caseload.children import names_of
from oversight_tui.exchange.caseload.reading import read_caseload
from oversight_tui.exchange.date_order import DateColumn
from oversight_tui.exchange.extract import Extract, ExtractChild, NearTab
from oversight_tui.exchange.roster import People, read_people
from oversight_tui.exchange.spreadsheet import read_workbook
from oversight_tui.exchange.tables import FileProblem, Remark, Workbook
from oversight_tui.exchange.together import every_child, joined
from oversight_tui.practice.changes import ImportWrite, KnownChild, KnownSnapshot, KnownWorker, SnapshotFacts
from oversight_tui.services.importing import names
from oversight_tui.services.importing.closings import StillOpen, open_of_the_closed
from oversight_tui.services.importing.column_maps import (
    ColumnMap,
    ColumnsSaid,
    KnownColumns,
    must_be_there,
    with_new,
)
from oversight_tui.services.importing.compare import ChildLine, Comparison, covered, gone
from oversight_tui.services.importing.here import NOTHING_HERE, Here, what_is_here
from oversight_tui.services.importing.namesakes import AcrossTeams, Namesakes
from oversight_tui.services.importing.people import WorkerBook, WorkerLine
from oversight_tui.services.importing.reach import in_reach
from oversight_tui.services.importing.seen_names import SeenName, seen_names
from oversight_tui.services.importing.sorting import AskedOf, SortedFiles, TakenFor, sorted_files
from oversight_tui.words.dates import long_day
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store

COUNTED = ("new", "reallocated", "closed", "reopened", "changed", "unchanged", "missing", "unallocated", "conflicts")

OF_CHILDREN = ("annex_a", "caseload")  # formats that show who holds whom on a day
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
    have. `force` takes an older list. `columns` is what was said of tables, `names` whether children's names are taken
    from them, None where that was not said now. `month_first` and `day_first` name columns of dates, `without` tabs
    that are left out knowingly.
    """

    today: date
    as_at: date | None = None
    teams: tuple[str, ...] = ()
    same: Mapping[str, str] | None = None
    duty: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    force: bool = False
    columns: ColumnsSaid = ColumnsSaid()
    names: bool | None = None
    month_first: tuple[str, ...] = ()
    day_first: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class TablesPlan(Struct, frozen=True):
    """What each tab was `taken` for, and the tables that are not understood yet, of which nothing is read (`asked`).

    `maps` are the columns that are kept from now on, None where nothing new was said of any. `names_offered` are the
    children whose names a table has and who have none here, and `names_said` whether such names are taken, None where
    that was never said; `names_new` where it is said now.
    """

    taken: tuple[TakenFor, ...] = ()
    asked: tuple[AskedOf, ...] = ()
    maps: tuple[ColumnMap, ...] | None = None
    names_offered: tuple[str, ...] = ()
    names_said: bool | None = None
    names_new: bool | None = None


class ImportPlan(Struct, frozen=True):
    """What would be written, and how it is told. `write` is None where there is nothing to do, and `says` why.

    `still_open` are the children whom it closes with anything open; `alike` names met first, each with that of a worker
    whom it may be a spelling of; `seen` says of each of these what is known of them. `across` are the names in several
    teams that are taken as one person's, `apart` the new ones that were told apart by team. `not_read` are columns
    passed over though the store keeps what they hold, `not_taken` every tab and every row that was left out, with the
    reason; `near` are tabs that may have been meant all the same, `doubted` dates whose order is to be said. `tables`
    is what the files were taken for, and what is said and asked of them.
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
    tables: TablesPlan = TablesPlan()
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
    if store is None:
        return _planning(NOTHING_HERE, asked, workbooks).plan()
    with store.reading():
        plan = _planning(what_is_here(store), asked, workbooks).plan()
        changes = plan.write.children if plan.write is not None else ()
        return plan.__replace__(still_open=tuple(open_of_the_closed(store, changes, asked.today)))


def _planning(here: Here, asked: ImportOptions, workbooks: Sequence[Workbook]) -> _Planning:
    must_be_there(here.column_maps, asked.columns)
    files = sorted_files(workbooks, KnownColumns(here.column_maps, asked.columns))
    return _Planning(here, asked, workbooks, files)


class _Planning:
    """Works one plan out; made for one call."""

    def __init__(self, here: Here, asked: ImportOptions, workbooks: Sequence[Workbook], sorted_: SortedFiles) -> None:
        self.here, self.asked, self.sorted = here, asked, sorted_
        self.files = tuple(
            ImportFile(book.name, book.sha256, kind) for book, kind in zip(workbooks, sorted_.main, strict=True)
        )
        self.snapshots = here.snapshots
        self.duty = {*here.duty, *map(match_key, asked.duty)}

    def plan(self) -> ImportPlan:
        """The plan of all files together: people first, since lists may name them."""
        day = self._day()
        workers, known = self.here.workers, self.here.children
        namesakes = self._namesakes(workers, known.values())
        book = WorkerBook(workers, day, self.here.policy, self.asked.today, namesakes)
        read = read_people(self.sorted.people, self.asked.today)
        self._people(book, read)
        orders = DateOrders(frozenset(self.asked.month_first), frozenset(self.asked.day_first))
        extract = joined(read_annex_a(self.sorted.lists, orders), read_caseload(self.sorted.tables, orders))
        children, refused, warnings = every_child(extract, day)
        comparison, teams, says = self._children(book, extract, children, known, day)
        tables = self._tables(extract, children, comparison)
        across = tuple(namesakes.across())
        warnings = (*warnings, *(_taken_as_one(one) for one in across))
        counts = self._counts(comparison, book, (*read.refused, *refused), (*read.warnings, *warnings))
        plan = ImportPlan(
            files=self.files,
            as_at=day if self.sorted.has_children else self.asked.as_at,
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
            not_taken=(*extract.not_taken, *self.sorted.not_taken),
            near=tuple(one for one in extract.near if one.tab not in self.asked.without),
            doubted=extract.doubted,
            tables=tables,
        )
        is_newer = bool(children) and self._is_newer(teams, day)
        if says or tables.asked or not (comparison.changes or book.lines or is_newer):
            return plan
        new_files = [file for file in self.files if not self._is_imported(file, teams)]
        snapshots = [self._snapshot(file, plan, day) for file in new_files or self.files]
        children_written = comparison.changes or ([] if book.lines else comparison.as_before)
        write = ImportWrite(snapshots[0], book.changes(), tuple(children_written), tuple(snapshots[1:]))
        return plan.__replace__(write=write)

    def _tables(self, extract: Extract, children: Collection[ExtractChild], comparison: Comparison) -> TablesPlan:
        """What is said of the tables; the names in them are taken where that was said."""
        known, still = self.here.children, {child.reference for child in children if child.open}
        offered = names.offered(names_of(extract), still, known)
        is_said = self.asked.names if self.asked.names is not None else self.here.names_from_lists
        if is_said:
            names.take_names(comparison, offered, known)
        return TablesPlan(
            self.sorted.taken,
            self.sorted.asked,
            with_new(self.here.column_maps, self.sorted.said) if self.sorted.said else None,
            () if is_said else tuple(offered),
            is_said,
            self.asked.names,
        )

    def _people(self, book: WorkerBook, read: People) -> None:
        for row in read.roster:
            book.roster_row(row)
        for absence in read.absences:
            book.absence_row(absence)
        unknown = book.same(self.asked.same or {})
        if unknown is not None:
            raise FileProblem(f"There is no worker '{unknown}' for --same. Give the name as the store has it.")

    def _day(self) -> date:
        """The day the lists show; today for files that are no lists."""
        as_at, today = self.asked.as_at, self.asked.today
        if not self.sorted.has_children:
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
        lists = [file for file in self.files if file.format in OF_CHILDREN]
        if self.sorted.asked or (lists and not children):
            return comparison, teams, "" if self.sorted.people or self.sorted.asked else _NO_CHILDREN
        if lists and all(self._is_imported(file, teams) for file in lists):
            before = next(one for one in self.snapshots if one.sha256 == self.files[0].sha256)
            says = f"This file was imported already on {long_day(before.recorded_on)}. Nothing to do."
            return comparison, teams, says if not self.sorted.people else ""
        self._refuse_older(teams, day)
        mine = covered(children, known, self.asked.teams)
        for child in mine:
            comparison.child(child)
        if mine:
            references = {child.reference for child in children}
            for child_gone in gone(in_reach(known.values(), mine, extract.filled), references, teams, extract.filled):
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
            return all(snapshot.as_at < day for snapshot in self.snapshots if snapshot.format in OF_CHILDREN)
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
        is_list = file.format in OF_CHILDREN
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
