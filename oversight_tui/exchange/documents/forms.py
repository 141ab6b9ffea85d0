"""The forms a document may be written in, and which one the ending of a file's name asks for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from msgspec import Struct

from oversight_tui.exchange.documents.html import as_html
from oversight_tui.exchange.documents.model import Document
from oversight_tui.words.problems import PlainProblem

Form = Literal["html", "docx", "pdf"]
FORMS: tuple[Form, ...] = ("html", "docx", "pdf")
_ENDINGS: dict[str, Form] = {".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}


class NoSuchForm(PlainProblem):
    """No form is known by the ending of a file's name."""


class Written(Struct, frozen=True):
    """A document as the bytes of a file; `pages` is None where whoever opens it counts them. `lacking` are letters that
    no font here has.
    """

    content: bytes
    pages: int | None = None
    lacking: frozenset[str] = frozenset()


def form_of(path: Path, said: Form | None) -> Form:
    """The form that was said, else that of the ending. Raises NoSuchForm."""
    form = said or _ENDINGS.get(path.suffix.lower())
    if form is None:
        raise NoSuchForm("The file's name must end in .html, .docx or .pdf; or say which with --form.")
    return form


def written(document: Document, form: Form, made_at: datetime) -> Written:
    """The document in this form."""
    if form == "html":
        return Written(as_html(document))
    if form == "docx":
        from oversight_tui.exchange.documents.docx import as_docx

        return Written(as_docx(document, made_at))
    from oversight_tui.exchange.documents.pdf import as_pdf

    pdf = as_pdf(document, made_at)
    return Written(pdf.content, pdf.pages, pdf.lacking)
