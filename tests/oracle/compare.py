"""Where the program's morning list is not what was expected: one difference a field, and how many were compared."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from tests.oracle import answer
from tests.oracle.expected.board import Board, Worker
from tests.oracle.expected.children import Child
from tests.oracle.expected.lines import OPEN, Line
from tests.oracle.structure import breaches

# The kinds of lines of which the definitions say when they stand.
KINDS = frozenset(
    {
        *("supervision", "coverage", "worry", "action", "decision_without_because", "review"),
        *("escalation", "consultation"),
        *("uncovered", "leaver", "missing_child", "section_47", "discussion_open", "discussion_not_on_file", "visit"),
        *("session_not_recorded", "session_not_rebooked", "cancelled_again"),
    }
)


@dataclass(frozen=True, order=True)
class Difference:
    """One field about one subject; `sort` says what kind of difference it is, whoever and whenever it is about."""

    sort: str
    subject: str
    ours: str
    theirs: str

    def __str__(self) -> str:
        return f"{self.sort} of {self.subject}: expected {self.ours}, the program says {self.theirs}"


@dataclass
class Comparison:
    """The differences of one day, and the number of fields compared."""

    found: list[Difference] = field(default_factory=list)
    fields: int = 0

    def holds(self, sort: str, subject: str, ours: object, theirs: object) -> None:
        """Count one field, and keep it where the two differ."""
        self.fields += 1
        if ours != theirs:
            self.found.append(Difference(sort, subject, str(ours), str(theirs)))


def compare(expected: Board, said: answer.Today) -> Comparison:
    """Hold the program's answer against what is expected of that day."""
    comparison = Comparison()
    workers = {worker.name: worker for worker in said.workers}
    for worker in expected.workers:
        if worker.name in workers:
            _worker(comparison, worker, workers[worker.name])
        else:
            comparison.holds("worker", worker.name, "in the team", "not there")
    children = {child.reference: child for child in said.children}
    comparison.holds("children", "all", sorted(one.reference for one in expected.children), sorted(children))
    for child in expected.children:
        if child.reference in children:
            _child(comparison, child, children[child.reference], expected.today)
    _lines(comparison, expected, said)
    for breach in breaches(said):
        comparison.holds("law", breach, "kept", "broken")
    _unallocated(comparison, expected, said)
    return comparison


def _worker(comparison: Comparison, ours: Worker, theirs: answer.Worker) -> None:
    clock, said = ours.clock, theirs.supervision
    pairs: list[tuple[str, object, object]] = [
        ("last_held", clock.last_held, said.last_held),
        ("days_since", clock.days_since, said.days_since),
        ("next_planned", clock.next_planned, said.next_planned),
    ]
    if not clock.paused:
        pairs.append(("ideal_by", clock.ideal_by, said.ideal_by))
        pairs.append(("limit_by", clock.limit_by, said.limit_by))
    if not (clock.paused and clock.state == "never"):
        pairs.append(("supervision state", clock.state, said.state))
    pairs += [
        ("newly_qualified", ours.newly_qualified, theirs.newly_qualified),
        ("children", ours.coverage.total(), theirs.children),
        ("covered children", ours.coverage.total(), theirs.coverage.children),
        ("children in time", ours.coverage["in_time"], theirs.coverage.in_time),
        ("children due", ours.coverage["due"], theirs.coverage.due),
        ("children overdue", ours.coverage["overdue"], theirs.coverage.overdue),
        ("children never", ours.coverage["never"], theirs.coverage.never),
        ("worries_open", ours.worries_open, theirs.worries_open),
        ("absent", _days(ours.absence), _absence(theirs)),
    ]
    for sort, mine, other in pairs:
        comparison.holds(f"worker {sort}", ours.name, mine, other)
    least, most = ours.actions_overdue
    if not least <= theirs.actions_overdue <= most:
        comparison.holds("worker actions_overdue", ours.name, least, theirs.actions_overdue)
    comparison.fields += 1


def _child(comparison: Comparison, ours: Child, theirs: answer.Child, today: date) -> None:
    days_since = None if ours.last_discussed is None else (today - ours.last_discussed).days
    comparison.holds("child worker", ours.reference, ours.worker, theirs.worker)
    comparison.holds("child status", ours.reference, ours.status, theirs.status)
    comparison.holds("child risk", ours.reference, ours.risk, theirs.risk)
    comparison.holds("child last_seen", ours.reference, ours.last_seen, theirs.last_seen)
    comparison.holds("child last_discussed", ours.reference, ours.last_discussed, theirs.last_discussed)
    comparison.holds("child state", ours.reference, ours.state, theirs.state)
    comparison.holds("child days_since", ours.reference, days_since, theirs.days_since)
    if ours.worker is not None:
        comparison.holds("child allocated_since", ours.reference, ours.since, theirs.allocated_since)


def _lines(comparison: Comparison, expected: Board, said: answer.Today) -> None:
    opening = any(row.kind == "opening_dates" for row in said.attention)
    for kind in sorted(KINDS):
        lines = [
            replace(line, certain=line.certain and not (opening and line.opening))
            for line in expected.lines
            if line.kind == kind
        ]
        rows = [row for row in said.attention if row.kind == kind]
        for subject in sorted({*map(_subject, lines), *map(_row_subject, rows)}):
            if subject not in _known(expected):
                continue
            _about_one(
                comparison,
                [line for line in lines if _subject(line) == subject],
                [row for row in rows if _row_subject(row) == subject],
            )


def _about_one(comparison: Comparison, lines: list[Line], rows: list[answer.Row]) -> None:
    """Lines of one kind about one subject, each beside the row most like it; those that must stand choose first,
    and of these the ones of which most is known."""
    rest = list(rows)
    for line in sorted(lines, key=lambda line: (not line.certain, _left_open(line))):
        nearest = min(rest, key=lambda row: len(_unlike(line, row)), default=None)
        if nearest is not None:
            rest.remove(nearest)
            differing = _unlike(line, nearest)
            comparison.fields += 4 - len(differing)
            for name, ours, theirs in differing:
                comparison.holds(f"{line.kind} {name}", _subject(line), ours, theirs)
        elif line.certain:
            comparison.holds(f"{line.kind} line missing", _subject(line), line, "no line")
    for row in rest:
        comparison.holds(
            f"{row.kind} line too many", _row_subject(row), "no line", (row.state, row.due_on, row.summary)
        )


def _unlike(line: Line, row: answer.Row) -> list[tuple[str, object, object]]:
    pairs: tuple[tuple[str, object, object], ...] = (
        ("worker", line.worker, row.worker),
        ("state", line.state, row.state),
        ("due_on", line.due_on, row.due_on),
        ("tier", line.tier, row.tier),
    )
    return [(name, ours, theirs) for name, ours, theirs in pairs if ours is not OPEN and ours != theirs]


def _left_open(line: Line) -> int:
    return sum(value is OPEN for value in (line.worker, line.state, line.due_on, line.tier))


def _subject(line: Line) -> str:
    return line.child or str(line.worker)


def _row_subject(row: answer.Row) -> str:
    return row.child or str(row.worker)


def _known(expected: Board) -> set[str]:
    """The workers of the history and its open children; the manager's own line is not asked for."""
    return {*expected.names, *(child.reference for child in expected.children)}


def _unallocated(comparison: Comparison, expected: Board, said: answer.Today) -> None:
    waiting = [child for child in expected.children if child.worker is None]
    if any(child.bucket != "unallocated" for child in waiting):
        return
    comparison.holds("count unallocated", "all", len(waiting), said.counts.unallocated)
    tiers = {row.tier for row in said.attention if row.kind == "unallocated"}
    comparison.holds("unallocated tier", "all", {"urgent"} if waiting else set(), tiers)


def _days(absence: tuple[date, date | None] | None) -> object:
    return absence and (absence[0].isoformat(), absence[1] and absence[1].isoformat())


def _absence(worker: answer.Worker) -> object:
    return worker.absence and (worker.absence["from"], worker.absence["to"])
