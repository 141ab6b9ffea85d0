"""Whatever can be sent out, by what it is: one way for the screen to ask for any of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from oversight_tui.config import DIGEST_SHOWS, load_config
from oversight_tui.exchange.documents.forms import form_of
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, WorkerId
from oversight_tui.practice.outgoing import SendOut
from oversight_tui.practice.span import span_back
from oversight_tui.services.exporting import child_documents, worker_documents
from oversight_tui.services.exporting.kept import refuse_kept
from oversight_tui.services.exporting.to_file import refuse_in_the_way, write_file

if TYPE_CHECKING:
    from db.engine import Store


class Sending(Struct, frozen=True):
    """From where, as things stand on which day, under which marking; `teams` are those on the board."""

    store: Store
    today: date
    marking: str
    teams: tuple[str, ...] = ()
    all_teams: bool = False

    @property
    def file(self) -> Path | None:
        """The file of the store, None for one on a server."""
        return None if self.store.on_a_server else self.store.path


def send_out(sending: Sending, asked: SendOut) -> str:
    """Write it, and say what was written and where.

    Raises NotWritten (AlreadyThere where it is to be asked about), NoSuchForm, NotInStore, NoSuchTeam, and StoreError
    where the journal cannot be written.
    """
    if asked.what == "tables":
        return _tables(sending, asked)
    refuse_kept((asked.path,), sending.file)
    refuse_in_the_way(asked.path, replace=asked.replace)
    match asked.what:
        case "calendar" | "team_calendar":
            return _calendar(sending, asked)
        case "digest":
            return _digest(sending, asked)
        case "inspection":
            return _inspection(sending, asked)
        case "sight":
            return _sight(sending, asked)
    match asked.about:
        case AboutChild():
            return _of_child(sending, asked, asked.about.id)
        case AboutWorker():
            return _of_worker(sending, asked, asked.about.id)
    raise ValueError(asked.what)


def _tables(sending: Sending, asked: SendOut) -> str:
    from oversight_tui.services.exporting.tables.writing import (
        TablesAsked,
        files_of,
        refuse_target,
        said_of,
        write_tables,
    )

    refuse_kept((asked.path, *files_of(asked.path, ())), sending.file)
    refuse_target(asked.path, (), replace=asked.replace)
    of = TablesAsked((), sending.teams, sending.all_teams)
    return said_of(asked.path, write_tables(sending.store, asked.path, sending.today, sending.marking, of))


def _calendar(sending: Sending, asked: SendOut) -> str:
    from oversight_tui.services.exporting.calendar import CalendarAsked, write_calendar

    worker = asked.about.id if isinstance(asked.about, AboutWorker) else None
    of = CalendarAsked(sending.teams, sending.all_teams, worker, names=asked.names)
    return write_calendar(sending.store, asked.path, sending.today, sending.marking, of).says(asked.path)


def _digest(sending: Sending, asked: SendOut) -> str:
    from oversight_tui.services.exporting.digest import said_of, weekly_digest

    shows = next((one for one in DIGEST_SHOWS if one == asked.shows), None) or load_config().digest_shows
    digest, text = weekly_digest(
        sending.store, sending.today, sending.marking, sending.teams, all_teams=sending.all_teams, shows=shows
    )
    write_file(asked.path, text.encode("utf-8"))
    return said_of(asked.path, digest, shows)


def _sight(sending: Sending, asked: SendOut) -> str:
    from oversight_tui.services.exporting.sight import export_sight

    form = form_of(asked.path, None)
    today, marking = sending.today, sending.marking
    done = export_sight(sending.store, asked.path, form, today, marking, sending.teams, all_teams=sending.all_teams)
    return done.says("line of sight")


def _of_child(sending: Sending, asked: SendOut, child: ChildId) -> str:
    store, today, marking = sending.store, sending.today, sending.marking
    is_file, form = asked.what == "file", form_of(asked.path, None)
    export = child_documents.export_child if is_file else child_documents.export_subject_access
    done = export(store, child, asked.path, form, today, marking, with_sensitive=asked.with_sensitive)
    return done.says("child" if is_file else "subject access, child")


def _of_worker(sending: Sending, asked: SendOut, worker: WorkerId) -> str:
    store, today, marking = sending.store, sending.today, sending.marking
    if asked.what in ("sheet", "record"):
        return _paper_of_a_session(sending, asked, worker)
    path, form = asked.path, form_of(asked.path, None)
    if asked.what == "handover":
        given_to = asked.given_to or None
        pack = worker_documents.export_handover(store, worker, path, form, today, marking, given_to=given_to, last=None)
        return pack.says("handover")
    is_file = asked.what == "file"
    export = worker_documents.export_worker if is_file else worker_documents.export_subject_access
    done = export(store, worker, path, form, today, marking, with_own_file=asked.with_own_file)
    return done.says("worker" if is_file else "subject access, worker")


def _paper_of_a_session(sending: Sending, asked: SendOut, worker: WorkerId) -> str:
    from oversight_tui.services.exporting.session_papers import export_paper
    from oversight_tui.services.session_told import last_session, session_record, session_sheet

    store, today, headings, own = sending.store, sending.today, load_config().headings, asked.with_own_file
    if asked.what == "sheet":
        return export_paper(
            store, session_sheet(store, worker, today, headings, personal=own), asked.path, today, sending.marking
        )
    session = asked.session if asked.session is not None else last_session(store, worker)
    record = session_record(store, session, today, headings, personal=own)
    return export_paper(store, record, asked.path, today, sending.marking)


def _inspection(sending: Sending, asked: SendOut) -> str:
    from oversight_tui.services.exporting.inspection import Sampling, export_inspection, said_of

    pack = export_inspection(
        sending.store,
        asked.path,
        asked.span or span_back(None, None, sending.today),
        Sampling(asked.children, asked.seed),
        sending.today,
        marking=sending.marking,
        teams=sending.teams,
        all_teams=sending.all_teams,
        replace=asked.replace,
    )
    return said_of(pack, asked.path)
