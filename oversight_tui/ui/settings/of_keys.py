"""The key of each action as a setting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from oversight_tui.config_writing import FileChange
from oversight_tui.practice.settings import LOCAL
from oversight_tui.ui.actions import Action, shown
from oversight_tui.ui.keymap import FIXED, PLACES, Keymap
from oversight_tui.ui.settings.items import MACHINE, Item


def key_items(keymap: Keymap) -> Iterator[Item]:
    """Every action once, under the first screen that has it: a key holds wherever its action does."""
    seen: set[str] = set()
    for place, (says, actions) in PLACES.items():
        for shipped, now in zip(actions, keymap.of(place), strict=True):
            if shipped.id not in seen and shipped.keys:
                seen.add(shipped.id)
                yield _of_action(says, shipped, now)


def _of_action(says: str, shipped: Action, now: Action) -> Item:
    fixed = shipped.id in FIXED
    return Item(
        id=f"keys.{shipped.id}",
        group=f"Keys: {says[:1].lower()}{says[1:]}",
        name=shipped.help[:1].upper() + shipped.help[1:],
        meaning=shipped.help[:1].upper() + shipped.help[1:] + ("; this key cannot be changed" if fixed else ""),
        source=LOCAL,
        value=_keys(now),
        default=_keys(shipped),
        kept_in=MACHINE,
        change=partial(_put_key, shipped, now),
        back=FileChange("keys", shipped.id, None) if now.keys != shipped.keys else None,
        how="press the key",
        way="by hand" if fixed else "key",
    )


def _keys(action: Action) -> str:
    return " ".join(shown(key) for key in action.keys)


def _put_key(shipped: Action, now: Action, pressed: str) -> FileChange:
    """The key takes the place of the first one; further ones of an action stay."""
    keys = (pressed, *now.keys[1:])
    return FileChange("keys", shipped.id, None if keys == shipped.keys else tuple(shown(key) for key in keys))
