"""What was said of an import, now or with one before it, in the forms in which it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from oversight_tui.exchange.annex_children import Readings
from oversight_tui.exchange.extract import ListRow
from oversight_tui.exchange.statuses import Meant, meaning_of
from oversight_tui.practice.changes import AnswerToKeep, ChildChange, KnownChild
from oversight_tui.practice.facts import Gone, Status
from oversight_tui.services.importing.asked import ImportOptions
from oversight_tui.services.importing.here import Here
from oversight_tui.services.importing.references import AlikeReferences
from oversight_tui.words.text import match_key


class Answered:
    """The answers of one import. Of a pair that is the same, or different, it may not be known yet whether it is of
    names or of references: it is looked for among the references of the rows first.
    """

    def __init__(self, asked: ImportOptions, here: Here) -> None:
        self._asked, self._here = asked, here
        self._renamed: dict[str, str] = {}
        self.names = dict(asked.same or {})
        self.different = frozenset(
            pair for one, other in asked.different for pair in (frozenset((one, other)), _keys(one, other))
        )

    @property
    def references_known(self) -> dict[str, str]:
        """The reference of a child by other spellings of it, as imports before were told; one that is a child's own
        by now stands for that child.
        """
        return {other: one for other, one in self._here.aliases.items() if other not in self._here.children}

    def same_children(self, rows: Sequence[ListRow], alike: Iterable[AlikeReferences]) -> dict[str, str]:
        """Under which reference these rows are taken, by theirs."""
        references = {row.reference for row in rows}
        for other, one in (self._asked.same or {}).items():
            if other in references and (one in references or one in self._here.children):
                self._renamed[other] = one
                self.names.pop(other, None)
        if self._asked.references == "same":
            certain = (pair for pair in alike if not pair.is_doubtful and pair.other not in self._renamed)
            self._renamed |= {pair.other: pair.reference for pair in certain}
        return self._renamed

    def with_aliases(self, changes: Iterable[ChildChange]) -> Iterator[ChildChange]:
        """The changes with the spellings of each child's reference that are to be known from now on."""
        left: dict[str, list[str]] = {}
        for other, reference in self._renamed.items():
            left.setdefault(reference, []).append(other)
        for change in changes:
            others = left.pop(change.reference, ())
            yield change.__replace__(aliases=tuple(others)) if others else change
        for reference, others in left.items():
            known = self._here.children.get(reference)
            if known is not None:
                yield ChildChange(reference, known.child_id, aliases=tuple(others))

    @property
    def readings(self) -> Readings:
        """What was said of cells that cannot be read."""
        kept: dict[str, Meant] = {
            one.said: meant
            for one in self._here.answers
            if one.about == "status" and (meant := meant_by(one.means)) is not None
        }
        given = {match_key(said): meant for said, meant in self._asked.statuses.items()}
        of_child: dict[str, Status] = {said: meant for said, meant in self._asked.statuses.items() if meant != "closed"}
        return Readings({**kept, **given}, of_child, frozenset(self._asked.closed), frozenset(self._asked.open))

    @property
    def one_person(self) -> tuple[str, ...]:
        """The names that were said to be one person's in several teams."""
        return (*self._asked.one, *(one.said for one in self._here.answers if one.about == "one_person"))

    def became_of(self, child: KnownChild) -> Gone | None:
        """What was said to have become of a child who is in no list."""
        return self._asked.missing.get(child.reference)

    def to_keep(self, references: Iterable[str]) -> tuple[AnswerToKeep, ...]:
        """What later imports are to know; a status that was said of a child, by one of these references, is none."""
        known = {(one.about, one.said, one.means) for one in self._here.answers}
        of_children = set(references)
        found = [
            AnswerToKeep("status", match_key(said), meant)
            for said, meant in self._asked.statuses.items()
            if said not in of_children
        ]
        found += [AnswerToKeep("one_person", match_key(name), "") for name in self._asked.one]
        return tuple(one for one in found if (one.about, one.said, one.means) not in known)


def _keys(one: str, other: str) -> frozenset[str]:
    return frozenset((match_key(one), match_key(other)))


def meant_by(text: str) -> Meant | None:
    """A status as a command names it: `looked_after`, `CP`, `closed`."""
    by_name: dict[str, Meant] = {
        "looked_after": "looked_after",
        "protection_plan": "protection_plan",
        "in_need": "in_need",
        "assessment": "assessment",
        "care_leaver": "care_leaver",
        "closed": "closed",
    }
    return by_name.get(match_key(text).replace(" ", "_").replace("-", "_")) or meaning_of(text)
