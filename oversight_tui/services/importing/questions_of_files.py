"""What is asked of the files themselves: tabs that may have been meant, and dates whose order is in doubt."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_tui.exchange.date_order import DateColumn
from oversight_tui.exchange.extract import NearTab
from oversight_tui.services.importing.asked import Choice, ImportOptions, ImportQuestion, quoted
from oversight_tui.services.importing.planned import ImportPlan


def of_files(plan: ImportPlan) -> Iterator[ImportQuestion]:
    """The tabs first: without one of them the rest may not be worth the asking."""
    yield from map(_without, plan.near)
    yield from map(_order, plan.doubted)


def _without(near: NearTab) -> ImportQuestion:
    def go_on(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(without=(*asked.without, near.tab))

    says = f"The tab {near.tab} is {near.says}. Go on without it? If not, put its headings right and import again."
    leave = Choice("y", "Yes", f"leave {near.tab} out", go_on, f"--without {quoted(near.tab)}")
    return ImportQuestion("without", says, (leave,), near.tab, must=True)


def _order(column: DateColumn) -> ImportQuestion:
    def month_first(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(month_first=(*asked.month_first, column.name))

    def day_first(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(day_first=(*asked.day_first, column.name))

    says = f"{column.says} Does the month come first in the whole column?"
    month = Choice("y", "Yes", "the month first", month_first, f"--month-first {quoted(column.name)}")
    day = Choice("n", "No", "the day first; others are left out", day_first, f"--day-first {quoted(column.name)}")
    rows = tuple((str(row), written) for row, written in (*column.month_only, *column.examples))
    return ImportQuestion("dates", says, (month, day), column.name, rows=(("Row", column.heading), *rows))
