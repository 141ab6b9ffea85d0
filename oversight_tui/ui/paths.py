"""A path as it is typed: completed as far as it is plain, and what it may become. Knows which files are lists, and is
told which others are looked for.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from oversight_tui.words.list_names import is_list_name
from oversight_tui.words.text import one_line

_ESCAPED = re.compile(r"\\([^\w/\\])")
_LONGEST_NAME = 60  # characters of the name of a file in a sentence
_USUAL = ("~/Downloads", "~/Desktop", "~/Documents", "~")


class Completed(Struct, frozen=True):
    """The path as far as it is plain, and what there is to choose from, folders with a slash at their end."""

    text: str
    choices: tuple[str, ...]


class OfferedPath(Struct, frozen=True):
    """Something to choose: how it is shown, and the path that it stands for, which may hold anything."""

    shown: str
    path: str

    @property
    def is_folder(self) -> bool:
        """Whether it leads further."""
        return self.path.endswith(os.sep)


def offered(typed: str, last_folder: Path | None, newest: Path | None = None) -> tuple[OfferedPath, ...]:
    """What there is to choose from: before anything is typed the `newest` list that waits, and where lists usually are;
    then what is in the folder.
    """
    folder = os.path.split(typed)[0]
    found = [
        OfferedPath(one_line(name), os.path.join(folder, name) if folder else name) for name in completed(typed).choices
    ]
    if not typed.strip():
        usual = (*((str(last_folder),) if last_folder else ()), *_USUAL)
        places = [f"{one}{os.sep}" for one in dict.fromkeys(usual) if os.path.isdir(os.path.expanduser(one))]
        first = (OfferedPath(one_line(str(newest)), str(newest)),) if newest is not None else ()
        return (*first, *(OfferedPath(one_line(one), one) for one in places), *found)
    above = os.path.dirname(os.path.expanduser(folder))
    if typed.endswith(os.sep) and above and above != folder:
        found.insert(0, OfferedPath(f"..{os.sep}", above if above.endswith(os.sep) else f"{above}{os.sep}"))
    return tuple(found)


def folder_shown(typed: str) -> str:
    """The folder of which `offered` shows what is in it, as one would type it."""
    folder = os.path.abspath(os.path.expanduser(os.path.split(typed)[0] or "."))
    home = os.path.expanduser("~")
    return one_line(f"~{folder[len(home) :]}" if folder == home or folder.startswith(f"{home}{os.sep}") else folder)


def name_shown(path: Path) -> str:
    """The name of a file, safe to be painted; a long one with its beginning and its end."""
    name = one_line(path.name)
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 16]}…{name[-15:]}"


def completed(typed: str, endings: tuple[str, ...] = ()) -> Completed:
    """Complete a path that is being typed, with folders and files of these endings, with lists where none is named.
    What cannot be read has nothing in it.
    """
    folder, begun = os.path.split(typed)

    def wanted(name: str) -> bool:
        return name.lower().endswith(endings) if endings else is_list_name(name)

    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:
            found = sorted(
                f"{one.name}{os.sep}" if one.is_dir() else one.name
                for one in entries
                if one.name.lower().startswith(begun.lower())
                and (begun.startswith(".") or not one.name.startswith("."))
                and (one.is_dir() or wanted(one.name))
            )
    except (OSError, ValueError):
        return Completed(typed, ())
    if not found:
        return Completed(typed, ())
    common = _common_beginning(found)
    name = common if common.lower().startswith(begun.lower()) and len(common) >= len(begun) else begun
    return Completed(os.path.join(folder, name) if folder else name, tuple(found))


def _common_beginning(names: Sequence[str]) -> str:
    """What all of these names, which are sorted, begin with."""
    first, last = names[0], names[-1]
    alike = next((at for at, sign in enumerate(first) if at >= len(last) or last[at] != sign), len(first))
    return first[:alike]


def path_typed(typed: str) -> Path:
    """What was typed, or dropped on the terminal, which may put it in quotes or a backslash before its signs."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    elif os.sep == "/":
        text = _ESCAPED.sub(r"\1", text)
    return Path(os.path.abspath(os.path.expanduser(text)))
