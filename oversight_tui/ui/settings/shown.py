"""How settings stand in the list and in full. Knows no widget but what a line and a passage are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oversight_tui.practice.settings import LOCAL
from oversight_tui.ui.settings.items import MACHINE, Item
from oversight_tui.ui.widgets.rows import Cell, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.text import folded, one_line

NOTHING = "(nothing)"
_NO_FIGURE = "no national figure: each authority or team says its own"


def group_key(group: str) -> str:
    """The key of the row that heads a group."""
    return f"group {group}"


def setting_lines(items: Sequence[Item], mark: str, typed: str, *, only_own: bool) -> Iterator[Line]:
    """A row for each setting that holds what was typed, under the heading of its group."""
    group, words = "", folded(typed).split()
    for item in items:
        text = folded(f"{item.group} {item.name} {item.meaning} {item.value}")
        if (only_own and not item.is_own) or not all(word in text for word in words):
            continue
        if item.group != group:
            group = item.group
            yield Line(group_key(group), (Cell(""), Cell(group, "strong"), Cell("")), counted=False)
        own = Cell(mark if item.is_own else "", "never")
        value = Cell(_with_unit(item, item.value), "strong" if item.is_own else "plain")
        yield Line(item.id, (own, Cell(f"  {item.name}"), value))


def in_full(item: Item) -> tuple[Passage, ...]:
    """What it means, whose it is, what it is now, what it would be by default, and where the figure comes from."""
    value, default = _with_unit(item, item.value) or NOTHING, _with_unit(item, item.default) or NOTHING
    now = f"Now: {value}" if item.is_own else f"Now: {value}, which is the default"
    found = [Passage(f"{item.meaning}.", "strong"), Passage(now, hang=5)]
    if item.is_own:
        found.append(Passage(f"Default: {default}", hang=9))
    if item.source != LOCAL:
        found.append(Passage(f"Source: {item.source}", "quiet", hang=8))
    elif item.kept_in != MACHINE:
        found.append(Passage(f"Source: {LOCAL}, {_NO_FIGURE}", "quiet", hang=8))
    found.append(Passage(f"Kept in: {item.kept_in}", "quiet", hang=9))
    if not item.at_once:
        found.append(Passage("Another value holds from the next start."))
    return tuple(found)


def _with_unit(item: Item, value: str) -> str:
    return " ".join(filter(None, (one_line(value), item.unit)))


def of_group(items: Sequence[Item], group: str) -> tuple[Passage, ...]:
    """What stands under a heading."""
    within = [item for item in items if item.group == group]
    own = sum(item.is_own for item in within)
    says = f"{own} of {len(within)} set otherwise than the default." if own else f"{len(within)} settings, as shipped."
    return (Passage(group, "strong"), Passage(says), Passage(f"Kept in: {within[0].kept_in}", "quiet", hang=9))
