"""Ofsted's Annex A workbook: the rows of its lists, each cell checked.

Lists 6, 7, 8 and 9 are the caseload. Lists 3, 4 and 5 are recognised and never taken as caseload.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from oversight_tui.exchange import cells
from oversight_tui.exchange.extract import Extract, ListRow
from oversight_tui.exchange.headings import Found, Layout, data_rows, find_layout, repeated_headings
from oversight_tui.exchange.not_read import columns_not_read
from oversight_tui.exchange.tables import FileProblem, Remark, Row, Tab, Value, Workbook, cell_name, shown

_EVERY_LIST = {
    "reference": ("childuniqueid",),
    "date_of_birth": ("dateofbirth",),
    "age": ("ageofchildyears", "age"),
    "team": ("allocatedteam",),
    "worker": ("allocatedworker",),
}
LIST_6 = Layout(
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
    one_of=("status", "ends"),
)
LIST_7 = Layout(
    "List 7",
    {
        **_EVERY_LIST,
        "starts": ("childprotectionplanstartdate",),
        "ends": ("childprotectionplanenddate",),
        "last_seen": ("dateofthelaststatutoryvisit", "dateoflaststatutoryvisit"),
    },
    needs=("reference", "starts"),
    one_of=("team", "worker"),
)
LIST_8 = Layout(
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
)
LIST_9 = Layout(
    "List 9",
    {
        **_EVERY_LIST,
        "adviser": ("allocatedpersonaladvisor", "allocatedpersonaladviser", "allocatedpa"),
        "eligibility": ("eligibilitycategory",),
        "last_seen": ("latestdateofcontact", "latestcontact", "latestcontactdate"),
    },
    needs=("reference", "eligibility"),
    one_of=("team", "worker", "adviser"),
)
_SIGNALS = (
    Layout(
        "List 3", {**_EVERY_LIST, "on": ("dateofreferral", "referraldate")}, ("reference", "on"), ("team", "worker")
    ),
    Layout(
        "List 4",
        {**_EVERY_LIST, "on": ("continuousassessmentstartdate", "continuousassessmentstart")},
        ("reference", "on"),
        ("team", "worker"),
    ),
    Layout(
        "List 5",
        {**_EVERY_LIST, "on": ("strategydiscussioninitiatingsection47enquirystartdate", "stratdiscussiondate")},
        ("reference", "on"),
        ("team", "worker"),
    ),
)
CASELOAD = (LIST_6, LIST_7, LIST_8, LIST_9)
LAYOUTS = (*CASELOAD, *_SIGNALS)

_DATES = ("date_of_birth", "starts", "last_seen", "ends")
_READERS: Mapping[str, Callable[[Value], str | None]] = {
    "reference": cells.text,
    "age": cells.text,
    "team": cells.text,
    "worker": cells.holder,
    "adviser": cells.holder,
    "end_reason": cells.text,
    "status": cells.text,
    "eligibility": cells.text,
}


def is_annex_a(workbook: Workbook) -> bool:
    """Whether any tab has the headings of a list."""
    return any(find_layout(tab, LAYOUTS) for tab in workbook.tabs)


def read_annex_a(workbooks: Iterable[Workbook]) -> Extract:
    """The caseload rows of these workbooks. Raises FileProblem where one of them has no list at all."""
    lists: dict[str, None] = {}
    filled: dict[str, None] = {}
    rows: list[ListRow] = []
    refused: list[Remark] = []
    warnings: list[Remark] = []
    not_read: list[Remark] = []
    for workbook in workbooks:
        found = [(tab, layout) for tab in workbook.tabs if (layout := find_layout(tab, LAYOUTS))]
        if not found:
            raise FileProblem(not_annex_a(workbook))
        warnings += workbook.warnings
        before = len(rows)
        for tab, layout in found:
            lists[layout.layout.name] = None
            if layout.layout not in CASELOAD:
                continue
            refused += repeated_headings(tab, layout)
            not_read += columns_not_read(tab, layout)
            read = _Tab(tab, layout, workbook.counts_from_1904, refused)
            some = [row for line in data_rows(tab, layout) if (row := read.row(line)) is not None]
            if some:
                filled[layout.layout.name] = None
            rows += some
        warnings += _with_and_without_zeros(rows[before:])
    ordered = tuple(sorted(lists, key=lambda name: int(name.split()[1])))
    return Extract(ordered, tuple(filled), tuple(rows), tuple(refused), tuple(warnings), tuple(not_read))


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
    if not workbook.tabs:
        return (
            f"{workbook.name} has no tab that can be read. If it was saved as Strict Open XML, open it and save it "
            "again as Excel Workbook (.xlsx)."
        )
    tabs = ", ".join(tab.name for tab in workbook.tabs[:6])
    return (
        f"{workbook.name} is not an Annex A workbook: no tab has the headings Child Unique ID and Allocated Worker of "
        f"List 6, 7, 8 or 9 in its first ten rows (tabs: {tabs}). A list of children may be any table under those two "
        "headings; a roster needs the heading name, and no heading of a child."
    )


class _Tab:
    """Reads the rows of one tab, and notes the cells it has to drop."""

    def __init__(self, tab: Tab, found: Found, counts_from_1904: bool, refused: list[Remark]) -> None:
        self.tab, self.found, self.from_1904, self.refused = tab, found, counts_from_1904, refused
        self.unread: set[str] = set()

    def row(self, row: Row) -> ListRow | None:
        """The row with each cell checked; None where it has no child's id, or nothing in any column of the list."""
        columns = self.found.columns
        if all(cells.is_blank(row.value(column)) for column in columns.values()):
            return None
        values = {field: self._cell(row, field, column) for field, column in columns.items()}
        reference = values.pop("reference")
        places = {field: cell_name(self.tab.name, row.number, column) for field, column in columns.items()}
        if not isinstance(reference, str):
            self.refused.append(Remark(places["reference"], "", "no child's id; the row was left out"))
            return None
        unread = frozenset(field for field in values if places[field] in self.unread)
        return ListRow(self.found.layout.name, reference, values, places, places["reference"], unread)

    def _cell(self, row: Row, field: str, column: int) -> str | date | None:
        value = row.value(column)
        try:
            if field in _DATES:
                return cells.day(value, counts_from_1904=self.from_1904)
            return _READERS[field](value)
        except cells.CellProblem as problem:
            where = cell_name(self.tab.name, row.number, column)
            self.refused.append(Remark(where, shown(value), str(problem)))
            self.unread.add(where)
            return None
