"""What a session is to be about, and what was said in it about one child: an entry each, in one event."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import models
from db.recording import Recording, recording
from db.writes.children import write_actions, write_scales
from db.writes.sessions import also_there
from oversight_tui.practice.requests import SessionTalk

if TYPE_CHECKING:
    from db.engine import Store


def change_agenda(
    store: Store, worker: int, children: tuple[int, ...], session_on: date, change: str, on: date, author: str
) -> int:
    """Children put on an agenda, taken off it, or not reached; returns the last entry."""
    with recording(store, author) as event:
        entry = 0
        for child in children:
            entry = event.add(
                "agenda",
                models.AgendaChange,
                child=child,
                worker=worker,
                on=on,
                session_on=session_on,
                change=change,
            )
        return entry


def talk_in_session(store: Store, talk: SessionTalk, session: int | None, author: str) -> tuple[int, list[int]]:
    """What was said about children in a session, one entry each; returns the session and the entries.

    The session is held from the first of them on; a child who is on its list already is not put there again.
    """
    with recording(store, author) as event:
        session = session if session is not None else _held(event, talk)
        known = {
            row[0]
            for row in store.database.execute_sql(
                "SELECT child_id FROM session_child WHERE session_id = ?", (session,)
            ).fetchall()
        }
        entries = []
        for child in dict.fromkeys(map(int, talk.children)):
            if child not in known:
                event.identity(models.SessionChild, session=session, child=child)
                event.note("session_children", {"session": session, "children": [child]})
            entries.append(_about(event, talk, session, child))
        return session, entries


def _held(event: Recording, talk: SessionTalk) -> int:
    held = event.add(
        "session_held",
        models.SessionHeld,
        worker=int(talk.worker_id),
        on=talk.on,
        plan=int(talk.planned_id) if talk.planned_id else None,
        session_kind=talk.kind,
        minutes=None,
        supervisor=talk.supervisor,
    )
    also_there(event, held, talk.others)
    return held


def _about(event: Recording, talk: SessionTalk, session: int, child: int) -> int:
    """The entry of one child, with its decision and actions."""
    entry = event.add(
        "discussion",
        models.Discussion,
        child=child,
        worker=int(talk.worker_id),
        on=talk.on,
        sensitive=talk.sensitive,
        setting="group" if talk.kind == "group" else "supervision",
        session=session,
        text=talk.text,
        what_changed=talk.what_changed,
        worries=talk.worries,
        going_well=talk.going_well,
        analysis=talk.analysis,
        childs_view=talk.childs_view,
    )
    write_scales(event, entry, talk.scales)
    decision = None
    if talk.decision:
        decision = event.add(
            "decision",
            models.Decision,
            child=child,
            on=talk.on,
            text=talk.decision,
            because=talk.because,
            decision_kind=talk.decision_kind,
            discussion=entry,
        )
    write_actions(event, talk.actions, talk.on, decision, child=child)
    return entry
