"""Ofsted's Annex A workbook: its lists, and the rows of those that are a caseload.

Lists 6, 7, 8 and 9 are the caseload. Lists 3, 4 and 5 are recognised and never taken as caseload. The wordings are
those of Ofsted's template (update of August 2019), of the layout seen in January 2024, and of the column names that
databases give (`ChildUniqueID`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from oversight_tui.exchange.annex_rows import TabReader
from oversight_tui.exchange.annex_tabs import near_tab, why_not_taken
from oversight_tui.exchange.date_order import DateColumn
from oversight_tui.exchange.extract import Extract, ListRow, NearTab
from oversight_tui.exchange.headings import ANYWHERE, Found, Layout, find_layout
from oversight_tui.exchange.tables import FileProblem, Remark, Tab, Workbook, cell_name

_EVERY_LIST = {
    "reference": ("childuniqueid",),
    "date_of_birth": ("dateofbirth",),
    "age": ("ageofchildyears", "age"),
    "team": ("allocatedteam",),
    "worker": ("allocatedworker",),
}
# Wordings that many tables have: they count beside a column that only these lists have.
_ANY_TABLE = {
    "reference": (
        *("childid", "childsid", "childref", "childreference", "childreferencenumber", "cuid", "child"),
        *("lachildid", "perspersonid", "invopersonid", "mosaicid", "eclipseid", "lcsid", "personid", "clientid"),
    ),
    "team": ("allocatedteamname", "teamname", "socialworkteam", "team"),
    "worker": (
        *("allocatedsocialworker", "allocatedsocialworkername", "allocatedworkername", "allocatedworkersname"),
        *("socialworkerallocated", "workerallocated", "allocatedsw", "allocatedcaseworker", "allocatedprofessional"),
        *("socialworker", "socialworkername", "caseworker", "leadworker", "currentworker", "workername", "worker"),
    ),
}
_ONLY_HERE = ("worker", "team", "adviser")


def _a_list(
    name: str,
    fields: Mapping[str, tuple[str, ...]],
    needs: tuple[str, ...],
    one_of: tuple[str, ...],
    titles: tuple[str, ...] = (),
) -> Layout:
    return Layout(name, fields, needs, one_of, loose=_ANY_TABLE, loose_with=_ONLY_HERE, titles=titles, within=ANYWHERE)


LIST_6 = _a_list(
    "List 6",
    {
        **_EVERY_LIST,
        "starts": ("cinstartdate",),
        "last_seen": ("datechildwaslastseen", "datechildlastseen"),
        "ends": ("cinclosuredate",),
        "end_reason": ("reasonforclosure",),
        "status": ("casestatus",),
    },
    needs=("reference",),
    one_of=("ends", "status"),
    titles=("childreninneed",),
)
LIST_7 = _a_list(
    "List 7",
    {
        **_EVERY_LIST,
        "starts": ("childprotectionplanstartdate",),
        "ends": ("childprotectionplanenddate",),
        "last_seen": ("dateofthelaststatutoryvisit", "dateoflaststatutoryvisit"),
    },
    needs=("reference", "starts"),
    one_of=("team", "worker"),
    titles=("childprotection",),
)
LIST_8 = _a_list(
    "List 8",
    {
        **_EVERY_LIST,
        "starts": ("datestartedtobelookedafter", "loookedafterstartdate", "lookedafterstartdate"),
        "ends": ("dateceasedtobelookedafter", "ceasedlookedafterdate"),
        "end_reason": ("reasonceasedtobelookedafter", "reasonceasedlookedafter"),
        "last_seen": ("dateoflastsocialworkvisit", "lastsocialworkvisitdate"),
    },
    needs=("reference", "starts"),
    one_of=("team", "worker"),
    titles=("childrenincare", "lookedafter", "childrenlookedafter"),
)
LIST_9 = _a_list(
    "List 9",
    {
        **_EVERY_LIST,
        "adviser": ("allocatedpersonaladvisor", "allocatedpersonaladviser", "allocatedpa"),
        "eligibility": ("eligibilitycategory",),
        "last_seen": ("latestdateofcontact", "latestcontact", "latestcontactdate"),
    },
    needs=("reference", "eligibility"),
    one_of=("team", "adviser", "worker"),
    titles=("careleavers",),
)
_SIGNALS = (
    _a_list(
        "List 3", {**_EVERY_LIST, "on": ("dateofreferral", "referraldate")}, ("reference", "on"), ("team", "worker")
    ),
    _a_list(
        "List 4",
        {**_EVERY_LIST, "on": ("continuousassessmentstartdate", "continuousassessmentstart")},
        ("reference", "on"),
        ("team", "worker"),
    ),
    _a_list(
        "List 5",
        {**_EVERY_LIST, "on": ("strategydiscussioninitiatingsection47enquirystartdate", "stratdiscussiondate")},
        ("reference", "on"),
        ("team", "worker"),
    ),
)
CASELOAD = (LIST_6, LIST_7, LIST_8, LIST_9)
LAYOUTS = (*CASELOAD, *_SIGNALS)


class DateOrders(Struct, frozen=True):
    """The columns, by names such as `List_6!I`, of which it was said that the month or the day comes first."""

    month_first: frozenset[str] = frozenset()
    day_first: frozenset[str] = frozenset()


AS_READ: Final = DateOrders()


def read_annex_a(workbooks: Iterable[Workbook], orders: DateOrders = AS_READ) -> Extract:
    """The caseload rows of these workbooks. Raises FileProblem where one of them has no list at all."""
    reading = _Reading(orders)
    for workbook in workbooks:
        reading.workbook(workbook)
    return reading.extract()


class _Reading:
    """Reads workbooks one after the other; made for one call."""

    def __init__(self, orders: DateOrders) -> None:
        self.orders = orders
        self.lists: dict[str, None] = {}
        self.filled: dict[str, None] = {}
        self.rows: list[ListRow] = []
        self.refused: list[Remark] = []
        self.warnings: list[Remark] = []
        self.not_read: list[Remark] = []
        self.not_taken: list[Remark] = []
        self.near: list[NearTab] = []
        self.doubted: list[DateColumn] = []

    def workbook(self, workbook: Workbook) -> None:
        """Read the tabs of one, and name those that are not taken."""
        found = [(tab, find_layout(tab, LAYOUTS)) for tab in workbook.tabs]
        if not any(layout for _, layout in found):
            raise FileProblem(not_annex_a(workbook))
        self.warnings += workbook.warnings
        self.not_taken += workbook.not_taken
        before = len(self.rows)
        for tab, layout in found:
            if layout is None or layout.layout not in CASELOAD:
                self._other_tab(tab, layout.layout if layout else None)
                continue
            self.lists[layout.layout.name] = None
            self._list(TabReader(tab, layout, workbook.counts_from_1904, self.orders))
        self.warnings += _with_and_without_zeros(self.rows[before:])

    def _other_tab(self, tab: Tab, layout: Layout | None) -> None:
        if layout is not None:
            self.lists[layout.name] = None
        near = None if layout is not None else near_tab(tab, CASELOAD)
        if near is not None:
            self.near.append(near)
        self.not_taken.append(near.remark() if near is not None else why_not_taken(tab, layout))

    def _list(self, reader: TabReader) -> None:
        rows = reader.rows()
        if rows:
            self.filled[reader.found.layout.name] = None
        self.rows += rows
        self.refused += reader.refused
        self.warnings += reader.warnings
        if rows:
            self.warnings += _without_holders(reader.tab, reader.found)
        self.not_read += reader.not_read
        self.not_taken += reader.not_taken
        self.doubted += reader.doubted

    def extract(self) -> Extract:
        """All that was read."""
        ordered = tuple(sorted(self.lists, key=lambda name: int(name.split()[1])))
        return Extract(
            lists=ordered,
            filled=tuple(self.filled),
            rows=tuple(self.rows),
            refused=tuple(self.refused),
            warnings=tuple(self.warnings),
            not_read=tuple(self.not_read),
            not_taken=tuple(self.not_taken),
            near=tuple(self.near),
            doubted=tuple(self.doubted),
        )


def _without_holders(tab: Tab, found: Found) -> Iterator[Remark]:
    """That a list has no column that says who holds its children."""
    if "worker" not in found.columns and "adviser" not in found.columns:
        where = cell_name(tab.name, found.heading_row, found.columns["reference"])
        yield Remark(
            where, found.layout.name, "no column Allocated Worker; who holds these children is not known in it"
        )


def _with_and_without_zeros(rows: Sequence[ListRow]) -> Iterator[Remark]:
    """That references of one file are numbers of which some are filled up with zeros, and some are shorter and not: a
    spreadsheet may have taken the zeros of these for nothing.
    """
    numbers = [row for row in rows if row.reference.isascii() and row.reference.isdigit()]
    filled_up = max((row.reference for row in numbers if row.reference.startswith("0")), key=len, default="")
    bare = next((row for row in numbers if row.reference[0] != "0" and len(row.reference) < len(filled_up)), None)
    if bare is not None:
        reason = f"other references have leading zeros, e.g. {filled_up}; are these of one system?"
        yield Remark(bare.place, bare.reference, reason)


def not_annex_a(workbook: Workbook) -> str:
    """The sentence for a file that is neither Annex A nor a roster."""
    names = ", ".join(one.where for one in workbook.not_taken[:_MOST_NAMED])
    hidden = f" These tabs are hidden and not read: {names}." if names else ""
    if not workbook.tabs:
        return f"{workbook.name} has no tab that can be read.{hidden or ' Save it as .xlsx again.'}"
    tabs = ", ".join(tab.name for tab in workbook.tabs[:_MOST_NAMED])
    return (
        f"{workbook.name} is not an Annex A workbook: no tab has the headings Child Unique ID and Allocated Worker of "
        f"List 6, 7, 8 or 9 (tabs: {tabs}). A list of children may be any table under those two "
        f"headings; a roster needs the heading name, and no heading of a child.{hidden}"
    )


_MOST_NAMED = 6  # tabs, in a sentence
