"""A file that goes out: whole or not at all, for nobody else to read, and never over another one unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from oversight_tui.whole_file import write_whole_in_pieces
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

IN_JOURNAL = "The journal says so."
_LONGEST_NAME = 60  # characters of a file's name in a sentence


class NotWritten(PlainProblem):
    """An export whose file is not there; nothing of it was left."""

    field = "to"


class AlreadyThere(NotWritten):
    """A file of that name is there, and nobody has said that it may be written over."""


@contextmanager
def _in_a_sentence(path: Path) -> Iterator[None]:
    """What a disk refuses (a name that is too long, a folder not to be entered, no room) becomes NotWritten."""
    try:
        yield
    except OSError as problem:
        name = one_line(path.name)[:_LONGEST_NAME]
        raise NotWritten(f"{name} cannot be written: {problem.strerror}. Nothing was.") from None


def refuse_in_the_way(path: Path, *, replace: bool) -> None:
    """Raise NotWritten where the file may not be written there: before anything is read for it."""
    with _in_a_sentence(path):
        name = one_line(path.name)
        if path.is_dir():
            raise NotWritten(f"{name} is a folder. Give the file in it that is to be written.")
        if not path.parent.is_dir():
            folder = one_line(str(path.parent))
            raise NotWritten(f"There is no folder {folder}. Nothing was written; give one that is there.")
        if path.exists() and not replace:
            raise AlreadyThere(f"{name} is there already. Give another name, or --replace to write over it.")


def refuse_the_store(path: Path, store: Path) -> None:
    """Raise NotWritten where the store itself, or what SQLite keeps beside it, would be written over."""
    ours = [Path(f"{store}{end}") for end in ("", "-wal", "-shm", "-journal")]
    with _in_a_sentence(path):
        if any(path == one or (path.exists() and one.exists() and path.samefile(one)) for one in ours):
            raise NotWritten(f"{one_line(path.name)} is the store itself. Nothing was written; give another name.")


def write_file(path: Path, content: bytes) -> None:
    """Write it with rights for its owner alone. Raises NotWritten."""
    write_pieces(path, (content,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """The same of what is made piece by piece, and need not be in memory at once. Raises NotWritten."""
    with _in_a_sentence(path):
        write_whole_in_pieces(path, pieces, keep_rights=False)


def path_shown(path: Path) -> str:
    """A path as it is told: literal but for what a terminal would obey, with `~` for one's own folder."""
    home = os.path.expanduser("~")
    shown = str(path)
    return one_line(f"~{shown[len(home) :]}" if shown.startswith(f"{home}{os.sep}") else shown)
