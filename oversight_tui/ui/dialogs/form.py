"""A form: fields to type into, saved with Enter, kept as a draft while it is typed.

It knows nothing of what its words are for; a form of a kind says which fields there are and what they ask to record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import TextArea

from oversight_tui.practice.requests import Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.draft_keeper import DraftKeeper
from oversight_tui.ui.dialogs.field import NO_SENTENCES, Field, FieldInput, field_rows
from oversight_tui.ui.dialogs.head import FORM_LOOKS, FormHead
from oversight_tui.ui.dialogs.question import Question, doubtful_days
from oversight_tui.ui.dialogs.ready import reasons_about
from oversight_tui.ui.dialogs.remarks import Remarks
from oversight_tui.ui.draft_key import DraftKey
from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.messages import AskedFirst, Done, Refused
from oversight_tui.ui.program import Dialog
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import safe

_SAYS = "Tab next field, Esc leaves it as a draft."


class Form(Dialog[str | None]):
    """Fields one under the other. Dismissed with what was recorded, or None where it was left."""

    DEFAULT_CSS = FORM_LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("f2", "dismiss_hint", "no more of this hint", show=False),
    ]
    # Whether what is written here is for a child's file, which the child may read one day.
    about_a_child = True
    # Whether the authority's own questions are shown for its fields.
    takes_questions = False
    # Whether saving leads to another row, for which the next keys are meant.
    leads_on = False

    draft_key: DraftKey
    about_whom: Sequence[About] = ()  # as far as the facts about them are known to it

    def __init__(self, key: DraftKey, title: str, fields: Iterable[Field]) -> None:
        super().__init__()
        self.draft_key, self.heading, self.fields = key, title, tuple(fields)
        self._draft = DraftKeeper(self, self.keep_draft)
        self._saving = False
        self._question = Question(self)
        self._remarks = Remarks(lambda: self.program.hints, about_a_child=self.about_a_child)

    # --- What a form of a kind says ---------------------------------------------------------------

    def asks(self, typed: Mapping[str, str]) -> Request:
        """What is to be recorded. Raises PlainProblem where what was typed cannot be read."""
        raise NotImplementedError

    def question(self, typed: Mapping[str, str]) -> str:
        """What is to be asked before it is saved, and what y does; empty where Enter saves at once."""
        return ""

    def days(self, typed: Mapping[str, str]) -> Iterable[Field]:
        """The fields in which days are asked about that may not be meant, and how each is read."""
        return self.fields

    def above(self) -> Iterable[Widget]:
        """What stands above the fields."""
        return ()

    def sentences_for(self, field: Field) -> Mapping[int, str]:
        """The sentences that digits put into an empty field."""
        return reasons_about(self.program.sentences, self.about_whom) if field.takes_sentences else NO_SENTENCES

    # --- What stands in it ------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Title, the line that says what to do, fields."""
        kept = self.program.drafts.opened(self.draft_key, self.about_whom)
        with Container(id="form") as form:
            form.border_subtitle = marking_of(self.program)
            yield FormHead(id="head")
            yield from self.above()
            yield from field_rows(self.fields, kept, self.program.names, self.sentences_for)

    def fill(self) -> None:
        """Say what it is about."""
        again = "  (as you left it)" if self.draft_key in self.program.drafts else ""
        self.query_one(FormHead).show(self.heading, again)
        self.say(self.hint())

    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return {one.field.id: one.typed(self.program.names) for one in self.query(FieldInput)}

    def put(self, field: str, text: str) -> None:
        """Write into a field."""
        self.query_one(f"#{field}", FieldInput).text = safe(text)

    # --- What it says -----------------------------------------------------------------------------

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something under the title."""
        if self.display:  # else it is closed before it stands
            self.query_one(FormHead).say(text, wrong=wrong)

    def hint(self) -> str:
        """What is meant in the field that has the focus, and what the keys do."""
        asked = self.program.questions if self.takes_questions else {}
        focused = self.focused
        return f"{focused.hint(self.program.names, asked)} {_SAYS}" if isinstance(focused, FieldInput) else _SAYS

    def on_descendant_focus(self) -> None:
        """Each field says what it is for."""
        if not self._saving and not self._draft.unkept:
            refused = self._question.said_in_place_of_a_hint()
            self.say(refused or self.hint(), wrong=bool(refused))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Kept soon after each key; what might be said otherwise draws a remark."""
        if isinstance(field_input := event.text_area, FieldInput) and not self._saving and not self._draft.unkept:
            self.say(self._remarks.on(field_input.field, field_input.text) or self.hint())
        self._draft.soon()

    def action_dismiss_hint(self) -> None:
        """No more of the hint that is shown, from now on."""
        if self._remarks.dismiss():
            self.say(self.hint())

    # --- The draft --------------------------------------------------------------------------------

    def on_descendant_blur(self) -> None:
        """A field that is left is kept at once."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what was typed, where anything was; an emptied form is forgotten."""
        self._draft.now()
        typed = self.typed()
        if len(self.query(FieldInput)) < len(self.fields):
            return  # it does not stand yet, or is going: a field that is not there was not emptied
        if not self._saving:
            self.program.drafts.keep(self.draft_key, typed if self.written(typed) else None)

    def written(self, typed: Mapping[str, str]) -> bool:
        """Whether anything was typed that is worth keeping."""
        return any(typed[field.id].strip() != field.value.strip() for field in self.fields)

    def say_unkept(self, says: str) -> None:
        """The draft could not be kept, which is tried again and said meanwhile; empty once it could."""
        self._draft.unkept = bool(says)
        if not self._saving:
            self.say(says or self.hint(), wrong=bool(says))
            if says:
                self._draft.again()

    # --- Saving and leaving -----------------------------------------------------------------------

    def on_field_input_entered(self) -> None:
        """Enter in a field."""
        if not self._saving:
            self.entered()
        if not self._saving:
            self.program.key_queue.let_go()

    def entered(self) -> None:
        """Save."""
        typed = self.typed()
        try:
            asked = self.asks(typed)
        except PlainProblem as problem:
            self._wrong(str(problem), problem.field)
            return
        field, doubt = doubtful_days(self.days(typed), typed, self.program.worker.today())
        if question := " ".join(filter(None, (doubt, self.question(typed)))):
            self.keep_draft()
            self.say(self._question.ask(asked, field, question), wrong=True)
        else:
            self.save(asked)

    def on_key(self, event: events.Key) -> None:
        """The answer to what is asked: y saves."""
        agreed_to = self._question.answered(event)
        if agreed_to is not None:
            self.save(agreed_to)

    def save(self, request: Request) -> None:
        """Ask for it to be recorded; the answer comes as a message."""
        self.keep_draft()
        self._saving = True
        self.program.key_queue.hold()
        self.program.worker.record(request, answer_to=self, draft=self.draft_key)

    def on_done(self, event: Done) -> None:
        """It is recorded, and its draft was forgotten with that."""
        self.program.drafts.forget([self.draft_key])
        self.program.drafts.note_recorded(event.entries, self.draft_key, self.typed())
        self.dismiss(event.says)
        if not self.leads_on:
            self.app.call_later(self.program.key_queue.let_go)

    def on_refused(self, event: Refused) -> None:
        """It is not recorded; what was typed stays."""
        event.stop()
        self._saving = False
        self.program.key_queue.let_go()
        self._wrong(event.says, event.field)

    def on_asked_first(self, event: AskedFirst) -> None:
        """It is asked about in the place of the words, and y records it."""
        event.stop()
        self._saving = False
        self.program.key_queue.let_go()
        self.say(self._question.ask(event.agreed, "", event.question), wrong=True)

    def _wrong(self, says: str, field: str) -> None:
        self._question.refused(says, field)
        self.say(says, wrong=True)

    def action_leave(self) -> None:
        """Back to the words where something is asked; else leave, and what was typed is offered again."""
        if self._question.stands:
            self._question.take_back()
        else:
            self.keep_draft()
            self.dismiss(None)
