"""Whatever can be sent out, by what it is: one way for the screen to ask for any of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.exchange.documents.forms import form_of
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, WorkerId
from oversight_tui.practice.outgoing import SendOut
from oversight_tui.practice.span import span_back
from oversight_tui.services.exporting import child_documents, inspection, worker_documents
from oversight_tui.services.exporting.to_file import refuse_in_the_way, refuse_the_store

if TYPE_CHECKING:
    from db.engine import Store


def send_out(
    store: Store, asked: SendOut, today: date, marking: str, teams: Sequence[str] = (), *, all_teams: bool = False
) -> str:
    """Write it, and say what was written and where; `teams` are those on the board, for what is of a whole team.

    Raises NotWritten (AlreadyThere where it is to be asked about), NoSuchForm, NotInStore, NoSuchTeam, and StoreError
    where the journal cannot be written.
    """
    refuse_the_store(asked.path, store.path)
    refuse_in_the_way(asked.path, replace=asked.replace)
    match asked.about:
        case AboutChild():
            return _of_child(store, asked, asked.about.id, today, marking)
        case AboutWorker():
            return _of_worker(store, asked, asked.about.id, today, marking)
        case None:
            return _inspection(store, asked, today, marking, teams, all_teams=all_teams)


def _of_child(store: Store, asked: SendOut, child: ChildId, today: date, marking: str) -> str:
    is_file, form = asked.what == "file", form_of(asked.path, None)
    export = child_documents.export_child if is_file else child_documents.export_subject_access
    done = export(store, child, asked.path, form, today, marking, with_sensitive=asked.with_sensitive)
    return done.says("child" if is_file else "subject access, child")


def _of_worker(store: Store, asked: SendOut, worker: WorkerId, today: date, marking: str) -> str:
    path, form = asked.path, form_of(asked.path, None)
    if asked.what == "handover":
        given_to = asked.given_to or None
        pack = worker_documents.export_handover(store, worker, path, form, today, marking, given_to=given_to, last=None)
        return pack.says("handover")
    is_file = asked.what == "file"
    export = worker_documents.export_worker if is_file else worker_documents.export_subject_access
    done = export(store, worker, path, form, today, marking, with_own_file=asked.with_own_file)
    return done.says("worker" if is_file else "subject access, worker")


def _inspection(
    store: Store, asked: SendOut, today: date, marking: str, teams: Sequence[str], *, all_teams: bool
) -> str:
    span, sampling = asked.span or span_back(None, None, today), inspection.Sampling(asked.children, asked.seed)
    pack = inspection.export_inspection(
        store,
        asked.path,
        span,
        sampling,
        today,
        marking=marking,
        teams=teams,
        all_teams=all_teams,
        replace=asked.replace,
    )
    return inspection.said_of(pack, asked.path)
