"""A form: a drawer of fields beside or under what it is about, kept as a draft while it is filled in.

It knows nothing of what its words are for; a form of a kind says which fields there are and what they ask to record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from oversight_tui.practice.requests import Request
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.dialogs.common_fields import actions_apart
from oversight_tui.ui.dialogs.draft_keeper import DraftKeeper
from oversight_tui.ui.dialogs.field import NO_SENTENCES, Field
from oversight_tui.ui.dialogs.head import BACK, CLOSE, SAVE, THROW_AWAY, YES, FormFoot, FormHead
from oversight_tui.ui.dialogs.looks import BESIDE, FORM_LOOKS, UNDER
from oversight_tui.ui.dialogs.question import Question, doubtful_days
from oversight_tui.ui.dialogs.ready import reasons_about
from oversight_tui.ui.dialogs.remarks import Remarks
from oversight_tui.ui.dialogs.sheet import FieldSheet
from oversight_tui.ui.draft_key import DraftKey
from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.messages import AskedFirst, Done, Refused
from oversight_tui.ui.program import Dialog
from oversight_tui.ui.widgets.button_row import ButtonRow
from oversight_tui.words.dates import count
from oversight_tui.words.problems import PlainProblem

_SAYS = "Enter goes on"
_ON_THE_BUTTONS = "Enter presses this button, Shift+Tab goes back to the fields."


class Form(Dialog[str | None]):
    """Fields one under the other. Dismissed with what was recorded, or None where it was left."""

    DEFAULT_CSS = FORM_LOOKS
    HORIZONTAL_BREAKPOINTS = [
        (0, "-whole"),
        (UNDER, "-under"),
        (BESIDE, "-beside"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("ctrl+s,f4", "save", "save", show=False),
        Binding("f8", "throw_away", "throw away", show=False),
        Binding("f2", "dismiss_hint", "no more of this hint", show=False),
    ]
    # Whether what is written here is for a child's file, which the child may read one day.
    about_a_child = True
    # Whether the authority's own questions are shown for its fields.
    takes_questions = False
    # Whether saving leads to another row, for which the next keys are meant.
    leads_on = False

    draft_key: DraftKey
    about: About = NOBODY
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
        """What is to be asked before it is saved, and what y does; empty where it is saved at once."""
        return ""

    def days(self, typed: Mapping[str, str]) -> Iterable[Field]:
        """The fields in which days are asked about that may not be meant, and how each is read."""
        return self.fields

    def above(self) -> Iterable[Widget]:
        """What stands above the fields."""
        return ()

    def fields_now(self) -> Sequence[Field]:
        """The fields, as they are while the program runs."""
        return self.fields

    def sentences_for(self, field: Field) -> Mapping[int, str]:
        """The sentences that digits put into an empty field."""
        return reasons_about(self.program.sentences, self.about_whom) if field.takes_sentences else NO_SENTENCES

    # --- What stands in it ------------------------------------------------------------------------

    @cached_property
    def sheet(self) -> FieldSheet:
        """The fields, with what was kept of them."""
        kept = self.program.drafts.opened(self.draft_key, self.about_whom)
        return FieldSheet(self.fields_now(), actions_apart(kept), self.sentences_for, self._hint, self._remarks)

    def compose(self) -> ComposeResult:
        """Why it is about whom it is about, fields, buttons."""
        with Container(id="form") as form:
            form.border_title = Content(self.heading)
            form.border_subtitle = marking_of(self.program)
            yield FormHead(*self.above(), id="head")
            yield self.sheet
            yield FormFoot(id="foot")

    def fill(self) -> None:
        """Say what it is about."""
        again = [("", "(as you left it)")] if self.draft_key in self.program.drafts else []
        whom = next(iter(self.about_whom), self.about)
        self.query_one(FormHead).show([*whom.told, *again])
        self.show_buttons()

    def show_buttons(self) -> None:
        """What there is to press now."""
        foot = self.query_one(FormFoot)
        if self._question.stands:
            foot.show((YES, BACK))
        else:
            thrown = (THROW_AWAY,) if self.written(self.typed()) else ()
            foot.show((SAVE, CLOSE, *thrown), _SAYS if self.fields else "")

    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return self.sheet.typed()

    # --- What it says -----------------------------------------------------------------------------

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something above the buttons."""
        if self.display:  # else it is closed before it stands
            self.query_one(FormFoot).say(text, wrong=wrong)

    def _hint(self, field: Field) -> str:
        """What is meant by a field."""
        return field.hint_with(self.program.names, self.program.questions if self.takes_questions else {})

    def on_text_area_changed(self) -> None:
        """Kept soon after each key."""
        self.changed()

    def changed(self) -> None:
        """Something was typed or chosen."""
        if not self._saving and not self._draft.unkept:
            self.say("")
        self._draft.soon()
        self.show_buttons()

    def action_dismiss_hint(self) -> None:
        """No more of the hint that is shown, from now on."""
        if self._remarks.dismiss():
            self.sheet.show_again()

    # --- The draft --------------------------------------------------------------------------------

    def on_descendant_blur(self) -> None:
        """A field that is left is kept at once."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what was typed, where anything was; an emptied form is forgotten."""
        self._draft.now()
        if not self.sheet.stands:
            return  # it does not stand yet, or is going: a field that is not there was not emptied
        typed = self.typed()
        if not self._saving:
            self.program.drafts.keep(self.draft_key, typed if self.written(typed) else None)

    def written(self, typed: Mapping[str, str]) -> bool:
        """Whether anything was typed that is worth keeping."""
        begins = {field.id: field.value for field in self.fields}
        return any(said.strip() != begins.get(field, "").strip() for field, said in typed.items())

    def say_unkept(self, says: str) -> None:
        """The draft could not be kept, which is tried again and said meanwhile; empty once it could."""
        self._draft.unkept = bool(says)
        if not self._saving:
            self.say(says, wrong=bool(says))
            if says:
                self._draft.again()

    def action_throw_away(self) -> None:
        """Ask whether what was typed is to be forgotten."""
        if self.written(self.typed()):
            self._ask("y throws away what was typed here; nothing of it is kept.", self._throw_away)
        else:
            self.say("Nothing was typed here that could be thrown away.")

    def _throw_away(self) -> None:
        self._saving = True  # nothing of it is kept on the way out
        self.program.drafts.keep(self.draft_key, None)
        self.dismiss(None)
        self.program.flash("What was typed was thrown away.")

    # --- Saving and leaving -----------------------------------------------------------------------

    def on_field_input_entered(self) -> None:
        """A sentence was put in and is saved as it stands."""
        self.action_save()

    def action_save(self) -> None:
        """Save, unless something is wrong or asked first."""
        if self._question.stands:
            self._question.take_back()
            self.show_buttons()
        elif not self._saving:
            self.program.key_queue.hold()
            self.entered()
        if not self._saving:
            self.program.key_queue.let_go()

    def entered(self) -> None:
        """Save what can be read."""
        typed = self.typed()
        asked = self._read(typed)
        if asked is None:
            return
        field, doubt = doubtful_days(self.days(typed), typed, self.program.worker.today())
        if question := " ".join(filter(None, (doubt, self.question(typed)))):
            self.keep_draft()
            self._ask(question, partial(self.save, asked), field)
        else:
            self.save(asked)

    def _read(self, typed: Mapping[str, str]) -> Request | None:
        """What is to be recorded; None where something is wrong, all of which is said, each at its field."""
        problems = self.sheet.problems_seen(typed)
        try:
            asked = self.asks(typed)
        except PlainProblem as problem:
            self.say_wrong(problems, str(problem), problem.field)
            return None
        if problems:
            self.say_wrong(problems)
        return None if problems else asked

    def say_wrong(self, problems: dict[str, str], says: str = "", field: str = "") -> None:
        """Say what is wrong at each field, and go to the first; `says` above the buttons where it is at none."""
        if self.sheet.holds(field):
            problems.setdefault(field, says)
        if self.focused is None:
            self._question.take_back()
        self.sheet.show_problems(problems)
        fields = count(len(problems), "field above is", "fields above are")
        self.say(f"Not saved: {fields} to be put right." if problems else says, wrong=True)
        self.show_buttons()

    def _ask(self, question: str, then: Callable[[], None], field: str = "") -> None:
        self.say(self._question.ask(question, then, field), wrong=True)
        self.show_buttons()

    def on_key(self, event: events.Key) -> None:
        """The answer to what is asked."""
        if self._question.answered(event):
            if not self._saving:
                self.say("")
            self.show_buttons()
        elif isinstance(self.focused, ButtonRow) and event.is_printable:
            self.say(_ON_THE_BUTTONS)

    def on_button_row_pressed(self, event: ButtonRow.Pressed) -> None:
        """A button does what its key does."""
        {"save": self.action_save, "leave": self.action_leave, "throw_away": self.action_throw_away}.get(
            event.action, self._question.agree
        )()

    def on_click(self, event: events.Click) -> None:
        """A click outside leaves it, with what was typed kept."""
        if event.widget is self:
            self.action_leave()

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
        self._answered()
        self.say_wrong({}, event.says, event.field)

    def on_asked_first(self, event: AskedFirst) -> None:
        """It is asked about in the place of the words, and y records it."""
        event.stop()
        self._answered()
        self._ask(event.question, partial(self.save, event.agreed))

    def _answered(self) -> None:
        self._saving = False
        self.program.key_queue.let_go()

    def action_leave(self) -> None:
        """Back to the words where something is asked; else leave, and what was typed is offered again."""
        if self._question.stands:
            self._question.take_back()
            self.say("")
            self.show_buttons()
        else:
            self.keep_draft()
            self.dismiss(None)
