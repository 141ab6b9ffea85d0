"""A decision: a letter for its kind, what, because, and when to look again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from textual import events
from textual.widget import Widget

from oversight_tui.practice.policy import KEEP_PLAN
from oversight_tui.practice.requests import DecideForAll, DecisionRequest, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import ACTION_FIELDS, SENSITIVE, reason_field, typed_actions
from oversight_tui.ui.dialogs.field import Field, FieldInput
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.ready import reasons_about
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.words.dates import parse_date
from oversight_tui.words.typed import typed_yes

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
MOST_NAMED = 4


def letters_of(kinds: Iterable[str]) -> dict[str, str]:
    """A letter for each kind of decision: the standard ones have theirs, an own one takes the first that is free."""
    found = {kind: LETTERS[kind] for kind in kinds if kind in LETTERS}
    for kind in kinds:
        if kind not in found:
            free = (character for character in f"{kind}abcdefghijklmnopqrstuvwxyz" if character.isalpha())
            letter = next((character for character in free if character not in found.values()), "")
            found[kind] = letter
    return found


class Kinds(TextBlock, can_focus=True):
    """The kinds of decision with their letters; while it has the focus, a letter chooses one."""

    letters: Collection[str] = ()

    def show_kinds(self, kinds: Mapping[str, str], sentences: Mapping[int, str]) -> Mapping[str, str]:
        """Show the kinds, and the sentences that digits stand for; the kind of each letter."""
        by_letter = {letter: kind for kind, letter in letters_of(kinds).items() if letter}
        words = [f"{letter} {kinds[kind]}" for letter, kind in by_letter.items()]
        found = [Passage("   ".join(words[at : at + 4]), "strong") for at in range(0, len(words), 4)]
        found += [Passage(f"{place} {text}", "quiet") for place, text in sentences.items()]
        self.letters = by_letter
        self.styles.height = len(found)
        self.show(found)
        return by_letter

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """These letters choose, whatever they do elsewhere."""
        return character in self.letters


class DecideForm(Form):
    """What was decided about one child or worker, or about several at once."""

    DEFAULT_CSS = """
    DecideForm Kinds { margin-bottom: 1; }
    """
    AUTO_FOCUS = "Kinds"
    leads_on = True

    def __init__(self, *about: About) -> None:
        super().__init__(_key_of(about), f"Decide about {_named(about)}", _fields(about))
        self.about_whom = about
        self.kind = "other"
        self.kind_by_letter: Mapping[str, str] = {}

    def above(self) -> Iterable[Widget]:
        """The kinds."""
        yield Kinds(id="kinds")

    def fill(self) -> None:
        """Show the letters, and the sentences that digits stand for."""
        super().fill()
        self.kind_by_letter = self.query_one(Kinds).show_kinds(self.program.kinds, _reasons(self))
        kept = self.program.drafts.of(self.draft_key)
        if kept is not None:
            self.kind = kept.get("kind", self.kind)
            self.query_one("#because").focus()

    def typed(self) -> dict[str, str]:
        """What stands in the fields, and the kind."""
        return {**super().typed(), "kind": self.kind}

    def written(self, typed: Mapping[str, str]) -> bool:
        """A kind that was chosen is no draft yet: its words came with one key."""
        only_chosen = typed["text"] == self.program.kinds.get(typed["kind"])
        return super().written({**typed, "text": ""} if only_chosen else typed)

    def on_key(self, event: events.Key) -> None:
        """A letter chooses the kind and goes on to the reason."""
        if not isinstance(self.focused, Kinds) or (event.character or "") not in self.kind_by_letter:
            return
        event.stop()
        chosen = self.program.key_queue.hold()
        self.kind = self.kind_by_letter[event.character or ""]
        if self.kind != "other":
            self.put("text", self.program.kinds[self.kind])
        self.query_one("#because", FieldInput).sentences = _reasons(self)
        self.query_one("#text" if self.kind == "other" else "#because").focus()
        self.call_after_refresh(chosen)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The decision, once for each whom it is about."""
        return DecideForAll(_decisions(typed, self.about_whom, self.program.worker.today()))


def _reasons(form: DecideForm) -> Mapping[int, str]:
    keeps = form.kind == KEEP_PLAN
    return reasons_about(form.program.sentences, form.about_whom, to_keep_the_plan=keeps)


def _key_of(about: Sequence[About]) -> DraftKey:
    return key_about(FormName.DECIDE, about[0]) if len(about) == 1 else DraftKey(FormName.DECIDE, name="marked")


def _fields(about: Sequence[About]) -> tuple[Field, ...]:
    """What is asked; the child's own view only of one child, since what one says is not for another's file."""
    of_one_child = len(about) == 1 and about[0].child_id is not None
    return (
        Field("text", "What", "What was decided"),
        reason_field(2),
        Field("review", "Look again", "fri, +2w, 3 Apr; may be left empty", day="to_come"),
        *ACTION_FIELDS,
        *((Field("childs_view", "Child's view", "What the child says of it; may be left empty"),) * of_one_child),
        Field("on", "Day", "When it was decided: today, yesterday, mon", 1, "today", day="happened"),
        SENSITIVE,
    )


def _decisions(typed: Mapping[str, str], about: Sequence[About], today: date) -> tuple[DecisionRequest, ...]:
    review = typed["review"].strip()
    return tuple(
        DecisionRequest(
            typed["text"],
            parse_date(typed["on"] or "today", today),
            one.someone,
            because=typed["because"],
            kind=typed["kind"],
            review_on=parse_date(review, today, weekdays="forward") if review else None,
            actions=typed_actions(typed, today),
            sensitive=typed_yes(typed["sensitive"]),
            childs_view=typed.get("childs_view"),
        )
        for one in about
    )


def _named(about: Sequence[About]) -> str:
    if len(about) == 1:
        return about[0].shown
    named = ", ".join(one.reference or one.shown for one in about[:MOST_NAMED])
    more = f" and {len(about) - MOST_NAMED} more" if len(about) > MOST_NAMED else ""
    return f"{len(about)} at once: {named}{more}"
