"""Restoring: what a backup would bring and what would be lost, in plain words, and doing it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from db import restore
from db.backup import BackupProblem
from db.contents import Look
from db.paths import make_folder
from db.restore import Comparison, Restored
from db.swap import in_the_way
from oversight_tui.clock import now
from oversight_tui.services.identity import author
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.key import Key


class OtherStore(BackupProblem):
    """The backup is one of another store."""


def compare(path: Path, key: Key | None, backup: Path, backup_key: Key | None) -> Comparison:
    """The backup beside the present store. Raises BackupProblem; OtherStore where it is one of another store."""
    found = restore.compare(path, key, backup, backup_key)
    if found.backup.first_hash is None:
        raise BackupProblem(f"Nothing was ever recorded in {backup}. Nothing was restored.")
    if not found.same_store:
        raise OtherStore(
            f"{backup} is a backup of another store. Nothing was restored; --to NEWFILE writes it to a file of its own."
        )
    return found


def told(found: Comparison) -> Iterator[str]:
    """What the backup holds, what the store holds, and what would be lost. Names nobody."""
    yield f"The backup is sound. It holds {_figures(found.backup)}."
    if found.present is None:
        yield f"The present store cannot be compared with it. {found.problem}"
        yield "What was recorded since the backup cannot be said."
        return
    yield f"The present store holds {_figures(found.present)}."
    if not found.same_course:
        yield (
            "The backup went another way than the present store: what it ends with is not in the present journal, as "
            "after an earlier restore. What only the present store holds would be lost."
        )
    elif found.newer:
        since = f" since {_moment(found.backup.recorded_at)}" if found.backup.recorded_at else ""
        were = "was" if found.newer == 1 else "were"
        yield f"{count(found.newer, 'entry', 'entries')} {were} recorded{since} and would be lost."
    else:
        yield "No entry was recorded since, so that none would be lost."
    if found.erased:
        were = "that was" if found.erased == 1 else "that were"
        yield (
            f"It may bring back {count(found.erased, 'entry', 'entries')} {were} erased for good since. After it, "
            "`oversight retention list` names what is to be erased again."
        )


def put_back(path: Path, key: Key | None, backup: Path, backup_key: Key | None, anchors: Path | None) -> Restored:
    """Put the backup in the store's place. Raises StoreError, and leaves the store as it was."""
    return restore.put_back(path, key, backup, backup_key, who=author, now=now(), anchors=anchors)


def write_new(backup: Path, key: Key | None, path: Path, anchors: Path) -> None:
    """Write what the backup holds to a new file, a copy that goes its own way from now on. Raises BackupProblem, also
    where there is such a file.
    """
    if (there := in_the_way(path)) is not None:
        raise BackupProblem(f"There is a file {there} already. Nothing was restored; name another with --to.")
    try:
        make_folder(path.parent)
    except OSError as error:
        raise BackupProblem(f"{path.parent} cannot be made: {error.strerror}. Nothing was restored.") from error
    restore.write_new(backup, key, path, anchors)


def _figures(look: Look) -> str:
    said = f"{count(look.entries, 'entry', 'entries')}, {count(look.children, 'child', 'children')}"
    said += f" and {count(look.workers, 'worker')}"
    return f"{said}; the newest was recorded {_moment(look.recorded_at)}" if look.recorded_at else said


def _moment(text: str) -> str:
    moment = datetime.fromisoformat(text)
    local = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone()
    return f"{long_day(local.date())} {local:%H:%M}"
