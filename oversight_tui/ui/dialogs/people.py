"""What is known of a worker, typed anew; a worker no list has shown; a child's name and family here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import UNSET, UnsetType

from oversight_tui.practice.facts import Child, Worker
from oversight_tui.practice.requests import AddWorker, EditWorker, KnownOfWorker, Request, TypedChild
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, NAME_CELLS, TIME_CELLS, day_field
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.words.dates import Weekday, parse_date
from oversight_tui.words.meant_days import day_read
from oversight_tui.words.typed import Unread, typed_references, typed_yes

_DATES = ("newly_qualified_from", "starts", "leaves", "own_until")


class WorkerForm(Form):
    """A worker's details; with no worker, those of one to be added."""

    about_a_child = False

    def __init__(self, worker: Worker | None) -> None:
        new = DraftKey(FormName.NEW_WORKER, name="today")
        key = DraftKey(FormName.WORKER, worker_id=worker.id) if worker else new
        title = f"What is known of {worker.name}" if worker else "A worker no list has shown yet"
        super().__init__(key, title, _fields(worker))
        self.worker = worker
        self.shows_words = worker is not None

    def asks(self, typed: Mapping[str, str]) -> Request:
        """What is different now."""
        changed = {
            field.id: typed[field.id].strip()
            for field in self.fields
            if field.id not in ("name", "since") and typed[field.id].strip() != field.value
        }
        today = self.program.worker.today()
        known = _known(changed, today)
        if self.worker is None:
            return AddWorker(typed["name"], known)
        return EditWorker(self.worker.id, known, day_read(typed["since"], today, "happened"))


def _fields(worker: Worker | None) -> tuple[Field, ...]:
    """What can be said of a worker, each beginning with what is known; the name of one who is added."""
    shown = _shown(worker)
    name = () if worker else (Field("name", "Name", "As it stands on records", needed=True, cells=NAME_CELLS),)
    hint = "The day from which what you change here holds: today, mon, 3 Apr"
    since = (day_field("since", "From", hint, "today", needed=True),) if worker else ()
    return (
        *name,
        Field("role", "Role", "Social worker, senior practitioner", 1, shown["role"]),
        Field("fte", "FTE", "1 is full time", 1, shown["fte"], cells=TIME_CELLS, reads=_fte),
        Field("team", "Team", "The home team", 1, shown["team"]),
        Field(
            "newly_qualified_from",
            "Newly qual.",
            "First day",
            1,
            shown["newly_qualified_from"],
            day="long_ago",
            cells=DAY_CELLS,
        ),
        Field("agency", "Agency", "Backspace where it is not known", 1, shown["agency"], choices=YES_NO),
        Field("starts", "First day", "3 Apr, 2026-04-03", 1, shown["starts"], day="long_ago", cells=DAY_CELLS),
        Field("leaves", "Last day", "3 Apr, 2026-04-03", 1, shown["leaves"], day="either", cells=DAY_CELLS),
        Field("supervisor", "Supervisor", "Who supervises, or outside: name", 1, shown["supervisor"], named="worker"),
        Field(
            "second_supervisor", "Second", "Who else, or outside: name", 1, shown["second_supervisor"], named="worker"
        ),
        Field("own_limit", "Own limit", "A tighter limit, such as 2 weeks", 1, shown["own_limit"], cells=DAY_CELLS),
        Field("own_until", "until", "The last day of that limit", 1, shown["own_until"], day="either", cells=DAY_CELLS),
        *since,
    )


def _known(changed: Mapping[str, str], today: date) -> KnownOfWorker:
    """What was typed, by what it is; what was not changed stays as it was."""

    def text(field: str) -> str | UnsetType | None:
        return (changed[field] or None) if field in changed else UNSET

    def day(field: str, weekdays: Weekday = "back") -> date | UnsetType | None:
        typed = text(field)
        return parse_date(typed, today, weekdays=weekdays) if isinstance(typed, str) else typed

    fte, agency = text("fte"), text("agency")
    return KnownOfWorker(
        team=text("team"),
        role=text("role"),
        fte=_fte(fte) if isinstance(fte, str) else fte,
        newly_qualified_from=day("newly_qualified_from"),
        agency=typed_yes(agency) if isinstance(agency, str) else agency,
        starts=day("starts"),
        leaves=day("leaves", "from_today"),
        supervisor=text("supervisor"),
        second_supervisor=text("second_supervisor"),
        own_limit=text("own_limit"),
        own_until=day("own_until", "from_today"),
    )


def _fte(typed: str) -> float:
    try:
        return float(typed)
    except ValueError:
        raise Unread("FTE is a number, such as 0.6.") from None


class ChildForm(Form):
    """The name a child goes by here, and brothers and sisters: no list carries either."""

    about_a_child = False
    shows_words = True

    AUTO_FOCUS = "#name"

    def __init__(self, about: About, child: Child) -> None:
        fields = (
            Field("name", "Name here", "The name the child goes by here", 1, child.name or ""),
            Field("family", "Family", "What the family goes by here", 1, child.family or ""),
            Field("with", "With", "References or names of brothers and sisters, with commas between", named="child"),
        )
        super().__init__(DraftKey(FormName.CHILD, child_id=child.id), f"Name and family of {about.shown}", fields)
        self.child = child

    def asks(self, typed: Mapping[str, str]) -> Request:
        """What is different now; brothers and sisters need the family's name."""
        name = typed["name"] if typed["name"].strip() != (self.child.name or "") else ""
        others = typed_references(typed["with"])
        family = typed["family"] if others or typed["family"].strip() != (self.child.family or "") else ""
        return TypedChild(self.child.id, name, family, others)


def _shown(worker: Worker | None) -> dict[str, str]:
    """What is known, as one would type it."""
    if worker is None:
        return dict.fromkeys(
            ("role", "fte", "team", "agency", "supervisor", "second_supervisor", "own_limit", *_DATES), ""
        )
    own = worker.own_rule
    values: dict[str, object] = {
        "role": worker.role,
        "fte": f"{worker.fte:g}" if worker.fte is not None else None,
        "team": worker.team,
        "newly_qualified_from": worker.newly_qualified_from,
        "agency": None if worker.agency is None else "yes" if worker.agency else "no",
        "starts": worker.starts,
        "leaves": worker.leaves,
        "supervisor": worker.supervisor,
        "second_supervisor": worker.second_supervisor,
        "own_limit": own.limit if own else None,
        "own_until": own.until if own else None,
    }
    return {name: str(value) if value is not None else "" for name, value in values.items()}
