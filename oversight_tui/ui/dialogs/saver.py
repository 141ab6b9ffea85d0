"""How a form is saved: what was typed is read, what is wrong is said at its field, what is doubtful is asked first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from oversight_tui.practice.requests import Request
from oversight_tui.ui.dialogs.head import BACK, YES
from oversight_tui.ui.dialogs.question import Question, doubtful_days
from oversight_tui.ui.dialogs.typed_words import without_typed
from oversight_tui.ui.messages import AskedFirst, Done, Refused
from oversight_tui.ui.widgets.button_row import RowButton
from oversight_tui.words.dates import count
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from textual.screen import Screen

    from oversight_tui.ui.dialogs.saved_form import SavedForm


class Saver:
    """Saves a form. `under_way` says that it is being recorded, or is going and is not to be kept."""

    def __init__(self, form: SavedForm, screen: Screen[str | None]) -> None:
        self._form = form
        self._screen = screen
        self.question = Question(screen)
        self.under_way = False
        self._says_away = False
        self._asked_about: dict[str, str] = {}  # what stood in the fields when it was asked

    def begin(self) -> None:
        """Save, unless something is wrong or asked first; the next key is for what comes then."""
        keys = self._form.program.key_queue
        if self.question.stands:
            self.take_back()
        elif not self.under_way:
            keys.hold()
            self._form.entered()
        if not self.under_way:
            keys.let_go()

    def save_what_is_typed(self) -> None:
        """Record it where all of it can be read and nothing of it is doubtful."""
        form = self._form
        typed = form.typed()
        asked = self._read(typed)
        if asked is None:
            return
        field, doubt = doubtful_days(form.days(typed), typed, form.program.worker.today())
        further = form.question(typed)
        if question := " ".join(filter(None, (doubt, further))):
            form.keep_draft()
            self.ask(question, partial(self.record, asked), field or (form.puts_right_at if further else ""))
        else:
            self.record(asked)

    def _read(self, typed: Mapping[str, str]) -> Request | None:
        """What is to be recorded; None where something is wrong, all of which is said, each at its field."""
        problems = self._form.sheet.problems_seen(typed)
        try:
            asked = self._form.asks(typed)
        except PlainProblem as problem:
            self.wrong(problems, str(problem), problem.field)
            return None
        if problems:
            self.wrong(problems)
        return None if problems else asked

    def wrong(self, problems: dict[str, str], says: str = "", field: str = "") -> None:
        """Say what is wrong at each field, and go to the first; `says` above the buttons where it is at none."""
        form = self._form
        if form.sheet.holds(field):
            problems.setdefault(field, says)
        if self._screen.focused is None:
            self.question.take_back()
        form.sheet.show_problems(problems)
        fields = count(len(problems), "field above is", "fields above are")
        form.say(f"Not saved: {fields} to be put right." if problems else says, wrong=True)
        form.show_buttons()

    def ask(self, question: str, then: Callable[[], None], field: str = "", *, no_says: str = "Not saved yet.") -> None:
        """Ask in the place of the words; `then` is what y does, `field` where the words are put right, and `no_says`
        what is said of a no.
        """
        self._asked_about = self._form.typed()
        self._form.say(self.question.ask(question, then, field, no_says=no_says), wrong=True)
        self._form.show_buttons()

    def note_typed(self) -> None:
        """Something was typed on, after a click: a yes would be to words that stand there no more."""
        self._says_away = False
        if self.question.stands and self._form.typed() != self._asked_about:
            self.question.drop()

    def take_back(self) -> None:
        """Nothing is asked any more: back to the words."""
        self.question.take_back()
        self._form.say(self.question.no_says)
        self._form.show_buttons()

    def throw_away(self) -> None:
        """Forget what was typed, once that is asked, and leave."""
        form = self._form
        if form.written(form.typed()):
            says = "y throws away what was typed here; nothing of it is kept."
            self.ask(says, self._thrown_away, no_says="Kept: nothing was thrown away.")
        else:
            form.say("Nothing was typed here that could be thrown away.")

    def _thrown_away(self) -> None:
        self.under_way = True  # nothing of it is kept on the way out
        self._form.program.drafts.keep(self._form.draft_key, None)
        self._screen.dismiss(None)
        self._form.program.flash("What was typed was thrown away.")

    @property
    def answers(self) -> tuple[RowButton, ...]:
        """The buttons that answer what is asked; none where nothing is."""
        return (YES, BACK) if self.question.stands else ()

    # --- What comes of it -------------------------------------------------------------------------

    def record(self, request: Request) -> None:
        """Ask for it to be recorded; the answer comes as a message to the form."""
        form = self._form
        form.keep_draft()
        self.under_way, self._says_away = True, False
        form.program.key_queue.hold()
        seen = form.program.drafts.seen(form.draft_key)
        form.program.worker.record(request, answer_to=self._screen, draft=form.draft_key, seen=seen)

    def take(self, answer: Done | Refused | AskedFirst) -> None:
        """What the store says; what is done is told on to the program."""
        match answer:
            case Done():
                self._done(answer)
            case Refused():
                answer.stop()
                self._refused(answer)
            case AskedFirst():
                answer.stop()
                self._asked_first(answer)

    def _done(self, event: Done) -> None:
        """It is recorded, and its draft was forgotten with that."""
        form, program = self._form, self._form.program
        program.drafts.forget([form.draft_key])
        program.drafts.note_recorded(event.entries, form.draft_key, form.typed())
        if program.names.hidden:
            event.says = without_typed(event.says, form.sheet, program.names.glyphs.hidden)
        self._screen.dismiss(event.says)
        if not form.leads_on:
            self._screen.app.call_later(program.key_queue.let_go)

    def _refused(self, event: Refused) -> None:
        """It is not recorded; what was typed stays."""
        self._answered()
        named = dict.fromkeys(self._form.sheet.naming(event.names), event.says)
        self.wrong(named, event.says, event.field)
        self._says_away = event.away

    def server_is_back(self) -> None:
        """That it could not be reached is said no more, and what was typed meanwhile is kept."""
        if self._says_away:
            self._says_away = False
            self._form.say("")
            self._form.keep_draft()

    def _asked_first(self, event: AskedFirst) -> None:
        """It is asked about, and y records it."""
        self._answered()
        if event.known is not None:
            self._form.program.drafts.told(self._form.draft_key, event.known)
        self.ask(event.question, partial(self.record, event.agreed))

    def _answered(self) -> None:
        self.under_way = False
        self._form.program.key_queue.let_go()
