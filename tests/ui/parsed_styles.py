"""What one application has parsed of its styles serves the next: hundreds of them are started in one process."""

from __future__ import annotations

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}


def share() -> None:
    """Let every stylesheet of this process take what another of the same colours has parsed."""
    parse = Stylesheet._parse_rules

    def parse_rules(sheet: Stylesheet, *css: Any, **options: Any) -> list[RuleSet]:
        key = (*css, *options.values(), *sheet._variables.items())
        if key not in _parsed:
            _parsed[key] = parse(sheet, *css, **options)
        return _parsed[key]

    setattr(Stylesheet, "_parse_rules", parse_rules)  # noqa: B010  a method of another library
