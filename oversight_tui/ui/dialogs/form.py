"""A form: a drawer of fields beside or under what it is about, kept as a draft while it is filled in.

It knows nothing of what its words are for; a form of a kind says which fields there are and what they ask to record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.requests import Request
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.dialogs.common_fields import actions_apart
from oversight_tui.ui.dialogs.draft_keeper import DraftKeeper
from oversight_tui.ui.dialogs.drawer import Drawer
from oversight_tui.ui.dialogs.field import NO_SENTENCES, Field
from oversight_tui.ui.dialogs.head import CLOSE, SAVE, THROW_AWAY, FormFoot, FormHead
from oversight_tui.ui.dialogs.last_told import LastTold
from oversight_tui.ui.dialogs.looks import ABREAST, BESIDE, FORM_LOOKS, UNDER
from oversight_tui.ui.dialogs.ready import reasons_about
from oversight_tui.ui.dialogs.remarks import Remarks
from oversight_tui.ui.dialogs.saver import Saver
from oversight_tui.ui.dialogs.sheet import FieldSheet
from oversight_tui.ui.draft_key import DraftKey
from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.messages import AskedFirst, Done, Refused
from oversight_tui.ui.page_messages import PageLoaded
from oversight_tui.ui.program import Dialog
from oversight_tui.ui.widgets.button_row import ButtonRow, RowButton
from oversight_tui.ui.widgets.text_block import TextBlock

_KEYS: tuple[Binding, ...] = (
    Binding("escape", "leave", "leave", show=False),
    Binding("ctrl+s,f4", "save", "save", show=False),
    Binding("f8", "throw_away", "throw away", show=False),
    Binding("f2", "dismiss_hint", "no more of this hint", show=False),
)


class Form(Dialog[str | None]):
    """Fields one under the other. Dismissed with what was recorded, or None where it was left."""

    DEFAULT_CSS = FORM_LOOKS
    HORIZONTAL_BREAKPOINTS = [(0, "-whole"), (UNDER, "-under"), (ABREAST, "-abreast"), (BESIDE, "-beside")]
    BINDINGS: ClassVar[list[BindingType]] = [*_KEYS]
    about_a_child = True  # whether what is written here is for a child's file, which the child may read one day
    takes_questions = False  # whether the authority's own questions are shown for its fields
    puts_right_at = ""  # the field to which a no to its question goes back, where that is not the one with the focus
    save_button: ClassVar[RowButton] = SAVE
    goes_on_to: Callable[[], Form] | None = None  # the form that is opened once this one is saved
    leads_on = False  # whether saving leads to another row, for which the next keys are meant
    draft_key: DraftKey
    about: About = NOBODY
    itself: tuple[tuple[str, str], ...] = ()  # what it is about in its own words, in the place of why it is on the list
    about_whom: Sequence[About] = ()  # as far as the facts about them are known to it

    def __init__(self, key: DraftKey, title: str, fields: Iterable[Field]) -> None:
        super().__init__()
        self.draft_key = key
        self.heading = title
        self.fields = tuple(fields)
        self.saver = Saver(self, self)
        self.draft = DraftKeeper(self, self, lambda: self.saver.under_way)
        self._last_told = LastTold(self, self)
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

    def told_of(self, page: ChildPage) -> tuple[tuple[str, str], ...]:
        """What stands at its head of the child's page, before what stood there last."""
        return ()

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
        asked = self.program.questions if self.takes_questions else {}
        return FieldSheet(self.fields_now(), actions_apart(kept), self.sentences_for, asked, self._remarks)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """On top, at the start too, where its widgets were styled just now and Textual would style them all again."""
        event.refresh_styles = self.stack_updates > 0

    def compose(self) -> ComposeResult:
        """Why it is about whom it is about, fields, buttons."""
        with Drawer(id="form") as form:
            form.border_title = Content(self.heading)
            form.border_subtitle = marking_of(self.program)
            yield FormHead(*self.above(), id="head")
            yield self.sheet
            yield TextBlock(id="whole")
            yield FormFoot(id="foot")

    def fill(self) -> None:
        """Say what it is about."""
        self._last_told.begin(self.about_whom or (self.about,))
        self.show_buttons()

    def on_page_loaded(self, event: PageLoaded) -> None:
        """The file of the child was read."""
        event.stop()
        self._last_told.take(event.page)

    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return self.sheet.typed()

    def written(self, typed: Mapping[str, str]) -> bool:
        """Whether anything was typed that is worth keeping."""
        begins = {field.id: field.value for field in self.fields}
        return any(said.strip() != begins.get(field, "").strip() for field, said in typed.items())

    def on_field_sheet_changed(self) -> None:
        """What was typed or chosen is kept soon after each key."""
        self.saver.note_typed()
        if not (self.saver.under_way or self.saver.question.stands or self.draft.unkept):
            self.say("")
        self.draft.soon()
        self.show_buttons()

    def on_descendant_blur(self) -> None:
        """A field that is left is kept at once."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what was typed."""
        self.draft.keep()

    def on_resize(self) -> None:
        """The drawer stands otherwise in another terminal."""
        for drawer in self.query(Drawer):  # none is there yet when it opens
            self.call_after_refresh(drawer.take_room)

    # --- What it says -----------------------------------------------------------------------------

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something above the buttons."""
        if self.display:  # else it is closed before it stands
            self.query_one(FormFoot).say(text, wrong=wrong)

    def show_buttons(self) -> None:
        """What there is to press now."""
        thrown = (THROW_AWAY,) if self.written(self.typed()) else ()
        self.query_one(FormFoot).show(self.saver.answers or (self.save_button, CLOSE, *thrown))

    # --- Keys and clicks --------------------------------------------------------------------------

    def on_field_input_entered(self) -> None:
        """A sentence was put in and is saved as it stands."""
        self.action_save()

    def action_save(self) -> None:
        """Save, unless something is wrong or asked first."""
        self.saver.begin()

    def entered(self) -> None:
        """What saving does."""
        self.saver.save_what_is_typed()

    def action_leave(self) -> None:
        """Back to the words where something is asked; else leave, and what was typed is offered again."""
        if self.saver.question.stands:
            self.saver.take_back()
        else:
            self.keep_draft()
            self.dismiss(None)

    def action_throw_away(self) -> None:
        """Forget what was typed, once it is asked."""
        self.saver.throw_away()

    def action_dismiss_hint(self) -> None:
        """No more of the hint that is shown, from now on."""
        if self._remarks.dismiss():
            self.sheet.show_again()

    def on_key(self, event: events.Key) -> None:
        """The answer to what is asked; on the buttons letters do nothing, and that is said."""
        if self.saver.question.answered(event):
            if not self.saver.under_way and not self.saver.question.stands:
                self.say(self.saver.question.no_says)
            self.show_buttons()
        elif isinstance(self.focused, ButtonRow) and event.is_printable:
            self.say(f"Enter presses this button{', Shift+Tab goes back to the fields' if self.fields else ''}.")

    def on_button_row_pressed(self, event: ButtonRow.Pressed) -> None:
        """A button does what its key does."""
        actions = {"save": self.action_save, "leave": self.action_leave, "throw_away": self.action_throw_away}
        actions.get(event.action, self.saver.question.agree)()

    def on_click(self, event: events.Click) -> None:
        """A click outside leaves it, with what was typed kept."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.action_leave()

    @on(Done)
    @on(Refused)
    @on(AskedFirst)
    def _answered(self, answer: Done | Refused | AskedFirst) -> None:
        """The store has recorded it, or not."""
        self.saver.take(answer)
