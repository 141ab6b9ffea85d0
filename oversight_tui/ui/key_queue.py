"""Keys that come faster than screens: each is handled when the one before it is, by what is there then.

Knows nothing of the field. Textual hands a key to what has the focus at that moment; a screen that the key before it
opens comes too late for it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer

from oversight_tui.ui.after_leaving import AfterLeaving
from oversight_tui.ui.bursts import Burst, BurstsAsMeant
from oversight_tui.words.text import safe

# A save over a slow network may take seconds, and a key that acts too early acts on the wrong row.
LONGEST_HOLD_SECONDS = 5.0

Result = TypeVar("Result")


class KeyQueue:
    """Loses no key and lets none act on what was there before. `handle` is how the application handles an event."""

    def __init__(
        self,
        app: App[AfterLeaving],
        handle: Callable[[events.Event], Awaitable[None]],
        bursts: BurstsAsMeant,
    ) -> None:
        self._app = app
        self._handle = handle
        self._bursts = bursts
        self.holding: Timer | None = None
        self.waiting: list[events.Key | events.Paste] = []
        self._in_hand: events.Key | events.Paste | None = None
        self._given_to: MessagePump | None = None

    async def take(self, event: events.Event) -> None:
        """Keys are handled one after the other, and wait while a screen is on its way or something is being recorded.

        Otherwise a key typed in the same breath would act on the row that was there before: a decision about the
        wrong child.
        """
        if isinstance(event, events.Paste):
            event.text = safe(event.text)  # it would be painted as it is, and what was copied may command a terminal
        if not isinstance(event, events.Key | events.Paste):
            await self._handle(event)
        elif event.is_forwarded:
            if isinstance(event, events.Key) and self._in_hand is event and self.holding is not None:
                # What the key before it asked for came to the screen only now: nobody took this one, and it waits too.
                again = events.Key(event.key, event.character)
                again.set_sender(self._app)
                self.waiting.insert(0, again)
            else:
                await self._handle(event)
            self._handled(event)
        elif self.holding is not None or self._in_hand is not None:
            self.waiting.append(event)
            self._ask_for_the_end()
        else:
            await self._hand_on(event)

    def hold(self) -> Callable[[], None]:
        """Let keys wait until they are let go, or for so long at most.

        Returns what lets them go of this hold alone: where another has begun since, they wait for the end of that.
        """
        if self.holding is not None:
            self.holding.stop()
        held = self.holding = self._app.set_timer(LONGEST_HOLD_SECONDS, self.let_go)

        def let_go_of_this() -> None:
            if self.holding is held:
                self.let_go()

        return let_go_of_this

    def let_go(self) -> None:
        """The keys that waited, one after the other."""
        if self.holding is not None:
            self.holding.stop()
            self.holding = None
        self._next_key()

    def open(self, screen: Screen[Result], then: Callable[[Result | None], None] | None) -> None:
        """Open a screen; what is typed from now on is for it."""
        opened_at_last = self.hold()
        opening = self._app.push_screen(screen, then)

        async def opened() -> None:
            await opening
            screen.call_after_refresh(opened_at_last)

        self._app.call_later(opened)

    async def _hand_on_if_free(self, event: events.Key | events.Paste) -> None:
        """Give a key on, unless the one before it has meanwhile asked that keys wait."""
        if self.holding is None:
            await self._hand_on(event)
        else:
            self._in_hand = None
            self.waiting.insert(0, event)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        """Give a key to what has the focus; the next one waits until this one is handled."""
        if isinstance(event, Burst):
            first, rest = self._bursts.first_of(event, self._app.focused)
            if rest is not None:
                self.waiting.insert(0, rest)
            if first is None:
                self._in_hand = None
                self._next_key()
                return
            event = first
        self._in_hand = event
        self._given_to = self._app.focused or self._app.screen
        await self._handle(event)
        if isinstance(event, events.Paste) or not event.is_forwarded:
            self._handled(event)
        elif self.waiting:
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
        elif above is not None and above is not self._app:
            self._follow(event, above)

    def _handled(self, event: events.Key | events.Paste) -> None:
        if self._in_hand is event:
            self._in_hand = None
            self._next_key()

    def _next_key(self) -> None:
        if self.waiting and self.holding is None and self._in_hand is None:
            self._in_hand = self.waiting.pop(0)
            self._app.call_later(self._hand_on_if_free, self._in_hand)
