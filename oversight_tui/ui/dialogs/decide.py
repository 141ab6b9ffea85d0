"""A decision: a letter for its kind, what, because, and when to look again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from oversight_tui.practice.policy import KEEP_PLAN
from oversight_tui.practice.requests import DecideForAll, DecisionRequest, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import (
    SENSITIVE,
    action_field,
    day_field,
    look_again_field,
    reason_field,
    typed_actions,
)
from oversight_tui.ui.dialogs.field import NO_SENTENCES, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.goes_on import goes_on
from oversight_tui.ui.dialogs.ready import reasons_about
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.ui.widgets.chips import Choice, lettered
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
OTHER = "other"
MOST_NAMED = 4


class Kinds:
    """The kinds of decision of a form: what is chosen, and what that says in its other fields."""

    def __init__(self, form: DecideForm) -> None:
        self._form = form

    @property
    def chosen(self) -> str:
        """The kind that is chosen, any other where none is."""
        return self._form.sheet.chips("kind").chosen or OTHER

    def choices(self) -> tuple[Choice, ...]:
        """The kinds of the policy. The standard ones have their letters; that of an own one is of what it is kept as,
        and stays where it is called something else.
        """
        kinds = (Choice(kind, words, LETTERS.get(kind, "")) for kind, words in self._form.program.kinds.items())
        return lettered(kinds, lambda one: one.value)

    def when_chosen(self, field: str, value: str, picked: bool) -> None:
        """A kind says what was decided, unless that was typed; its letter goes on to those words, behind which more can
        be typed, and from which a digit gives the reason.
        """
        if field != "kind":
            return
        form = self._form
        text, because, kinds = form.sheet.input("text"), form.sheet.input("because"), form.program.kinds
        if not text.text.strip() or text.text in kinds.values():
            text.put(kinds[value] if value and value != OTHER else "")
        because.sentences = text.sentences = form.sentences_for(because.field)
        text.gives_to = because
        if picked:
            goes_on(form, "text")

    @staticmethod
    def when_unknown(field: str, sign: str) -> str:
        """What a key does not do while a kind is to be chosen."""
        digit = field == "kind" and sign.isdigit()
        return "First the kind, by its letter; then a digit gives the reason." if digit else ""


class DecideForm(Form):
    """What was decided about one child or worker, or about several at once."""

    AUTO_FOCUS = "#kind"
    leads_on = True

    def __init__(self, *about: About) -> None:
        super().__init__(_key_of(about), f"Decide about {_named(about)}", _fields(about))
        self.about_whom = about
        self.kinds = Kinds(self)

    def fields_now(self) -> Sequence[Field]:
        """The kinds are those of the policy."""
        return [one.__replace__(choices=self.kinds.choices()) if one.id == "kind" else one for one in self.fields]

    def fill(self) -> None:
        """What was left goes on with its reason."""
        super().fill()
        self.sheet.when_chosen, self.sheet.when_unknown = self.kinds.when_chosen, self.kinds.when_unknown
        if self.program.drafts.of(self.draft_key) is not None:
            self.sheet.input("because").focus()

    def sentences_for(self, field: Field) -> Mapping[int, str]:
        """Those that are reasons to keep a plan, where that is the kind."""
        chosen = self.kinds.chosen if self.sheet.rows else OTHER
        if not field.takes_sentences or chosen == OTHER:
            return NO_SENTENCES
        keeps = chosen == KEEP_PLAN
        return reasons_about(self.program.sentences, self.about_whom, to_keep_the_plan=keeps)

    def typed(self) -> dict[str, str]:
        """What stands in the fields, and the kind."""
        typed = super().typed()
        return typed | {"kind": typed["kind"] or OTHER}

    def written(self, typed: Mapping[str, str]) -> bool:
        """A kind that was chosen is no draft yet: its words came with one key."""
        only_chosen = typed["text"] == self.program.kinds.get(typed["kind"])
        return super().written({**typed, "kind": "", **({"text": ""} if only_chosen else {})})

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The decision, once for each whom it is about."""
        return DecideForAll(_decisions(typed, self.about_whom, self.program.worker.today()))


def _key_of(about: Sequence[About]) -> DraftKey:
    return key_about(FormName.DECIDE, about[0]) if len(about) == 1 else DraftKey(FormName.DECIDE, name="marked")


def _fields(about: Sequence[About]) -> tuple[Field, ...]:
    """What is asked; the child's own view only of one child, since what one says is not for another's file."""
    of_one_child = len(about) == 1 and about[0].child_id is not None
    return (
        Field("kind", "Kind", "A letter chooses it and goes on", choices=(Choice(OTHER, OTHER),)),
        Field("text", "What", "What was decided, in few words", needed=True),
        reason_field(2),
        look_again_field("review", "; may be left empty"),
        action_field(),
        *((Field("childs_view", "Child's view", "What the child says of it; may be left empty"),) * of_one_child),
        day_field("on", "Day", "When it was decided: today, yesterday, mon", "today"),
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
