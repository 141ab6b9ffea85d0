"""Values of the settings file, checked one by one. A value that cannot be used is named with its file and its key."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from oversight_tui.words.problems import PlainProblem

LARGEST_NUMBER = 1_000_000_000
Numbers = TypeVar("Numbers", bound=Struct)


class ConfigProblem(PlainProblem):
    """A settings file that cannot be used; the text names the file and the key."""


def refuse_unknown(path: Path, section: str, read: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    """Raise ConfigProblem for a key that the section has not; `section` empty is the top of the file."""
    for key in read:
        if key not in keys:
            place = f" in [{section}]" if section else ""
            raise ConfigProblem(f"{path} has an unknown setting '{key}'{place}. It knows {', '.join(keys)}.")


def a_text(path: Path, read: Mapping[str, Any], key: str, allowed: tuple[str, ...] | None) -> str | None:
    """A text that is not empty, one of those `allowed` where they are given; None where none is set."""
    value = read.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value or (allowed is not None and value not in allowed):
        wanted = "one of " + ", ".join(f'"{one}"' for one in allowed) if allowed else "a path in quotes"
        raise ConfigProblem(f"In {path}, '{key}' takes {wanted}.")
    return value


def a_place(path: Path, read: Mapping[str, Any], key: str) -> Path | None:
    """A path, taken from the folder of the settings file where it is not a whole one."""
    named = a_text(path, read, key, None)
    return path.parent / os.path.expanduser(named) if named else None


def a_store(path: Path, read: Mapping[str, Any]) -> Path | str | None:
    """The place of a store in a file, or the address of one on a server as it stands there."""
    named = a_text(path, read, "store", None)
    if not named:
        return None
    return named if "://" in named else a_place(path, read, "store")


def yes_or_no(path: Path, read: Mapping[str, Any], key: str) -> bool:
    """True or false; false where it is not set."""
    value = read.get(key, False)
    if not isinstance(value, bool):
        raise ConfigProblem(f"In {path}, '{key}' takes true or false, without quotes.")
    return value


def whole_number(path: Path, read: Mapping[str, Any], key: str, default: int, wanted: str) -> int:
    """A whole number, 0 or more; `wanted` says of what."""
    value = read.get(key, default)
    if type(value) is not int or not 0 <= value <= LARGEST_NUMBER:
        raise ConfigProblem(f"In {path}, '{key}' takes {wanted}.")
    return value


def numbers(path: Path, read: Mapping[str, Any], section: str, defaults: Numbers) -> Numbers:
    """A section of whole numbers, each 1 or more; what it leaves out keeps its default."""
    given = read.get(section, {})
    if not isinstance(given, dict):
        raise ConfigProblem(f"In {path}, [{section}] takes settings of its own.")
    refuse_unknown(path, section, given, tuple(one.name for one in fields(defaults)))
    for key, value in given.items():
        if type(value) is not int or not 1 <= value <= LARGEST_NUMBER:
            raise ConfigProblem(
                f"In {path}, '{key}' in [{section}] takes a whole number of 1 or more, at most {LARGEST_NUMBER:,}."
            )
    return replace(defaults, **given)
