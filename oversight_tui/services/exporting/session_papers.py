"""The sheet before a session and the record after it, as a file: plain text, or a document to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.exchange.documents.forms import form_of
from oversight_tui.exchange.documents.session_paper import session_paper
from oversight_tui.practice.session_told import SessionRecord, SessionSheet, as_text, record_told, sheet_told
from oversight_tui.services.exporting.documents import document_face, write_document
from oversight_tui.services.exporting.face import face_of, note_exported
from oversight_tui.services.exporting.to_file import IN_JOURNAL, path_shown, write_file
from oversight_tui.words.dates import as_at_said, count
from oversight_tui.words.text import one_line, paragraphs

if TYPE_CHECKING:
    from db.engine import Store


def title_of(page: SessionSheet | SessionRecord) -> str:
    """What stands over it."""
    if isinstance(page, SessionSheet):
        return f"For supervision: {page.worker}"
    return f"Record of supervision: {page.worker}"


def lines_of(page: SessionSheet | SessionRecord, today: date) -> Sequence[tuple[int, str]]:
    """What it says, each with how far in it stands."""
    return tuple(sheet_told(page, today) if isinstance(page, SessionSheet) else record_told(page))


def export_paper(store: Store, page: SessionSheet | SessionRecord, path: Path, today: date, marking: str) -> str:
    """Write it in the form of the file's ending; returns what to say. Raises NoSuchForm, NotWritten, and StoreError."""
    kind = "session sheet" if isinstance(page, SessionSheet) else "session record"
    title, told, about = title_of(page), lines_of(page, today), _about(page)
    if path.suffix.lower() == ".txt":
        with store.writing():
            face = face_of(store, today, marking)
            note_exported(store, kind, about)
        head = one_line(f"{as_at_said(face.as_of, face.data_as_at)}. Made by {face.by}.")
        text = paragraphs("\n".join(as_text(title, iter(told))))
        lines = [*filter(None, (face.marking,)), head, "", text, *filter(None, ("", face.marking))]
        write_file(path, ("\n".join(lines).rstrip("\n") + "\n").encode())
        children = len(page.children)
        return f"Written to {path_shown(path)}: {kind}, {count(children, 'child', 'children')}. {IN_JOURNAL}"
    face_of_it, author = document_face(store, today, marking)
    document = session_paper(title, told, face_of_it, author)
    done = write_document(store, document, path, form_of(path, None), kind, about, children=len(page.children))
    return done.says(kind)


def _about(page: SessionSheet | SessionRecord) -> Mapping[str, object]:
    if isinstance(page, SessionSheet):
        return {"worker": page.worker_id, "on": page.on.isoformat(), "personal": page.goals is not None}
    return {"worker": page.worker_id, "entry": page.session.id, "personal": page.own is not None}
