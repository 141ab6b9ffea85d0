"""What other programs read: names and shapes of the JSON, over the made-up team."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from oversight_tui.cli import main
from oversight_tui.practice.board import AttentionKind

DAY = "2026-11-23"
NUM = (int, float)

ENTRY_KINDS_SHOWN = (
    "discussion",
    "decision",
    "action",
    "worry",
    "escalation",
    "status",
    "risk",
    "allocation",
    "disagreement",
    "timescale",
    "work",
    "consultation",
    "programme",
)


def day(value: Any) -> bool:
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


def text(value: Any) -> bool:
    return isinstance(value, str)


def number(value: Any) -> bool:
    return isinstance(value, NUM) and not isinstance(value, bool)


def whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def truth(value: Any) -> bool:
    return isinstance(value, bool)


def one_of(*values: str) -> Callable[[Any], bool]:
    return lambda value: value in values


class Or:
    """The shape, or null."""

    def __init__(self, shape: Any) -> None:
        self.shape = shape


CLOCK = {
    "state": one_of("never", "in_time", "due", "overdue", "paused"),
    "last_held": Or(day),
    "days_since": Or(whole),
    "ideal_by": Or(day),
    "limit_by": Or(day),
    "next_planned": Or(day),
}
STATUS = Or(one_of("looked_after", "protection_plan", "in_need", "assessment", "care_leaver"))
RISK = Or(one_of("low", "medium", "high", "very_high"))
COUNTED = (
    *("workers", "children", "unallocated", "waiting", "on_duty", "held_by_manager"),
    *("urgent", "overdue", "due", "never"),
)
TODAY = {
    "as_of": day,
    "team": Or(text),
    "teams": [text],
    "data_as_at": Or(day),
    "manager": Or({"name": text, "confirmed": truth, "supervision": Or(CLOCK)}),
    "counts": {**dict.fromkeys(COUNTED, whole), "families": Or(whole)},
    "workers": [
        {
            "id": text,
            "name": text,
            "role": Or(text),
            "fte": Or(number),
            "newly_qualified": truth,
            "agency": Or(truth),
            "children": whole,
            "supervision": CLOCK,
            "coverage": dict.fromkeys(("children", "in_time", "due", "overdue", "never"), whole),
            "worries_open": whole,
            "actions_overdue": whole,
            "absence": Or({"reason": one_of("leave", "sickness", "training", "other"), "from": day, "to": Or(day)}),
        }
    ],
    "children": [
        {
            "reference": text,
            "name": Or(text),
            "worker": Or(text),
            "team": Or(text),
            "status": STATUS,
            "risk": RISK,
            "allocated_since": Or(day),
            "seen_by": Or(day),
            "last_seen": Or(day),
            "last_discussed": Or(day),
            "days_since": Or(whole),
            "state": one_of("never", "in_time", "due", "overdue"),
        }
    ],
    "attention": [
        {
            "rank": whole,
            "tier": one_of("urgent", "in_order"),
            "kind": one_of(*get_args(AttentionKind)),
            "state": one_of("overdue", "due", "never", "open"),
            "id": Or(text),
            "worker": Or(text),
            "child": Or(text),
            "summary": text,
            "reason": text,
            "due_on": Or(day),
            "days_over": Or(whole),
            "score": number,
            "because": [{"factor": text, "points": number}],
        }
    ],
}
CHILD = {
    "reference": text,
    "name": Or(text),
    "worker": Or(text),
    "status": STATUS,
    "risk": RISK,
    "allocations": [{"worker": Or(text), "from": Or(day), "to": Or(day), "role": text}],
    "entries": [
        {
            "id": text,
            "kind": one_of(
                "discussion",
                "decision",
                "action",
                "worry",
                "escalation",
                "status",
                "risk",
                "allocation",
                "disagreement",
                "timescale",
                "work",
                "consultation",
                *("booking", "referral", "waiting", "handover", "audit", "incident"),
            ),
            "happened_on": Or(day),
            "happened_at": Or(text),
            "recorded_at": text,
            "by": text,
            "setting": Or(text),
            "text": text,
            "because": Or(text),
            "on_file": Or(day),
            "corrects": Or(text),
            "withdrawn": truth,
        }
    ],
}
WORKER = {
    "name": text,
    "role": Or(text),
    "supervision": CLOCK,
    "sessions": [
        {
            "id": text,
            "kind": one_of("one_to_one", "group", "observation"),
            "planned_for": Or(day),
            "held_on": Or(day),
            "state": one_of("planned", "held", "cancelled"),
            "reason": Or(text),
            "minutes": Or(whole),
            "supervisor": text,
            "children": [text],
        }
    ],
    "children": [text],
}

STATES = ("in_time", "due", "overdue", "never")
SIGHT = {
    "as_of": day,
    "data_as_at": Or(day),
    "teams": [
        {
            "team": text,
            **dict.fromkeys(("workers", "children", "unallocated", "worries_open", "worries_review_overdue"), whole),
            **dict.fromkeys(("actions_overdue", "decisions_without_because", "escalations_unanswered"), whole),
            **dict.fromkeys(("waiting_for_a_worker", "on_duty", "held_by_manager"), whole),
            "fte": Or(number),
            "agency": Or(whole),
            "families": Or(whole),
            "children_per_fte": dict.fromkeys(("mean", "min", "max"), Or(number)),
            "supervision": dict.fromkeys((*STATES, "paused", "of"), whole),
            "coverage": dict.fromkeys((*STATES, "of"), whole),
            "trend": [
                {
                    "month": text,
                    "sessions_held": whole,
                    "sessions_cancelled": whole,
                    "supervised_in_time_percent": Or(number),
                    "children_discussed_percent": Or(number),
                }
            ],
        }
    ],
}


def holds(shape: Any, value: Any, where: str = "") -> None:
    """Fields may be added and never go."""
    if isinstance(shape, Or):
        if value is not None:
            holds(shape.shape, value, where)
    elif isinstance(shape, dict):
        for name, inner in shape.items():
            assert name in value, f"{where}.{name} is not there"
            holds(inner, value[name], f"{where}.{name}")
    elif isinstance(shape, list):
        assert isinstance(value, list), where
        for place, one in enumerate(value):
            holds(shape[0], one, f"{where}[{place}]")
    else:
        assert shape(value), f"{where}: {value!r}"


@pytest.fixture
def demo(made_up_team: Path, tmp_path: Path) -> str:
    return str(shutil.copy(made_up_team, tmp_path / "demo.oversight"))


def said(capsys: pytest.CaptureFixture[str], demo: str, *typed: str) -> Any:
    assert main([*typed, "--json", "--store", demo, "--today", DAY]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_morning_list(demo: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, demo, "today")
    holds(TODAY, shown)
    rows, counts = shown["attention"], shown["counts"]
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    places = [(row["tier"] == "in_order", -row["score"]) for row in rows]
    assert places == sorted(places)
    assert counts["urgent"] == sum(row["tier"] == "urgent" for row in rows)
    for state in ("overdue", "due", "never"):
        assert counts[state] == sum(row["state"] == state for row in rows)
    assert (counts["children"], counts["workers"]) == (len(shown["children"]), len(shown["workers"]))
    assert shown["manager"]["name"] not in {row["name"] for row in shown["workers"]}
    for row in rows:
        assert row["score"] == pytest.approx(sum(one["points"] for one in row["because"]))
        late = row["state"] == "overdue"
        assert (row["days_over"] is not None) is late or row["state"] == "never"
        if late:
            assert row["days_over"] == (date.fromisoformat(DAY) - date.fromisoformat(row["due_on"])).days


def test_every_child_and_every_worker(demo: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, demo, "today")
    for row in shown["children"][::10]:
        page = said(capsys, demo, "child", row["reference"])
        holds(CHILD, page, row["reference"])
        assert (page["worker"], page["status"], page["risk"]) == (row["worker"], row["status"], row["risk"])
    for row in shown["workers"]:
        page = said(capsys, demo, "worker", row["id"])
        holds(WORKER, page, row["name"])
        assert page["supervision"] == row["supervision"]
        assert len(page["children"]) == row["children"]


def test_line_of_sight(demo: str, capsys: pytest.CaptureFixture[str]) -> None:
    seen, shown = said(capsys, demo, "sight"), said(capsys, demo, "today")
    holds(SIGHT, seen, "sight")
    (team,), counts = seen["teams"], shown["counts"]
    for name in ("workers", "children", "families", "unallocated"):
        assert team[name] == counts[name], name
    states = [worker["supervision"]["state"] for worker in shown["workers"]]
    assert team["supervision"] == {
        **{state: states.count(state) for state in (*STATES, "paused")},
        "of": len(states),
    }
    discussed = [child["state"] for child in shown["children"]]
    assert team["coverage"] == {**{state: discussed.count(state) for state in STATES}, "of": len(discussed)}
    assert team["worries_open"] == sum(worker["worries_open"] for worker in shown["workers"])
    assert team["trend"]
    assert [one["month"] for one in team["trend"]] == sorted(one["month"] for one in team["trend"])
    assert team["trend"][-1]["month"] == "2026-10"
