"""A manager at the screen: presses keys, clicks, and sees what stands there."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from db import open_store
from db.engine import Store
from oversight_tui.config import Config
from oversight_tui.practice.ids import ChildId
from oversight_tui.ui.after_leaving import AfterLeaving, FirstStep
from oversight_tui.ui.app import OversightApp
from oversight_tui.ui.dialogs.field import FieldInput
from oversight_tui.ui.keymap import Keymap
from oversight_tui.ui.panes.pane import Pane
from oversight_tui.ui.widgets.chips import Chips
from tests.ui import parsed_styles
from tests.ui.quiet import press, settled

parsed_styles.share()
# A terminal of today, whatever the tests are started in: a screen takes the colours that its terminal has.
os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
os.environ.pop("NO_COLOR", None)
SIZES = ((80, 24), (120, 35), (200, 50))


class Manager:
    """Drives the real application. `sees` looks at the text of the screen, as a person would."""

    def __init__(self, app: OversightApp, pilot: Pilot[AfterLeaving]) -> None:
        self.app, self.pilot = app, pilot

    async def presses(self, *keys: str) -> None:
        for key in keys:
            press(self.app, key)
            await self.settles()

    async def clicks(self, words: str) -> None:
        """On these words, the last time they stand on the screen."""
        y = max(place for place, line in enumerate(self.screen) if words in line)
        await self.pilot.click(offset=(self.screen[y].rindex(words) + len(words) // 2, y))
        await self.settles()

    async def presses_the_mouse(self, words: str) -> None:
        """On these words, as a hand does it: what comes of the button going down is painted before it goes up."""
        y = max(place for place, line in enumerate(self.screen) if words in line)
        x = self.screen[y].rindex(words) + len(words) // 2
        for kind in (events.MouseDown, events.MouseUp):
            event = kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)
            event.set_sender(self.app)
            self.app.post_message(event)
            await self.settles()

    async def types(self, text: str) -> None:
        """In one breath, faster than anything is painted."""
        for sign in text:
            press(self.app, "space" if sign == " " else sign)
        await self.settles()

    def puts(self, **typed: str) -> None:
        """Fill in fields of the form at once, each by its id: what is typed, or the choice; an action as its three
        parts, `Ring school; Amira; fri`.
        """
        for name, text in typed.items():
            if re.fullmatch(r"action_\d", name):
                parts = (f"{name}_text", f"{name}_owner", f"{name}_by")
                self.puts(**dict(zip(parts, map(str.strip, text.split(";")), strict=True)))
                continue
            field = self.app.screen.query_one(f"#{name}")
            if isinstance(field, FieldInput):
                field.text = text
            else:
                assert isinstance(field, Chips)
                field.put(text)

    async def settles(self) -> None:
        """Wait until the keys are handled, the store worker has answered and everything is painted."""
        await settled(self.app)

    async def resizes(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.settles()

    @property
    def screen(self) -> list[str]:
        """The lines of the screen as they are painted."""
        width, height = self.app.size
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).ljust(width) for strip in strips[:height]]

    @property
    def text(self) -> str:
        return "\n".join(self.screen)

    def sees(self, *words: str) -> None:
        text = self.text
        for word in words:
            assert word in text, f"{word!r} is not on the screen:\n{text}"

    def sees_not(self, *words: str) -> None:
        text = self.text
        for word in words:
            assert word not in text, f"{word!r} is on the screen:\n{text}"

    def pane(self, name: str) -> Pane:
        return self.app.board_screen.query_one(f"#{name}", Pane)

    @property
    def child(self) -> ChildId:
        """The child whom the selected row of the board is about."""
        child = self.app.board_screen.selection.child_id
        assert child is not None
        return child

    @property
    def here(self) -> str | None:
        """The id of what has the focus."""
        return self.app.focused.id if self.app.focused else None


@asynccontextmanager
async def sitting(
    store: Store | Path,
    today: date,
    size: tuple[int, int] = (120, 35),
    teams: tuple[str, ...] = (),
    *,
    made_up: bool = False,
    kept: bool = True,
    keymap: Keymap | None = None,
    config: Config | None = None,
    first_step: FirstStep | None = None,
) -> AsyncIterator[Manager]:
    """A manager sitting at the board of a store."""
    opened = open_store(store) if isinstance(store, Path) else store
    config = config or Config(opened.path.with_name("config.toml"))
    app = OversightApp(
        opened,
        lambda: today,
        teams=teams,
        config=config,
        made_up=made_up,
        kept=kept,
        keymap=keymap,
        first_step=first_step,
    )
    async with app.run_test(size=size) as pilot:
        manager = Manager(app, pilot)
        await manager.settles()
        yield manager
        app.worker.close()
        await pilot.pause()  # what was still on its way arrives while the screens stand
    opened.close()
