"""A field for the path of a file that is to be written: what is there already stands under it while one types."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence

from textual import events, work
from textual.message import Message
from textual.widgets import TextArea

from oversight_tui.ui.completions import Meant
from oversight_tui.ui.dialogs.field import Field, FieldInput
from oversight_tui.ui.paths import Completed, completed
from oversight_tui.words.text import one_line, safe

MOST_SHOWN = 5  # folders and files; a letter more leaves fewer


class PathInput(FieldInput):
    """Tab goes on as far as it is plain, an arrow chooses. Folders are read in a thread: a slow one holds up no key."""

    class Found(Message):
        """It is known what is there; what was said at the field before stays said."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._found = Completed("", ())
        self._found_for = ""

    def offer(self, path: str) -> None:
        """Put in another path, as long as none was typed."""
        self.offered = safe(path)
        self.begin(path)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Look what is there."""
        if self.text != self._found_for:
            self.pointed = -1
            self._look_up(self.text)

    @work(exclusive=True)
    async def _look_up(self, typed: str) -> None:
        found = await asyncio.to_thread(completed, typed, self.field.endings)
        if typed == self.text:
            self._found, self._found_for = found, typed
            self.post_message(self.Found())

    def meant(self) -> Sequence[Meant]:
        """What the path may become; nothing while it stands as it was put in."""
        if self.text != self._found_for or self.text in ("", self.offered):
            return ()
        folder = os.path.split(self.text)[0]
        paths = {os.path.join(folder, name): name for name in self._found.choices}
        return [
            Meant(one_line(name), path, len(self.text))
            for path, name in paths.items()
            if safe(path) == path != self.text  # one that cannot be typed as it is cannot be gone into from here
        ][:MOST_SHOWN]

    async def _on_key(self, event: events.Key) -> None:
        """Tab completes and Enter takes what is chosen; where there is nothing of that to do they go on."""
        chosen = self.meant()[self.pointed : self.pointed + 1] if self.pointed >= 0 else ()
        if event.key in ("tab", "enter") and chosen:
            self.take(chosen[0])
        elif event.key == "enter":
            self.screen.focus_next()
        elif event.key != "tab" or not await self._complete():
            return
        event.stop()
        event.prevent_default()

    async def _complete(self) -> bool:
        """Go on as far as it is plain; False where that is nowhere."""
        typed = self.text
        if typed == self.offered:
            return False
        found = await asyncio.to_thread(completed, typed, self.field.endings)
        if found.text == typed or self.text != typed:
            return False
        self.put(found.text)
        return True
