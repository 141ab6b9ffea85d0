"""How what came of it is said: always n of n, with what is not known apart. Nobody's words and nobody's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.personal import PersonalEntry
from oversight_tui.practice.sight.effect_values import (
    DRIFT,
    PARTS,
    Effect,
    EffectKey,
    EffectRow,
    EffectSubject,
    Evidence,
    EvidenceOf,
    TeamEffect,
)
from oversight_tui.practice.sight.own_effect import CameOf, OwnEffect
from oversight_tui.words.dates import count, long_day, short_day

# What a subject is called, and what is said where there is none of it.
_SUBJECTS: Mapping[EffectSubject, tuple[str, str]] = MappingProxyType(
    {
        "decisions": ("Decisions looked at again", "No decision was looked at again"),
        "actions": ("Actions that fell due, by the day agreed first", "No action fell due"),
        "worries": ("Worries looked at again or closed", "No worry was looked at again or closed"),
        "children": ("Children discussed", "No child was discussed"),
        "consultations": ("Others asked", "Nobody was asked"),
    }
)
_PARTS: Mapping[EffectKey, str] = MappingProxyType(
    {
        "decisions_changed": "changed something for the child",
        "decisions_nothing": "changed nothing",
        "decisions_not_said": "not said whether",
        "decisions_not_reviewed": "to be looked at again by now, and not looked at",
        "actions_in_time": "done by the day agreed first",
        "actions_carried_in_time": "carried over, and done by the day they were carried to",
        "actions_later": "done, later than that",
        "actions_dropped": "not to be done, with the reason",
        "actions_carried_on": "carried over to a day that has not passed",
        "actions_open": "still open",
        "worries_safer": "safer on the scale than at first",
        "worries_less_safe": "less safe on the scale than at first",
        "worries_both": "safer for one person and less safe for another",
        "worries_same": "the same number as at first",
        "worries_not_known": "not known: nobody gave a second number",
        "children_seen": "seen within {seen_within} days after",
        "children_not_seen": "not seen in these days, by the list",
        "children_not_known": "not known: no list or visit tells",
        "children_not_over": "not seen yet, and the {seen_within} days are not over",
        "consultations_changed": "said what the answer changed",
        "consultations_not_said": "answered, not said what that changed",
        "consultations_unanswered": "no answer yet",
        "drift_actions": "open actions carried over {drift_carried} times or more",
        "drift_worries": "worries as they were after {drift_talks} discussions or more",
        "drift_decisions": "decisions looked at again {drift_carried} times or more, put off each time, no change",
    }
)
# What says nothing of what came of it.
_NOTHING_KNOWN: frozenset[EffectKey] = frozenset(
    {
        "decisions_not_said",
        "worries_not_known",
        "children_not_known",
        "children_not_over",
        "consultations_not_said",
        "consultations_unanswered",
    }
)
_EVIDENCE: Mapping[EvidenceOf, str] = MappingProxyType(
    {
        "decided": "decided",
        "reviewed": "looked at again",
        "to_be_reviewed": "to be looked at again",
        "agreed": "agreed",
        "agreed_for": "for",
        "carried": "carried over",
        "done": "done",
        "dropped": "not to be done",
        "raised": "raised",
        "looked_at": "looked at again",
        "closed": "closed",
        "scale": "of 10",
        "discussed": "discussed",
        "seen": "seen",
        "asked": "asked",
        "answered": "answered",
    }
)
ALL_APART = "Counts only what was recorded. What is not known counts as neither good nor bad."


class EffectLine(Struct, frozen=True):
    """A line: its words, and the figure it opens with how many it counts, `3 of 7`; a heading, and that nothing is
    known, open none.
    """

    text: str
    key: EffectKey | None = None
    of_how_many: str = ""


def part_said(effect: Effect, key: EffectKey) -> str:
    """What a figure counts: `changed something for the child`."""
    return _PARTS[key].format(
        seen_within=effect.seen_within, drift_carried=effect.drift_carried, drift_talks=effect.drift_talks
    )


def figure_said(effect: Effect, key: EffectKey) -> str:
    """The same with what it is counted of: `decisions looked at again: changed something for the child`."""
    of = next((_SUBJECTS[subject][0] for subject, keys in PARTS.items() if key in keys), "")
    if key == "decisions_not_reviewed":
        of = "Decisions"
    said = part_said(effect, key)
    return f"{of[:1].lower()}{of[1:]}: {said}" if of else said


def effect_lines(effect: Effect, team: TeamEffect) -> Iterator[EffectLine]:
    """One team: each subject with all its parts, then what has not moved."""
    for subject, (called, none) in _SUBJECTS.items():
        of = team.of(subject)
        yield EffectLine(f"{called}: {of}" if of else f"{none}.")
        for key in PARTS[subject] if of else ():
            if team.count(key):
                yield EffectLine(part_said(effect, key), key, f"{team.count(key)} of {of}")
        if of and not any(team.count(key) for key in PARTS[subject] if key not in _NOTHING_KNOWN):
            yield EffectLine("So of none of them is known what came of it.")
        if subject == "decisions" and team.count("decisions_not_reviewed"):
            yield _apart(effect, team, "decisions_not_reviewed")
    drifts = [key for key in DRIFT if team.count(key)]
    still = "No action, worry or decision has stood still for as long as the policy names."
    yield EffectLine("What has not moved" if drifts else still)
    for key in drifts:
        yield _apart(effect, team, key)


def _apart(effect: Effect, team: TeamEffect, key: EffectKey) -> EffectLine:
    """A number that is no part of a whole."""
    return EffectLine(part_said(effect, key), key, str(team.count(key)))


def row_said(row: EffectRow, references: Mapping[ChildId, str], today: date) -> str:
    """One row with its evidence: `C-4633: decided 3 Aug (id 12), looked at again 14 Sep (id 20)`."""
    return f"{references[row.child]}: {evidence_said(row, today)}"


def evidence_said(row: EffectRow, today: date) -> str:
    """From which entries, of which days, it is known."""
    return ", ".join(_evidence(one, today) for one in row.evidence)


def _evidence(one: Evidence, today: date) -> str:
    words = f"{one.number} {_EVIDENCE[one.what]}" if one.number is not None else _EVIDENCE[one.what]
    entry = f" (id {one.entry})" if one.entry is not None else ""
    return f"{words} {short_day(one.on, today)}{entry}"


def own_lines(own: OwnEffect) -> Iterator[tuple[int, str]]:
    """A worker's own: (0, heading) and (1, line), with the words of the file."""
    feedback = (
        ("it changed something", own.changed),
        ("it changed nothing", own.nothing),
        ("does not say whether it changed something", own.not_said),
    )
    said = sum(len(entries) for _, entries in feedback)
    yield 0, f"Feedback on supervision, {own.span.says()}"
    if not said:
        yield 1, "None is recorded."
    for words, entries in feedback:
        if entries:
            yield 1, f"{len(entries)} of {said}: {words}"
        yield from ((2, _dated(one)) for one in entries)
    yield from _asked(own)
    yield from _came_of("Learning and courses, and what came of them", own.learning, "No course or learning")
    yield from _came_of("Goals, and what followed", own.goals, "No goal")


def _asked(own: OwnEffect) -> Iterator[tuple[int, str]]:
    if not own.held:
        yield 1, "No one-to-one was held in these days."
        return
    asked = len(own.held) - len(own.not_asked)
    yield 1, f"Asked after {asked} of {count(len(own.held), 'one-to-one')}"
    if own.not_asked:
        yield 2, f"Not asked after: {', '.join(long_day(day) for day in own.not_asked)}"


def _came_of(heading: str, found: tuple[CameOf, ...], none: str) -> Iterator[tuple[int, str]]:
    yield 0, heading
    if not found:
        yield 1, f"{none} is in the file."
    for one in found:
        yield 1, _dated(one.entry)
        yield from ((2, f"then {_dated(after)}") for after in one.after)
        if not one.after:
            yield 2, "Nothing is recorded of what came of it."


def _dated(one: PersonalEntry) -> str:
    return f"{long_day(one.on)}: {one.text}" if one.on is not None else one.text
