"""The doctor's page: every look in order. Whatever is broken, the others are still had."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from db.backup import Backup, backups_in
from db.errors import StoreError
from db.journal import newest_moment
from db.key import NeedsKey, is_there
from oversight_tui import __version__
from oversight_tui.config import Config
from oversight_tui.own_process import Dumps
from oversight_tui.services import rehearsal
from oversight_tui.services.backups import backups_of, newest
from oversight_tui.services.doctor import backups as of_backups
from oversight_tui.services.doctor import leftovers, machine
from oversight_tui.services.doctor import store as of_store
from oversight_tui.services.doctor.engine import engine
from oversight_tui.services.doctor.lines import TELL_KEEPER, Line, State, examined
from oversight_tui.services.doctor.rights import rights
from oversight_tui.services.doctor.server import server
from oversight_tui.services.doctor.terminal import terminal
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key


class Patient(Struct, frozen=True):
    """What is looked at. `store` is None where it could not be opened, and `problem` why; `asked` is False where it was
    not tried, for want of a passphrase.

    `folder` is that of its backups, `anchors` that of the anchors. `key_of` gives the key of a backup, as far as one
    was given. `settings_problem` is what is wrong with the settings, whose defaults then hold. `size` is that of the
    terminal in columns and lines, None where there is none; `dumps` whether a crash would leave the memory.
    """

    path: Path
    folder: Path
    anchors: Path
    store: Store | None
    problem: str | None
    asked: bool
    key_of: Callable[[Path], Key | None]
    config: Config
    settings_problem: str | None
    passphrase_file: Path | None
    environment: Mapping[str, str]
    size: tuple[int, int] | None
    dumps: Dumps
    moment: datetime
    today: date
    rehearse: bool


class PatientElsewhere(Struct, frozen=True):
    """The same of a store on a server, of which no file can be looked at; `stays_here` says that nothing that is sent
    to it goes over a network.
    """

    stays_here: bool
    store: Store | None
    problem: str | None
    asked: bool
    config: Config
    settings_problem: str | None
    environment: Mapping[str, str]
    size: tuple[int, int] | None
    dumps: Dumps
    moment: datetime


def page_elsewhere(of: PatientElsewhere) -> list[Line]:
    """A line for each thing that can be looked at from here."""
    lines = [_program(), *_settings(of)]
    if of.store is None:
        state: State = "broken" if of.asked else "not_asked"
        lines.append(Line("Server", state, of.problem or "It could not be opened"))
    else:
        lines += server(of.store, stays_here=of.stays_here)
    lines += examined("Memory", lambda: machine.memory(of.dumps))
    lines += examined("Clock", lambda: machine.clock(of.moment, _newest_line(of.store)), TELL_KEEPER)
    lines += examined("Terminal", lambda: terminal(of.environment, of.size, of.config.glyphs))
    return lines


def page(of: Patient) -> list[Line]:
    """A line for each thing that was looked at."""
    lines = [_program()]
    lines += examined("Engine", engine)
    lines += _settings(of)
    lines += _store(of)
    lines += examined("Leftovers", lambda: leftovers.lines(of.path, of.folder, of.store))
    lines += examined("Backups", lambda: _backups(of))
    looks: tuple[tuple[str, Callable[[], Iterable[Line]]], ...] = (
        ("Disk", lambda: machine.disk(of.path, of.folder)),
        ("Rights", lambda: rights(of.path, of.folder, of.anchors, of.passphrase_file)),
        ("Network folder", lambda: machine.network(of.path, of.folder)),
        ("Memory", lambda: machine.memory(of.dumps)),
        ("Clock", lambda: machine.clock(of.moment, _newest_line(of.store))),
        ("Terminal", lambda: terminal(of.environment, of.size, of.config.glyphs)),
        ("Keyring", lambda: machine.keyring(of.config.keyring)),
    )
    for subject, look in looks:
        lines += examined(subject, look)
    return lines


def _program() -> Line:
    return Line("Program", "ok", f"Oversight {__version__}, Python {platform.python_version()}, {platform.system()}")


def _settings(of: Patient | PatientElsewhere) -> Iterator[Line]:
    if of.settings_problem is not None:
        yield Line("Settings", "broken", of.settings_problem, "Put the file right; until then nothing can be opened.")
    else:
        there = of.config.path.exists()
        yield Line("Settings", "ok", f"{of.config.path}" + ("" if there else " (not there; every default holds)"))


def _store(of: Patient) -> Iterator[Line]:
    if of.store is None:
        do = _what_to_do(of) if of.asked else ""
        yield Line("Store", "broken" if of.asked else "not_asked", of.problem or "It could not be opened", do)
        return
    store = of.store
    yield Line("Store", "ok", f"{of.path}, {of.path.stat().st_size:,} bytes")
    yield from examined("Writing", lambda: of_store.writing(store))
    yield from examined("Integrity", lambda: of_store.soundness(store))
    yield from examined("Journal", lambda: of_store.records(store))


def _what_to_do(of: Patient) -> str:
    with suppress(StoreError):  # where nobody can tell whether there is one, it is kept too
        if not is_there(of.path):
            return "If there was one, `oversight restore` lists its backups. A new one is made by `oversight import`."
    return "Keep the file. `oversight restore` lists the backups; docs/recovery.md says what to do."


def _backups(of: Patient) -> Iterator[Line]:
    there = backups_of(of.store) if of.store is not None else backups_in(of.folder, of.path)
    last = newest(there, of.moment)
    try:
        key = of.key_of(last.path) if last is not None else None
    except NeedsKey:
        says = f"{count(len(there), 'backup')} in {of.folder}; the newest is encrypted and was not opened"
        yield Line("Backups", "not_asked", says, "Give its passphrase with --passphrase-file FILE.")
        return
    yield from examined("Backups", lambda: of_backups.last_backup(there, of.folder, key, of.moment))
    if of.store is not None:
        yield from of_backups.rotation(there, of.moment, of.config.backups)
    if of.rehearse:
        yield from examined("Rehearsal", lambda: _rehearsed(of, last, key))
    elif of.store is not None:
        yield of_backups.rehearsal(rehearsal.last(of.store), of.moment)
    yield from of_backups.replaced(of.path)


def _rehearsed(of: Patient, last: Backup | None, key: Key | None) -> Iterator[Line]:
    if last is None:
        yield Line("Rehearsal", "look", "There is no backup to rehearse with", "`oversight backup` makes one.")
        return
    found = rehearsal.rehearse(last, key, of.today)
    if of.store is not None:
        rehearsal.remember(of.store, last)
    said = [count(found.entries, "entry", "entries"), count(found.rows, "row") + " of the journal"]
    said.append(f"a board of {count(found.children, 'child', 'children')}")
    yield Line("Rehearsal", "ok", f"{last.path.name} was restored to a file of its own just now: {', '.join(said)}")


def _newest_line(store: Store | None) -> datetime | None:
    if store is None:
        return None
    with store.reading():
        return newest_moment(store)
