"""Everything that can be set: what it means, where its figure comes from, what another value does before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from oversight_tui.ui import list_actions
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.elsewhere import say_elsewhere
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.messages import Refused
from oversight_tui.ui.screens.acting import ActingScreen, Handlers, leaving
from oversight_tui.ui.screens.setting_editor import SettingEditor
from oversight_tui.ui.settings.in_force import put_in_force
from oversight_tui.ui.settings.last_change import LastChange
from oversight_tui.ui.settings.messages import SettingKept, SettingsRead
from oversight_tui.ui.settings.rows import SettingRows, first_setting, next_heading
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Column
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from oversight_tui.ui.settings.in_force import ChangingProgram

_COLUMNS = (Column(1), Column(), Column(18))


class SettingsScreen(ActingScreen):
    """The list of settings under their headings, and the one under the cursor in full."""

    DEFAULT_CSS = """
    SettingsScreen #title { background: $panel; }
    SettingsScreen #find { display: none; background: $field; }
    SettingsScreen #find.-open { display: block; }
    SettingsScreen #halves { height: 1fr; layout: horizontal; }
    SettingsScreen #list { width: 60%; max-width: 98; height: 100%; }
    SettingsScreen #one { width: 1fr; max-width: 92; height: 100%; border-left: solid $border-blurred; }
    SettingsScreen.-narrow #halves { layout: vertical; }
    SettingsScreen.-narrow #list { width: 100%; max-width: 100%; height: 1fr; }
    SettingsScreen.-narrow #one {
        width: 100%; max-width: 100%; height: 12; border-left: none; border-top: solid $border-blurred;
    }
    SettingsScreen.-low #one { height: 8; }
    SettingsScreen.-wide .-editing #full, SettingsScreen.-vast .-editing #full { height: 10; }
    SettingsScreen.-low #effect { height: 2; margin-top: 0; }
    SettingsScreen #keys { background: $panel; dock: bottom; }
    """
    place = "settings"
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.SETTINGS))

    def __init__(self) -> None:
        super().__init__()
        self._rows = SettingRows()
        self._last = LastChange()

    def compose(self) -> ComposeResult:
        """Title, list, the setting beside it, keys."""
        yield MarkingLine()
        yield TextLine(id="title")
        yield TypedLine("/", id="find")
        with Container(id="halves"):
            yield LineList(_COLUMNS, id="list")
            yield SettingEditor(lambda: self.program, lambda: self._list, id="one")
        yield TextLine(id="keys")

    def fill(self) -> None:
        """Ask what is set."""
        self._list.when_highlighted = lambda listed, key: self._editor.show(self._rows.in_full(key))
        self.clear_flash()
        self.program.key_queue.hold()
        self.program.worker.settings.read(self)

    def on_settings_read(self, event: SettingsRead) -> None:
        """Show it."""
        event.stop()
        self._rows.take(event.now)
        self._show()
        self.program.key_queue.let_go()

    def on_setting_kept(self, event: SettingKept) -> None:
        """It holds: here, in the program, and on the board."""
        event.stop()
        put_in_force(cast("ChangingProgram", self.program), event.now, event.back)
        self._last.done(event.back)
        self._leave_editor()
        self._rows.take(event.now)
        self._show()
        self._list.select(self._last.id)
        self.program.worker.reload()
        self.program.flash(self._last.said(self._rows.is_now(self._last.id), event.says))
        self.program.key_queue.let_go()

    def on_refused(self, event: Refused) -> None:
        """It could not be read, or was not kept; what was typed stays."""
        event.stop()
        self.program.key_queue.let_go()
        say = self._editor.say_refused if self._editor.editing else self.program.flash
        say(event.says)

    # --- What is shown ----------------------------------------------------------------------------

    @property
    def _list(self) -> LineList:
        return self.query_one("#list", LineList)

    @property
    def _editor(self) -> SettingEditor:
        return self.query_one(SettingEditor)

    @property
    def _typed(self) -> TypedLine:
        return self.query_one("#find", TypedLine)

    def _show(self) -> None:
        self._rows.typed = self._typed.text
        listed = self._list
        listed.show(self._rows.lines(self.program.names.glyphs.marked), empty=self._rows.empty)
        if self._rows.typed and self._rows.item(listed.key) is None:
            listed.select(first_setting(listed.lines))
        title = Part(f" {count(sum(line.counted for line in listed.lines), 'setting')} ", "bold")
        self.query_one("#title", TextLine).show((title, Part(f" {self._rows.said} ", "$text-muted")))
        self._editor.show(self._rows.in_full(listed.key or ""))

    def clear_flash(self) -> None:
        """The keys again; while a value is given they are letters of it."""
        if self._editor.editing:
            says = " What another value does is said before it is kept."
            self.query_one("#keys", TextLine).show((Part(says, "$text-muted"),))
        else:
            super().clear_flash()

    # --- Actions ----------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Any key: what was said has been read. One that does nothing here says what it is on the board."""
        self.program.clear_flash()
        if not self._editor.editing:
            say_elsewhere(self, event)

    def reason(self, action_id: ActionId) -> str:
        """Why there is nothing to change here."""
        back = action_id == "withdraw"
        return self._rows.cannot_change(self._list.key, back=back) if back or action_id == "list_open" else ""

    def handlers(self) -> Handlers:
        """What is done about a setting, and how one is found."""
        return {
            **super().handlers(),
            **leaving(self),
            "list_open": self._change,
            "withdraw": lambda: self._edit(to_default=True),
            "undo": lambda: self._last.take_back(self.program, self),
            "find_setting": self._find,
            "only": self._show_own_or_all,
            "next_group": lambda: self._go_to_group(1),
            "previous_group": lambda: self._go_to_group(-1),
            "list_back": self._back,
        }

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter, or a second click."""
        self.action_do("list_open")

    def _change(self) -> None:
        item = self._rows.item(self._list.key)
        if item is not None and item.way == "theme":
            from oversight_tui.ui.screens.theme import ThemeScreen

            self.program.open(ThemeScreen(), self._theme_was_kept)
        else:
            self._edit(to_default=False)

    def _theme_was_kept(self, kept: SettingKept | None) -> None:
        if kept is not None:
            self._last.begin(self._list.key or "")
            self.on_setting_kept(kept)

    def _edit(self, *, to_default: bool) -> None:
        item = self._rows.item(self._list.key)
        if item is not None:
            self._last.begin(item.id)
            self._editor.edit(item, to_default=to_default)
            self.clear_flash()

    def on_setting_editor_kept(self, event: SettingEditor.Kept) -> None:
        """Keep it."""
        self.program.key_queue.hold()
        self.program.worker.settings.keep(event.change, self)

    def on_setting_editor_left(self) -> None:
        """The value stays as it is."""
        self._leave_editor()

    def _leave_editor(self) -> None:
        self._editor.close()
        self._list.focus()
        self.clear_flash()

    def _go_to_group(self, by: int) -> None:
        heading = next_heading(self._list.lines, self._list.cursor, by)
        if not self._list.select(heading):
            self.program.flash(f"There is no heading {'below' if by > 0 else 'above'} this row.")

    def _show_own_or_all(self) -> None:
        self._rows.only_own = not self._rows.only_own
        self._show()

    def _find(self) -> None:
        self._typed.add_class("-open")
        self._typed.focus()

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """Each letter narrows the list; the first setting that is left stands ready."""
        self._list.action_end(False)
        self._show()

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Enter goes on in what was found."""
        self._list.focus()

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc clears it."""
        self._clear_filter()

    def _clear_filter(self) -> None:
        self._typed.put("")
        self._typed.remove_class("-open")
        self._list.focus()
        self._show()

    def _back(self) -> None:
        if self._typed.text:
            self._clear_filter()
        else:
            self.dismiss()
