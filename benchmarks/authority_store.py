"""A store of a whole authority, nobody in it real: every team with workers, children and years of what was recorded.

A team's last year is the same whatever the number of years and of other teams, so that boards can be compared.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks import authority_texts as texts
from benchmarks.insides import BulkStore, fingerprint, key_of
from benchmarks.options import say
from benchmarks.program import TODAY

WORKERS_A_TEAM, CHILDREN_A_WORKER, CLOSED_A_WORKER = 8, 25, 25
DAYS_OF_CLOSINGS = 1400  # over which those closed children of a worker were closed
AS_AT = TODAY - timedelta(days=3)
DAYS_BETWEEN_LISTS = 28
SESSIONS_A_YEAR, DAYS_BETWEEN_SESSIONS, CHILDREN_A_SESSION, WRITTEN_ABOUT = 12, 30, 13, 8
STATUSES = ("in_need", "in_need", "in_need", "protection_plan", "looked_after", "care_leaver")
RISKS = {"low": 50, "medium": 33, "high": 11, "very_high": 3, None: 3}  # of a hundred children
TALKED_WITHIN = {"medium": 45, "high": 31, "very_high": 15, None: 60}  # days; the others wait for their session


class Shape(NamedTuple):
    """How large the teams of an authority are; of the children a team's workers have one more or less each."""

    workers: int = WORKERS_A_TEAM
    children: int = WORKERS_A_TEAM * CHILDREN_A_WORKER

    def of_seat(self, seat: int) -> int:
        """How many open children the worker of this seat, from 0, holds."""
        return self.children * (seat + 1) // self.workers - self.children * seat // self.workers


USUAL = Shape()


def team_name(number: int) -> str:
    """What a team is called, from 1."""
    return f"Team {number:03}"


def authority(folder: Path, teams: int, years: int, shape: Shape = USUAL) -> Path:
    """A store of so many teams with so many years, written where the folder has none yet."""
    written_by = fingerprint(Path(__file__), Path(texts.__file__))
    large = "" if shape == USUAL else f"-of-{shape.workers}-and-{shape.children}"
    path = folder / f"authority-{teams}-teams{large}-{years}-years-{written_by}.oversight"
    if not path.exists():
        say(f"Writing {teams} teams of {years} years to {path}.")
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        bulk = BulkStore(unfinished)
        lists = [_list(bulk, TODAY - timedelta(days=ago)) for ago in range(3, 365 * years, DAYS_BETWEEN_LISTS)]
        for number in range(1, teams + 1):
            _Team(bulk, number, lists, shape).write(years)
        bulk.finish()
        os.replace(unfinished, path)
    return path


def _list(bulk: BulkStore, as_at: date) -> tuple[int, str]:
    """The number and the day of a list that covers every team."""
    snapshot = bulk.row(
        "snapshot",
        format="annex_a",
        file_name="authority.xlsx",
        sha256="f" * 64,
        as_at=as_at.isoformat(),
        lists="[]",
        teams="[]",
        counts="{}",
        refused="[]",
        recorded_at=f"{as_at}T09:00:00.000000Z",
        recorded_by="Benchmark",
    )
    return snapshot, as_at.isoformat()


def _day(days_ago: int) -> str:
    return (TODAY - timedelta(days=days_ago)).isoformat()


class _Team:
    """One team while it is being written. `children` are those of each worker, in the order of the workers."""

    def __init__(self, bulk: BulkStore, number: int, lists: Sequence[tuple[int, str]], shape: Shape) -> None:
        self.bulk, self.number, self.shape = bulk, number, shape
        name = team_name(number)
        self.team = bulk.row("team", name=name, name_key=key_of(name))
        for snapshot, as_at in lists:
            bulk.row("snapshot_team", snapshot=snapshot, team=self.team, as_at=as_at)
        self.first_list = lists[-1][1]
        self.workers: list[int] = []
        self.children: list[list[int]] = []

    def write(self, years: int) -> None:
        """Who there is, what is open now, and each year from the last one back."""
        draw = Random(f"team {self.number}")
        for seat in range(self.shape.workers):
            self._worker(seat, draw)
        for worker, children in zip(self.workers, self.children, strict=True):
            self._open_of_worker(worker, draw)
            for child in children:
                self._open_of_child(child, worker, draw)
        for era in range(1, 365 * years // DAYS_OF_CLOSINGS + 1):
            draw = Random(f"team {self.number} before {era}")
            for worker in self.workers:
                for _ in range(CLOSED_A_WORKER):
                    self._closed_child(worker, draw, DAYS_OF_CLOSINGS * era)
        for year in range(years):
            draw = Random(f"team {self.number} year {year}")
            for worker, children in zip(self.workers, self.children, strict=True):
                self._sessions(worker, children, year, draw)
                for child in children:
                    self._year_of_child(child, worker, year, draw)

    # --- Who there is -----------------------------------------------------------------------------

    def _worker(self, seat: int, draw: Random) -> None:
        name = texts.name(self.number * self.shape.workers + seat)
        worker = self.bulk.row("worker")
        self.workers.append(worker)
        self.bulk.entry(
            "worker",
            "worker_details",
            self.first_list,
            worker=worker,
            source="import",
            name=name,
            name_key=key_of(name),
            team=self.team,
            role="Social worker",
            fte=draw.choice((1.0, 1.0, 0.8, 0.6)),
            newly_qualified_from=_day(200) if seat == 0 else None,
            agency=seat == 1,
            seen_by=self.first_list,
        )
        self.children.append([self._child(worker, draw) for _ in range(self.shape.of_seat(seat))])
        for _ in range(CLOSED_A_WORKER):
            self._closed_child(worker, draw)

    def _child(self, worker: int, draw: Random) -> int:
        """An open child as a list showed them; a few of a team have no worker."""
        since = draw.randrange(30, 700)
        child = self._known(since, draw)
        held = {"bucket": "unallocated"} if draw.random() < 0.01 else {"allocated_to": worker}
        self._import("allocation", "allocation", child, since, team=self.team, starts=_day(since), **held)
        status = "assessment" if since < 70 else draw.choice(STATUSES)
        self._import("status", "status_episode", child, since, status=status, starts=_day(since))
        self._extract(child, 3, True, draw)
        rating = draw.choices(list(RISKS), list(RISKS.values()))[0]
        if rating is not None:
            rated, reason = _day(draw.randrange(1, since)), draw.choice(texts.REASONS)
            self.bulk.entry("risk", "risk_rating", rated, child=child, rating=rating, reason=reason)
        if rating in TALKED_WITHIN:
            self._talk(child, worker, draw.randrange(4, TALKED_WITHIN[rating]), draw)
        return child

    def _closed_child(self, worker: int, draw: Random, before: int = 0) -> None:
        """A child who was open once, for some months; closed more than so many days ago."""
        ended = before + draw.randrange(30, DAYS_OF_CLOSINGS)
        began = ended + draw.randrange(60, 400)
        child = self._known(began, draw)
        starts = _day(began)
        held = self._import(
            "allocation", "allocation", child, began, team=self.team, starts=starts, allocated_to=worker
        )
        episode = self._import("status", "status_episode", child, began, status="in_need", starts=starts)
        for days_ago in range(ended + 20, began, 45):
            self._talk(child, worker, days_ago, draw)
        self._import("allocation_end", "allocation_end", child, ended, allocation=held, ends=_day(ended))
        self._import("status_end", "status_end", child, ended, episode=episode, ends=_day(ended), reason="Closed")
        self._extract(child, ended, False, draw)

    def _known(self, days_ago: int, draw: Random) -> int:
        number = self.bulk.row("child", reference=f"C-{100_000 + self.bulk.numbers('child')}")
        family = f"F{self.number}-{draw.randrange(150)}" if draw.random() < 0.5 else None
        born = date(TODAY.year - draw.randrange(1, 17), draw.randrange(1, 13), draw.randrange(1, 28)).isoformat()
        self._import("child", "child_details", number, days_ago, date_of_birth=born, family=family)
        return number

    def _extract(self, child: int, days_ago: int, is_open: bool, draw: Random) -> None:
        seen = _day(days_ago + draw.randrange(1, 40))
        digest = f"{child:064x}"
        self._import(
            "extract",
            "extract_row",
            child,
            days_ago,
            open=is_open,
            last_seen=seen,
            last_seen_source="List 7",
            content="{}",
            digest=digest,
        )

    def _import(self, kind: str, table: str, child: int, days_ago: int, **detail: Any) -> int:
        return self.bulk.entry(kind, table, _day(days_ago), child=child, source="import", **detail)

    # --- What is open now -------------------------------------------------------------------------

    def _open_of_worker(self, worker: int, draw: Random) -> None:
        entry = self.bulk.entry
        planned = _day(-draw.randrange(0, 30))
        if draw.random() < 0.9:
            entry(
                "session_plan", "session_plan", planned, worker=worker, session_kind="one_to_one", planned_for=planned
            )
        if draw.random() < 0.06:
            entry("absence", "absence", _day(2), worker=worker, first_day=_day(2), last_day=_day(-5), reason="sickness")

    def _open_of_child(self, child: int, worker: int, draw: Random) -> None:
        entry, chance = self.bulk.entry, draw.random
        ago, to_come = draw.randrange(1, 60), draw.randrange(-30, 4)
        if chance() < 0.08:
            worry = texts.WORRIES[draw.randrange(len(texts.WORRIES))]
            severity = draw.randrange(1, 6)
            entry("worry", "worry", _day(ago), child=child, text=worry, severity=severity, review_on=_day(to_come))
        if chance() < 0.2:
            action, owner = draw.choice(texts.ACTIONS), texts.name(worker)
            entry("action", "action", _day(ago), child=child, text=action, owner=owner, due_on=_day(to_come))
        if chance() < 0.08:
            reason = draw.choice(texts.REASONS) if chance() < 0.9 else None
            self._decision(child, ago, draw, because=reason, review_on=_day(to_come))
        if chance() < 0.02:
            self._talk(child, worker, draw.randrange(0, 5), draw, filed=False)
        if chance() < 0.01:
            self._talk(child, worker, draw.randrange(0, 3), draw, filed=False, asked_for=True)
        if chance() < 0.005:
            text = draw.choice(texts.ACTIONS)
            entry("escalation", "escalation", _day(ago), child=child, text=text, sent_to="Head of service")
        if chance() < 0.05:
            entry("child_date", "child_date", _day(ago), child=child, what="next_review", day=_day(to_come))

    # --- What was recorded ------------------------------------------------------------------------

    def _sessions(self, worker: int, children: list[int], year: int, draw: Random) -> None:
        """A session a month, each with some of the children in turn."""
        latest = draw.randrange(1, 33)
        for month in range(SESSIONS_A_YEAR):
            days_ago = 365 * year + latest + DAYS_BETWEEN_SESSIONS * month
            on = _day(days_ago)
            session = self.bulk.entry(
                "session_held", "session_held", on, worker=worker, session_kind="one_to_one", minutes=90
            )
            first = month * CHILDREN_A_SESSION
            for place in range(first, first + CHILDREN_A_SESSION):
                child = children[place % len(children)]
                self.bulk.row("session_child", session=session, child=child)
                if place < first + WRITTEN_ABOUT:
                    self._talk(child, worker, days_ago, draw, setting="supervision", session=session)

    def _year_of_child(self, child: int, worker: int, year: int, draw: Random) -> None:
        """Two talks put on file, a decision after one of them, an action done; for some a worry closed again."""
        entry, first_day = self.bulk.entry, 365 * year + 20
        for half in range(2):
            days_ago = first_day + 170 * half + draw.randrange(160)
            talk = self._talk(child, worker, days_ago, draw)
            if half == 0:
                self._decision(child, days_ago, draw, because=draw.choice(texts.REASONS), discussion=talk)
                action = entry(
                    "action",
                    "action",
                    _day(days_ago),
                    child=child,
                    text=draw.choice(texts.ACTIONS),
                    owner=texts.name(worker),
                    due_on=_day(days_ago - 14),
                )
                entry("action_outcome", "action_outcome", _day(days_ago - 10), child=child, action=action, done=True)
        if draw.random() < 0.3:
            days_ago = first_day + 30 + draw.randrange(300)
            text = draw.choice(texts.WORRIES)
            worry = entry("worry", "worry", _day(days_ago), child=child, text=text, severity=draw.randrange(1, 6))
            reason = draw.choice(texts.REASONS)
            entry("worry_close", "worry_close", _day(days_ago - 25), child=child, worry=worry, reason=reason)

    def _talk(
        self,
        child: int,
        worker: int,
        days_ago: int,
        draw: Random,
        *,
        setting: str = "same_day",
        filed: bool = True,
        **detail: Any,
    ) -> int:
        text = draw.choice(texts.TALKS)
        talk = self.bulk.entry(
            "discussion", "discussion", _day(days_ago), child=child, worker=worker, setting=setting, text=text, **detail
        )
        if filed:
            self.bulk.entry("filing", "filing", _day(max(0, days_ago - 1)), child=child, discussion=talk)
        return talk

    def _decision(self, child: int, days_ago: int, draw: Random, **detail: Any) -> int:
        text = draw.choice(texts.DECISIONS)
        return self.bulk.entry(
            "decision", "decision", _day(days_ago), child=child, text=text, decision_kind="other", **detail
        )
