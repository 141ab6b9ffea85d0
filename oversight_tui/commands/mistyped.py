"""What was meant by a command or an option that there is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from oversight_tui.command_list import ALSO_TYPED

_NO_CHOICE = re.compile(r"argument (?P<of>\S+): invalid choice: '(?P<typed>.*)' \(choose from (?P<choices>.*)\)$", re.S)
_UNKNOWN = re.compile(r"unrecognized arguments: (?P<typed>.*)$", re.S)
_CLOSE_ENOUGH = 0.6


def said_of(message: str, options: Sequence[str]) -> str:
    """The sentence for a mistake as argparse words it, with what was meant where that can be told; `options` are those
    that there are.
    """
    if found := _NO_CHOICE.match(message):
        choices = [one.strip("'") for one in found["choices"].split(", ")]
        return _no_choice(found["of"], found["typed"], choices) or message
    if found := _UNKNOWN.match(message):
        return _unknown(found["typed"].split(" "), options) or message
    return message


def _no_choice(of: str, typed: str, choices: Sequence[str]) -> str:
    meant = ALSO_TYPED.get(typed) if of == "COMMAND" else None
    close = [meant] if meant is not None else get_close_matches(typed.casefold(), choices, 2, _CLOSE_ENOUGH)
    if not close:
        return f"There is no command '{typed}'" if of == "COMMAND" else ""
    what = "command" if of in ("COMMAND", "ACTION") else of.lower()
    return f"There is no {what} '{typed}'. Did you mean {' or '.join(close)}?"


def _unknown(typed: Sequence[str], options: Sequence[str]) -> str:
    """Of several that are not known the first is said: the others may be no more than its words."""
    for one in typed:
        name = one.partition("=")[0]
        if name.startswith("--"):
            close = get_close_matches(name, [option for option in options if option.startswith("--")], 1, _CLOSE_ENOUGH)
            return f"There is no option {name}. Did you mean {close[0]}?" if close else f"There is no option {name}"
    return ""
