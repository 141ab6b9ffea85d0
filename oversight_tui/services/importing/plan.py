"""What an import would do: worked out whole before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from oversight_tui.config import SpreadsheetLimits
from oversight_tui.exchange.annex_a import DateOrders, read_annex_a
from oversight_tui.exchange.annex_children import ReadChildren
from oversight_tui.exchange.caseload.children import names_of
from oversight_tui.exchange.caseload.reading import read_caseload
from oversight_tui.exchange.extract import Extract, ExtractChild
from oversight_tui.exchange.roster import People, read_people
from oversight_tui.exchange.spreadsheet import read_workbook
from oversight_tui.exchange.tables import FileProblem, Remark, Workbook
from oversight_tui.exchange.together import every_child, joined
from oversight_tui.practice.changes import ImportWrite, KnownChild, KnownSnapshot, KnownWorker, SnapshotFacts
from oversight_tui.services.importing import names
from oversight_tui.services.importing.answered import Answered
from oversight_tui.services.importing.asked import ImportOptions
from oversight_tui.services.importing.closings import open_of_the_closed
from oversight_tui.services.importing.column_maps import KnownColumns, must_be_there, with_new
from oversight_tui.services.importing.compare import Comparison, covered, gone
from oversight_tui.services.importing.cover import Cover, Covering
from oversight_tui.services.importing.held import HeldChildren, held_files, with_held
from oversight_tui.services.importing.here import NOTHING_HERE, Here, what_is_here
from oversight_tui.services.importing.leave import LeaveRows, leave_rows
from oversight_tui.services.importing.namesakes import AcrossTeams, Namesakes
from oversight_tui.services.importing.not_known import NotKnown
from oversight_tui.services.importing.people import WorkerBook
from oversight_tui.services.importing.planned import COUNTED, ImportFile, ImportPlan, TablesPlan
from oversight_tui.services.importing.reach import OF_CHILDREN, in_reach
from oversight_tui.services.importing.references import AlikeReferences, alike_references, renamed
from oversight_tui.services.importing.seen_names import seen_names
from oversight_tui.services.importing.sorting import SortedFiles, sorted_files
from oversight_tui.services.shown import shown_before
from oversight_tui.words.dates import long_day
from oversight_tui.words.text import match_key

__all__ = ["COUNTED", "ImportFile", "ImportOptions", "ImportPlan", "NeedsDay", "OlderLists", "plan_import", "plan_of"]

if TYPE_CHECKING:
    from db.engine import Store

_NO_CHILDREN = "0 children, nothing to import. Caseloads stand in lists 6 to 9 of Annex A."

_NOBODY_HELD = "0 children, nothing to import. Nobody in these files is held by an allocated worker."


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


class _Compared(Struct, frozen=True):
    """What came of comparing: also the teams covered, why there is nothing to do, if so, and who is missing."""

    comparison: Comparison
    teams: tuple[str, ...]
    says: str
    cover: Cover = Cover()
    gone: tuple[KnownChild, ...] = ()


class _Planning:
    """Works one plan out; made for one call."""

    def __init__(self, here: Here, asked: ImportOptions, workbooks: Sequence[Workbook], sorted_: SortedFiles) -> None:
        self.here, self.asked, self.sorted = here, asked, sorted_
        self.files = tuple(
            ImportFile(book.name, book.sha256, kind) for book, kind in zip(workbooks, sorted_.main, strict=True)
        )
        self.snapshots = here.snapshots
        self.duty = {*here.duty, *map(match_key, asked.duty)}
        self.said = Answered(asked, here)
        self.before = shown_before(here.children)
        self.references: set[str] = set()  # of the rows that were read
        self.roles = tuple(dict.fromkeys((*here.roles, *asked.roles)))

    def plan(self) -> ImportPlan:
        """The plan of all files together: people first, since lists may name them."""
        day = self._day()
        workers, known = self.here.workers, self.here.children
        orders = self._orders()
        extract = joined(read_annex_a(self.sorted.lists, orders), read_caseload(self.sorted.tables, orders))
        extract, references = self._one_reference_each(extract)
        namesakes = self._namesakes(workers, known.values())
        book = WorkerBook(workers, day, self.here.policy, self.asked.today, namesakes, self.said.different)
        read, away = self._people(book, workers)
        book.same(self.said.names)
        found = self._unclear_only(every_child(extract, day, self.said.readings))
        files = held_files(self.sorted.held, day, self.roles, known, self.before)
        extract, children = with_held(extract, found.children, files)
        of_days = HeldChildren(files, children, book, self.duty, known, self.here.holdings_of, day)
        compared = self._children(book, extract, found.__replace__(children=children), day, of_days)
        tables = self._tables(extract, children, compared.comparison)
        if (nobody := book.never_met()) is not None:
            raise FileProblem(f"There is no worker or child '{nobody}' for --same. Give the name as the lists have it.")
        across = tuple(namesakes.across())
        doubts = (*read.warnings, *found.warnings, *files.warnings, *of_days.warnings, *away.warnings)
        warnings = (*doubts, *(_taken_as_one(one) for one in across), *book.warnings)
        refused = (*read.refused, *found.refused, *files.involved.refused, *book.refused)
        plan = self._told(extract, found, compared, book, day).__replace__(
            counts=self._counts(compared.comparison, book, refused, warnings),
            refused=refused,
            warnings=warnings,
            not_taken=(*extract.not_taken, *self.sorted.not_taken, *files.not_taken, *away.not_taken),
            across=across,
            seen=seen_names(book.alike, children, known.values(), workers),
            references=references,
            tables=tables,
            children=names.names_here(known, names_of(extract) if tables.names_said else {}),
            roles_met=files.held.roles,
            nobodys=away.nobodys,
            names=tuple(sorted(one.detail.name for one in workers)) if away.nobodys else (),
        )
        comparison, is_newer = compared.comparison, children and self._is_newer(compared.teams, day)
        if compared.says or tables.asked or not (comparison.changes or book.lines or is_newer):
            return plan
        return plan.__replace__(write=self._write(plan, comparison, book, day))

    def _told(
        self, extract: Extract, found: ReadChildren, compared: _Compared, book: WorkerBook, day: date
    ) -> ImportPlan:
        """What came of it, but for what is counted or doubtful of all files together."""
        comparison = compared.comparison
        return ImportPlan(
            files=self.files,
            as_at=day if self.sorted.has_children else self.asked.as_at,
            lists=extract.lists,
            teams=compared.teams,
            counts={},
            lines=tuple(comparison.lines),
            workers=tuple(book.lines),
            refused=(),
            warnings=(),
            write=None,
            duty=tuple(sorted(self.duty)),
            says=compared.says,
            alike=tuple(book.alike),
            apart=tuple(book.apart),
            not_read=extract.not_read,
            near=tuple(one for one in extract.near if one.tab not in self.asked.without),
            doubted=extract.doubted,
            roles=self.roles,
            asked=self.asked,
            unclear=found.unclear,
            cover=compared.cover,
            kept=tuple(comparison.not_known.kept),
            gone=compared.gone,
            upon=self.here.newest,
        )

    def _write(self, plan: ImportPlan, comparison: Comparison, book: WorkerBook, day: date) -> ImportWrite:
        new_files = [file for file in self.files if not self._is_imported(file, plan.teams)]
        snapshots = [self._snapshot(file, plan, day) for file in new_files or self.files]
        children = comparison.changes or ([] if book.lines else comparison.as_before)
        return ImportWrite(
            snapshots[0],
            book.changes(),
            tuple(self.said.with_aliases(children)),
            tuple(snapshots[1:]),
            self.said.to_keep(self.references),
        )

    def _one_reference_each(self, extract: Extract) -> tuple[Extract, tuple[AlikeReferences, ...]]:
        """The rows under one reference for each child, as far as was said; and what has yet to be asked."""
        rows = renamed(extract.rows, self.said.references_known)
        alike = alike_references(rows, self.here.children, self.said.different)
        rows = renamed(rows, self.said.same_children(rows, alike))
        self.references = {row.reference for row in rows}
        left = (
            ()
            if self.asked.references == "different"
            else alike_references(rows, self.here.children, self.said.different)
        )
        return extract.__replace__(rows=rows), left

    def _unclear_only(self, found: ReadChildren) -> ReadChildren:
        """Without asking for the status of a child who has one here, which stays."""
        known = self.here.children
        blank = tuple(
            one
            for one in found.unclear.without_status
            if one not in known or not known[one].open or known[one].status is None
        )
        return found.__replace__(unclear=found.unclear.__replace__(without_status=blank))

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

    def _orders(self) -> DateOrders:
        return DateOrders(frozenset(self.asked.month_first), frozenset(self.asked.day_first))

    def _people(self, book: WorkerBook, workers: Sequence[KnownWorker]) -> tuple[People, LeaveRows]:
        """Put the rosters, the absences and the leave of calendars into the book of workers; what was read of them."""
        read = read_people(self.sorted.people, self.asked.today)
        for row in read.roster:
            book.roster_row(row)
        away = leave_rows(self.sorted.calendars, workers, self.asked.today, self.asked.of)
        for absence in (*read.absences, *away.rows):
            book.absence_row(absence)
        return read, away

    def _namesakes(self, workers: Sequence[KnownWorker], children: Collection[KnownChild]) -> Namesakes:
        """What is known of names that several people may have."""
        of_children = {match_key(child.team) for child in children if child.team}
        teams = of_children.union(*map(_keys_of, self.snapshots))
        return Namesakes(
            self.asked.several, self.said.one_person, (key for one in workers for key in one.keys), teams, children
        )

    def _children(
        self, book: WorkerBook, extract: Extract, found: ReadChildren, day: date, of_days: HeldChildren
    ) -> _Compared:
        """Compare the children whom the files cover."""
        known, children = self.here.children, found.children
        teams = self._teams(children, [child.team for child in known.values() if child.team])
        nothing = Comparison(known, book, self.duty, day, self._newest(), self.before, NotKnown())
        lists = [file for file in self.files if file.format in OF_CHILDREN]
        if self.sorted.asked or (lists and not children):
            return _Compared(nothing, teams, "" if self.sorted.people or self.sorted.asked else self._no_children())
        if lists and all(self._is_imported(file, teams) for file in lists):
            before = next(one for one in self.snapshots if one.sha256 == self.files[0].sha256)
            says = f"This file was imported already on {long_day(before.recorded_on)}. Nothing to do."
            return _Compared(nothing, teams, says if not self.sorted.people else "")
        self._refuse_older(teams, day)
        mine = covered(children, known, self.asked.teams)
        covering = Covering(known, self.before, self.snapshots, teams, day)
        cover = Cover()
        if mine and (self.sorted.lists or self.sorted.tables):
            cover = covering.against(extract, mine, found.unclear.without_status, self.here.policy)
        absent = frozenset(one.list_name for one in cover.absent)
        not_known = NotKnown(absent, self.asked.kept)
        comparison = Comparison(known, book, self.duty, day, self._newest(), self.before, not_known)
        for child in mine:
            comparison.child(of_days.named(child))
        of_days.add_to(comparison)
        for one in cover.absent:
            for reference in one.alone:
                comparison.not_covered(known[reference], one.list_name, cover.day or day)
        missing = []
        if mine:
            references = {child.reference for child in children}
            reached = in_reach(known.values(), mine, extract.filled)
            for child_gone in gone(reached, self.before, references, teams, extract.filled, absent):
                if comparison.missing(child_gone, self.said.became_of(child_gone)):
                    missing.append(child_gone)
        return _Compared(comparison, teams, "", cover, tuple(missing))

    def _no_children(self) -> str:
        return _NOBODY_HELD if self.sorted.held else _NO_CHILDREN

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
            "refused": len(refused),
            "warnings": len(warnings),
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
