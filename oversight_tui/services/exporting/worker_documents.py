"""A worker's file, and the pack for whoever takes over or stands in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from db.queries.single import worker_names
from db.queries.third_parties import children_here
from oversight_tui.exchange.documents.forms import Form
from oversight_tui.exchange.documents.handover import children_in, handover_pack
from oversight_tui.exchange.documents.subject_access import for_a_worker
from oversight_tui.exchange.documents.worker_file import worker_file
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.pages import WorkerPage
from oversight_tui.practice.third_parties import Known, OtherChild, ThirdParties
from oversight_tui.services.brief import brief_for
from oversight_tui.services.exporting.documents import Exported, document_face, write_document
from oversight_tui.services.files import worker_page
from oversight_tui.services.identity import whose
from oversight_tui.services.personal import personal_file
from oversight_tui.services.regularity import regularity_of_the_year

if TYPE_CHECKING:
    from db.engine import Store


def export_worker(
    store: Store, worker: WorkerId, path: Path, form: Form, today: date, marking: str, *, with_own_file: bool
) -> Exported:
    """The worker's file; that their own file was opened for it is in the journal. Raises NotInStore, NotWritten, and
    StoreError where the journal cannot be written.
    """
    page = worker_page(store, worker, today)
    own = personal_file(store, worker) if with_own_file else None
    face, author = document_face(store, today, marking)
    document = worker_file(page, regularity_of_the_year(store, worker, today), own, face, author, today)
    return write_document(store, document, path, form, "worker", {"worker": worker, "personal": with_own_file})


def export_subject_access(
    store: Store, worker: WorkerId, path: Path, form: Form, today: date, marking: str, *, with_own_file: bool
) -> Exported:
    """What is held about the worker, as it might be given to them. Raises as `export_worker`."""
    page = worker_page(store, worker, today)
    own = personal_file(store, worker) if with_own_file else None
    face, author = document_face(store, today, marking)
    year, third_parties = regularity_of_the_year(store, worker, today), _third_parties_of(store, page)
    document = for_a_worker(page, year, own, third_parties, face, author, today)
    about = {"worker": worker, "personal": with_own_file}
    return write_document(store, document, path, form, "subject access", about)


def _third_parties_of(store: Store, page: WorkerPage) -> ThirdParties:
    """Every child is one in what is given to a worker; who works here is none."""
    with store.reading():
        children = tuple(OtherChild(one.reference, one.name, False) for one in children_here(store))
        workers = tuple(one.name for one in worker_names(store))
    return ThirdParties(Known((page.row.worker.name,), (*workers, *whose(store).names), children))


def export_handover(
    store: Store,
    worker: WorkerId,
    path: Path,
    form: Form,
    today: date,
    marking: str,
    *,
    given_to: str | None,
    last: date | None,
) -> Exported:
    """The pack for a worker's children, up to a last day. Raises as `brief_for` and `write_document`."""
    found = brief_for(store, worker, today, last=last)
    face, author = document_face(store, today, marking)
    document = handover_pack(found, given_to, face, author, today)
    about = {"worker": worker, "until": found.last.isoformat()}
    return write_document(store, document, path, form, "handover", about, children=children_in(found))
