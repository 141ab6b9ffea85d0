"""Columns of a known list that hold what the store keeps, and that are not read: it is kept by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from oversight_tui.exchange import cells
from oversight_tui.exchange.headings import Found, heading_key
from oversight_tui.exchange.tables import Remark, Row, Tab, cell_name

_NAME = "kept by hand, so that no list changes it; E on a child, or `oversight children name`"
_FAMILY = "kept by hand, so that no list changes it; E on a child, or `oversight children family`"
_RISK = "a rating is the manager's own, with a reason; R on a child, or `oversight risk`"
_DATE = "such a day is typed by hand; Y on a child, or `oversight children date`"
_WHY: Mapping[str, str] = {
    **dict.fromkeys(("childsname", "childname", "nameofchild", "name", "fullname", "forename", "firstname"), _NAME),
    **dict.fromkeys(("surname", "lastname", "familyname", "childssurname", "childsfirstname", "childsforename"), _NAME),
    **dict.fromkeys(("family", "siblings", "siblinggroup", "familyid"), _FAMILY),
    **dict.fromkeys(("risk", "risklevel", "riskrating"), _RISK),
    **dict.fromkeys(("dateoflatestreviewconference", "dateoflateststatutoryreview", "dateoflastcoregroup"), _DATE),
}


def columns_not_read(tab: Tab, found: Found, rows: Sequence[Row]) -> Iterator[Remark]:
    """Each such column in which any row holds something, once: its heading, and why it is passed over."""
    heading = next(row for row in tab.rows if row.number == found.heading_row)
    for column, value in enumerate(heading.values):
        why = _WHY.get(heading_key(value))
        if why is not None and not all(cells.is_blank(row.value(column)) for row in rows):
            yield Remark(cell_name(tab.name, heading.number, column), str(value).strip(), why)
