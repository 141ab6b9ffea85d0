"""Keys that come faster than screens: each is handled when the one before it is, by what is there then.

Knows nothing of the field. Textual hands a key to what has the focus at that moment; a screen that the key before it
opens comes too late for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer

from oversight_tui.words.text import safe

LONGEST_HOLD_SECONDS = 2.0


class KeysInOrder(App[str]):
    """An application that loses no key and lets none act on what was there before."""

    def __init__(self) -> None:
        super().__init__()
        self._holding: Timer | None = None
        self._held: list[events.Key | events.Paste] = []
        self._in_hand: events.Key | events.Paste | None = None
        self._given_to: MessagePump | None = None

    async def on_event(self, event: events.Event) -> None:
        """Keys are handled one after the other, and wait while a screen is on its way or something is being recorded.

        Otherwise a key typed in the same breath would act on the row that was there before: a decision about the
        wrong child.
        """
        if isinstance(event, events.Paste):
            event.text = safe(event.text)  # it would be painted as it is, and what was copied may command a terminal
        if not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
        elif event.is_forwarded:
            await super().on_event(event)
            self._handled(event)
        elif self._holding is not None or self._in_hand is not None:
            self._held.append(event)
            self._ask_for_the_end()
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        """Give a key to what has the focus; the next one waits until this one is handled."""
        self._in_hand, self._given_to = event, self.focused or self.screen
        await super().on_event(event)
        if isinstance(event, events.Paste) or not event.is_forwarded:
            self._handled(event)
        elif self._held:
            self._ask_for_the_end()

    def _ask_for_the_end(self) -> None:
        """Somebody waits for the key in hand: follow it, once. While nobody waits nothing is asked."""
        event, given_to = self._in_hand, self._given_to
        if isinstance(event, events.Key) and given_to is not None:
            self._given_to = None
            self._follow(event, given_to)

    def _follow(self, event: events.Key, pump: MessagePump) -> None:
        """Ask to be told when this widget is through with a key; it is asked after the key, and so answers after it."""
        if not pump.call_later(self._through, event, pump):
            self._handled(event)

    def _through(self, event: events.Key, pump: MessagePump) -> None:
        """A widget is through with a key: it took it, or its parent has it now. What nobody takes comes back here."""
        above = pump._parent
        if event._stop_propagation:
            self._handled(event)
        elif above is not None and above is not self:
            self._follow(event, above)

    def _handled(self, event: events.Key | events.Paste) -> None:
        if self._in_hand is event:
            self._in_hand = None
            self._next_key()

    def _next_key(self) -> None:
        if self._held and self._holding is None and self._in_hand is None:
            self._in_hand = self._held.pop(0)
            self.call_later(self._hand_on, self._in_hand)

    def hold_keys(self) -> None:
        """Let keys wait until they are let go, or for so long at most."""
        if self._holding is not None:
            self._holding.stop()
        self._holding = self.set_timer(LONGEST_HOLD_SECONDS, self.let_keys_go)

    def let_keys_go(self) -> None:
        """The keys that waited, one after the other."""
        if self._holding is not None:
            self._holding.stop()
            self._holding = None
        self._next_key()

    @property
    def on_top(self) -> Screen[Any]:
        """The uppermost screen that has its widgets: one that is on its way has nothing to show anything with."""
        return next((screen for screen in reversed(self.screen_stack) if screen.children), self.screen)

    def open(self, screen: Screen[Any], then: Callable[[Any], None] | None = None) -> None:
        """Open a screen; what is typed from now on is for it."""
        self.hold_keys()
        opening = self.push_screen(screen, then)

        async def opened() -> None:
            await opening
            screen.call_after_refresh(self.let_keys_go)

        self.call_later(opened)
