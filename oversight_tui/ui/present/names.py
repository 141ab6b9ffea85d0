"""What is written where a name or a sentence about a child stands, also while names are hidden.

While they are hidden a worker goes by initials, a child by reference alone, and what was written about them is not
shown at all, since it may hold names too.
"""

from __future__ import annotations

from msgspec import Struct

from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import Child
from oversight_tui.ui.present.glyphs import Glyphs
from oversight_tui.words.text import one_line, paragraphs


class Names(Struct, frozen=True):
    """How names are written now."""

    glyphs: Glyphs
    hidden: bool = False

    def worker(self, name: str | None) -> str:
        """A worker: the name, or initials while names are hidden; nothing for nobody."""
        if not name:
            return ""
        cleaned = one_line(name)
        if self.hidden:
            return "".join(part[0] for part in cleaned.split()).upper()
        return cleaned

    def short_worker(self, name: str | None) -> str:
        """A worker's name, short: `A Khan`."""
        cleaned = self.worker(name)
        first, _, last = cleaned.rpartition(" ")
        return f"{first[0]} {last}" if first and not self.hidden else cleaned

    def child(self, child: Child | None) -> str:
        """A child: the reference, and the local name where there is one and names are shown."""
        if child is None:
            return ""
        reference = one_line(child.reference)
        return f"{reference} {one_line(child.name)}" if child.name and not self.hidden else reference

    def short_child(self, child: Child) -> str:
        """A child, the family name by its first letter: `C-4633 Aisha B`."""
        *first, last = self.child(child).split(" ")
        return " ".join((*first, last[:1])) if len(first) > 1 else self.child(child)

    def child_of_worker(self, child: Child | None, worker: str | None, nobody: str = "") -> str:
        """A child with the worker who holds them, who is called so: a name alone would read as the child's. `nobody`
        is said where nobody holds them.
        """
        holder = f"worker {self.worker(worker)}" if worker else nobody
        return f" {self.glyphs.dot} ".join(filter(None, (self.child(child), holder)))

    def text(self, written: str | None) -> str:
        """What somebody wrote, on one line."""
        if not written:
            return ""
        return self.glyphs.hidden if self.hidden else one_line(written)

    def long_text(self, written: str | None) -> str:
        """What somebody wrote, with its line breaks."""
        if not written:
            return ""
        return self.glyphs.hidden if self.hidden else paragraphs(written)


def without_names(says: str, names: Names, board: Board | None) -> str:
    """A sentence of the program, while names are hidden without the names that the board knows."""
    if not names.hidden or board is None:
        return says
    shown = {name: names.worker(name) for name in _workers(board)}
    for row in board.children:
        shown |= {name: names.glyphs.hidden for name in (row.child.name, row.child.family) if name}
    for name in sorted(shown, key=len, reverse=True):  # "Ann Lee-Jones" before "Ann Lee"
        says = says.replace(name, shown[name])
    return says


def _workers(board: Board) -> set[str]:
    found = {board.manager.manager.name} if board.manager else set()
    for row in board.workers:
        worker = row.worker
        helps_out = row.missing_cover.by if row.missing_cover else row.covered_by
        people = (worker.name, worker.supervisor, worker.second_supervisor, worker.last_held_by, helps_out)
        found |= {name for name in people if name}
    return found
