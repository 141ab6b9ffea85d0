"""Choosing the theme: the screen wears each while one moves over its name."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from oversight_tui.config_writing import FileChange
from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.messages import Refused
from oversight_tui.ui.palettes import LOOKS
from oversight_tui.ui.settings.messages import SettingKept
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.window import CLOSES, Window, key_parts


class ThemeScreen(Window[SettingKept]):
    """Enter keeps the theme that is worn, Esc puts back the one that was. It ends with what was kept."""

    CSS = """
    ThemeScreen { align: right bottom; background: $background 0%; overflow: hidden; }
    ThemeScreen #themes {
        width: 46; max-width: 100%; height: 15; max-height: 100%; overflow: hidden; margin: 0 1 1 0;
        border: round $border; background: $surface;
    }
    ThemeScreen #list { height: 4; }
    ThemeScreen #states { margin: 1 1 0 1; }
    ThemeScreen #field { margin: 0 1; padding: 0 1; background: $field-focused; border-left: outer $border; }
    ThemeScreen #says { height: 1fr; padding: 0 1; margin-top: 1; }
    ThemeScreen #asks { padding: 0 1; }
    """
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", "leave", show=False)]

    def compose(self) -> ComposeResult:
        """The names, what each is for, what keeps one."""
        with Container(id="themes") as themes:
            themes.border_title, themes.border_subtitle = "Theme", marking_of(self.program)
            yield LineList((Column(1), Column()), id="list")
            yield TextLine(id="states")
            yield TextLine(id="field")
            yield TextBlock(id="says")
            yield TextLine(id="asks")

    def fill(self) -> None:
        """Stand on the one that is worn."""
        self._worn = self.app.theme
        self.query_one("#asks", TextLine).show(key_parts(("enter", "Keep it", "keep"), CLOSES))
        self._show_what_it_colours()
        listed = self.query_one("#list", LineList)
        listed.show([Line(looks.name, (Cell(""), Cell(looks.called))) for looks in LOOKS])
        listed.select(self._worn)
        listed.when_highlighted = lambda listed, name: self._wear(name)
        self._wear(self._worn)

    def _show_what_it_colours(self) -> None:
        """Each state and a field, whatever screen lies under this one."""
        signs = self.program.names.glyphs
        states = (
            Part(f"{signs.overdue} overdue", "bold $text-error"),
            Part(f"  {signs.due} due", "$text-warning"),
            Part(f"  {signs.never} never", "bold $text-accent"),
            Part(f"  {signs.decided} held", "$text-success"),
            Part("  away", "$text-muted"),
        )
        self.query_one("#states", TextLine).show(states)
        self.query_one("#field", TextLine).show((Part("What is typed stands here"),))

    def _wear(self, name: str) -> None:
        self.app.theme = name
        looks = next(one for one in LOOKS if one.name == name)
        says = [Passage(looks.says)]
        if self.app.no_color:
            says.append(Passage("NO_COLOR is set: there are no colours, whichever is kept.", "quiet"))
        self.query_one("#says", TextBlock).show(says)

    def on_key(self, event: events.Key) -> None:
        """A key that does nothing here says what does."""
        if event.is_printable and event.key not in self.active_bindings:
            says = f"{event.character} does nothing here. Enter keeps this theme, Esc puts back the one that was."
            self.query_one("#says", TextBlock).show((Passage(says),))

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter, or a second click."""
        self._keep(event.key)

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key."""
        event.stop()
        if event.action == "keep":
            self._keep(self.query_one("#list", LineList).key or self._worn)
        else:
            self.action_leave()

    def _keep(self, name: str) -> None:
        self.program.key_queue.hold()
        self.program.worker.settings.keep(FileChange("", "theme", name), self)

    def on_setting_kept(self, event: SettingKept) -> None:
        """It stands in the settings file."""
        event.stop()
        self.dismiss(event)
        self.program.flash(event.says)
        self.program.key_queue.let_go()

    def on_refused(self, event: Refused) -> None:
        """It could not be written; it is worn until the program ends."""
        event.stop()
        self.query_one("#says", TextBlock).show((Passage(event.says, "alarm"),))
        self.program.key_queue.let_go()

    def action_leave(self) -> None:
        """As it was."""
        self.app.theme = self._worn
        self.dismiss()
