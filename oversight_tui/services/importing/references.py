"""References of children that differ only as a spreadsheet makes them differ: zeros lost, capitals, `.0`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.exchange.extract import ListRow
from oversight_tui.practice.changes import KnownChild
from oversight_tui.words.dates import long_day
from oversight_tui.words.text import match_key

_POINT_NOUGHT = re.compile(r"\.0+$")


class AlikeReferences(Struct, frozen=True):
    """Two references that may be one child's: `other` is met first, `reference` is that of a child who is known, or the
    longer one. Where each stands, when the child of each was born, and who holds them.
    """

    other: str
    reference: str
    where: tuple[str, str]
    born: tuple[date | None, date | None]
    held_by: tuple[str | None, str | None]

    @property
    def is_doubtful(self) -> bool:
        """Whether the two were born on different days, as far as is known."""
        return None not in self.born and self.born[0] != self.born[1]

    @property
    def says(self) -> str:
        """`12345 (list 7): born 6 May 2015, with Amira Khan; 0012345 (list 6): born 6 May 2015, with Amira Khan.`"""
        parts = (
            f"{name} ({where}): {f'born {long_day(born)}' if born else 'birth not known'}"
            f"{f', with {worker}' if worker else ''}"
            for name, where, born, worker in zip(
                (self.other, self.reference), self.where, self.born, self.held_by, strict=True
            )
        )
        return f"{'; '.join(parts)}."


def bare(reference: str) -> str:
    """A reference without what a spreadsheet puts to it or takes from it."""
    return _POINT_NOUGHT.sub("", match_key(reference)).lstrip("0")


def alike_references(
    rows: Iterable[ListRow], known: Mapping[str, KnownChild], different: Collection[frozenset[str]]
) -> tuple[AlikeReferences, ...]:
    """The references of these rows that are met first and may be another one of them, or of a child who is known, but
    for pairs that were said to be `different` children.
    """
    seen: dict[str, ListRow] = {}
    for row in rows:
        seen.setdefault(row.reference, row)
    by_bare: dict[str, list[str]] = defaultdict(list)
    for reference in (*known, *(one for one in seen if one not in known)):
        by_bare[bare(reference)].append(reference)
    found = []
    for several in by_bare.values():
        if len(several) > 1:
            first = next((one for one in several if one in known), None) or max(several, key=len)
            others = (one for one in several if one != first and one not in known)
            found += [
                _pair(other, first, seen, known) for other in others if frozenset((other, first)) not in different
            ]
    return tuple(found)


def renamed(rows: Sequence[ListRow], references: Mapping[str, str]) -> tuple[ListRow, ...]:
    """The rows under the references that stand for theirs."""
    if not references:
        return tuple(rows)
    return tuple(
        row.__replace__(reference=references[row.reference]) if row.reference in references else row for row in rows
    )


def _pair(other: str, first: str, seen: Mapping[str, ListRow], known: Mapping[str, KnownChild]) -> AlikeReferences:
    here = known.get(first)
    row = seen.get(first)
    return AlikeReferences(
        other,
        first,
        (_list(seen[other]), _list(row) if row else "known here"),
        (seen[other].day("date_of_birth"), here.date_of_birth if here else row.day("date_of_birth") if row else None),
        (seen[other].text("worker"), here.worker_name if here else row.text("worker") if row else None),
    )


def _list(row: ListRow) -> str:
    return row.list_name[:1].lower() + row.list_name[1:]
