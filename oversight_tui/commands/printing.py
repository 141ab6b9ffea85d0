"""What commands print: lines and JSON, with everything that could trick a terminal taken out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence

from oversight_tui.practice.requests import Recorded
from oversight_tui.words.text import one_line, paragraphs


def print_lines(lines: Iterable[str]) -> None:
    """Print each line; a line break inside a text does not make another."""
    sys.stdout.write("".join(f"{'  ' if line.startswith('  ') else ''}{one_line(line)}\n" for line in lines))


def print_marking() -> None:
    """Print the protective marking of the settings, which stands over every page of records."""
    from oversight_tui.config import load_config

    marking = load_config().marking
    print_lines([marking] if marking else [])


def print_json(document: object) -> None:
    """Print one JSON document in UTF-8."""
    sys.stdout.write(json.dumps(_clean(document), ensure_ascii=False, indent=1) + "\n")


def printed_id(number: int | None) -> str | None:
    """A number of the store as other programs read it."""
    return str(number) if number is not None else None


def print_recorded(recorded: Recorded | Sequence[Recorded], *, as_json: bool) -> None:
    """Print what was recorded, with its id; several are a list."""
    several = [recorded] if isinstance(recorded, Recorded) else list(recorded)
    if not as_json:
        print_lines(f"{one.says} (id {one.id})".strip() if one.id is not None else one.says for one in several)
        print_lines(f"Hint: {hint}" for hint in dict.fromkeys(one.hint for one in several if one.hint))
        return
    documents = [
        {"id": printed_id(one.id) or "", "kind": one.kind, "says": one.says, **({"hint": one.hint} if one.hint else {})}
        for one in several
    ]
    print_json(documents[0] if isinstance(recorded, Recorded) or len(documents) == 1 else documents)


def _clean(value: object) -> object:
    if isinstance(value, str):
        return paragraphs(value)
    if isinstance(value, dict):
        return {key: _clean(content) for key, content in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(content) for content in value]
    return value
