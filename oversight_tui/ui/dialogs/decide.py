"""A decision: a letter for its kind, what, because, and when to look again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual import events
from textual.widget import Widget

from oversight_tui.practice.requests import DecisionRequest
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.form import Asked, Field, Form
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.words.dates import parse_date

LETTERS = {
    "agree": "a",
    "visit": "v",
    "meeting": "m",
    "change_plan": "c",
    "do_not_proceed": "n",
    "challenge": "h",
    "escalate": "e",
    "keep_plan": "k",
    "other": "o",
}


def letters_of(kinds: Iterable[str]) -> dict[str, str]:
    """A letter for each kind of decision: the standard ones have theirs, an own one takes the first that is free."""
    found = {kind: LETTERS[kind] for kind in kinds if kind in LETTERS}
    for kind in kinds:
        if kind not in found:
            free = (sign for sign in f"{kind}abcdefghijklmnopqrstuvwxyz" if sign.isalpha())
            letter = next((sign for sign in free if sign not in found.values()), "")
            found[kind] = letter
    return found


class Kinds(TextBlock, can_focus=True):
    """The kinds of decision with their letters; while it has the focus, a letter chooses one."""


class DecideForm(Form):
    """What was decided about one child or worker."""

    DEFAULT_CSS = """
    DecideForm Kinds { margin-bottom: 1; }
    """
    AUTO_FOCUS = "Kinds"
    moves_on = True

    def __init__(self, about: About, kinds: Mapping[str, str], sentences: tuple[str, ...]) -> None:
        fields = (
            Field("text", "What", "What was decided", 2),
            Field("because", "Because", "Why; 1 to 9 puts in a sentence of yours", 3),
            Field("review", "Look again", "fri, +2w, 3 Apr; may be left empty"),
        )
        super().__init__(f"decide:{about.key}", f"Decide about {about.shown}", fields)
        self.about, self.kinds, self._sentences = about, kinds, sentences
        self.letters = {letter: kind for kind, letter in letters_of(kinds).items() if letter}
        self.kind = "other"

    def above(self) -> Iterable[Widget]:
        """The kinds."""
        yield Kinds(id="kinds")

    def sentences_for(self, field: Field) -> tuple[str, ...]:
        """The manager's own sentences are reasons."""
        return self._sentences if field.id == "because" else ()

    def on_mount(self) -> None:
        """Show the letters, and the sentences that digits stand for."""
        words = [f"{letter} {self.kinds[kind]}" for letter, kind in self.letters.items()]
        found = [Passage("   ".join(words[at : at + 4]), "strong") for at in range(0, len(words), 4)]
        found += [Passage(f"{place} {text}", "quiet") for place, text in enumerate(self._sentences, 1)]
        kinds = self.query_one(Kinds)
        kinds.styles.height = len(found)
        kinds.show(found)
        kept = self.oversight.drafts.get(self.key)
        if kept is not None:
            self.kind = kept.get("kind", self.kind)
            self.query_one("#because").focus()

    def typed(self) -> dict[str, str]:
        """What stands in the fields, and the kind."""
        return {**super().typed(), "kind": self.kind}

    def on_key(self, event: events.Key) -> None:
        """A letter chooses the kind and goes on to the reason."""
        if not isinstance(self.focused, Kinds) or event.character not in self.letters:
            return
        event.stop()
        self.kind = self.letters[event.character]
        if self.kind == "other":
            self.query_one("#text").focus()
            return
        self.put("text", self.kinds[self.kind])
        self.query_one("#because").focus()

    def asks(self, typed: Mapping[str, str]) -> Asked:
        """The decision."""
        today = self.oversight.worker.today()
        review = typed["review"].strip()
        request = DecisionRequest(
            typed["text"],
            today,
            child_id=self.about.child_id,
            worker_id=None if self.about.child_id else self.about.worker_id,
            because=typed["because"],
            kind=typed["kind"],
            review_on=parse_date(review, today, weekdays="forward") if review else None,
        )
        return Asked("decide", (request,))
