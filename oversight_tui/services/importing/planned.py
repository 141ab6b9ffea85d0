"""What an import would do, as it is told and asked about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from oversight_tui.exchange.annex_children import Unclear
from oversight_tui.exchange.date_order import DateColumn
from oversight_tui.exchange.extract import NearTab
from oversight_tui.exchange.tables import Remark
from oversight_tui.practice.changes import ImportWrite, KnownChild
from oversight_tui.services.importing.asked import ImportOptions
from oversight_tui.services.importing.closings import StillOpen
from oversight_tui.services.importing.column_maps import ColumnMap
from oversight_tui.services.importing.compare import ChildLine
from oversight_tui.services.importing.cover import Cover
from oversight_tui.services.importing.namesakes import AcrossTeams
from oversight_tui.services.importing.not_known import Kept
from oversight_tui.services.importing.people import WorkerLine
from oversight_tui.services.importing.references import AlikeReferences
from oversight_tui.services.importing.seen_names import SeenName
from oversight_tui.services.importing.sorting import AskedOf, TakenFor
from oversight_tui.words.text import one_line

COUNTED = ("new", "reallocated", "closed", "reopened", "changed", "unchanged", "missing", "unallocated", "conflicts")


class ImportFile(Struct, frozen=True):
    """A file of the import: its name, its digest, and what it was taken for."""

    name: str
    sha256: str
    format: str


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
    passed over though the store keeps what they hold, `not_taken` tabs and rows,
    with the reason; `near` are tabs that may have been meant all the same, `doubted` dates whose order is to be said.

    `asked` is how it was asked for. `unclear` is what the cells leave to be asked, `references` those that may be one
    child's, `cover` how the lists fall short of those before, `gone` who is in none and of whom nothing was said.
    `kept` is what they do not say readably and stays as it was known. `roles_met` are the roles of a file that knows no
    allocated worker, `roles` those that are one's from now on. `nobodys` are the stretches of leave that name nobody,
    `names` the workers whose they may be.
    `tables` is what the files were taken for. `children` are the names of children that are known here or taken now, by
    reference. `upon` are the numbers of the last list and the last worker that it was compared with.
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
    asked: ImportOptions = ImportOptions(date.min)
    unclear: Unclear = Unclear()
    references: tuple[AlikeReferences, ...] = ()
    cover: Cover = Cover()
    kept: tuple[Kept, ...] = ()
    gone: tuple[KnownChild, ...] = ()
    roles_met: tuple[tuple[str, int], ...] = ()
    roles: tuple[str, ...] = ()
    nobodys: int = 0
    names: tuple[str, ...] = ()
    tables: TablesPlan = TablesPlan()
    children: Mapping[str, str] = {}
    upon: tuple[int, ...] = (0, 0)

    def called(self, reference: str) -> str:
        """A child by the reference, and by name beside it where there is one."""
        name = self.children.get(reference)
        return f"{reference} {one_line(name)}" if name else reference

    def names_of(self, references: Iterable[str]) -> str:
        """The names of these children, empty where none of them has one."""
        return ", ".join(one_line(name) for one in references if (name := self.children.get(one)))

    @property
    def has_changes(self) -> bool:
        """Whether applying it would change anything."""
        return self.write is not None
