"""Documents for another office: read from the store, set in a form, noted in the journal, and only then a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from oversight_tui.clock import now
from oversight_tui.exchange.documents.forms import Form, written
from oversight_tui.exchange.documents.model import Document, Entry
from oversight_tui.exchange.documents.model import Face as DocumentFace
from oversight_tui.services.exporting.face import face_of, note_exported
from oversight_tui.services.exporting.to_file import IN_JOURNAL, path_shown, write_file
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store


Things = Literal["entries", "children"]


class Exported(Struct, frozen=True):
    """What went out: the file, its form, the `number` of things `of` which it is made and (where known) of its pages,
    how many sensitive entries were left out, and letters that no font had.
    """

    path: Path
    form: Form
    number: int
    of: Things
    pages: int | None
    sensitive_left_out: int
    lacking: frozenset[str]

    def says(self, what: str) -> str:
        """What was written and where, in a sentence."""
        said = [what, count(self.number, "child" if self.of == "children" else "entry", self.of)]
        said += [count(self.pages, "page")] if self.pages is not None else []
        if self.sensitive_left_out:
            said.append(f"{count(self.sensitive_left_out, 'sensitive entry', 'sensitive entries')} left out")
        if self.lacking:
            said.append(f"{count(len(self.lacking), 'letter')} spelt out that no font here has")
        return f"Written to {path_shown(self.path)}: {', '.join(said)}. {IN_JOURNAL}"


def document_face(store: Store, today: date, marking: str) -> tuple[DocumentFace, str]:
    """The face of a document made now, and who makes it."""
    with store.reading():
        face = face_of(store, today, marking)
    at = now().astimezone()
    lists = f"lists as at {long_day(face.data_as_at)}" if face.data_as_at else "no list imported"
    by = one_line(face.by)
    made = f"Made by {by} on {long_day(at.date())} {at:%H:%M}"
    return DocumentFace(one_line(face.marking), f"As at {long_day(face.as_of)}; {lists}.", made), by


def write_document(
    store: Store,
    document: Document,
    path: Path,
    form: Form,
    kind: str,
    about: Mapping[str, object],
    *,
    left_out: int = 0,
    children: int | None = None,
) -> Exported:
    """Note it in the journal, then write it; it is told by its entries, or by its `children` where it has some.

    Raises NotWritten, and StoreError where the journal cannot be written.
    """
    content = written(document, form, now())
    of: Things = "entries" if children is None else "children"
    entries = sum(isinstance(block, Entry) for section in document.sections for block in section.blocks)
    number = entries if children is None else children
    with store.writing():
        note_exported(store, kind, {**about, "form": form, of: number})
    write_file(path, content.content)
    return Exported(path, form, number, of, content.pages, left_out, content.lacking)
