"""A child's file, and what is given to a child who asks for what is held about them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from db.queries.pages import child_history
from db.queries.single import worker_names
from db.queries.third_parties import children_here
from oversight_tui.exchange.documents.child_file import child_file, sensitive_left_out
from oversight_tui.exchange.documents.forms import Form
from oversight_tui.exchange.documents.model import Document, Face
from oversight_tui.exchange.documents.subject_access import for_a_child
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.third_parties import Known, OtherChild, ThirdParties, persons_in
from oversight_tui.services.exporting.documents import Exported, document_face, write_document
from oversight_tui.services.files import child_page
from oversight_tui.services.identity import whose
from oversight_tui.words.labels import SENIOR

if TYPE_CHECKING:
    from db.engine import Store


class MadeOfAChild(Protocol):
    """What makes a document of a child's page."""

    def __call__(
        self,
        page: ChildPage,
        third_parties: ThirdParties,
        face: Face,
        author: str,
        today: date,
        *,
        with_sensitive: bool,
    ) -> Document: ...


def export_child(
    store: Store, child: ChildId, path: Path, form: Form, today: date, marking: str, *, with_sensitive: bool
) -> Exported:
    """The child's file. Raises NotInStore, NotWritten, and StoreError where the journal cannot be written."""
    return _export(store, child, path, form, today, marking, child_file, "child", with_sensitive=with_sensitive)


def export_subject_access(
    store: Store, child: ChildId, path: Path, form: Form, today: date, marking: str, *, with_sensitive: bool
) -> Exported:
    """What is held about the child, as it might be given to them. Raises as `export_child`."""
    kind = "subject access"
    return _export(store, child, path, form, today, marking, for_a_child, kind, with_sensitive=with_sensitive)


def _export(
    store: Store,
    child: ChildId,
    path: Path,
    form: Form,
    today: date,
    marking: str,
    made: MadeOfAChild,
    kind: str,
    *,
    with_sensitive: bool,
) -> Exported:
    page = page_for_export(store, child, today, with_sensitive=with_sensitive)
    face, author = document_face(store, today, marking)
    document = made(page, third_parties_of(store, child), face, author, today, with_sensitive=with_sensitive)
    about = {"child": child, "sensitive": with_sensitive}
    left_out = sensitive_left_out(page, with_sensitive=with_sensitive)
    return write_document(store, document, path, form, kind, about, left_out=left_out)


def page_for_export(store: Store, child: ChildId, today: date, *, with_sensitive: bool) -> ChildPage:
    """The child's page, with the words of its sensitive entries where they are to go too. Raises NotInStore."""
    with store.reading():
        page = child_page(store, child, today)
        sensitive = {one.corrects or one.id for one in page.entries if one.sensitive}
        return child_page(store, child, today, opened=sensitive) if with_sensitive and sensitive else page


def third_parties_of(store: Store, child: ChildId) -> ThirdParties:
    """Who may be named in the record of a child and is a third party there."""
    with store.reading():
        every = children_here(store)
        workers = tuple(one.name for one in worker_names(store))
        history = child_history(store, child)
        manager = whose(store).names
    persons, professionals = persons_in(row.content for row in history.rows)
    recorders = {row.by for row in history.rows}
    own = next((one for one in every if one.id == child), None)
    family = own.family if own is not None else None
    others = tuple(
        OtherChild(one.reference, one.name, family is not None and one.family == family)
        for one in every
        if one.id != child
    )
    names = tuple(filter(None, (own.reference, own.name))) if own is not None else ()
    known = Known(names, (*workers, *manager, *recorders, *professionals, *SENIOR), others, persons, family)
    return ThirdParties(known)
