"""The inspection pack in words: what its parts are called, and what each line of them says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from oversight_tui.practice.child_oversight import Agreed, ChildOversight, Decided, Missing
from oversight_tui.practice.inspection import Inspection
from oversight_tui.practice.span import Span
from oversight_tui.words.dates import as_at_said, count, long_day, month_day
from oversight_tui.words.labels import RISK, SETTING, STATUS, words_for

NO_REASON = "no reason recorded"
NOTHING_MISSING = (
    "Nothing is missing of what is looked for here: talks, that they are written and filed, reasons, ends of actions, "
    "and a rating of risk under a protection plan. Visits are not looked for."
)


def title(pack: Inspection) -> str:
    """Whose supervision and oversight, in which days."""
    teams = ", ".join(pack.teams) or "every team"
    return f"Supervision and oversight, {teams}, {Span(pack.first, pack.last).says()}"


def face_said(pack: Inspection) -> tuple[str, str]:
    """The days it is of, and who made it."""
    return f"{as_at_said(pack.as_of, pack.data_as_at)}.", f"Made by {pack.by} with Oversight."


def sample_said(pack: Inspection) -> str:
    """How many of how many children, and how anybody draws the same again."""
    drawn = f"{len(pack.children)} of the {count(pack.of, 'child', 'children')} held by the team in these days"
    if len(pack.children) == pack.of:
        return f"All {drawn}." if pack.of else "The team held no child in these days."
    return f"{drawn[:1].upper()}{drawn[1:]}, drawn by seed {pack.seed}: the same seed draws the same children."


def stands_said(child: ChildOversight) -> Iterator[tuple[str, str]]:
    """(what, how it was) of the days held, of risk and of status at both ends of the span."""
    yield "Held by the team", "; ".join(one.says() for one in child.held)
    yield "Risk", _then_and_now(*(words_for(RISK, one, "not rated") for one in child.risk))
    yield "Status", _then_and_now(*(words_for(STATUS, one, "none recorded") for one in child.status))


def talk_heading(on: date, setting: str) -> str:
    """`Supervision, Mon 23 Nov 2026`."""
    said = words_for(SETTING, setting)
    return f"{said[:1].upper()}{said[1:]}, {long_day(on)}"


def on_file_said(on_file: date | None) -> str:
    """Whether a talk is on the child's file."""
    return f"on the child's file since {long_day(on_file)}" if on_file else "not on the child's file"


def action_said(one: Agreed) -> str:
    """What, by whom, by when, and what came of it."""
    ended = f" on {long_day(one.ended)}" if one.ended else ""
    why = f": {one.why}" if one.why else ""
    came = {
        "done": f"done{ended}{why}",
        "dropped": f"will not be done{why or f', {NO_REASON}'}",
        "open": "open",
        "late": "late, with no end recorded",
    }[one.state]
    return f"{one.text} ({one.owner}, by {long_day(one.due_on)}): {came}"


def after_said(one: Decided) -> Iterator[str]:
    """What is recorded after a decision, a sentence each."""
    after = one.after
    if after.next_talk is None:
        yield "No talk is recorded since."
    else:
        changed = after.what_changed or "what had changed is not recorded"
        yield f"Next talk {long_day(after.next_talk)}: {changed.rstrip('.')}."
    if after.risk and after.risk_on:
        yield f"Risk rated {RISK[after.risk]} on {long_day(after.risk_on)}."
    if after.status and after.status_on:
        yield f"{STATUS[after.status].capitalize()} from {long_day(after.status_on)}."
    if not after.risk and not after.status:
        yield "No other risk or status is recorded since."


def missing_said(missing: Missing) -> Iterator[str]:
    """What is not there, a sentence each; nothing where nothing is missing."""
    if missing.no_talk:
        yield "No talk at all is recorded in these days."
    elif missing.months_without_talk:
        yield f"No talk in {_listed([month_called(one) for one in missing.months_without_talk])}."
    for days, what in (
        (missing.talks_not_written, "Discussed with nothing written"),
        (missing.talks_not_on_file, "Not on the child's file: the talk of"),
        (missing.decisions_without_because, "No reason recorded for the decision of"),
        (missing.actions_without_end, "No end recorded of the action agreed"),
    ):
        if days:
            yield f"{what} {_listed([long_day(one) for one in days])}."
    if missing.never_rated:
        yield "On a child protection plan, and risk was never rated."


def left_out_said(child: ChildOversight) -> str:
    """How much of the child's page is sensitive; empty where nothing is."""
    if not child.left_out:
        return ""
    return f"{count(child.left_out, 'entry', 'entries')} sensitive: the words are left out."


def _then_and_now(then: str, now: str) -> str:
    return f"{then} all through" if then == now else f"{then} at the beginning, {now} at the end"


def month_called(month: str) -> str:
    """`Jan 2026`."""
    day = date.fromisoformat(f"{month}-01")
    return f"{month_day(day).removeprefix('1 ')} {day.year}"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
