"""The folder in which lists are expected: the newest one in it that was not imported yet, and how old it is.

A folder may lie on a network that does not answer: looking is done in a thread that nobody waits for longer than said.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.imports import known_snapshots
from oversight_tui.clock import now
from oversight_tui.config import Config
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.list_names import is_finished_name, is_list_name
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store

LOOKED_AT = 30  # of the newest files, before the rest is taken to have been imported or to be nobody's business
SECONDS_TO_ANSWER = 10.0
_SETTLED_SECONDS = 3.0  # a file that was changed this lately may be in the middle of it
_BETWEEN_LOOKS_SECONDS = 0.4
_PIECE = 1 << 20


class WatchProblem(PlainProblem):
    """The folder cannot be looked into; the text says why and what to do."""


class Watched(Struct, frozen=True):
    """What was found. `newest` is the newest list there, imported or not; `new` the newest that was not imported."""

    folder: Path
    new: Path | None
    new_from: datetime | None
    newest: Path | None
    newest_from: datetime | None


def digests(store: Store) -> frozenset[str]:
    """Of every file that was imported and not undone."""
    with store.reading():
        return frozenset(one.sha256 for one in known_snapshots(store))


def look_in_time(config: Config, imported: Collection[str], seconds: float = SECONDS_TO_ANSWER) -> Watched:
    """Look into the folder, for so long at most. Raises WatchProblem where there is none, or it does not answer."""
    folder = config.watch_folder
    if folder is None:
        raise WatchProblem(
            f"No folder is watched. Set watch_folder in {config.path}, or under Files in the settings of the screen."
        )
    found: list[Watched | OSError] = []

    def look() -> None:
        try:
            found.append(look_into(folder, imported, config.spreadsheet.max_unpacked_bytes))
        except OSError as problem:
            found.append(problem)

    thread = Thread(target=look, name="watched folder", daemon=True)  # a dead network share keeps it for ever
    thread.start()
    thread.join(seconds)
    shown = one_line(str(folder))
    if not found:
        raise WatchProblem(f"The folder {shown} does not answer. Is the network there?")
    if isinstance(found[0], OSError):
        raise WatchProblem(f"The folder {shown} cannot be looked into: {found[0].strerror}. It is the watch_folder.")
    return found[0]


def look_into(folder: Path, imported: Collection[str], most_bytes: int) -> Watched:
    """The newest lists of the folder itself, not of folders in it. Raises OSError."""
    files = sorted(_lists(folder), key=lambda one: one[1], reverse=True)
    newest = (files[0][0], _moment(files[0][1])) if files else (None, None)
    for path, changed, size in files[:LOOKED_AT]:
        if 0 < size <= most_bytes and _is_settled(path, changed, size) and _digest(path) not in imported:
            return Watched(folder, path, _moment(changed), *newest)
    return Watched(folder, None, None, *newest)


def offer(found: Watched, today: date, late_after: int, key: str) -> str | None:
    """What is said of it when the board opens: the new list and its age, or that the newest is old; else None."""
    where = _home(found.folder)
    if found.new is not None and found.new_from is not None:
        says = f"{one_line(found.new.name)}, of {_age(found.new_from, today, late_after)}, is new in {where}"
        return f"{says}: {key} brings it in." if key else f"{says}."
    if found.newest_from is not None and (today - found.newest_from.date()).days > late_after:
        days = count((today - found.newest_from.date()).days, "day")
        return f"The newest list in {where} is {days} old, and was imported."
    return None


def none_is_new(found: Watched, today: date, late_after: int) -> str:
    """That nothing there is new."""
    where = _home(found.folder)
    if found.newest is None or found.newest_from is None:
        return f"There is no list in {where}."
    age = _age(found.newest_from, today, late_after)
    return f"Nothing in {where} is new. The newest, {one_line(found.newest.name)}, is of {age}, and was imported."


def _lists(folder: Path) -> Iterator[tuple[Path, float, int]]:
    with os.scandir(folder) as entries:
        for one in entries:
            if is_list_name(one.name) and is_finished_name(one.name) and one.is_file():
                said = one.stat()
                yield Path(one.path), said.st_mtime, said.st_size


def _is_settled(path: Path, changed: float, size: int) -> bool:
    """Whether nothing is being written to the file any more, as far as two looks can tell."""
    if now().timestamp() - changed > _SETTLED_SECONDS:
        return True
    time.sleep(_BETWEEN_LOOKS_SECONDS)
    try:
        said = path.stat()
    except OSError:
        return False
    return (said.st_mtime, said.st_size) == (changed, size)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _moment(changed: float) -> datetime:
    return datetime.fromtimestamp(changed, UTC).astimezone()


def _age(moment: datetime, today: date, late_after: int) -> str:
    """`today 09:12`, `yesterday 16:02`, `Fri 13 Nov 2026, 10 days old` where that is long ago."""
    day = moment.date()
    if day == today:
        return f"today {moment:%H:%M}"
    if day == today - timedelta(days=1):
        return f"yesterday {moment:%H:%M}"
    days = (today - day).days
    return f"{long_day(day)}, {count(days, 'day')} old" if days > late_after else f"{long_day(day)} {moment:%H:%M}"


def _home(folder: Path) -> str:
    home = Path.home()
    return one_line(f"~{os.sep}{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder))
