"""The doctor's look into an open store: its writing, encryption, damage, guards, journal and what is worked out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.contents import writing_of
from db.migrations import SCHEMA_VERSION
from db.verification import verify
from oversight_tui.services.doctor.lines import Line
from oversight_tui.services.identity import is_made_up
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engine import Store

_COMPARE = "Tell your IT or information governance, and compare with a backup: `oversight restore`."
_RESTORE = "Keep the file, and restore the newest sound backup: `oversight restore`."


def writing(store: Store) -> Iterator[Line]:
    """Whether what is written is on the disk before that is said, and whether others could read it there."""
    with store.reading():
        found = writing_of(store)
    says = f"Schema {SCHEMA_VERSION}, {found.journal.upper()}"
    if found.keeps_what_it_says:
        yield Line("Writing", "ok", f"{says}, every entry on the disk before it is said to be recorded")
    else:
        do = "A power cut could lose what was recorded. Ask your IT to report this."
        yield Line("Writing", "broken", f"{says}, synchronous {found.synchronous}", do)
    if store.encrypted:
        yield Line("Encryption", "ok", "Encrypted: the file says nothing without its passphrase")
    elif is_made_up(store):
        yield Line("Encryption", "ok", "Not encrypted: the team in it is made up")
    else:
        do = "`oversight passphrase set` encrypts it."
        yield Line("Encryption", "look", "Not encrypted: whoever gets the file can read it", do)


def soundness(store: Store) -> Iterator[Line]:
    """Every page of the file, and every reference in it."""
    with store.reading():
        damaged = store.engine.damage()
        loose = [] if damaged else store.engine.loose_ends()
    if damaged:
        yield Line("Integrity", "broken", f"The file is damaged: {damaged[0]}", _RESTORE)
        return
    yield Line("Integrity", "ok", "Every page of the file was read and is sound")
    if loose:
        yield Line("References", "broken", f"{count(len(loose), 'row')} point nowhere, the first: {loose[0]}", _RESTORE)
    else:
        yield Line("References", "ok", "Every row points at one that is there")


def records(store: Store, do: str = _COMPARE) -> Iterator[Line]:
    """Guards, the chain of the journal with its anchor, every record against it, and what is worked out from them; `do`
    is what to do where a record is not as it was written. An auditor's login looks through the journal alone.
    """
    found = verify(store)
    if store.repaired or found.guards:
        number = len(store.repaired) or len(found.guards)
        says = f"{count(number, 'guard')} had gone missing"
        says += ", put back at this start" if store.repaired else ""
        ask = "Something changed the store past the program: ask who. The next line says if a record was touched."
        yield Line("Guards", "look" if store.repaired else "broken", says, ask)
    else:
        yield Line("Guards", "ok", "Records can only be added to: every guard stands")
    apart = {*found.guards, *found.differing}
    faults = [fault for fault in found.faults if fault not in apart]
    if faults:
        more = f" And {len(faults) - 1} more: `oversight verify` lists them." if len(faults) > 1 else ""
        yield Line("Journal", "broken", f"{faults[0]}{more}", do)
    else:
        end = f"the anchor outside has seen row {found.anchored}" if found.anchored else "no anchor outside yet"
        yield Line("Journal", "ok", f"{count(found.rows, 'row')}, each as it was written; {end}")
    if found.journal_alone:
        yield Line("Records", "unchecked", "Who keeps the server holds them against the journal: your login reads none")
    elif found.differing:
        says = f"{count(len(found.differing), 'row')} of what is worked out is not what the records say"
        yield Line("Board", "broken", says, "The records are right and the board is not: ask your IT to report it.")
    else:
        yield Line("Board", "ok", "What the board shows is what the records say")
