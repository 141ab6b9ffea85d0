"""Documents for another office: read from the store, set in a form, noted in the journal, and only then a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from oversight_tui.clock import now
from oversight_tui.exchange.documents.forms import Form, written
from oversight_tui.exchange.documents.model import Document, Entry
from oversight_tui.exchange.documents.model import Face as DocumentFace
from oversight_tui.services.exporting.face import face_of, note_exported
from oversight_tui.services.exporting.to_file import write_file
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


class Exported(Struct, frozen=True):
    """What went out: the file, its form, how many entries and (where that is known) pages it has, how many sensitive
    entries were left out, and letters that no font had.
    """

    path: Path
    form: Form
    entries: int
    pages: int | None
    sensitive_left_out: int
    lacking: frozenset[str]


def document_face(store: Store, today: date, marking: str) -> tuple[DocumentFace, str]:
    """The face of a document made now, and who makes it."""
    with store.reading():
        face = face_of(store, today, marking)
    at = now().astimezone()
    lists = f"lists as at {long_day(face.data_as_at)}" if face.data_as_at else "no list imported"
    made = f"Made by {face.by} on {long_day(at.date())} {at:%H:%M}"
    return DocumentFace(face.marking, f"As at {long_day(face.as_of)}; {lists}.", made), face.by


def write_document(
    store: Store, document: Document, path: Path, form: Form, kind: str, about: Mapping[str, object], left_out: int = 0
) -> Exported:
    """Note it in the journal, then write it. Raises NotWritten, and StoreError where the journal cannot be written."""
    content = written(document, form, now())
    entries = sum(isinstance(block, Entry) for section in document.sections for block in section.blocks)
    with store.writing():
        note_exported(store, kind, {**about, "form": form, "entries": entries})
    write_file(path, content.content)
    return Exported(path, form, entries, content.pages, left_out, content.lacking)
