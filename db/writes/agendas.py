"""What a session is to be about, and what was said in it about one child: an entry each, in one event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.recording import Recording, recording
from db.writes.children import write_actions, write_scales
from db.writes.sessions import also_there
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.records.parts import SessionChild
from oversight_tui.practice.requests import ChangeAgenda, SessionTalk

if TYPE_CHECKING:
    from db.engine import Store


def change_agenda(store: Store, request: ChangeAgenda, on: date, author: str) -> EntryId:
    """Children put on an agenda, taken off it, or not reached; returns the last entry. Raises ValueError for none."""
    with recording(store, author) as event:
        change = records.AgendaChange(request.session_on, request.step)
        entries = [event.add(change, child=child, worker=request.worker_id, on=on) for child in request.children]
    if not entries:
        raise ValueError("No child is named whose place on the agenda changes.")
    return entries[-1]


def talk_in_session(
    store: Store, talk: SessionTalk, children: Sequence[ChildId], session: EntryId | None, author: str
) -> tuple[EntryId, list[EntryId]]:
    """What was said about these children in a session, one entry each; returns the session and the entries.

    The session is held from the first of them on; a child who is on its list already is not put there again.
    """
    with recording(store, author) as event:
        session = session if session is not None else _held(event, talk)
        known = {row[0] for row in store.rows("SELECT child_id FROM session_child WHERE session_id = ?", (session,))}
        entries = []
        for child in dict.fromkeys(children):
            if child not in known:
                event.add_part(SessionChild(session, child))
            entries.append(_about(event, talk, session, child))
        return session, entries


def _held(event: Recording, talk: SessionTalk) -> EntryId:
    held = records.SessionHeld(talk.kind, talk.planned_id, supervisor=talk.supervisor)
    entry = event.add(held, worker=talk.worker_id, on=talk.on)
    also_there(event, entry, talk.others)
    return entry


def _about(event: Recording, talk: SessionTalk, session: EntryId, child: ChildId) -> EntryId:
    """The entry of one child, with its decision and actions."""
    said = records.Discussion(
        setting="group" if talk.kind == "group" else "supervision",
        session=session,
        text=talk.text,
        what_changed=talk.what_changed,
        worries=talk.worries,
        going_well=talk.going_well,
        analysis=talk.analysis,
        childs_view=talk.childs_view,
    )
    entry = event.add(said, child=child, worker=talk.worker_id, on=talk.on, sensitive=talk.sensitive)
    write_scales(event, entry, talk.scales)
    decision = None
    if talk.decision:
        decided = records.Decision(talk.decision, talk.decision_kind, talk.because, discussion=entry)
        decision = event.add(decided, child=child, on=talk.on, sensitive=talk.sensitive)
    write_actions(event, talk.actions, talk.on, decision, child=child, sensitive=talk.sensitive)
    return entry
