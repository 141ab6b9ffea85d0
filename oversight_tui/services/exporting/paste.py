"""Text to paste, as a file: with its marking and the day it is of, noted in the journal before it is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.practice.case_note import Handed
from oversight_tui.services.exporting.face import face_of, note_exported
from oversight_tui.services.exporting.to_file import write_file
from oversight_tui.words.dates import as_at_said
from oversight_tui.words.text import one_line, paragraphs

if TYPE_CHECKING:
    from db.engine import Store


def export_paste(store: Store, path: Path, hand_out: Callable[[], Handed], today: date, *, marking: str) -> Handed:
    """Write what is handed out. Raises NotWritten, and what handing it out raises; then there is no file."""
    with store.writing():
        handed = hand_out()
        face = face_of(store, today, marking)
        note_exported(store, "paste", {"parts": len(handed.parts)})
    head = one_line(f"{as_at_said(face.as_of, face.data_as_at)}. Made by {face.by}.")
    lines = [*filter(None, (face.marking,)), head, "", paragraphs(handed.text), *filter(None, ("", face.marking))]
    write_file(path, ("\n".join(lines).rstrip("\n") + "\n").encode())
    return handed
