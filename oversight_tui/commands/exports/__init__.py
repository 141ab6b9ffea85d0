"""What can be exported, each kind a module of this folder with `add_arguments(parser)` and `run(options) -> int`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class ExportKind(NamedTuple):
    """One kind of export: its module in `oversight_tui.commands.exports`, and what it is for."""

    module: str
    purpose: str


KINDS: Mapping[str, ExportKind] = {
    "inspection": ExportKind("inspection", "regularity of supervision, and oversight of a sample of children"),
    "child": ExportKind("child", "a child's file as a document, third parties marked"),
    "worker": ExportKind("worker", "a worker's file: supervision, sessions, absences, children held"),
    "subject-access": ExportKind(
        "subject_access", "what is held about a child or a worker, as it might be given to them"
    ),
    "handover": ExportKind("handover", "a pack for a new worker or who stands in, on two pages"),
    "sight": ExportKind("sight", "line of sight as a report with charts: a team on two pages, or many teams"),
    "calendar": ExportKind("calendar", "sessions and days of reviews for a calendar (.ics), without any child"),
    "digest": ExportKind("digest", "the week as plain text for an e-mail: what it brought, what is late, what comes"),
    "dump": ExportKind("dump", "everything as JSON, to be read back into a new store"),
    "tables": ExportKind("tables", "every list as a workbook (.xlsx) or as CSV, for Excel and Power BI"),
}
