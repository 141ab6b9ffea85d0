"""Which rules of the program's styles hold for something on a screen, whatever its size and state."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from textual.app import App
from textual.css.match import _check_selectors
from textual.css.model import CombinatorType, RuleSet, Selector, SelectorType
from textual.dom import DOMNode
from textual.screen import Screen

from oversight_tui.ui.widgets.scrolled_lines import ScrolledLines


class Styles:
    """Looks at one screen after the other; `dead` are the rules that held for nothing on any of them."""

    def __init__(self) -> None:
        self._held: set[str] = set()
        self._known: dict[str, tuple[str, list[Selector]]] = {}

    def look_at(self, app: App[Any], screen: Screen[Any]) -> None:
        """Every rule of the program, against every node of a screen."""
        for (file, _), source in app.stylesheet.source.items():
            if "oversight_tui" in file and (key := f"{file} {source.content} {source.scope}") not in self._known:
                self._known[key] = (file, [])
                rules = app.stylesheet._parse_rules(source.content, (file, ""), scope=source.scope)
                for rule in rules:
                    for one in rule.selector_set:
                        if any("--" in part.name for part in one.selectors):
                            continue  # a part of a widget of Textual's, which is no node
                        said = RuleSet._selector_to_css(one.selectors)
                        self._known[f"{file}: {said}"] = (said, stateless(one.selectors))
        nodes: list[DOMNode] = [screen, *screen.query("*")]
        for key, (_, selectors) in self._known.items():
            if key not in self._held and any(_check_selectors(selectors, node.css_path_nodes) for node in nodes):
                self._held.add(key)

    @property
    def dead(self) -> frozenset[str]:
        """The selectors of those that never held."""
        return frozenset(said for key, (said, of) in self._known.items() if of and key not in self._held)


def stateless(selectors: Sequence[Selector]) -> list[Selector]:
    """The same without classes and states, which come and go, and without a part of a widget, which is no node."""
    found: list[Selector] = []
    for one in selectors:
        if "--" in one.name:
            continue
        if one.combinator is CombinatorType.SAME and one.type is SelectorType.CLASS:
            continue
        kind = SelectorType.UNIVERSAL if one.type is SelectorType.CLASS else one.type
        found.append(Selector(one.name, one.combinator, kind))
    for one, following in pairwise(found):
        one.advance = 0 if following.combinator is CombinatorType.SAME else 1
    return found


def bars_of_textual(screen: Screen[Any]) -> list[str]:
    """What has a scrollbar of Textual's that the program paints itself, or that has nothing to scroll."""
    return [
        f"{screen.css_identifier} {node.css_identifier}"
        for node in (screen, *screen.query(ScrolledLines))
        if node.show_vertical_scrollbar or node.show_horizontal_scrollbar
    ]
