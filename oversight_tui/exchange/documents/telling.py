"""Words of the record on their way into a document: third parties in them marked, or withheld."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.exchange.documents.model import Line, Span, Words, words_of
from oversight_tui.practice.third_parties import ThirdParties, Why
from oversight_tui.words.text import paragraphs

WITHHELD = "[third party]"


class Teller:
    """Tells texts, and keeps where somebody was named in them.

    A name is marked, to be taken out or left by whoever reads it, or withheld: then its place alone is told.
    """

    def __init__(self, third_parties: ThirdParties, *, withholds: bool = False) -> None:
        self._third_parties = third_parties
        self._withholds = withholds
        self._found: dict[Why, dict[str, int]] = {}

    @property
    def withholds(self) -> bool:
        """Whether names are left out, and not only marked."""
        return self._withholds

    @property
    def found(self) -> Mapping[Why, Mapping[str, int]]:
        """How often somebody was named so far, by why that is thought and by where it stands."""
        return self._found

    @property
    def names(self) -> int:
        """How often anybody was named so far."""
        return sum(sum(places.values()) for places in self._found.values())

    def words(self, text: str, where: str) -> Words:
        """A text as it may stand in the document; `where` it stands, in words."""
        text = paragraphs(text)
        parts: list[str | Span] = []
        told = 0
        for one in self._third_parties.named_in(text):
            name = text[one.start : one.end]
            said = WITHHELD if self._withholds else f"[third party: {name}]"
            parts += [text[told : one.start], Span(said, "third_party")]
            told = one.end
            places = self._found.setdefault(one.why, {})
            places[where] = places.get(where, 0) + 1
        return words_of(*parts, text[told:])

    def line(self, label: str, text: str, where: str) -> Line:
        """One thing that is known."""
        return Line(label, self.words(text, where))
