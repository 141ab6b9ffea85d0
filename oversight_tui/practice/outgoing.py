"""What can be sent out of the store as a file: about whom each thing is, in which forms it is written, what is asked
before it is made, and the name its file is offered under. Knows no store and writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.ids import AboutChild, AboutWorker, EntryId, Subject
from oversight_tui.practice.sample import CHILDREN, SEED
from oversight_tui.practice.span import Span

What = Literal[
    "file",
    "access",
    "handover",
    "calendar",
    "tables",
    "team_calendar",
    "digest",
    "inspection",
    "sight",
    "sheet",
    "record",
]
# How a file is written, by the ending of its name; `folder` is a CSV of each list in a folder, which has none.
FileForm = Literal["pdf", "docx", "html", "txt", "json", "xlsx", "folder", "ics"]
Asks = Literal["sensitive", "personal", "given_to", "span", "sample", "names", "shows"]

CALLED: Mapping[FileForm, str] = MappingProxyType(
    {
        "pdf": "PDF",
        "docx": "Word",
        "html": "HTML",
        "txt": "Text",
        "json": "JSON",
        "xlsx": "Excel",
        "folder": "CSV, a folder",
        "ics": "Calendar",
    }
)
_DOCUMENT: tuple[FileForm, ...] = ("pdf", "docx", "html")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")


class Outgoing(Struct, frozen=True):
    """Something that can be sent out. `asks` names what is asked for it besides, `named` is how the name of its file
    begins, `forms` are the endings it is written under, the first of them unless said. `of_team` says that it
    is of the whole team, whoever is selected.
    """

    what: What
    called: str
    named: str
    forms: tuple[FileForm, ...]
    asks: frozenset[Asks]
    of_team: bool = False


class SendOut(Struct, frozen=True):
    """One file that is asked for, in the form that its path ends in; `about` is None for what is of the whole team.
    `replace` says that what stands there already may be written over, `span` which days are looked back over,
    `children` how many are drawn for a sample by which `seed`, `session` whose record it is (the last where None),
    `names` whether a calendar names workers, and `shows` whom a digest has (as the settings say where empty).
    """

    what: What
    path: Path
    about: Subject | None
    with_sensitive: bool = False
    with_own_file: bool = False
    given_to: str | None = None
    span: Span | None = None
    children: int = CHILDREN
    seed: int = SEED
    names: bool = True
    shows: str = ""
    replace: bool = False
    session: EntryId | None = None


_OF_A_CHILD = (
    Outgoing("file", "Child's file", "child", _DOCUMENT, frozenset({"sensitive"})),
    Outgoing("access", "Subject access", "subject-access", _DOCUMENT, frozenset({"sensitive"})),
)
# Of which session it is, is said with it; else it is of the last.
_PAPER: tuple[FileForm, ...] = (*_DOCUMENT, "txt")
OF_A_SESSION = Outgoing("record", "Last session: record", "session-record", _PAPER, frozenset({"personal"}))
_OF_A_WORKER = (
    Outgoing("file", "Worker's file", "worker", _DOCUMENT, frozenset({"personal"})),
    Outgoing("handover", "Handover pack", "handover", _DOCUMENT, frozenset({"given_to"})),
    Outgoing("calendar", "Calendar", "calendar", ("ics",), frozenset({"names"})),
    Outgoing("access", "Subject access", "subject-access-worker", _DOCUMENT, frozenset({"personal"})),
    Outgoing("sheet", "Next session: sheet", "session-sheet", _PAPER, frozenset({"personal"})),
    OF_A_SESSION,
)


_OF_A_TEAM = (
    Outgoing("tables", "Team tables", "tables", ("xlsx", "folder"), frozenset(), True),
    Outgoing("sight", "Line of sight", "sight", _DOCUMENT, frozenset(), True),
    Outgoing("team_calendar", "Team calendar", "calendar", ("ics",), frozenset({"names"}), True),
    Outgoing("digest", "Weekly digest", "digest", ("txt",), frozenset({"shows"}), True),
    Outgoing(
        "inspection", "Inspection pack", "inspection", (*_DOCUMENT, "txt", "json"), frozenset({"span", "sample"}), True
    ),
)


def outgoing_about(subject: Subject | None, *, with_team: bool) -> tuple[Outgoing, ...]:
    """What can be sent out about a child, about a worker, or about nobody; `with_team` what is of a whole team too."""
    own = () if subject is None else _OF_A_CHILD if isinstance(subject, AboutChild) else _OF_A_WORKER
    return (*own, *(_OF_A_TEAM if with_team else ()))


def ending_of(form: FileForm) -> str:
    """How a name of this form ends; empty for a folder."""
    return "" if form == "folder" else f".{form}"


def file_name(outgoing: Outgoing, subject: Subject | None, reference: str | None, form: FileForm, today: date) -> str:
    """The name that a file is offered under: a child's `reference` or a worker's number, and nobody's name."""
    whom = str(subject.id) if isinstance(subject, AboutWorker) else _NOT_IN_A_NAME.sub("-", reference or "").strip("-")
    parts = (outgoing.named, "" if outgoing.of_team else whom, today.isoformat())
    return f"{'-'.join(filter(None, parts))}{ending_of(form)}"
