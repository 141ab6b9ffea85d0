"""Which files are picked to be audited, and what audits found: themes as counts with their evidence, and never a score
of a person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from oversight_tui.practice.board import ChildRow
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.records.parts import AuditSays
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import STATUS, words_for


class Picked(Struct, frozen=True):
    """A child whose file is picked, and the stratum out of which."""

    child_id: ChildId
    reference: str
    stratum: str


class AuditedFile(Struct, frozen=True):
    """An audit: of which child, on which day, by whom, what was good, what must change, and what each question was
    answered.
    """

    entry_id: EntryId
    child_id: ChildId
    reference: str
    on: date | None
    auditor: str
    good: str
    must_change: str | None
    answers: tuple[AuditedAnswer, ...] = ()
    actions: tuple[AuditAction, ...] = ()


class AuditAction(Struct, frozen=True):
    """What is to be done since an audit: what, who, by when. `done` is whether it was when it ended, `ended_on`; None
    while it is open.
    """

    entry_id: EntryId
    text: str
    owner: str
    due_on: date
    done: bool | None = None
    ended_on: date | None = None

    def stands(self, today: date) -> str:
        """`by Wed 25 Nov 2026, late`, `done on Tue 24 Nov 2026`."""
        if self.done is None:
            return f"by {long_day(self.due_on)}{', late' if self.due_on < today else ''}"
        on = f" on {long_day(self.ended_on)}" if self.ended_on is not None else ""
        return f"done{on}" if self.done else f"will not be done, said{on}"


class PickedFile(Struct, frozen=True):
    """A file that was picked: by whom it is audited, by when, and with which number it was drawn out of which status;
    None where it was picked by hand.
    """

    entry_id: EntryId
    child_id: ChildId
    reference: str
    auditor: str
    due_on: date
    seed: int | None
    stratum: str | None


def month_seed(today: date) -> int:
    """The number with which the files of a month are drawn unless another is said: its year and month."""
    return today.year * 100 + today.month


class AuditedAnswer(Struct, frozen=True):
    """What one question was answered, and the words to it."""

    question: str
    says: AuditSays
    words: str | None


class Theme(Struct, frozen=True):
    """What one question was answered over a span: how often each, and the audits that say so."""

    question: str
    yes: int
    partly: int
    no: int
    evidence: tuple[tuple[str, AuditSays, str | None], ...]


def picked(
    children: Iterable[ChildRow],
    audited: Mapping[ChildId, date],
    not_these: Collection[ChildId],
    number: int,
    seed: int,
    today: date,
    limits: Mapping[str, int],
) -> tuple[Picked, ...]:
    """So many files, out of each status in turn; the same seed and children give the same pick.

    Left out are files audited within the policy's months (Kirklees: none audited within 12 months), and `not_these`:
    those that wait to be audited, and those of children whom the auditor holds; `audited` is when each file was last.
    """
    since = today - relativedelta(months=limits["audit_again_months"])
    strata: dict[str, list[ChildRow]] = defaultdict(list)
    for row in children:
        child = row.child
        if child.open and child.id not in not_these and audited.get(child.id, date.min) <= since:
            strata[words_for(STATUS, child.status, "status not recorded")].append(row)
    for rows in strata.values():
        rows.sort(key=lambda row: _place(seed, row.child.reference))
    found: list[Picked] = []
    for turn in range(number):
        for stratum in sorted(strata, key=lambda one: _place(seed, one)):
            if turn < len(strata[stratum]) and len(found) < number:
                child = strata[stratum][turn].child
                found.append(Picked(child.id, child.reference, stratum))
    return tuple(found)


def _place(seed: int, text: str) -> tuple[bytes, str]:
    return sha256(f"{seed}\n{text}".encode()).digest(), text


def themes(audits: Sequence[AuditedFile]) -> tuple[Theme, ...]:
    """What each question was answered, those most often answered with no first."""
    found: dict[str, list[tuple[str, AuditSays, str | None]]] = defaultdict(list)
    for audit in audits:
        for one in audit.answers:
            found[one.question].append((audit.reference, one.says, one.words))
    told = [_theme(question, said) for question, said in found.items()]
    return tuple(sorted(told, key=lambda one: (-one.no, -one.partly, one.question)))


def _theme(question: str, said: Sequence[tuple[str, AuditSays, str | None]]) -> Theme:
    times = Counter(says for _, says, _ in said)
    return Theme(question, times["yes"], times["partly"], times["no"], tuple(said))
