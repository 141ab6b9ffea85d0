"""Serious incidents to children, each with who was told and the steps that followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from db.derived.live import live
from db.queries.contents import sensitive_among
from db.question import batched
from oversight_tui.practice import records
from oversight_tui.practice.decided import as_shown
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.incidents import SeriousIncident, StepTaken, ToldOf

if TYPE_CHECKING:
    from db.engine import Store


def incidents_to(store: Store, children: Mapping[ChildId, str]) -> list[SeriousIncident]:
    """Every incident that stands to these children; `children` says how each is called. Asked inside a transaction."""
    return [one for ids in batched(children) for one in _incidents_to(store, ids, children)]


def _incidents_to(store: Store, ids: Sequence[ChildId], children: Mapping[ChildId, str]) -> list[SeriousIncident]:
    found = live(store, "child_id", ids, records.Incident)
    if not found:
        return []
    tellings = live(store, "child_id", ids, records.IncidentTold)
    taken = live(store, "child_id", ids, records.IncidentStep)
    hidden = sensitive_among(
        store,
        [
            *(one.spine.entry for one in found),
            *(one.spine.entry for one in tellings),
            *(one.spine.entry for one in taken),
        ],
    )
    told: dict[EntryId, list[ToldOf]] = defaultdict(list)
    for each in tellings:
        secret = bool({each.says.incident, each.spine.entry} & hidden)
        who = as_shown(each.says.who, sensitive=secret)
        said = None if secret else each.says.said
        told[each.says.incident].append(ToldOf(each.spine.on, each.spine.at, who, said))
    steps: dict[EntryId, list[StepTaken]] = defaultdict(list)
    for step in taken:
        because = None if {step.says.incident, step.spine.entry} & hidden else step.says.reason
        steps[step.says.incident].append(StepTaken(step.spine.on, step.says.step, because))
    return [
        SeriousIncident(
            entry_id=one.spine.entry,
            child_id=one.spine.child,
            child=children[one.spine.child],
            on=one.spine.on,
            at=one.spine.at,
            text=as_shown(one.says.text, sensitive=one.spine.entry in hidden),
            told=tuple(sorted(told[one.spine.entry], key=lambda each: (str(each.on or ""), each.at or ""))),
            steps=tuple(steps[one.spine.entry]),
        )
        for one in found
        if one.spine.child is not None
    ]
