"""Whatever can be sent out, by what it is: one way for the screen to ask for any of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, WorkerId
from oversight_tui.practice.outgoing import SendOut
from oversight_tui.services.exporting import child_documents, worker_documents
from oversight_tui.services.exporting.to_file import refuse_in_the_way, refuse_the_store

if TYPE_CHECKING:
    from db.engine import Store


def send_out(store: Store, asked: SendOut, today: date, marking: str) -> str:
    """Write it, and say what was written and where. Raises NotWritten (AlreadyThere where it is to be asked about),
    NotInStore, and StoreError where the journal cannot be written.
    """
    refuse_the_store(asked.path, store.path)
    refuse_in_the_way(asked.path, replace=asked.replace)
    match asked.about:
        case AboutChild():
            return _of_child(store, asked, asked.about.id, today, marking)
        case AboutWorker():
            return _of_worker(store, asked, asked.about.id, today, marking)


def _of_child(store: Store, asked: SendOut, child: ChildId, today: date, marking: str) -> str:
    is_file = asked.what == "file"
    export = child_documents.export_child if is_file else child_documents.export_subject_access
    done = export(store, child, asked.path, asked.form, today, marking, with_sensitive=asked.with_sensitive)
    return done.says("child" if is_file else "subject access, child")


def _of_worker(store: Store, asked: SendOut, worker: WorkerId, today: date, marking: str) -> str:
    if asked.what == "handover":
        given_to = asked.given_to or None
        return worker_documents.export_handover(
            store, worker, asked.path, asked.form, today, marking, given_to=given_to, last=None
        ).says("handover")
    is_file = asked.what == "file"
    export = worker_documents.export_worker if is_file else worker_documents.export_subject_access
    done = export(store, worker, asked.path, asked.form, today, marking, with_own_file=asked.with_own_file)
    return done.says("worker" if is_file else "subject access, worker")
