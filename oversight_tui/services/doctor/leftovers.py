"""The doctor's look at what broken-off work has left: files beside the store, among its backups, passing folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from db.leftovers import lying
from oversight_tui.services.doctor.lines import Line
from oversight_tui.services.leftovers import named, settled
from oversight_tui.services.passing_folder import forget_abandoned_folders
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engine import Store


def lines(path: Path, folder: Path, store: Store | None) -> Iterator[Line]:
    """What was settled when the store was opened, and what lies there still."""
    wrong = False
    for says in settled(store) if store is not None else ():
        wrong = True
        yield Line("Leftovers", "look", says.removesuffix("."))
    found = lying(path, folder)
    if found:
        wrong = True
        says = f"{count(len(found), 'file')} of work that was broken off, or goes on just now: "
        do = "Opening the store with its passphrase finishes or removes what is its own and was broken off."
        yield Line("Leftovers", "look", says + named([str(one) for one in found]), do)
    gone = forget_abandoned_folders()
    if gone:
        wrong = True
        says = f"{count(gone, 'folder')} of a made-up team, a rehearsal or a list that was tried, now removed"
        yield Line("Leftovers", "look", says)
    if not wrong:
        yield Line("Leftovers", "ok", "Nothing of work that was broken off")
