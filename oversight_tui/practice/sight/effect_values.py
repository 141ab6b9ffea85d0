"""What came of supervision and decisions, in numbers that open their rows: values without a word that anybody typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, EntryId, TeamId
from oversight_tui.practice.span import Span
from oversight_tui.practice.then import Then

EffectKey = Literal[
    "decisions_changed",
    "decisions_nothing",
    "decisions_not_said",
    "decisions_not_reviewed",
    "actions_in_time",
    "actions_carried_in_time",
    "actions_later",
    "actions_dropped",
    "actions_carried_on",
    "actions_open",
    "worries_safer",
    "worries_less_safe",
    "worries_both",
    "worries_same",
    "worries_not_known",
    "children_seen",
    "children_not_seen",
    "children_not_known",
    "children_not_over",
    "consultations_changed",
    "consultations_not_said",
    "consultations_unanswered",
    "drift_actions",
    "drift_worries",
    "drift_decisions",
]
EffectSubject = Literal["decisions", "actions", "worries", "children", "consultations"]
# Each of a subject is in one of its parts, and in no other: their numbers add up to the whole.
PARTS: Mapping[EffectSubject, tuple[EffectKey, ...]] = MappingProxyType(
    {
        "decisions": ("decisions_changed", "decisions_nothing", "decisions_not_said"),
        "actions": (
            "actions_in_time",
            "actions_carried_in_time",
            "actions_later",
            "actions_dropped",
            "actions_carried_on",
            "actions_open",
        ),
        "worries": ("worries_safer", "worries_less_safe", "worries_both", "worries_same", "worries_not_known"),
        "children": ("children_seen", "children_not_seen", "children_not_known", "children_not_over"),
        "consultations": ("consultations_changed", "consultations_not_said", "consultations_unanswered"),
    }
)
DRIFT: tuple[EffectKey, ...] = ("drift_actions", "drift_worries", "drift_decisions")
EVERY_KEY: tuple[EffectKey, ...] = (
    *PARTS["decisions"],
    "decisions_not_reviewed",
    *(key for subject in ("actions", "worries", "children", "consultations") for key in PARTS[subject]),
    *DRIFT,
)
EvidenceOf = Literal[
    "decided",
    "reviewed",
    "to_be_reviewed",
    "agreed",
    "agreed_for",
    "carried",
    "done",
    "dropped",
    "raised",
    "looked_at",
    "closed",
    "scale",
    "discussed",
    "seen",
    "asked",
    "answered",
]


class Evidence(Struct, frozen=True):
    """What stands in one entry, and the day of it. `entry` is None for what a list says, and for a day that was set;
    `number` is of a scale.
    """

    what: EvidenceOf
    on: date
    entry: EntryId | None = None
    number: int | None = None


class EffectRow(Struct, frozen=True):
    """One that a number counts: a decision, an action, a worry or a consultation by its entry, or, without one, the
    child; and from which entries that is known.
    """

    child: ChildId
    about: EntryId | None
    evidence: tuple[Evidence, ...]

    @property
    def entries(self) -> tuple[EntryId, ...]:
        """The entries it rests on, each once."""
        return tuple(dict.fromkeys(one.entry for one in self.evidence if one.entry is not None))


class EffectFigure(Struct, frozen=True):
    """One number: how many rows it counts. Whoever opens it sees exactly these."""

    key: EffectKey
    rows: tuple[EffectRow, ...] = ()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.rows)


class TeamEffect(Struct, frozen=True):
    """One team over the span; `team_id` and `team` are None for children of no team."""

    team_id: TeamId | None
    team: str | None
    figures: Mapping[EffectKey, EffectFigure]

    def count(self, key: EffectKey) -> int:
        """How many rows a figure counts."""
        return self.figures[key].count

    def of(self, subject: EffectSubject) -> int:
        """How many there are of a subject, in whichever part."""
        return sum(self.count(key) for key in PARTS[subject])


class Effect(Struct, frozen=True):
    """What came of what was recorded of some teams, by the end of the last day of a span. `references` are those of
    the children in its rows. The last three are the policy's: within how many days of a talk a child is looked for as
    seen, from how many times an action or a decision, and from how many talks a worry, counts as drifting.
    `then` is None where nothing has happened since the day on which it is asked.
    """

    span: Span
    teams: tuple[TeamEffect, ...]
    references: Mapping[ChildId, str]
    seen_within: int
    drift_carried: int
    drift_talks: int
    then: Then | None = None
