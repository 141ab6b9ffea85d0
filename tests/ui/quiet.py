"""Pressing a key, and knowing when the program is through with it, by what is still on its way and not by waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress

from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, key_to_character
from textual.screen import Screen

from oversight_tui.ui.app import OversightApp

MOST_ROUNDS = 100


def press(app: OversightApp, key: str) -> None:
    """A key as the terminal sends it."""
    name = _character_to_key(key) if len(key) == 1 else key
    event = events.Key(name, key_to_character(REPLACED_KEYS.get(name, name)))
    event.set_sender(app)
    app.post_message(event)


async def settled(app: OversightApp) -> None:
    """Return when the store has answered, no widget has anything to do, and what they changed is painted."""
    store = _Questions.to(app)
    below_is_painted = False
    for _ in range(MOST_ROUNDS):
        await all_wait()
        before = store.asked
        await store.answered()
        await _threads_are_through()
        changed = await all_wait()
        if changed or unpainted(app.screen) or not below_is_painted:
            for screen in (*app._background_screens, app.screen):
                screen._on_timer_update()
            below_is_painted = not changed
        elif store.asked == before and not app.key_queue.waiting:
            return


class _Questions:
    """Counts what is asked of the store: an answer may lead to another question."""

    def __init__(self, thread: ThreadPoolExecutor) -> None:
        self.asked = 0
        self._submit = thread.submit
        thread.submit = self._counted  # type: ignore[method-assign,assignment]

    @classmethod
    def to(cls, app: OversightApp) -> _Questions:
        """Those of this application, counted from when somebody first looked."""
        thread = app.worker.thread.pool
        counting = getattr(thread.submit, "__self__", None)
        return counting if isinstance(counting, cls) else cls(thread)

    def _counted(self, work: Callable[[], None]) -> Future[None]:
        self.asked += 1
        return self._submit(work)

    async def answered(self) -> None:
        """Return when all that was asked until now is answered."""
        with suppress(RuntimeError):  # the program has ended
            await asyncio.wrap_future(self._submit(lambda: None))


async def _threads_are_through() -> None:
    """Return when what was given to a thread until now, to look into a folder or make a key, is done: one thread does
    it all in a test, one thing after the other.
    """
    loop = asyncio.get_running_loop()
    if loop._default_executor is None:  # type: ignore[attr-defined]
        loop.set_default_executor(ThreadPoolExecutor(1))
    await asyncio.to_thread(lambda: None)


async def all_wait() -> bool:
    """Return when every task waits for something that is not here yet; whether there was anything to do."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await asyncio.sleep(0)
    busy = bool(ready)
    while ready:  # noqa: ASYNC110
        await asyncio.sleep(0)
    return busy


def unpainted(screen: Screen[object]) -> bool:
    """Whether something is still to be laid out, painted, or done after that."""
    return bool(screen._layout_required or screen._repaint_required or screen._dirty_widgets or screen._callbacks)
