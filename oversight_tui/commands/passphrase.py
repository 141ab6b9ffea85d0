"""`oversight passphrase`: another passphrase, encrypting a plain store and back, the recovery phrase, the keyring."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.commands.asking import (
    NoPassphrase,
    ask,
    needs_somebody,
    new_passphrase,
    say_marking,
    say_strength,
    show_recovery_phrase,
)
from oversight_tui.commands.options import add_common_options, store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.unlocking import passphrase_given, passphrase_in, refuse_key
from oversight_tui.commands.which_store import store_path
from oversight_tui.config import anchor_folder, backup_folder, load_config
from oversight_tui.services.passphrase import Outside, change, key_for
from oversight_tui.services.typed_key import key_for_new, spelled
from oversight_tui.words.dates import count
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.key import Key
    from db.reencrypt import Rekeyed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is to be done about it."""
    chosen = parser.add_subparsers(metavar="WHAT", required=True)
    for name, (purpose, do) in _WHAT.items():
        one = chosen.add_parser(name, help=purpose)
        one.set_defaults(do=do)
        add_common_options(one)
        if do is _set:
            one.add_argument("--new-passphrase-file", metavar="FILE", help="its first line is the new passphrase")
            one.add_argument("--new-passphrase-fd", metavar="N", type=int, help="it is read from this file descriptor")
        elif do is _remove:
            one.add_argument("--yes", action="store_true", help="without asking")


def run(options: argparse.Namespace) -> int:
    """Do it; 0."""
    says: str = options.do(options)
    if options.json:
        print_json({"id": "", "kind": "passphrase", "says": says})
    else:
        print_lines([says])
    return 0


def _set(options: argparse.Namespace) -> str:
    path, old = _opened(options)
    typed = passphrase_in(options.new_passphrase_file, options.new_passphrase_fd)
    if typed is None:
        needs_somebody("A new passphrase is needed: --new-passphrase-file FILE.")
        typed, new = new_passphrase()
    else:
        new = key_for_new(typed)
        say_strength(typed)
    if old is not None and key_for(path, typed) == old:
        raise NoPassphrase("That is the passphrase it has already. Nothing was changed; choose another.")
    copies = change(path, old, new, _outside(path), typed=typed)
    _in_keyring_too(path, new)
    if sys.stdin.isatty() and sys.stdout.isatty():
        show_recovery_phrase(new)
    if old is None:
        says = f"{path} is encrypted now. What was in the plain file may have left traces on the disk."
    else:
        says = f"{path} has another passphrase. The old one and its recovery phrase open it no more."
    return f"{says} {_told(copies)}".strip()


def _remove(options: argparse.Namespace) -> str:
    path, old = _opened(options)
    if not options.yes:
        needs_somebody("Whoever gets the file could read it. Give --yes to do it all the same.")
        say_marking()
        if ask("Whoever gets the file will be able to read it. Type yes to do it: ").strip().lower() != "yes":
            raise NoPassphrase("Nothing was changed.")
    copies = change(path, old, None, _outside(path))
    return f"{path} is plain now: whoever gets the file can read it. {_told(copies)}".strip()


def _recovery(options: argparse.Namespace) -> str:
    _, key = _opened(options)
    if key is None:
        raise NoPassphrase("This store is not encrypted, so that it has no recovery phrase.")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoPassphrase("The recovery phrase is shown at a terminal only.")
    show_recovery_phrase(key)
    return "Keep it in a sealed place, apart from this machine."


def _remember(options: argparse.Namespace) -> str:
    from oversight_tui.services.system_keyring import keep

    path = _path(options)
    typed = passphrase_given(options)
    if typed is None:
        needs_somebody("The passphrase is needed.")
        say_marking()
        typed = ask(f"Passphrase of {path.name}: ")
    keep(path, spelled(_proven(path, typed)))
    return "The system's keyring keeps the key. `keyring = true` in the settings has it looked for there."


def _forget(options: argparse.Namespace) -> str:
    from oversight_tui.services.system_keyring import forget

    refuse_key(options, "The keyring forgets a key without its passphrase. Nothing was done; leave it out.")
    return "The keyring keeps it no longer." if forget(_path(options)) else "The keyring did not keep it."


def _in_keyring_too(path: Path, key: Key) -> None:
    """Let a keyring that keeps the old key keep the new one; that it does not takes nothing back, and is said."""
    if not load_config().keyring:
        return
    from oversight_tui.services.system_keyring import NoKeyring, keep, look_up

    try:
        if look_up(path) is not None:
            keep(path, spelled(key))
    except NoKeyring as problem:
        sys.stderr.write(f"The keyring does not keep the new key. {one_line(str(problem))}\n")


def _opened(options: argparse.Namespace) -> tuple[Path, Key | None]:
    """Where the store lies and the key it opens with."""
    _path(options)
    store = store_of(options)
    try:
        return store.path, store.key
    finally:
        store.close()


def _outside(path: Path) -> Outside:
    """The folders outside a store that belong to it."""
    config = load_config()
    return Outside(anchor_folder(config), backup_folder(config, path))


def _told(copies: Rekeyed) -> str:
    """What became of the backups, and of stores that a restore replaced."""
    says = f"{count(copies.done, 'backup')} of it changed with it." if copies.done else ""
    if copies.failed:
        names = ", ".join(copies.failed)
        says += f" Not changed, and opened by an older passphrase or none: {names}. Remove those that are not needed."
    return says.strip()


def _path(options: argparse.Namespace) -> Path:
    """Where the store lies. Raises NotInAFile."""
    return store_path(options, "A passphrase goes")


def _proven(path: Path, typed: str) -> Key:
    """The key that was typed. Raises StoreError where it does not open the store."""
    from db import open_store

    key = key_for(path, typed)
    open_store(path, key=key, create=False).close()
    return key


_WHAT = {
    "set": ("another passphrase; a plain store is encrypted by it", _set),
    "remove": ("keep the store unencrypted from now on", _remove),
    "recovery": ("show the recovery phrase again", _recovery),
    "remember": ("keep the key in the system's keyring", _remember),
    "forget": ("keep it there no longer", _forget),
}
