"""What commands print: lines and JSON, with everything that could trick a terminal taken out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from oversight_tui.practice.requests import Recorded
from oversight_tui.words.text import one_line, paragraphs

_AT_ONCE = 200
_on_one_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def print_lines(lines: Iterable[str]) -> None:
    """Print each line; a line break inside a text does not make another."""
    sys.stdout.write("".join(f"{'  ' if line.startswith('  ') else ''}{one_line(line)}\n" for line in lines))


def print_text(lines: Iterable[str]) -> None:
    """Print lines that are indented by what they belong to."""
    indents = ((line, len(line) - len(line.lstrip(" "))) for line in lines)
    sys.stdout.write("".join(f"{' ' * indent}{one_line(line)}\n" for line, indent in indents))


def print_marking() -> None:
    """Print the protective marking of the settings, which stands over every page of records."""
    from oversight_tui.config import load_config

    marking = load_config().marking
    print_lines([marking] if marking else [])


def print_json(document: object) -> None:
    """Print one JSON document in UTF-8."""
    sys.stdout.write(_spelled(document) + "\n")


def print_long_json(document: Mapping[str, object | Iterator[object]]) -> None:
    """Print a JSON document whose iterators are long lists: each is made and printed some at a time, as `print_json`
    would print it, so that a whole authority is never in memory as a document and as text.
    """
    before = "{"
    for key, value in document.items():
        sys.stdout.write(f"{before}\n {json.dumps(key)}: ")
        if isinstance(value, Iterator):
            _print_list(value)
        else:
            sys.stdout.write(_spelled(value).replace("\n", "\n "))
        before = ","
    sys.stdout.write("\n}\n")


def _print_list(values: Iterator[object]) -> None:
    """The list that the value of a key is, one step in."""
    before, end = "[", "[]"
    while some := list(islice(values, _AT_ONCE)):
        text = _on_one_line.encode(some)
        if not _is_clean(text):
            text = _on_one_line.encode(_clean(some))
        laid_out = msgspec.json.format(text, indent=1)
        sys.stdout.write(before + laid_out[1:-2].replace("\n", "\n "))
        before, end = ",", "\n ]"
    sys.stdout.write(end)


def _spelled(document: object) -> str:
    return json.dumps(_clean(document), ensure_ascii=False, indent=1)


def _is_clean(text: str) -> bool:
    """Whether cleaning would surely leave every text in JSON on one line as it is.

    What it takes out is not ASCII, or written with a backslash here; what it strips stands beside a quotation mark.
    """
    return text.isascii() and text.isprintable() and "\\" not in text and '" ' not in text and ' "' not in text


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
