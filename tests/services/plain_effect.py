"""What came of it, reckoned once more and plainly: from the rows as they lie in the tables, and none of the program."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

from db.engine import Store
from db.whole_rows import tables

# The kinds of entry that are looked at, where their table has another name.
TABLES = {"extract": "extract_row", "missing": "missing", "not_covered": "not_covered"}
KINDS = {
    *("decision", "decision_review", "action", "action_carried", "action_outcome", "discussion", "not_discussed"),
    *("worry", "worry_review", "worry_close", "consultation", "consultation_answer", "seen"),
    *TABLES,
}
Counted = dict[str, list[tuple[int, int | None]]]


class Plain:
    """Every entry in force by the number of its first version: `[kind][number] = {columns}`."""

    def __init__(self, store: Store, span: tuple[date, date]) -> None:
        self.first, self.last = span
        self._store = store
        gone = self._gone()
        newest: dict[int, dict[str, Any]] = {}
        for row in sorted(self.rows("entry"), key=itemgetter("id")):
            root = row["corrects_id"] or row["id"]
            if root not in gone and row["id"] not in gone:
                newest[root] = row
        self.held = {
            root: date.fromisoformat(row["happened_on"])
            for root, row in newest.items()
            if row["kind"] == "session_held"
        }
        self.of: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
        for root, row in newest.items():
            if row["kind"] in KINDS and row["child_id"] is not None:
                detail = self.rows(TABLES.get(row["kind"], row["kind"]), f"WHERE entry_id = {row['id']}")
                on = date.fromisoformat(row["happened_on"])
                if on <= self.last:
                    self.of[row["kind"]][root] = {**detail[0], "child": row["child_id"], "on": on, "root": root}

    def rows(self, table: str, where: str = "") -> list[dict[str, Any]]:
        names = tables()[table]
        listed = ", ".join(f'"{name}"' for name in names)
        found = self._store.rows(f'SELECT {listed} FROM "{table}" {where}')
        return [dict(zip(names, row, strict=True)) for row in found]

    def _gone(self) -> set[int]:
        """What is withdrawn; a withdrawal that was withdrawn takes nothing back."""
        taken_back = {row["entry_id"]: row["withdrawn_id"] for row in self.rows("withdrawal")}
        gone: set[int] = set()
        for entry in sorted(taken_back, reverse=True):  # the newest first: it may be of an older one
            if entry not in gone:
                gone.add(taken_back[entry])
        return gone

    def following(self, kind: str, column: str, root: int) -> list[dict[str, Any]]:
        found = [one for one in self.of[kind].values() if one[column] == root]
        return sorted(found, key=lambda one: (one["on"], one["root"]))

    def inside(self, day: date) -> bool:
        return self.first <= day <= self.last


def plain_effect(
    store: Store, span: tuple[date, date], seen_within: int, carried_most: int, talks_most: int
) -> Counted:
    """What each figure of the only team counts: the child, and the entry it is about, None where it is the child."""
    with store.reading():
        plain = Plain(store, span)
        found: Counted = defaultdict(list)
        _decisions(plain, found, carried_most)
        _actions(plain, found, carried_most)
        talks = _talks(plain)
        _worries(plain, found, talks, talks_most)
        _children(plain, found, talks, seen_within)
        _consultations(plain, found)
    return {key: sorted(rows, key=str) for key, rows in found.items()}


def _decisions(plain: Plain, found: Counted, carried_most: int) -> None:
    for root, one in plain.of["decision"].items():
        row = (one["child"], root)
        reviews = plain.following("decision_review", "decision_id", root)
        answers = [review["changed"] for review in reviews if plain.inside(review["on"])]
        if answers:
            ever = 1 in [review["changed"] for review in reviews]
            found["decisions_" + ("changed" if ever else "nothing" if 0 in answers else "not_said")].append(row)
        if any(review["next_on"] is None for review in reviews):
            continue
        due = reviews[-1]["next_on"] if reviews else one["review_on"]
        if due is not None and plain.inside(date.fromisoformat(due)):
            found["decisions_not_reviewed"].append(row)
        if len(reviews) >= carried_most and 1 not in [review["changed"] for review in reviews]:
            found["drift_decisions"].append(row)


def _actions(plain: Plain, found: Counted, carried_most: int) -> None:
    for root, one in plain.of["action"].items():
        carried = plain.following("action_carried", "action_id", root)
        outcomes = plain.following("action_outcome", "action_id", root)
        agreed = date.fromisoformat(one["due_on"])
        by_now = date.fromisoformat(carried[-1]["due_on"]) if carried else agreed
        if not outcomes and len(carried) >= carried_most:
            found["drift_actions"].append((one["child"], root))
        if not plain.inside(agreed):
            continue
        if not outcomes:
            key = "carried_on" if carried and by_now >= plain.last else "open"
        elif not outcomes[-1]["done"]:
            key = "dropped"
        else:
            done = outcomes[-1]["on"]
            key = "in_time" if done <= agreed else "carried_in_time" if done <= by_now else "later"
        found[f"actions_{key}"].append((one["child"], root))


def _talks(plain: Plain) -> dict[int, list[tuple[date, int, bool]]]:
    """(day, entry, whether anything is written) of each child, oldest first."""
    talks: dict[int, list[tuple[date, int, bool]]] = defaultdict(list)
    for root, one in plain.of["discussion"].items():
        if not one["asked_for"] and one["setting"] != "opening":
            talks[one["child"]].append((one["on"], root, True))
    off = {(one["child"], one["session_id"]) for one in plain.of["not_discussed"].values()}
    for row in plain.rows("session_child"):
        on = plain.held.get(row["session_id"])
        if on is not None and on <= plain.last and (row["child_id"], row["session_id"]) not in off:
            talks[row["child_id"]].append((on, row["session_id"], False))
    return {child: sorted(some) for child, some in talks.items()}


def _worries(plain: Plain, found: Counted, talks: dict[int, list[tuple[date, int, bool]]], talks_most: int) -> None:
    scales: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for row in sorted(plain.rows("scale_reading"), key=itemgetter("id")):
        scales[row["entry_id"]].append((row["who"].casefold(), row["number"]))
    for root, one in plain.of["worry"].items():
        reviews = plain.following("worry_review", "worry_id", root)
        closed = plain.following("worry_close", "worry_id", root)
        of_child = talks.get(one["child"], [])
        if any(plain.inside(each["on"]) for each in (*reviews, *closed)):
            until = closed[-1]["on"] if closed else plain.last
            said = [(one["on"], root), *((each["on"], each["root"]) for each in reviews)]
            said += [(on, entry) for on, entry, written in of_child if written]
            numbers: dict[str, list[tuple[date, int, int]]] = defaultdict(list)
            for on, entry in said:
                if one["on"] <= on <= until:
                    for who, number in scales[entry]:
                        numbers[who].append((on, entry, number))
            moved = set()
            for each in map(sorted, numbers.values()):
                if each[0][1] != each[-1][1]:
                    moved.add("up" if each[-1][2] > each[0][2] else "down" if each[-1][2] < each[0][2] else "same")
            key = (
                "not_known"
                if not moved
                else "both"
                if {"up", "down"} <= moved
                else "safer"
                if "up" in moved
                else "less_safe"
                if "down" in moved
                else "same"
            )
            found[f"worries_{key}"].append((one["child"], root))
        after = [talk for talk in of_child if talk[2] and talk[0] > one["on"]]
        if not closed and len(after) >= talks_most:
            found["drift_worries"].append((one["child"], root))


def _children(plain: Plain, found: Counted, talks: dict[int, list[tuple[date, int, bool]]], within: int) -> None:
    lists = {date.fromisoformat(row["as_at"]) for row in plain.rows("snapshot_team")}
    for child, held in talks.items():
        in_span = [on for on, _, _ in held if plain.inside(on)]
        if not in_span:
            continue
        over = [on for on in in_span if on + timedelta(days=within) < plain.last]
        talk = max(over or in_span)
        end = talk + timedelta(days=within)
        shown = sorted(
            (one["on"], one["root"], one["last_seen"] if kind == "extract" else None)
            for kind in ("extract", "missing", "not_covered")
            for one in plain.of[kind].values()
            if one["child"] == child and one["on"] <= plain.last
        )
        days = {one["on"] for one in plain.of["seen"].values() if one["child"] == child}
        days |= {date.fromisoformat(seen) for _, _, seen in shown if seen}
        if any(talk < day <= end for day in days):
            found["children_seen"].append((child, None))
        elif plain.last <= end:
            found["children_not_over"].append((child, None))
        else:
            told = []
            for day in lists | {on for on, _, _ in shown}:
                known = [seen for on, _, seen in shown if on <= day]
                if end <= day <= plain.last and known and known[-1]:
                    told.append(date.fromisoformat(known[-1]))
            not_seen = any(day < talk for day in told) and talk not in days
            found["children_not_seen" if not_seen else "children_not_known"].append((child, None))


def _consultations(plain: Plain, found: Counted) -> None:
    for root, one in plain.of["consultation"].items():
        if one["for_information"] or not plain.inside(one["on"]):
            continue
        answers = plain.following("consultation_answer", "consultation_id", root)
        says = any(answer["changed"] is not None for answer in answers)
        key = "unanswered" if not answers else "changed" if says else "not_said"
        found[f"consultations_{key}"].append((one["child"], root))
