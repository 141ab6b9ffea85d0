"""The right side of the settings: one setting in full, and another value for it, with what that does before it is kept.

Knows nothing of any one setting: what is typed goes to the setting, and what that would do is asked of the store.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.message import Message
from textual.widgets import Input

from oversight_tui.ui.actions import shown
from oversight_tui.ui.messages import Refused
from oversight_tui.ui.settings.items import Change, Item
from oversight_tui.ui.settings.messages import TriedOut
from oversight_tui.ui.standing_back import stand_back
from oversight_tui.ui.widgets.key_catcher import KeyCatcher
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import safe

if TYPE_CHECKING:
    from oversight_tui.ui.program import Program


class SettingEditor(Container):
    """Shows a setting; after `edit` its value is typed, pressed or chosen here, until it is kept or left. In the list
    that it stands `beside` one sees of which setting.
    """

    DEFAULT_CSS = """
    SettingEditor #full { height: 1fr; padding: 0 1; }
    SettingEditor #edit { height: auto; display: none; padding: 0 1; border-top: solid $border; }
    SettingEditor.-editing #edit { display: block; }
    SettingEditor #entry { height: 1; }
    SettingEditor #label { width: 12; }
    SettingEditor Input, SettingEditor KeyCatcher {
        width: 1fr; height: 1; padding: 0 1; background: $field; border: none; border-left: outer $border-blurred;
    }
    SettingEditor Input:focus, SettingEditor KeyCatcher:focus {
        background: $field-focused; background-tint: transparent; border: none; border-left: outer $border;
    }
    SettingEditor #effect { height: 5; margin-top: 1; }
    SettingEditor #choices { display: none; margin-left: 12; }
    SettingEditor .-chosen-of #choices { display: block; }
    SettingEditor #value, SettingEditor #key { display: none; }
    SettingEditor .-typed #value, SettingEditor .-pressed #key { display: block; }
    """

    class Kept(Message):
        """The change is to be kept."""

        def __init__(self, change: Change) -> None:
            super().__init__()
            self.change = change

    class Left(Message):
        """The value stays as it is."""

    def __init__(
        self, program: Callable[[], Program], beside: Callable[[], LineList], *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._program = program
        self._beside = beside
        self._item: Item | None = None
        self._change: Change | None = None
        self._problem = ""  # why what was typed is no value

    def compose(self) -> ComposeResult:
        """The setting in full, and under it what is typed, what that does, and what keeps it."""
        yield TextBlock(id="full")
        with Container(id="edit"):
            with Horizontal(id="entry"):
                yield TextLine(id="label")
                field = Input(id="value", select_on_focus=False)
                field.cursor_blink = False  # nothing ticks while nobody types
                yield field
                yield KeyCatcher(id="key")
            yield TextLine(id="choices")
            yield TextBlock(id="effect")
            yield TextLine(id="asks")

    @property
    def editing(self) -> bool:
        """Whether a value is being given."""
        return self._item is not None

    def show(self, passages: Sequence[Passage]) -> None:
        """Show a setting, or a heading, in full."""
        self.query_one("#full", TextBlock).show(passages)

    def edit(self, item: Item, *, to_default: bool = False) -> None:
        """Take another value for a setting; with `to_default` the default stands ready to be kept."""
        self._item = item
        self._change = None
        self._problem = ""
        stand_back(self._beside(), standing_back=True)
        by_key = item.way == "key"
        edit = self.query_one("#edit")
        edit.set_class(by_key, "-pressed").set_class(not by_key, "-typed")
        edit.set_class(bool(item.choices), "-chosen-of")
        self.add_class("-editing")
        self.query_one("#label", TextLine).show((Part("Key" if by_key else "Value", "bold"),))
        choices = (Part(f" {one} ", "reverse", f"choose {one}") for one in item.choices)
        self.query_one("#choices", TextLine).show([part for one in choices for part in (one, Part(" "))])
        self.query_one("#asks", TextLine).show(
            (
                *(Part(" enter", "bold $text-accent", "keep"), Part(" Keep it ", "", "keep")),
                *(Part(" esc", "bold $text-accent", "leave"), Part(" Close ", "", "leave")),
            )
        )
        if by_key:
            self._begin_with_key(item, to_default=to_default)
        else:
            self._begin_with_text(item, to_default=to_default)
        if to_default and item.back is not None:
            self._try_out(item.back)

    def close(self) -> None:
        """No value is given any more."""
        self._item = None
        self._change = None
        self._problem = ""
        stand_back(self._beside(), standing_back=False)
        self.remove_class("-editing")

    def _begin_with_key(self, item: Item, *, to_default: bool) -> None:
        catcher = self.query_one("#key", KeyCatcher)
        catcher.show(item.default if to_default else "")
        catcher.focus()
        self._say((f"The key that is to do this; now it is {item.value}.",))

    def _begin_with_text(self, item: Item, *, to_default: bool) -> None:
        field = self.query_one("#value", Input)
        with field.prevent(Input.Changed):
            field.value = safe(item.default if to_default else item.value)
        field.focus()
        field.select_all()  # what is typed stands in its place
        self._say((f"Takes {item.how or ' or '.join(item.choices)}.",) if item.how or item.choices else ())

    # --- What is given ----------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Each letter: what it would do."""
        event.stop()
        self._take(event.value)

    def on_key_catcher_caught(self, event: KeyCatcher.Caught) -> None:
        """A key: whether it is free."""
        event.stop()
        self.query_one("#key", KeyCatcher).show(shown(event.key))
        self._take(event.key)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps it."""
        event.stop()
        self._keep()

    def on_key_catcher_accepted(self, event: KeyCatcher.Accepted) -> None:
        """Enter keeps it."""
        event.stop()
        self._keep()

    def on_key_catcher_left(self, event: KeyCatcher.Left) -> None:
        """Esc leaves."""
        event.stop()
        self._leave()

    def on_key(self, event: events.Key) -> None:
        """Esc leaves; the arrow keys go through the choices."""
        item = self._item
        if item is None:
            return
        if event.key == "escape":
            event.stop()
            self._leave()
        elif event.key in ("up", "down") and item.choices:
            event.stop()
            typed = self.query_one("#value", Input).value
            at = item.choices.index(typed) if typed in item.choices else -1
            self._choose(item.choices[(at + (1 if event.key == "down" else -1)) % len(item.choices)])

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a choice, or on what keeps or leaves it."""
        event.stop()
        if event.action == "keep":
            self._keep()
        elif event.action == "leave":
            self._leave()
        else:
            self._choose(event.action.removeprefix("choose "))

    def _choose(self, choice: str) -> None:
        field = self.query_one("#value", Input)
        field.value = choice
        field.cursor_position = len(choice)
        field.focus()

    def _take(self, typed: str) -> None:
        """What was typed, and what it would do."""
        if self._item is None:
            return
        try:
            change = self._item.change(typed)
        except PlainProblem as problem:
            self._change = None
            self._problem = str(problem)
            self._say_wrong(self._problem)
        else:
            self._try_out(change)

    def _try_out(self, change: Change) -> None:
        self._change = change
        self._problem = ""
        self._program().worker.settings.try_out(change, self)

    def _keep(self) -> None:
        if self._change is not None:
            self.post_message(self.Kept(self._change))
        elif self._problem:
            self._say_wrong(self._problem)
        else:
            self._leave()  # nothing was typed

    def _leave(self) -> None:
        self.post_message(self.Left())

    # --- What is answered -------------------------------------------------------------------------

    def on_tried_out(self, event: TriedOut) -> None:
        """What it would do, or why it cannot be."""
        event.stop()
        if event.problem:
            self._say_wrong(event.problem)
        else:
            self._say((*event.says, "" if self._program().names.hidden else event.named))

    def on_refused(self, event: Refused) -> None:
        """It could not be tried out."""
        event.stop()
        self._say_wrong(event.says)

    def say_refused(self, says: str) -> None:
        """It was not kept."""
        self._say_wrong(says)

    def _say(self, sentences: Sequence[str]) -> None:
        self.query_one("#effect", TextBlock).show([Passage(one) for one in sentences if one])

    def _say_wrong(self, says: str) -> None:
        self.query_one("#effect", TextBlock).show((Passage(says, "alarm"),))
