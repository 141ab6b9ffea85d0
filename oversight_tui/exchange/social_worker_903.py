"""The social-worker file of the SSDA903 return (since 2024): who held each looked-after child, by number only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from oversight_tui.exchange.change_reasons import in_words
from oversight_tui.exchange.headings import find_layout
from oversight_tui.exchange.involved import Involved, Spell, Standing
from oversight_tui.exchange.rows_of_tables import rows_of, table
from oversight_tui.exchange.tables import Remark, Workbook

LAYOUT = table(
    "social worker 903",
    {
        "child": "CHILD",
        "born": "DOB",
        "worker": "SW_ID",
        "starts": "SW_DECOM",
        "ends": "SW_DEC",
        "because": "SW_REASON",
    },
    needs=("child", "worker", "starts"),
)
_DAYS = frozenset({"born", "starts", "ends"})


def is_social_worker_903(workbook: Workbook) -> bool:
    """Whether any tab has the columns of this file."""
    return any(find_layout(tab, (LAYOUT,)) for tab in workbook.tabs)


def read_social_worker_903(workbooks: Iterable[Workbook], as_at: date) -> Involved:
    """The spells of these files. That a spell has ended closes nobody."""
    spells: list[Spell] = []
    refused: list[Remark] = []
    warnings: list[Remark] = []
    standing: dict[str, Standing] = {}
    for workbook in workbooks:
        warnings += workbook.warnings
        for tab in workbook.tabs:
            for row in rows_of(tab, LAYOUT, _DAYS, refused):
                child = row.texts.get("child")
                if child is None:
                    refused.append(Remark(row.place, "", "no child's id; the row was left out"))
                    continue
                spells.append(
                    Spell(
                        child=child,
                        worker_id=row.texts.get("worker"),
                        role=None,
                        team=None,
                        starts=row.days.get("starts"),
                        ends=row.days.get("ends"),
                        because=in_words(row.texts.get("because")),
                        number="",
                        place=row.places["worker"],
                    )
                )
                if "born" in row.days:
                    standing[child] = Standing(date_of_birth=row.days["born"])
    return Involved(
        lists=("903",),
        spells=tuple(spells),
        standing=standing,
        knows=frozenset({"date_of_birth"}),
        refused=tuple(refused),
        warnings=tuple(warnings),
    )
