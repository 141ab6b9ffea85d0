"""Text that is pasted without the marks of a paste: a terminal that sets none sends it as keys, all in one burst.

Knows what a terminal sends and when, nothing of the field. Nobody types as fast as a burst comes. What is typed through
a line that lags comes in one piece too, and cannot be told from it: so a burst presses no Enter in a text, where a line
more costs nothing, and only one that is longer than a line ever lags is kept from pressing keys elsewhere.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget

from oversight_tui.ui.after_leaving import AfterLeaving
from oversight_tui.ui.widgets.typed_line import TypedLine

# Two hands leave more between two keys, and a key that is held down repeats every 25 milliseconds or so.
BETWEEN_PIECES_SECONDS = 0.01
# The pieces of a burst over a network; a person who has just pasted needs longer for the next key.
BETWEEN_PIECES_OF_A_BURST_SECONDS = 0.1
# As many keys as a person has typed ahead in two seconds.
MOST_TYPED_AHEAD = 20
_WHOLE_SEQUENCE = re.compile(r"(\x1b(?:\[[0-?]*[ -/]*[@-~]|O[ -~]))")
_BROKEN_OFF = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O)?\Z")
_BREAKS = "\r\n\t"


class Burst(events.Paste):
    """Keys that came in one burst: their text, the keys themselves, and whether they are more than are typed ahead."""

    def __init__(self, keys: tuple[events.Key, ...], text: str, *, pasted: bool) -> None:
        super().__init__(text.replace("\r\n", "\n").replace("\r", "\n"))
        self.keys = keys
        self._sent = text
        self.pasted = pasted
        self.begun = False  # whether keys before these were pressed, so that these were typed ahead

    def presses_enter_on(self, focused: Widget | None) -> bool:
        """Whether an Enter of it would do what nobody has looked at: save, or go on among choices it was not typed
        ahead for.
        """
        from oversight_tui.ui.widgets.button_row import ButtonRow

        typed_ahead = self.begun and not isinstance(focused, ButtonRow)
        return not typed_ahead and any(sign in self._sent for sign in _BREAKS)

    @property
    def rest(self) -> Burst:
        """What comes after the first key."""
        found = Burst(self.keys[1:], self._sent[1:], pasted=self.pasted)
        found.begun = True
        return found


class Bursts:
    """Goes along with the pieces that a terminal sends and finds the bursts among them."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._run = ""
        self._since = float("-inf")
        self._found = False
        self._broken_off = False

    def messages_of(self, piece: str, read: Callable[[str], Iterable[Message]]) -> Iterator[Message]:
        """What a piece holds; `read` makes keys of text. Keys that came in one burst are one message."""
        untouched = self._broken_off
        self._broken_off = bool(_BROKEN_OFF.search(piece))
        parts = _WHOLE_SEQUENCE.split(piece)
        if untouched or any("\x1b" in text for text in parts[::2]):
            yield from read(piece)
            return
        for place, part in enumerate(parts):
            found = tuple(read(part)) if part else ()
            keys = tuple(one for one in found if isinstance(one, events.Key))
            if place % 2 == 0 and part and len(keys) == len(found) == len(part) and self._belongs_to_one(part):
                yield Burst(keys, part, pasted=len(self._run) >= MOST_TYPED_AHEAD)
            else:
                yield from found

    def _belongs_to_one(self, text: str) -> bool:
        """Whether these keys are, or go on with, what came at once and with an Enter or more than is typed ahead."""
        now, before = self._now(), self._since
        self._since = now
        within = BETWEEN_PIECES_OF_A_BURST_SECONDS if self._found else BETWEEN_PIECES_SECONDS
        if now - before > within:
            self._run = ""
            self._found = False
        if not all(sign.isprintable() or sign in _BREAKS for sign in text):
            self._run = ""
            self._found = False
            return False
        self._run += text
        held_down = len(set(self._run)) < 2
        together = "\r" in self._run or "\n" in self._run or len(self._run) >= MOST_TYPED_AHEAD
        self._found = self._found or (together and not held_down)
        return self._found


class BurstsAsMeant:
    """What becomes of a burst when its turn has come, by what has the focus then."""

    def __init__(self, app: App[AfterLeaving], say: Callable[[str], None]) -> None:
        self._app = app
        self._say = say

    def first_of(self, burst: Burst, focused: Widget | None) -> tuple[events.Key | events.Paste | None, Burst | None]:
        """What is to be handled of it now, and what waits until that is done; neither where it is left out."""
        # The parts of forms are heavy, and the board needs none of them.
        from textual.widgets import TextArea

        from oversight_tui.ui.widgets.button_row import ButtonRow
        from oversight_tui.ui.widgets.chips import Chips

        if isinstance(focused, TextArea):
            return events.Paste(burst.text), None
        in_a_form = isinstance(focused, Chips | ButtonRow)
        if (burst.pasted and not isinstance(focused, TypedLine)) or (in_a_form and burst.presses_enter_on(focused)):
            where = "Go into a field of words" if in_a_form else "Open a form first"
            self._say(f"What was pasted here pressed no key. {where}, and paste it there.")
            return None, None
        key = burst.keys[0]
        key.set_sender(self._app)
        return key, burst.rest if len(burst.keys) > 1 else None
