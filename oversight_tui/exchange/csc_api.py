"""Data of the DfE social care API: JSON, an array of children, each with episodes, workers by number, and plans.

The shape is that of `DFE-Digital/children-in-social-care-schemas`, version 1.0.1. What has `purge` set was deleted in
the system it comes from: it is named, and closes or deletes nothing here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import DecodeError, Struct, json

from oversight_tui.exchange.headings import find_layout
from oversight_tui.exchange.involved import Involved, Spell, Standing
from oversight_tui.exchange.rows_of_tables import TableRow, rows_of, table
from oversight_tui.exchange.tables import FileProblem, Remark, Row, Tab, Value, Workbook
from oversight_tui.practice.facts import Status
from oversight_tui.words.text import one_line

MOST_BYTES = 100_000_000  # of JSON as it is sent each day: the children of a large authority are a tenth of it
_BOM = b"\xef\xbb\xbf"
_NAMES_BY_HAND = "kept by hand, so that no list changes it; E on a child, or `oversight children name`"


class _Worker(Struct, frozen=True):
    worker_id: str | int | None = None
    start_date: str | None = None
    end_date: str | None = None


class _Plan(Struct, frozen=True):
    start_date: str | None = None
    end_date: str | None = None
    purge: bool = False


class _Leaver(Struct, frozen=True):
    contact_date: str | None = None
    purge: bool = False


class _Episode(Struct, frozen=True):
    referral_date: str | None = None
    closure_date: str | None = None
    closure_reason: str | None = None
    care_worker_details: tuple[_Worker, ...] | None = ()
    child_in_need_plans: tuple[_Plan, ...] | None = ()
    child_protection_plans: tuple[_Plan, ...] | None = ()
    child_looked_after_placements: tuple[_Plan, ...] | None = ()
    care_leavers: _Leaver | None = None
    purge: bool = False


class _Details(Struct, frozen=True):
    first_name: str | None = None
    surname: str | None = None
    date_of_birth: str | None = None
    purge: bool = False


class _Child(Struct, frozen=True):
    la_child_id: str | int
    child_details: _Details | None = None
    social_care_episodes: tuple[_Episode, ...] | None = ()
    purge: bool = False


# Each as a tab, so that a file of this kind is kept, shown and remarked on like every other.
_CHILDREN = ("la_child_id", "date_of_birth", "named", "purge")
_EPISODES = ("la_child_id", "referral_date", "closure_date", "closure_reason", "purge")
_WORKERS = ("la_child_id", "worker_id", "start_date", "end_date")
_PLANS = ("la_child_id", "plan", "start_date", "end_date")
_DAYS = frozenset({"date_of_birth", "referral_date", "closure_date", "start_date", "end_date"})
_TABS = {
    "children": _CHILDREN,
    "social_care_episodes": _EPISODES,
    "care_worker_details": _WORKERS,
    "plans": _PLANS,
}
_LAYOUTS = {name: table(name, {one: one for one in columns}, columns) for name, columns in _TABS.items()}
_STATUS: tuple[tuple[str, Status], ...] = (
    ("child_looked_after_placements", "looked_after"),
    ("child_protection_plans", "protection_plan"),
    ("child_in_need_plans", "in_need"),
    ("care_leavers", "care_leaver"),
)
_A_DAY = timedelta(days=1)


def is_json(content: bytes) -> bool:
    """Whether a file begins as JSON does."""
    return content[:200].removeprefix(_BOM).lstrip()[:1] in (b"[", b"{")


def workbook_of(content: bytes, name: str, digest: str) -> Workbook:
    """The children of a JSON file as tabs. Raises FileProblem for one that is too large or of another shape."""
    if len(content) > MOST_BYTES:
        raise FileProblem(f"{name} is larger than {MOST_BYTES // 1_000_000} MB. No day of the social care API is.")
    try:
        children = json.decode(content.removeprefix(_BOM), type=list[_Child])
    except (DecodeError, RecursionError, UnicodeDecodeError):
        raise FileProblem(
            f"{name} is JSON and not that of the DfE social care API, which is a list of children, each with "
            "la_child_id. Export a list as .xlsx or CSV instead."
        ) from None
    rows: dict[str, list[tuple[Value, ...]]] = {tab: [columns] for tab, columns in _TABS.items()}
    for child in children:
        _add(rows, child, one_line(str(child.la_child_id)))
    tabs = (Tab(tab, tuple(Row(number, one) for number, one in enumerate(some, 1))) for tab, some in rows.items())
    return Workbook(name, digest, tuple(tabs))


def is_csc_api(workbook: Workbook) -> bool:
    """Whether it was made of such a file."""
    return [tab.name for tab in workbook.tabs] == list(_TABS) and find_layout(
        workbook.tabs[0], (_LAYOUTS["children"],)
    ) is not None


def read_csc_api(workbooks: Iterable[Workbook], as_at: date) -> Involved:
    """What these files hold on this day."""
    refused: list[Remark] = []
    rows: dict[str, list[TableRow]] = defaultdict(list)
    for workbook in workbooks:
        for tab in workbook.tabs:
            rows[tab.name] += rows_of(tab, _LAYOUTS[tab.name], _DAYS, refused)
    deleted = {row.texts["la_child_id"]: row.place for row in rows["children"] if "purge" in row.texts}
    reason = "deleted in the system it comes from (purge); nothing here is closed or deleted by that"
    not_taken = [Remark(place, child, reason) for child, place in deleted.items()]
    not_taken += [
        Remark(row.place, row.texts["la_child_id"], f"an episode was {reason}")
        for row in rows["social_care_episodes"]
        if "purge" in row.texts
    ]
    named = [
        Remark(row.places["named"], "first_name, surname", _NAMES_BY_HAND)
        for row in rows["children"]
        if "named" in row.texts
    ]
    return Involved(
        lists=("DfE API",),
        spells=tuple(_spells(rows["care_worker_details"], deleted)),
        standing=dict(_standing(rows, as_at, deleted)),
        knows=frozenset({"date_of_birth", "status", "status_since"}),
        refused=tuple(refused),
        not_taken=tuple(not_taken),
        not_read=tuple(named[:1]),
    )


def _add(rows: Mapping[str, list[tuple[Value, ...]]], child: _Child, reference: str) -> None:
    details = child.child_details or _Details()
    named = "yes" if details.first_name or details.surname else None
    purge = "yes" if child.purge else None
    rows["children"].append((reference, _clean(details.date_of_birth), named, purge))
    for episode in child.social_care_episodes or ():
        said = _clean(episode.referral_date), _clean(episode.closure_date), _clean(episode.closure_reason)
        rows["social_care_episodes"].append((reference, *said, "yes" if episode.purge else None))
        if episode.purge:
            continue
        for worker in episode.care_worker_details or ():
            number = one_line(str(worker.worker_id)) if worker.worker_id is not None else None
            rows["care_worker_details"].append((reference, number, _clean(worker.start_date), _clean(worker.end_date)))
        for plan, some in (
            ("child_looked_after_placements", episode.child_looked_after_placements),
            ("child_protection_plans", episode.child_protection_plans),
            ("child_in_need_plans", episode.child_in_need_plans),
        ):
            days = ((_clean(one.start_date), _clean(one.end_date)) for one in some or () if not one.purge)
            rows["plans"] += [(reference, plan, *each) for each in days]
        if episode.care_leavers is not None and not episode.care_leavers.purge:
            rows["plans"].append((reference, "care_leavers", None, None))


def _clean(text: str | None) -> str | None:
    return one_line(text) or None if text is not None else None


def _spells(rows: Iterable[TableRow], deleted: Mapping[str, str]) -> Iterator[Spell]:
    for row in rows:
        child = row.texts["la_child_id"]
        if child not in deleted:
            starts, ends = row.days.get("start_date"), row.days.get("end_date")
            place = row.places["worker_id"]
            yield Spell(child, row.texts.get("worker_id"), None, None, starts, ends, None, "", place)


def _standing(
    rows: Mapping[str, Sequence[TableRow]], as_at: date, deleted: Mapping[str, str]
) -> Iterator[tuple[str, Standing]]:
    episodes = _by_child(row for row in rows["social_care_episodes"] if "purge" not in row.texts)
    plans = _by_child(rows["plans"])
    for row in rows["children"]:
        child = row.texts["la_child_id"]
        if child in deleted:
            continue
        status, since = _status(plans.get(child, ()), as_at)
        of_child = episodes.get(child, ())
        is_open = any(_goes_on(one, "referral_date", "closure_date", as_at) for one in of_child) if of_child else None
        last = max(of_child, key=lambda one: one.days.get("closure_date", date.min), default=None)
        yield (
            child,
            Standing(
                open=is_open,
                status=status,
                status_since=since,
                date_of_birth=row.days.get("date_of_birth"),
                closed_on=last.days.get("closure_date") if last and not is_open else None,
                closed_because=last.texts.get("closure_reason") if last and not is_open else None,
            ),
        )


def _by_child(rows: Iterable[TableRow]) -> dict[str, list[TableRow]]:
    found: dict[str, list[TableRow]] = defaultdict(list)
    for row in rows:
        found[row.texts["la_child_id"]].append(row)
    return found


def _status(plans: Sequence[TableRow], as_at: date) -> tuple[Status | None, date | None]:
    for name, status in _STATUS:
        of_kind = [row for row in plans if row.texts.get("plan") == name]
        now = [row for row in of_kind if _goes_on(row, "start_date", "end_date", as_at)]
        if now:
            return status, _without_a_gap(
                of_kind, max((row.days.get("start_date") for row in now), default=None, key=_or_never)
            )
    return None, None


def _without_a_gap(plans: Sequence[TableRow], since: date | None) -> date | None:
    """The start of the first of these that go over into each other, as placements do."""
    for row in sorted(plans, key=lambda one: one.days.get("start_date", date.min), reverse=True):
        starts, ends = row.days.get("start_date"), row.days.get("end_date")
        if since is not None and starts is not None and ends is not None and starts < since <= ends + _A_DAY:
            since = starts
    return since


def _or_never(day: date | None) -> date:
    return day or date.min


def _goes_on(row: TableRow, first: str, last: str, as_at: date) -> bool:
    starts, ends = row.days.get(first), row.days.get(last)
    return (starts is None or starts <= as_at) and (ends is None or ends > as_at)
