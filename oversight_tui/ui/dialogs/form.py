"""A form: fields to type into, saved with Enter, kept as a draft while it is typed.

It knows nothing of what its words are for; a form of a kind says which fields there are and what they ask to record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static, TextArea

from oversight_tui.practice.wording import vague_in
from oversight_tui.ui.messages import Done, Refused
from oversight_tui.ui.standing import marking_of
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import safe

if TYPE_CHECKING:
    from oversight_tui.ui.app import OversightApp

DRAFT_AFTER_SECONDS = 0.2
DRAFT_AGAIN_AFTER_SECONDS = 2.0
# A field grows with what is typed up to this many lines, and scrolls from there.
MOST_ROWS = 8
# Columns of the names of the fields: headings of an authority's own may be longer.
LABEL_WIDTH, MOST_LABEL_WIDTH = 15, 28
# The fields whose words stand on a child's file.
WRITTEN = frozenset(
    {
        "text",
        "because",
        "decision",
        "what_changed",
        "worries",
        "going_well",
        "analysis",
        "childs_view",
        "if_nothing_changes",
    }
)
_SAYS = "Enter saves, Tab next field, Esc leaves it as a draft."


class Field(Struct, frozen=True):
    """One thing to type. `rows` is how many lines of it are in sight while it is empty; `hint` says what is meant,
    `ghost` stands in it while it is empty. `names` says that the value it begins with is somebody's name.
    """

    id: str
    label: str
    hint: str = ""
    rows: int = 1
    value: str = ""
    ghost: str = ""
    names: bool = False


class Asked(Struct, frozen=True):
    """What a form asks to be recorded: the name of a function of `services.record`, and what it is given."""

    what: str
    given: tuple[Any, ...]


class Typing(TextArea):
    """A field. Enter is the form's; what is pasted keeps its lines. A digit takes a sentence while it is empty."""

    class Entered(Message):
        """Enter was pressed."""

    def __init__(self, field: Field, sentences: tuple[str, ...] = ()) -> None:
        super().__init__(
            safe(field.value),
            id=field.id,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            placeholder=Content(field.ghost),
        )
        self.field, self.sentences = field, sentences
        self.styles.min_height, self.styles.max_height = field.rows, max(field.rows, MOST_ROWS)

    def on_focus(self) -> None:
        """What stood there from the beginning is typed over; what was typed is typed on."""
        if self.text == self.field.value:
            self.select_all()
        else:
            self.move_cursor(self.document.end)

    def on_key(self, event: events.Key) -> None:
        """Enter saves; a digit in an empty field puts in that sentence, to be edited."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            cast("OversightApp", self.app).hold_keys()  # the next key is for what comes then
            self.post_message(self.Entered())
        elif not self.text and event.character and event.character in "123456789"[: len(self.sentences)]:
            event.stop()
            event.prevent_default()
            self.insert(self.sentences[int(event.character) - 1])


class Form(ModalScreen[str | None]):
    """Fields one under the other. Dismissed with what was recorded, or None where it was left."""

    DEFAULT_CSS = """
    Form { align: center middle; }
    Form #form {
        width: 90; max-width: 100%; height: auto; max-height: 100%; border: round $border;
        background: $surface; padding: 0 1; overflow-y: auto;
    }
    Form #head { dock: top; height: auto; background: $surface; }
    Form .field { height: auto; margin-bottom: 0; }
    Form .label { height: 1; }
    Form Typing { width: 1fr; height: auto; background: $panel; border: none; padding: 0; }
    Form #says { height: auto; min-height: 2; max-height: 4; margin-bottom: 1; color: $text-muted; }
    Form #says.-wrong { color: $text-error; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("f2", "dismiss_hint", "no more of this hint", show=False),
    ]
    # Whether what is written here is for a child's file, which the child may read one day.
    about_a_child = True
    # Whether its fields begin with what was written before, or with a name as it is known.
    shows_words = False
    # Whether saving leads to another row, for which the next keys are meant.
    leads_on = False

    def __init__(self, key: str, title: str, fields: Iterable[Field]) -> None:
        super().__init__()
        self.key, self.heading, self.fields = key, title, tuple(fields)
        self._timer: Timer | None = None
        self._saving = self._unkept = False
        self._hinted = ""

    @property
    def oversight(self) -> OversightApp:
        """The app, as what it is."""
        return cast("OversightApp", self.app)

    def asks(self, typed: Mapping[str, str]) -> Asked:
        """What is to be recorded. Raises PlainProblem where what was typed cannot be read."""
        raise NotImplementedError

    def above(self) -> Iterable[Widget]:
        """What stands above the fields."""
        return ()

    def sentences_for(self, field: Field) -> tuple[str, ...]:
        """The sentences that digits put into an empty field."""
        return ()

    def compose(self) -> ComposeResult:
        """Title, fields, and the line that says what to do."""
        kept = self.oversight.drafts.get(self.key, {})
        longest = max((cell_len(field.label) for field in self.fields), default=0)
        width = min(max(LABEL_WIDTH, longest + 1), MOST_LABEL_WIDTH)
        with Container(id="form") as form:
            form.border_subtitle = marking_of(self.oversight)
            with Container(id="head"):
                yield TextLine(id="heading")
                yield Static(id="says", markup=False)
            yield from self.above()
            for field in self.fields:
                with Horizontal(classes="field"):
                    label = TextLine()
                    label.add_class("label")
                    label.styles.width = width
                    label.show((Part(field.label, "bold"),))
                    yield label
                    typing = Typing(field, self.sentences_for(field))
                    typing.text = safe(str(kept.get(field.id, "" if self._hides(field) else field.value)))
                    yield typing

    def on_mount(self) -> None:
        """Say what it is about."""
        again = "  (as you left it)" if self.key in self.oversight.drafts else ""
        self.query_one("#heading", TextLine).show((Part(self.heading, "bold"), Part(again, "$text-muted")))
        self.say(self._hint())

    def typed(self) -> dict[str, str]:
        """What stands in the fields; a name that is hidden stands there all the same, unless another was typed."""
        return {
            typing.field.id: typing.field.value if self._hides(typing.field) and not typing.text else typing.text
            for typing in self.query(Typing)
        }

    def _hides(self, field: Field) -> bool:
        """Whether the field begins empty, since it would show a name while names are hidden."""
        return field.names and bool(field.value) and self.oversight.names.hidden

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something under the title."""
        says = self.query_one("#says", Static)
        says.set_class(wrong, "-wrong")
        says.update(Content(text))

    def put(self, field: str, text: str) -> None:
        """Write into a field."""
        self.query_one(f"#{field}", Typing).text = safe(text)

    def _hint(self) -> str:
        focused = self.focused
        hint = focused.field.hint if isinstance(focused, Typing) else ""
        if isinstance(focused, Typing) and self._hides(focused.field):
            hint = f"{hint}. Left empty it is {self.oversight.names.worker(focused.field.value)}"
        return f"{hint}. {_SAYS}" if hint else _SAYS

    def on_descendant_focus(self) -> None:
        """Each field says what it is for."""
        if not self._saving and not self._unkept:
            self.say(self._hint())

    def on_descendant_blur(self) -> None:
        """A field that is left is kept at once."""
        self.keep_draft()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Kept soon after each key, also while one types on and on; vague words in an action draw a hint."""
        typing = event.text_area
        if isinstance(typing, Typing) and not self._saving and not self._unkept:
            self.say(self._remark(typing) or self._hint())
        if self._timer is None:
            self._timer = self.set_timer(DRAFT_AFTER_SECONDS, self.keep_draft)

    def _remark(self, typing: Typing) -> str:
        """What might be said otherwise: the first such thing, shown and never pressed for."""
        if typing.field.label == "Action" and (vague := vague_in(typing.text)):
            return vague
        if typing.field.id not in WRITTEN or not self.about_a_child:
            return ""
        found = self.oversight.wording(typing.text)
        self._hinted = found[0].word if found else ""
        return f"{found[0].says} F2: no more of this." if found else ""

    def action_dismiss_hint(self) -> None:
        """No more of the hint that is shown, from now on."""
        if self._hinted:
            self.oversight.dismiss_hint(self._hinted)
            self._hinted = ""
            self.say(self._hint())

    def keep_draft(self) -> None:
        """Keep what was typed, where anything was; an emptied form is forgotten."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        typed = self.typed()
        if not self._saving:
            self.oversight.keep_draft(self.key, typed if self.written(typed) else None)

    def say_unkept(self, says: str) -> None:
        """The draft could not be kept, which is tried again and said meanwhile; empty once it could."""
        self._unkept = bool(says)
        if self._saving:
            return
        self.say(says or self._hint(), wrong=self._unkept)
        if self._unkept and self._timer is None:
            self._timer = self.set_timer(DRAFT_AGAIN_AFTER_SECONDS, self.keep_draft)

    def written(self, typed: Mapping[str, str]) -> bool:
        """Whether anything was typed that is worth keeping."""
        return any(typed[field.id].strip() != field.value.strip() for field in self.fields)

    def on_typing_entered(self) -> None:
        """Enter in a field."""
        if not self._saving:
            self.entered()
        if not self._saving:
            self.oversight.let_keys_go()

    def entered(self) -> None:
        """Save."""
        try:
            asked = self.asks(self.typed())
        except PlainProblem as problem:
            self.say(str(problem), wrong=True)
            return
        self.save(asked)

    def save(self, asked: Asked) -> None:
        """Ask for it to be recorded; the answer comes as a message."""
        self.keep_draft()
        self._saving = True
        self.oversight.hold_keys()
        self.oversight.worker.record(asked.what, *asked.given, answer_to=self)

    def on_done(self, event: Done) -> None:
        """It is recorded: the draft has done its work."""
        self.oversight.keep_draft(self.key, None)
        self.dismiss(event.says)
        if not self.leads_on:
            self.oversight.call_later(self.oversight.let_keys_go)

    def on_refused(self, event: Refused) -> None:
        """It is not recorded; what was typed stays."""
        event.stop()
        self._saving = False
        self.oversight.let_keys_go()
        self.say(event.says, wrong=True)

    def action_leave(self) -> None:
        """Leave; what was typed is offered again."""
        self.keep_draft()
        self.dismiss(None)
