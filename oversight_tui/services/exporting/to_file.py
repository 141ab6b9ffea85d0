"""A file that goes out: whole or not at all, for nobody else to read, and never over another one unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from oversight_tui.whole_file import write_whole_in_pieces
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line


class NotWritten(PlainProblem):
    """An export whose file is not there; nothing of it was left."""


def refuse_in_the_way(path: Path, *, replace: bool) -> None:
    """Raise NotWritten where the file may not be written there: before anything is read for it."""
    name = one_line(path.name)
    if os.path.isdir(path):
        raise NotWritten(f"{name} is a folder. Give the file in it that is to be written.")
    if os.path.exists(path) and not os.path.isfile(path):  # in place of a pipe or a device a file would stand
        raise NotWritten(f"{name} is no ordinary file. Nothing was written; give another name.")
    if os.path.lexists(path) and not replace:
        raise NotWritten(f"{name} is there already. Give another name, or --replace to write over it.")


def write_file(path: Path, content: bytes) -> None:
    """Write it with rights for its owner alone. Raises NotWritten."""
    write_pieces(path, (content,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """The same of what is made piece by piece, and need not be in memory at once. Raises NotWritten."""
    try:
        write_whole_in_pieces(path, pieces, keep_rights=False)
    except OSError as problem:
        raise NotWritten(f"{one_line(path.name)} cannot be written: {problem.strerror}. Nothing was.") from None
