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
from oversight_tui.ui.screens.acting import ActingScreen, Handlers
from oversight_tui.ui.screens.setting_editor import SettingEditor
from oversight_tui.ui.settings.every import every_item
from oversight_tui.ui.settings.in_force import put_in_force
from oversight_tui.ui.settings.items import Item
from oversight_tui.ui.settings.messages import SettingKept, SettingsRead
from oversight_tui.ui.settings.shown import NOTHING, group_key, in_full, of_group, setting_lines
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Column
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from oversight_tui.ui.settings.in_force import ChangingProgram

_COLUMNS = (Column(1), Column(), Column(20))


class SettingsScreen(ActingScreen):
    """The list of settings under their headings, and the one under the cursor in full."""

    DEFAULT_CSS = """
    SettingsScreen #title { background: $panel; }
    SettingsScreen #find { display: none; background: $field; }
    SettingsScreen #find.-open { display: block; }
    SettingsScreen #halves { height: 1fr; layout: horizontal; }
    SettingsScreen #list { width: 1fr; height: 100%; }
    SettingsScreen #one { width: 46%; max-width: 92; height: 100%; border-left: solid $border-blurred; }
    SettingsScreen.-narrow #halves { layout: vertical; }
    SettingsScreen.-narrow #list { width: 100%; height: 1fr; }
    SettingsScreen.-narrow #one {
        width: 100%; max-width: 100%; height: 12; border-left: none; border-top: solid $border-blurred;
    }
    SettingsScreen.-low #one { height: 8; }
    SettingsScreen #keys { background: $panel; dock: bottom; }
    """
    place = "settings"
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.SETTINGS))

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[Item, ...] = ()
        self._by_id: dict[str, Item] = {}
        self._only_own = False

    def compose(self) -> ComposeResult:
        """Title, list, the setting beside it, keys."""
        yield MarkingLine()
        yield TextLine(id="title")
        yield TypedLine("/", id="find")
        with Container(id="halves"):
            yield LineList(_COLUMNS, empty="No setting holds what was typed.", id="list")
            yield SettingEditor(lambda: self.program, id="one")
        yield TextLine(id="keys")

    def fill(self) -> None:
        """Ask what is set."""
        self._list.when_highlighted = lambda listed, key: self._show_one(key)
        self._list.empty = ""
        self.clear_flash()
        self.program.key_queue.hold()
        self.program.worker.settings.read(self)

    def on_settings_read(self, event: SettingsRead) -> None:
        """Show it."""
        event.stop()
        self._take(every_item(event.now))
        self.program.key_queue.let_go()

    def on_setting_kept(self, event: SettingKept) -> None:
        """It holds: here, in the program, and on the board."""
        event.stop()
        put_in_force(cast("ChangingProgram", self.program), event.now)
        self._leave_editor()
        self._take(every_item(event.now))
        self.program.worker.reload()
        item = self._by_id.get(self._list.key or "")
        is_now = f"{item.name}: {one_line(item.value) or NOTHING}. " if item is not None else ""
        self.program.flash(f"{is_now}{event.says}")
        self.program.key_queue.let_go()

    def on_refused(self, event: Refused) -> None:
        """It could not be read, or was not kept; what was typed stays."""
        event.stop()
        self.program.key_queue.let_go()
        if self._editor.editing:
            self._editor.say_refused(event.says)
        else:
            self.program.flash(event.says)

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

    def _take(self, items: tuple[Item, ...]) -> None:
        self._items, self._by_id = items, {item.id: item for item in items}
        self._show()

    def _show(self) -> None:
        mark = self.program.names.glyphs.marked
        lines = tuple(setting_lines(self._items, mark, self._typed.text, only_own=self._only_own))
        own = sum(item.is_own for item in self._items)
        nothing = "Nothing is set otherwise than the default." if self._only_own else "No setting holds what was typed."
        listed = self._list
        listed.show(lines, empty=nothing)
        said = f" {own} set otherwise than the default " if own else " all as shipped "
        title = Part(f" Settings {sum(line.counted for line in lines)} ", "bold")
        self.query_one("#title", TextLine).show((title, Part(said, "$text-muted")))
        self._show_one(listed.key or "")

    def _show_one(self, key: str) -> None:
        item = self._by_id.get(key)
        if item is not None:
            self._editor.show(in_full(item))
        else:
            group = next((one.group for one in self._items if group_key(one.group) == key), "")
            self._editor.show(of_group(self._items, group) if group else ())

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
        item = self._by_id.get(self._list.key or "")
        if action_id in ("list_open", "withdraw"):
            if item is None:
                return "This is a heading. The rows under it are the settings."
            if item.way == "by hand":
                return f"{item.meaning}."
        if action_id == "withdraw" and item is not None and item.back is None:
            return "This is the default already."
        return ""

    def handlers(self) -> Handlers:
        """What is done about a setting, and how one is found."""
        return {
            **super().handlers(),
            **self.leaving_handlers(),
            "list_open": self._change,
            "withdraw": self._go_back_to_default,
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
        item = self._by_id[self._list.key or ""]
        if item.way == "theme":
            from oversight_tui.ui.screens.theme import ThemeScreen

            self.program.open(ThemeScreen(), lambda _: self.program.worker.settings.read(self))
        else:
            self._editor.edit(item)
            self.clear_flash()

    def _go_back_to_default(self) -> None:
        self._editor.edit(self._by_id[self._list.key or ""], to_default=True)
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
        listed = self._list
        heads = [place for place, line in enumerate(listed.lines) if not line.counted]
        places = [place for place in heads if place > listed.cursor] if by > 0 else heads[::-1]
        found = next((place for place in places if (place - listed.cursor) * by > 0), None)
        if found is not None:
            listed.select(listed.lines[found].key)

    def _show_own_or_all(self) -> None:
        self._only_own = not self._only_own
        self._show()

    def _find(self) -> None:
        self._typed.add_class("-open")
        self._typed.focus()

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """Each letter narrows the list; the first setting that is left stands ready."""
        self._show()
        first = next((line.key for line in self._list.lines if line.counted), None)
        if first is not None:
            self._list.select(first)

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
