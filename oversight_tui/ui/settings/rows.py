"""The settings as the list shows them: all or only one's own, narrowed to what was typed, under their headings."""

from __future__ import annotations

from collections.abc import Sequence

from oversight_tui.ui.settings.every import InForce, every_item
from oversight_tui.ui.settings.items import Item
from oversight_tui.ui.settings.shown import NOTHING, group_key, in_full, of_group, setting_lines
from oversight_tui.ui.widgets.rows import Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.text import one_line


class SettingRows:
    """What is set, and which of it is looked at."""

    def __init__(self) -> None:
        self._items: tuple[Item, ...] = ()
        self._by_id: dict[str, Item] = {}
        self.only_own = False
        self.typed = ""

    def take(self, now: InForce) -> None:
        """This is set now."""
        self._items = every_item(now)
        self._by_id = {item.id: item for item in self._items}

    def item(self, key: str | None) -> Item | None:
        """The setting of a row, None for a heading."""
        return self._by_id.get(key or "")

    def lines(self, mark: str) -> tuple[Line, ...]:
        """The rows; `mark` stands before what is set otherwise than the default."""
        return tuple(setting_lines(self._items, mark, self.typed, only_own=self.only_own))

    @property
    def empty(self) -> str:
        """What an empty list says."""
        return "Nothing is set otherwise than the default." if self.only_own else "No setting holds what was typed."

    @property
    def said(self) -> str:
        """How much is set otherwise than the default."""
        own = sum(item.is_own for item in self._items)
        return f"{own} set otherwise than the default" if own else "all as shipped"

    def in_full(self, key: str) -> Sequence[Passage]:
        """A setting in full, or what stands under a heading."""
        item = self.item(key)
        if item is not None:
            return in_full(item)
        group = next((one.group for one in self._items if group_key(one.group) == key), "")
        return of_group(self._items, group) if group else ()

    def is_now(self, key: str | None) -> str:
        """What a setting is now, in a few words; empty of one that was added or is gone."""
        item = self.item(key)
        if item is None or item.is_one_more:
            return ""
        return f"{item.name} is now {one_line(item.value) or NOTHING}."

    def cannot_change(self, key: str | None, *, back: bool) -> str:
        """Why a row is given no other value here, or not its default where it is to go `back`; empty where it is."""
        item = self.item(key)
        if item is None:
            return f"This is a heading{' and has no default' if back else ''}: Down goes on to its settings."
        if item.way == "by hand":
            return f"{item.meaning}."
        return "This is the default already." if back and item.back is None else ""


def first_setting(lines: Sequence[Line]) -> str:
    """The key of the first row that is no heading; empty where there is none."""
    return next((line.key for line in lines if line.counted), "")


def next_heading(lines: Sequence[Line], cursor: int, by: int) -> str:
    """The key of the next heading, or of the one before where `by` is negative; empty where there is none."""
    heads = [place for place, line in enumerate(lines) if not line.counted and (place - cursor) * by > 0]
    return lines[heads[0] if by > 0 else heads[-1]].key if heads else ""
