"""A worker as known today: newest details, last held one-to-one, next planned session, home team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, json
from msgspec.structs import asdict, replace

from db.derived.live import Live, by_worker, live
from db.derived.rows import Row
from db.question import batched, places
from oversight_tui.practice import records
from oversight_tui.practice.facts import OwnRule
from oversight_tui.practice.gaps import RuleSaid
from oversight_tui.practice.ids import ChildId, TeamId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store

_ONE_TO_ONE = " AND d.session_kind = 'one_to_one'"


def workers_of_children(store: Store, children: Collection[ChildId]) -> set[WorkerId]:
    """The workers who hold these children now, and whose home team may follow from it."""
    found: set[WorkerId] = set()
    for some in batched(children):
        sql = f"SELECT DISTINCT worker_id FROM child_now WHERE child_id IN ({places(some)}) AND worker_id IS NOT NULL"
        found |= {row[0] for row in store.rows(sql, some)}
    return found


class _Said(Struct, frozen=True):
    """One version of a worker's details, with what it says anew, by the names of its fields."""

    version: Live[records.WorkerDetails]
    fields: frozenset[str]

    @property
    def on(self) -> date:
        """The day from which it holds."""
        return self.version.spine.order[0]

    @property
    def details(self) -> records.WorkerDetails:
        """All that it says."""
        return self.version.says


def derive_workers(store: Store, ids: Sequence[WorkerId]) -> list[Row]:
    """One row for each worker whose details are recorded."""
    versions = by_worker(live(store, "worker_id", ids, records.WorkerDetails))
    held = by_worker(live(store, "worker_id", ids, records.SessionHeld, _ONE_TO_ONE))
    planned = _next_planned(store, ids)
    teams = _home_teams(store, ids)
    rows: list[Row] = []
    for worker in ids:
        if not versions[worker]:
            continue
        said = _said(versions[worker])
        details = _details(said)
        last = _last_held([one for one in held[worker] if one.says.counts is not False])
        began = last.spine.on if last else None
        rows.append(
            {
                "worker": worker,
                **details,
                "team": details["team"] if details["team"] is not None else teams.get(worker),
                "earlier_rules": _earlier_rules(said, began or date.min),
                "last_held": began,
                "last_held_is_opening": last.says.opening if last else False,
                "last_held_by": (last.says.supervisor or last.spine.by) if last else None,
                "next_planned": planned.get(worker),
                "last_held_cut_short": last is not None and last.says.counts is True,
                "cut_short_on": _cut_short(held[worker], last),
            }
        )
    return rows


def _last_held(held: Sequence[Live[records.SessionHeld]]) -> Live[records.SessionHeld] | None:
    """The last session held here; an opening date stands only where there is none, of two the one typed last."""
    here = [one for one in held if not one.says.opening]
    if here:
        return here[-1]
    return max(held, key=lambda one: one.spine.entry, default=None)


def _said(versions: Sequence[Live[records.WorkerDetails]]) -> list[_Said]:
    """What each version says that was not known of its day when it was typed, in the order of the days they are of.

    A version carries along what was known of its day, and says only what it changes.
    """
    found: list[_Said] = []
    for one in sorted(versions, key=lambda each: each.spine.entry):
        before = [each for each in found if each.version.spine.order <= one.spine.order]
        known = _details(before)
        anew = frozenset(name for name, value in asdict(one.says).items() if known[name] != value)
        found.insert(len(before), _Said(one, anew))
    return found


def known_by_day(
    versions: Sequence[Live[records.WorkerDetails]],
) -> list[tuple[Live[records.WorkerDetails], records.WorkerDetails]]:
    """All that is known of one worker from the day of each version on, beside that version; by these days."""
    found: list[tuple[Live[records.WorkerDetails], records.WorkerDetails]] = []
    for one in _said(versions):
        known = found[-1][1] if found else one.details
        values = asdict(one.details)
        found.append((one.version, replace(known, **{name: values[name] for name in one.fields})))
    return found


def _details(said: Iterable[_Said]) -> dict[str, object]:
    """Each detail as it was said last, by the day."""
    known: dict[str, object] = dict.fromkeys(records.WorkerDetails.__struct_fields__)
    for one in said:
        known |= {name: value for name, value in asdict(one.details).items() if name in one.fields}
    return known


def _earlier_rules(said: Sequence[_Said], began: date) -> str | None:
    """The own rules that another took the place of, and that held on `began` or later; None where there are none.

    What another of the same day takes the place of has held on no day.
    """
    steps = _rule_steps(said)
    rules = []
    for one, following in pairwise(steps):
        limit, until = one.details.own_limit, one.details.own_until
        last = min(until or date.max, following.on - timedelta(days=1))
        if limit is not None and last >= max(one.on, began):
            rules.append(OwnRule(limit, last))
    return json.encode(rules).decode() if rules else None


def _rule_steps(said: Iterable[_Said]) -> list[_Said]:
    """Those that said something else of the worker's own limit."""
    return [one for one in said if one.fields & {"own_limit", "own_until"}]


def own_rules_said(versions: Sequence[Live[records.WorkerDetails]]) -> tuple[RuleSaid, ...]:
    """Everything that was said of one worker's own limit, in the order of the days from which it holds."""
    steps = _rule_steps(_said(versions))
    return tuple(RuleSaid(one.on, one.details.own_limit, one.details.own_until) for one in steps)


def _cut_short(held: Sequence[Live[records.SessionHeld]], last: Live[records.SessionHeld] | None) -> date | None:
    """The day of the latest session that was cut short and does not count, where none was held on it or later."""
    days = (one.spine.on for one in held if one.says.counts is False and one.spine.on is not None)
    latest = max(days, default=None)
    if latest is None or last is None or last.spine.on is None:
        return latest
    return latest if latest > last.spine.on else None


def _next_planned(store: Store, ids: Sequence[WorkerId]) -> dict[WorkerId | None, date]:
    """The earliest planned one-to-one that was neither held nor cancelled."""
    settled = {one.says.plan for one in live(store, "worker_id", ids, records.SessionHeld)}
    settled |= {one.says.plan for one in live(store, "worker_id", ids, records.SessionCancelled)}
    found: dict[WorkerId | None, date] = {}
    for one in live(store, "worker_id", ids, records.SessionPlan, _ONE_TO_ONE):
        if one.spine.entry not in settled:
            worker, on = one.spine.worker, one.says.planned_for
            found[worker] = min(found.get(worker, on), on)
    return found


def _home_teams(store: Store, ids: Sequence[WorkerId]) -> dict[WorkerId, TeamId]:
    """The team of most of a worker's open children; of two with as many, the one named first."""
    counted: dict[WorkerId, list[tuple[int, str, TeamId]]] = defaultdict(list)
    # Open is compared with a value: of a bare condition SQLite does not know that it is that of the index.
    for worker, team, name, number in store.rows(
        "SELECT c.worker_id, c.team_id, t.name, count(*) FROM child_now c JOIN team t ON t.id = c.team_id"
        f" WHERE c.open = ? AND c.worker_id IN ({places(ids)}) GROUP BY c.worker_id, c.team_id, t.name",
        (True, *ids),
    ):
        counted[worker].append((-number, name, team))
    return {worker: min(found)[2] for worker, found in counted.items()}
