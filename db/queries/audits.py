"""Which files were audited, and what each question was answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from db.derived.live import Live, live
from db.models import name_of, table_of
from db.queries.contents import sensitive_among
from db.queries.effect import references_of
from db.question import batched, places
from oversight_tui.practice import records
from oversight_tui.practice.audits import AuditAction, AuditedAnswer, AuditedFile, PickedFile
from oversight_tui.practice.decided import as_shown
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.records.parts import AuditAnswer

if TYPE_CHECKING:
    from db.engine import Store


def last_audited(store: Store, children: Collection[ChildId]) -> dict[ChildId, date]:
    """When the file of each of these children was last audited."""
    return {one.child_id: one.on for one in audits_of(store, children) if one.on is not None}


def audits_of(
    store: Store, children: Collection[ChildId], first: date = date.min, last: date = date.max
) -> list[AuditedFile]:
    """The audits of these children's files from one day to another, oldest first."""
    references = references_of(store, children)
    found = [
        one
        for some in batched(children)
        for one in live(store, "child_id", some, records.Audit)
        if one.spine.child is not None and first <= (one.spine.on or date.min) <= last
    ]
    hidden = sensitive_among(store, [one.spine.entry for one in found])
    actions = _actions(store, {one.spine.child for one in found if one.spine.child is not None})
    answers = _answers(store, [one.spine.version for one in found] + [one.spine.entry for one in found])
    audits = [
        AuditedFile(
            one.spine.entry,
            one.spine.child,
            references[one.spine.child],
            one.spine.on,
            one.says.auditor,
            as_shown(one.says.text, sensitive=one.spine.entry in hidden),
            None if one.spine.entry in hidden else one.says.must_change,
            tuple(
                each.__replace__(words=None) if one.spine.entry in hidden else each
                for each in answers.get(one.spine.entry, ())
            ),
            tuple(actions.get(one.spine.entry, ())),
        )
        for one in found
        if one.spine.child is not None
    ]
    return sorted(audits, key=lambda one: (one.on or date.min, one.entry_id))


def picks_of(store: Store, children: Collection[ChildId]) -> list[PickedFile]:
    """Every pick of these children's files, also of those that were audited since, oldest first."""
    references = references_of(store, children)
    return [
        PickedFile(
            one.spine.entry,
            one.spine.child,
            references[one.spine.child],
            one.says.auditor,
            one.says.due_on,
            one.says.seed,
            one.says.stratum,
        )
        for some in batched(children)
        for one in live(store, "child_id", some, records.AuditPick)
        if one.spine.child is not None
    ]


def _actions(store: Store, children: Collection[ChildId]) -> dict[EntryId, list[AuditAction]]:
    """What is to be done since each audit of these children's files, in order, and what became of it."""
    found = defaultdict[EntryId, list[AuditAction]](list)
    came, carried = list[Live[records.Action]](), dict[EntryId, date]()
    ended = dict[EntryId, Live[records.ActionOutcome]]()
    for some in batched(sorted(children)):
        came += live(store, "child_id", some, records.Action, " AND d.audit_id IS NOT NULL")
        carried |= {one.says.action: one.says.due_on for one in live(store, "child_id", some, records.ActionCarried)}
        ended |= {one.says.action: one for one in live(store, "child_id", some, records.ActionOutcome)}
    hidden = sensitive_among(store, [one.spine.entry for one in came])
    for one in came:
        says, entry = one.says, one.spine.entry
        if says.audit is not None:
            action = AuditAction(
                entry, as_shown(says.text, sensitive=entry in hidden), says.owner, carried.get(entry, says.due_on)
            )
            if (end := ended.get(entry)) is not None:
                action = action.__replace__(done=end.says.done, ended_on=end.spine.on)
            found[says.audit].append(action)
    return found


def _answers(store: Store, audits: Collection[int]) -> dict[int, list[AuditedAnswer]]:
    """What was answered in each of these audits, in the order of typing."""
    table, found = name_of(table_of(AuditAnswer)), defaultdict[int, list[AuditedAnswer]](list)
    for some in batched(sorted(set(audits))):
        rows = store.rows(
            f'SELECT audit_id, question, says, words FROM "{table}" WHERE audit_id IN ({places(some)}) ORDER BY id',
            some,
        )
        for audit, question, says, words in rows:
            found[audit].append(AuditedAnswer(question, says, words))
    return found
