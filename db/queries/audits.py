"""Which files were audited, and what each question was answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from db.derived.live import live
from db.models import name_of, table_of
from db.queries.effect import references_of
from db.question import batched, places
from oversight_tui.practice import records
from oversight_tui.practice.audits import AuditedAnswer, AuditedFile
from oversight_tui.practice.ids import ChildId
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
    answers = _answers(store, [one.spine.version for one in found] + [one.spine.entry for one in found])
    audits = [
        AuditedFile(
            one.spine.entry,
            one.spine.child,
            references[one.spine.child],
            one.spine.on,
            one.says.auditor,
            one.says.text,
            one.says.must_change,
            tuple(answers.get(one.spine.entry, ())),
        )
        for one in found
        if one.spine.child is not None
    ]
    return sorted(audits, key=lambda one: (one.on or date.min, one.entry_id))


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
