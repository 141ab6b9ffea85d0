"""A session's agenda and the sessions after it as rows: who comes when, why, and who has to be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from oversight_tui.practice.agenda import AgendaItem, AgendaSession, Candidate
from oversight_tui.practice.session_pages import SessionInHand
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.line_list import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage, Tone
from oversight_tui.words.dates import count, weekday_day

COLUMNS = (Column(1), Column(11), Column(), Column(6, "right", from_width=44))
# The key of a row that begins a later session, or those in none of them.
HEADING = "session:"
NONE_OF_THESE = "none"


def agenda_rows(session: SessionInHand, today: Iterable[AgendaItem], names: Names) -> Iterator[Line]:
    """Today's children, then the later sessions with theirs, then who comes in none of them."""
    shown = set()
    for item in today:
        shown.add(item.child.child_id)
        yield _line(item.child, names, must=item.must, written=item.child.child_id in session.written)
    for later in session.agenda.sessions[1:]:
        items = [item for item in later.items if item.child.child_id not in shown]
        yield _heading(later.slot.on.isoformat(), _session(later, len(items)))
        for item in items:
            shown.add(item.child.child_id)
            yield _line(item.child, names, must=item.must)
    beyond = [child for child in session.candidates if child.child_id not in shown]
    if beyond:
        yield _heading(NONE_OF_THESE, f"In none of these: {len(beyond)}")
        yield from (_line(child, names) for child in beyond)


def day_of_row(session: SessionInHand, child_id: str) -> date | None:
    """The day of the later session on whose agenda a child is, None where it is on none."""
    for later in session.agenda.sessions[1:]:
        if any(item.child.child_id == child_id for item in later.items):
            return later.slot.on
    return None


def why(child: Candidate) -> Passage:
    """The named reasons with their points."""
    factors = ", ".join(f"{one.factor} {one.points:+g}" for one in child.because)
    return Passage(f"Why: {factors or 'in turn'}", "quiet", hang=5)


def _session(later: AgendaSession, children: int) -> str:
    planned = "" if later.slot.plan_id else ", not planned yet"
    return f"{weekday_day(later.slot.on)}, {count(later.slot.minutes, 'minute')}: {children}{planned}"


def _heading(key: str, words: str) -> Line:
    return Line(HEADING + key, (Cell(""), Cell(""), Cell(words, "quiet"), Cell("")), counted=False)


def _line(child: Candidate, names: Names, *, must: bool = False, written: bool = False) -> Line:
    sign = names.signs.decided if written else names.signs.overdue if must else " "
    tone: Tone = "good" if written else "alarm" if must else "plain"
    waits = child.open_actions + child.open_worries
    reasons = ", ".join(one.factor for one in child.because) or "in turn"
    return Line(
        child.child_id,
        (
            Cell(sign, tone),
            Cell(child.reference, "quiet" if written else "strong"),
            Cell(reasons),
            Cell(f"{waits} open" if waits else "", "quiet"),
        ),
    )
