"""What was recorded about a child or a worker, told as entries in date order, sessions and allocations.

A follow-up is told on what it follows as well: the because that came later, the day a discussion was put on file, the
withdrawal. Words stand here and nowhere else; the record itself holds values.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from oversight_tui.practice.facts import Allocation, Entry, Session
from oversight_tui.practice.history import HistoryRow
from oversight_tui.practice.policy import DECISION_KINDS
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import BUCKET, CHILD_DATE, RISK, SESSION, STATUS, words_for

Values = Mapping[str, Any]
_IN_A_SESSION = ("supervision", "group")
HIDDEN = "Sensitive. Its words are shown when it is opened, and the journal then says by whom."
MOVED = "Written here by mistake: it is about another child, and stands on their page now."


def told(
    history: Iterable[HistoryRow], opened: Collection[int] = (), kinds: Mapping[str, str] = DECISION_KINDS
) -> tuple[Entry, ...]:
    """Every entry in words, oldest happening first; what only marks another entry is told there.

    The words of sensitive entries are told only of those whose first version is among the `opened`. `kinds` are the
    policy's words for each kind of decision.
    """
    rows = tuple(_with_kind(row, kinds) for row in history)
    marks = _Marks(rows, opened)
    written = {row.happened_on for row in rows if row.kind == "discussion" and row.values["setting"] in _IN_A_SESSION}
    return tuple(
        _entry(row, marks)
        for row in rows
        if row.kind in _TELLERS and not (row.kind == "session_child" and row.happened_on in written)
    )


def allocations(history: Iterable[HistoryRow]) -> tuple[Allocation, ...]:
    """Who has held the child, oldest first. An end seen only on a list is dated by that list."""
    rows = tuple(history)
    gone = _withdrawn(rows)
    ends = {row.values["allocation"]: row.values for row in rows if row.kind == "allocation_end" and row.id not in gone}
    found = []
    for row in rows:
        if row.kind != "allocation" or row.id in gone:
            continue
        values, end = row.values, ends.get(row.id)
        found.append(
            Allocation(
                worker=values["worker"],
                bucket=values["bucket"],
                starts=_day(values["starts"]),
                seen_by=_day(values["seen_by"]),
                ends=_day((end["ends"] or end["seen_by"]) if end else None),
                role=values["role"],
            )
        )
    return tuple(found)


def sessions(
    history: Iterable[HistoryRow], worker_id: str, children: Mapping[int, Sequence[str]]
) -> tuple[Session, ...]:
    """The sessions of a worker, oldest first; `children` maps a held session to the references discussed there."""
    every = tuple(history)
    gone = _withdrawn(every)
    rows = [row for row in every if not row.replaced and not {row.id, _first(row)} & gone.keys()]
    held = {row.values["plan"]: row for row in rows if row.kind == "session_held" and row.values["plan"]}
    cancelled = {row.values["plan"]: row for row in rows if row.kind == "session_cancelled"}
    found = []
    for row in rows:
        if row.kind == "session_held":
            plan = next((one for one in rows if _first(one) == row.values["plan"]), None)
            found.append(_held(row, plan, worker_id, tuple(children.get(_first(row), ()))))
        elif row.kind == "session_plan" and _first(row) not in held:
            found.append(_planned(row, cancelled.get(_first(row)), worker_id))
    return tuple(sorted(found, key=lambda one: (one.held_on or one.planned_for or date.min, int(one.id))))


def with_others(found: Sequence[Session], others: Mapping[int, Sequence[str]]) -> tuple[Session, ...]:
    """The sessions, each with the names of who else was there; `others` maps a held session to them."""
    return tuple(one.__replace__(others=tuple(others.get(int(one.id), ()))) for one in found)


def _held(row: HistoryRow, plan: HistoryRow | None, worker_id: str, children: tuple[str, ...]) -> Session:
    values = row.values
    return Session(
        id=str(_first(row)),
        worker_id=worker_id,
        kind=values["session_kind"],
        state="held",
        planned_for=_day(plan.values["planned_for"]) if plan else None,
        held_on=row.happened_on,
        reason="Entered as an opening date" if values["opening"] else None,
        minutes=values["minutes"],
        supervisor=values["supervisor"] or row.by,
        children=children,
    )


def _planned(row: HistoryRow, cancelled: HistoryRow | None, worker_id: str) -> Session:
    values = row.values
    return Session(
        id=str(_first(row)),
        worker_id=worker_id,
        kind=values["session_kind"],
        state="cancelled" if cancelled else "planned",
        planned_for=_day(values["planned_for"]),
        held_on=None,
        reason=cancelled.values["reason"] if cancelled else None,
        minutes=values["minutes"],
        supervisor=values["supervisor"] or row.by,
    )


class _Marks:
    """What later rows say of earlier ones, by the number of the first version."""

    def __init__(self, rows: Sequence[HistoryRow], opened: Collection[int]) -> None:
        self.opened = opened
        self.withdrawn = _withdrawn(rows)
        live = [row for row in rows if not row.replaced and not {row.id, _first(row)} & self.withdrawn.keys()]
        self.because = {row.values["decision"]: row.values["because"] for row in live if row.kind == "decision_reason"}
        self.texts = {_first(row): row.values["text"] for row in live if "text" in row.values}
        self.filed = {row.values["discussion"]: row.happened_on for row in live if row.kind == "filing"}
        marked = [(row.values["marked"], row.values["mark"]) for row in live if row.kind == "mark"]
        self.significant = {entry for entry, mark in marked if mark == "significant"}
        self.sensitive = {entry for entry, mark in marked if mark == "sensitive"}
        self.sensitive |= {_first(row) for row in rows if row.sensitive}

    def hides(self, row: HistoryRow) -> bool:
        """Whether the words of an entry, or of what it follows, are hidden."""
        about = {_first(row), row.values.get(_FOLLOWS.get(row.kind, ""), 0)}
        return bool((about & self.sensitive) - set(self.opened))


def _first(row: HistoryRow) -> int:
    """The number of the first version, by which an entry is known."""
    return row.corrects or row.id


def _withdrawn(rows: Iterable[HistoryRow]) -> Mapping[int, str]:
    """What was taken back, by its number, and why; a withdrawal that was itself taken back does not count."""
    withdrawals = [row for row in rows if row.kind == "withdrawal"]
    void = {row.values["withdrawn"] for row in withdrawals}
    return {row.values["withdrawn"]: row.values["reason"] for row in withdrawals if row.id not in void}


def _entry(row: HistoryRow, marks: _Marks) -> Entry:
    kind, tell = _TELLERS[row.kind]
    hidden, moved = marks.hides(row), row.replaced == "moved"
    reason = marks.withdrawn.get(row.id) or marks.withdrawn.get(_first(row))
    return Entry(
        id=str(row.id),
        kind=kind,
        happened_on=row.happened_on,
        happened_at=row.happened_at,
        recorded_at=row.recorded_at,
        by=row.by,
        text=MOVED if moved else HIDDEN if hidden else _text(row, tell, marks),
        setting="supervision" if row.kind == "session_child" else row.values.get("setting"),
        because=None if hidden or moved else _because(row, marks),
        on_file=marks.filed.get(_first(row)) if row.kind == "discussion" else None,
        corrects=str(row.corrects) if row.corrects is not None else None,
        withdrawn=reason is not None,
        withdrawn_because=reason,
        replaced=bool(row.replaced),
        sensitive=_first(row) in marks.sensitive,
        significant=_first(row) in marks.significant,
        scales=() if hidden or moved else tuple(row.values.get("scales", ())),
    )


def _text(row: HistoryRow, tell: Callable[[Values], str], marks: _Marks) -> str:
    follows = marks.texts.get(row.values.get(_FOLLOWS.get(row.kind, ""), 0))
    said = f"{tell(row.values)}: {follows}" if follows else tell(row.values)
    scales = ", ".join(f"{who} {number}" for who, number in row.values.get("scales", ()))
    return f"{said}\nScale of 0 to 10: {scales}" if scales else said


def _because(row: HistoryRow, marks: _Marks) -> str | None:
    if row.kind == "decision":
        because: str | None = row.values["because"] or marks.because.get(_first(row))
        return because
    if row.kind in _WITH_REASON:
        reason: str | None = row.values["reason"]
        return reason
    return None


def _discussion(values: Values) -> str:
    parts = [values["text"] if not values["asked_for"] else f"Talk asked for: {values['text']}"]
    for name, heading in (
        ("what_changed", "What changed"),
        ("worries", "Worries"),
        ("going_well", "Going well"),
        ("analysis", "Analysis"),
        ("childs_view", "The child's view"),
    ):
        if values[name]:
            parts.append(f"{heading}: {values[name]}")
    return "\n".join(parts)


def _with_kind(row: HistoryRow, kinds: Mapping[str, str]) -> HistoryRow:
    if row.kind != "decision":
        return row
    words = words_for(dict(kinds), row.values["decision_kind"])
    return row.__replace__(values={**row.values, "kind_in_words": words})


def _decision(values: Values) -> str:
    words, text = values["kind_in_words"], values["text"]
    said = text if values["decision_kind"] == "other" or text == words else f"{words}: {text}"
    review = _day(values["review_on"])
    return f"{said} (review {long_day(review)})" if review else said


def _decision_review(values: Values) -> str:
    day = _day(values["next_on"])
    return f"Looked at again, next on {long_day(day)}" if day else "Looked at again and settled"


def _worry(values: Values) -> str:
    parts = [values["text"]]
    if values["who"]:
        parts.append(f"Worried: {values['who']}")
    if values["if_nothing_changes"]:
        parts.append(f"If nothing changes: {values['if_nothing_changes']}")
    if values["severity"]:
        parts.append(f"Severity {values['severity']} of 5")
    return "\n".join(parts)


def _action_outcome(values: Values) -> str:
    return "Done" if values["done"] else "Will not be done"


def _dated(words: str, key: str) -> Callable[[Values], str]:
    def tell(values: Values) -> str:
        day = _day(values[key])
        return f"{words} {long_day(day)}" if day else words

    return tell


def _action(values: Values) -> str:
    return f"{values['owner']}, by {long_day(date.fromisoformat(values['due_on']))}: {values['text']}"


def _allocation(values: Values) -> str:
    holder = values["worker"] or words_for(BUCKET, values["bucket"], "no worker")
    role = {"co_worker": " as co-worker", "personal_adviser": " as personal adviser"}.get(values["role"], "")
    team = f", {values['team']}" if values["team"] else ""
    return f"Allocated to {holder}{role}{team}"


def _status(values: Values) -> str:
    return _dated(words_for(STATUS, values["status"]).capitalize() + " from", "starts")(values).removesuffix(" from")


def _child_date(values: Values) -> str:
    words = words_for(CHILD_DATE, values["what"])
    if values["days"]:
        return f"{words} every {values['days']} days"
    return _dated(words, "day")(values)


def _session_child(values: Values) -> str:
    return f"Discussed in supervision ({words_for(SESSION, values['session_kind'])}); nothing written yet"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_WITH_REASON = (
    "worry_close",
    "worry_review",
    "decision_review",
    "action_outcome",
    "action_carried",
    "risk",
    "status_end",
    "child_date",
)
# The field that names the entry a follow-up is about; its words are told with the follow-up.
_FOLLOWS = {
    "action_outcome": "action",
    "action_carried": "action",
    "worry_review": "worry",
    "worry_close": "worry",
    "decision_review": "decision",
}
_TELLERS: Mapping[str, tuple[str, Callable[[Values], str]]] = {
    "discussion": ("discussion", _discussion),
    "session_child": ("discussion", _session_child),
    "decision": ("decision", _decision),
    "decision_review": ("decision", _decision_review),
    "disagreement": ("disagreement", lambda values: f"{values['who']} sees it otherwise: {values['text']}"),
    "action": ("action", _action),
    "action_outcome": ("action", _action_outcome),
    "action_carried": ("action", _dated("Carried over to", "due_on")),
    "worry": ("worry", _worry),
    "worry_review": ("worry", _dated("Reviewed, next on", "next_on")),
    "worry_close": ("worry", lambda values: "Closed"),
    "escalation": ("escalation", lambda values: f"To {values['sent_to']}: {values['text']}"),
    "escalation_answer": ("escalation", lambda values: f"Answered: {values['text']}"),
    "status": ("status", _status),
    "status_end": ("status", _dated("Ended", "ends")),
    "risk": ("risk", lambda values: f"Risk rated {words_for(RISK, values['rating'])}"),
    "child_date": ("timescale", _child_date),
    "allocation": ("allocation", _allocation),
    "allocation_end": ("allocation", _dated("Allocation ended", "ends")),
}
