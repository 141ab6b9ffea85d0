"""`oversight restore`: list the backups, or put one in the store's place once it was seen what would be lost."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from db.backup import Backup, BackupProblem, backups_in, is_there, opened
from db.contents import Look
from db.errors import StoreError
from db.key import WrongKey, is_encrypted
from db.replaced import replaced_files
from oversight_tui.commands.asking import TRIES, ask, needs_somebody, say_marking, somebody_is_here
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.unlocking import (
    UnusedKey,
    kept_in_keyring,
    passphrase_given,
    passphrase_in,
    passphrase_named,
    refuse_key,
)
from oversight_tui.commands.which_store import store_path
from oversight_tui.config import anchor_folder, backup_folder, load_config
from oversight_tui.services import restoring
from oversight_tui.services.passphrase import key_for
from oversight_tui.words.dates import long_day
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.key import Key
    from db.restore import Comparison

TO_CONFIRM = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which backup, where to, and its passphrase where that is another."""
    parser.add_argument("file", metavar="FILE", nargs="?", help="the backup, or its name in the backup folder")
    parser.add_argument("--to", metavar="NEWFILE", type=Path, help="write it to a new file; the store stays as it is")
    parser.add_argument("--yes", action="store_true", help="restore without asking")
    parser.add_argument(
        "--backup-passphrase-file", metavar="FILE", help="the first line is the backup's passphrase, if it has another"
    )
    parser.add_argument("--backup-passphrase-fd", metavar="N", type=int, help="it is read from this file descriptor")


def run(options: argparse.Namespace) -> int:
    """List, write to a new file, or restore; 1 where it is still to be confirmed."""
    path = store_path(options, "A backup is put back")
    folder = backup_folder(load_config(), path)
    given = passphrase_in(options.backup_passphrase_file, options.backup_passphrase_fd)
    if options.file is None:
        _refuse_keys(options, given, "The backups are listed without one")
        return _list(options, path, folder)
    backup = _named(options.file, folder)
    _refuse_unused(options, path, backup, given)
    if options.to is not None:
        return _write_new(options, backup, given or passphrase_given(options) or kept_in_keyring(path))
    key, typed = _key_of_store(options, path)
    if key is None and passphrase_named(options) and not is_encrypted(backup):
        raise WrongKey(
            f"That does not open the store {path}, or it is damaged. Nothing was restored; give its passphrase, or "
            "none where nothing opens it any more."
        )
    backup_key = _key_of_backup(backup, given or typed, key)
    found = restoring.compare(path, key, backup, backup_key)
    said = list(restoring.told(found))
    if not options.json:
        print_lines(said)
    if not _confirmed(options):
        if options.json:
            print_json(_shape(path, backup, found, said))
        else:
            print_lines(["Nothing was changed. --yes restores it."])
        return TO_CONFIRM
    done = restoring.put_back(path, key, backup, backup_key, anchor_folder(load_config()))
    newly_plain = done.key is None and found.present is None
    result = list(_result(path, done.kept_at, opens_alike=done.key == key, newly_plain=newly_plain))
    if options.json:
        print_json(_shape(path, backup, found, said + result, kept=done.kept_at, restored=True))
    else:
        print_lines(result)
    return 0


def _refuse_unused(options: argparse.Namespace, path: Path, backup: Path, given: str | None) -> None:
    """Raise UnusedKey for a passphrase of what is not encrypted."""
    if is_encrypted(backup):
        return
    if given is not None:
        raise UnusedKey(f"The backup {backup} is not encrypted. Nothing was restored; leave its passphrase out.")
    if options.to is not None:
        _refuse_keys(options, None, f"The backup {backup} is not encrypted")
    with suppress(StoreError):  # a store that cannot be read any more may well have been encrypted
        if not is_encrypted(path):
            _refuse_keys(options, None, "Neither the store nor the backup is encrypted")


def _refuse_keys(options: argparse.Namespace, given: str | None, why: str) -> None:
    says = f"{why}, and a passphrase was given. Nothing was done; leave it out."
    if given is not None:
        raise UnusedKey(says)
    refuse_key(options, says)


def _list(options: argparse.Namespace, path: Path, folder: Path) -> int:
    there = backups_in(folder, path)
    if options.json:
        print_json(
            [
                {"backup": str(one.path), "at": one.at.isoformat(), "bytes": one.path.stat().st_size}
                for one in reversed(there)
            ]
        )
        return 0
    print_lines(_listed(there, folder))
    print_lines(f"Replaced by a restore and kept: {one}" for one in replaced_files(path))
    return 0


def _listed(there: tuple[Backup, ...], folder: Path) -> Iterator[str]:
    if not there:
        yield f"There are no backups of this store in {folder}. `oversight backup` makes one."
        return
    yield f"Backups in {folder}, newest first. `oversight restore NAME` says what one would bring, then asks."
    for one in reversed(there):
        local = one.at.astimezone()
        size = f"{one.path.stat().st_size:,} bytes"
        yield f"  {long_day(local.date())} {local:%H:%M}  {size:>18}  {one.path.name}"


def _named(file: str, folder: Path) -> Path:
    """The path that was named, else the file of that name in the backup folder. Raises BackupProblem."""
    missing = BackupProblem(f"There is no backup {one_line(file)}. `oversight restore` lists those there are.")
    for path in (Path(file).expanduser().absolute(), folder / file):
        try:
            if is_there(path):
                return path
        except BackupProblem as unread:
            missing = unread
    raise missing


def _write_new(options: argparse.Namespace, backup: Path, typed: str | None) -> int:
    target = options.to.expanduser().absolute()
    key = _key_of_backup(backup, typed, None)
    restoring.write_new(backup, key, target, anchor_folder(load_config()))
    says = f"Written to {target}. `oversight --store {target}` opens it; the store is as it was."
    if options.json:
        print_json({"backup": str(backup), "store": str(target), "restored": True, "says": [says]})
    else:
        print_lines([says])
    return 0


def _key_of_store(options: argparse.Namespace, path: Path) -> tuple[Key | None, str | None]:
    """The key of the present store and what was typed for it; no key where it is plain, missing or cannot be read."""
    typed = passphrase_given(options) or kept_in_keyring(path)
    try:
        if not is_encrypted(path):
            return None, typed
        if typed is None and somebody_is_here():
            say_marking()
            typed = ask(f"Passphrase of {path.name}: ")
        if typed is None:
            return None, None
        key = key_for(path, typed)
        with opened(path, key):
            return key, typed
    except StoreError:
        return None, typed  # damaged, or its passphrase is lost: the comparison says so


def _key_of_backup(backup: Path, typed: str | None, key: Key | None) -> Key | None:
    """The key of a backup: what was typed, else the key of the store, else a person is asked. Raises WrongKey."""
    if not is_encrypted(backup):
        return None
    if typed is None and key is None:
        needs_somebody(f"The backup {backup} is encrypted.")
    for candidate in (key, key_for(backup, typed) if typed is not None else None):
        if candidate is not None and _opens(backup, candidate):
            return candidate
    if not somebody_is_here():
        raise WrongKey(
            f"That does not open the backup {backup}, or it is damaged. Give its own passphrase with "
            "--backup-passphrase-file."
        )
    say_marking()
    for _ in range(TRIES):
        candidate = key_for(backup, ask(f"Passphrase of the backup {backup.name}: "))
        if _opens(backup, candidate):
            return candidate
        sys.stderr.write("That does not open the backup.\n")
    raise WrongKey(f"The backup {backup} was not opened. Nothing was changed.")


def _opens(backup: Path, key: Key) -> bool:
    try:
        with opened(backup, key):
            return True
    except WrongKey:
        return False


def _confirmed(options: argparse.Namespace) -> bool:
    if options.yes:
        return True
    if options.json or not somebody_is_here():
        return False
    say_marking()
    sys.stderr.write("Put it in the place of the store? Type yes to do it: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() == "yes"


def _result(path: Path, kept_at: Path | None, *, opens_alike: bool, newly_plain: bool) -> Iterator[str]:
    yield f"Restored: {path} is as the backup was. The journal says so."
    if kept_at is not None:
        yield f"The store that was replaced is kept: {kept_at}. Remove it when it is no longer needed."
    if newly_plain:
        yield "It is not encrypted, as the backup was not. `oversight passphrase set` encrypts it."
    elif not opens_alike:
        yield "It opens with the passphrase of the backup."


def _shape(
    path: Path,
    backup: Path,
    found: Comparison,
    says: list[str],
    *,
    kept: Path | None = None,
    restored: bool = False,
) -> dict[str, object]:
    return {
        "backup": str(backup),
        "store": str(path),
        "holds": _figures(found.backup),
        "present": _figures(found.present) if found.present else None,
        "would_be_lost": found.newer if found.present and found.same_course else None,
        "restored": restored,
        "kept": str(kept) if kept else None,
        "says": says,
    }


def _figures(look: Look) -> dict[str, object]:
    return {
        "entries": look.entries,
        "children": look.children,
        "workers": look.workers,
        "newest_recorded_at": look.recorded_at,
        "newest_happened_on": look.happened_on,
        "journal_rows": look.head.seq if look.head else 0,
    }
