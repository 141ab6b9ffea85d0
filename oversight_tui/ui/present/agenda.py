"""A session's agenda and the sessions after it as rows: who comes when, why, and who has to be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from oversight_tui.practice.agenda import AgendaItem, AgendaSession, Candidate
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.session_pages import SessionInHand
from oversight_tui.ui.present.detail import child_lines
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.since_last_time import since_last_time
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.text_line import Part
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import weekday_day
from oversight_tui.words.labels import NOT_HELD
from oversight_tui.words.times import day_and_time

_WRITTEN = "Written in this session"
_NAMED_FROM = 54  # cells of the list in which a child's name has room beside the reference
_WHOLE_NAMES_FROM = 100  # and in which there is room for a long one, and for the reasons all the same
COLUMNS = (
    Column(1),
    Column(10, below_width=_NAMED_FROM),
    Column(24, from_width=_NAMED_FROM, below_width=_WHOLE_NAMES_FROM),
    Column(40, from_width=_WHOLE_NAMES_FROM),
    Column(),
    Column(6, "right", from_width=44),
)
# The key of a row that begins a later session, or those in none of them.
HEADING = "session:"
NONE_OF_THESE = "none"
NEXT_IN_THE_CYCLE = "next in the cycle"  # why a child comes whom nothing else brings


def agenda_rows(session: SessionInHand, today: Iterable[AgendaItem], names: Names) -> Iterator[Line]:
    """Today's children, then the later sessions with theirs, then who comes in none of them."""
    shown = set()
    called = {row.child.id: names.child(row.child) for row in session.children}
    for item in today:
        shown.add(item.child.child_id)
        yield _line(item.child, called, names, must=item.must, written=item.child.child_id in session.written)
    for later in session.agenda.told[1:]:
        items = [item for item in later.items if item.child.child_id not in shown]
        again = [item.child.reference for item in later.items if item.child.child_id in shown]
        yield _heading(later.slot.on.isoformat(), weekday_day(later.slot.on), _session(later, len(items), again))
        for item in items:
            shown.add(item.child.child_id)
            yield _line(item.child, called, names, must=item.must)
    for gone in session.agenda.fall_out:
        words = f"does not count, {NOT_HELD[gone.why]}"
        yield _heading(f"not held {gone.on.isoformat()}", weekday_day(gone.on), words)
    beyond = [child for child in session.candidates if child.child_id not in shown]
    if beyond:
        yield _heading(NONE_OF_THESE, "Later", f"{len(beyond)} in none of these")
        missed = {child.child_id for child in session.agenda.missed}
        yield from (_line(child, called, names, must=child.child_id in missed) for child in beyond)


def title(session: SessionInHand, names: Names) -> tuple[tuple[Part, ...], ...]:
    """With whom, when and for how long; where there is no room without the length."""
    minutes = session.slot.minutes
    state = "prepared" if session.prepared else "begun" if session.session_id else "not begun"
    if session.held_already and not session.prepared:
        state = "one held already"
    elif session.another and not session.session_id:
        state = "a second one, not begun"
    each = next((item.minutes for item in session.items), 0)
    length = f"{minutes} minutes, {each} for each child" if each else f"{minutes} minutes"
    at = f" {session.at}" if session.at else ""
    when = day_and_time(session.slot.on, session.at)
    whom = f" Supervision with {names.worker(session.worker.worker.name)}, {when}, {state}"
    brief = f" {names.short_worker(session.worker.worker.name)}, {weekday_day(session.slot.on)}{at}, {state}"
    begins = ". Writing begins it." if state.endswith("not begun") else ""
    return (
        (Part(f"{whom}: {length}{begins}", "bold"),),
        (Part(f"{whom}{begins}", "bold"),),
        (Part(whom, "bold"),),
        (Part(brief, "bold"),),
    )


def cycle(session: SessionInHand) -> tuple[tuple[Part, ...], ...]:
    """Whether every child comes in time; where there is no room without the figures before the colon."""
    says = session.agenda.cycle.says
    brief = says.partition(": ")[2]
    return (Part(f" {says}"),), (Part(f" {brief[:1].upper()}{brief[1:]}"),)


def last_time(
    page: ChildPage, session: SessionInHand, items: Sequence[OpenItem], names: Names, today: date
) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Who the child is and why they are on the agenda; and what was there last time, with what is open."""
    child_id = page.row.child.id
    reasons = [*_must(child_id, session), *(why(one) for one in session.candidates if one.child_id == child_id)]
    if child_id in session.written:
        reasons = [Passage(f"{_WRITTEN}.", "good")]
    head, *lines = child_lines(page.row, today, names)
    if page.row.child.open and page.row.worker == session.worker.worker.name:  # who stands over the session already
        head = Passage(names.child(page.row.child), "strong")
    return (head, *reasons, *lines), since_last_time(page, items, today, names)


def day_of_row(session: SessionInHand, child_id: ChildId) -> date | None:
    """The day of the later session on whose agenda a child is, None where it is on none."""
    for later in session.agenda.sessions[1:]:
        if any(item.child.child_id == child_id for item in later.items):
            return later.slot.on
    return None


def _must(child_id: ChildId, session: SessionInHand) -> Iterator[Passage]:
    """What the sign at a child's row says: in which session they must be, by when, for no limit to be missed."""
    for on in session.agenda.sessions:
        for item in on.items:
            if item.child.child_id == child_id and item.must:
                by = f": the limit is {weekday_day(day)}" if (day := item.child.last_day) is not None else ""
                yield Passage(f"Must be in the session of {weekday_day(on.slot.on)}{by}", "alarm", hang=2)
                return


def why(child: Candidate) -> Passage:
    """The named reasons with their points, by which the children come."""
    factors = ", ".join(f"{one.factor} {one.points:+g}" for one in child.because)
    return Passage(f"Why, in points: {factors}" if factors else f"Why: {NEXT_IN_THE_CYCLE}", "quiet", hang=5)


def _session(later: AgendaSession, children: int, again: Sequence[str]) -> str:
    """`again` are the references of those who come in an earlier session too."""
    planned = "" if later.slot.plan_id else ", not planned"
    more = f", and again {', '.join(again)}" if again else ""
    number = f"{children} in {later.slot.minutes} min" if later.items else "nobody left"
    return f"{number}{planned}{more}"


def _heading(key: str, when: str, words: str) -> Line:
    cells = (
        Cell(""),
        Cell(when, "heading"),
        Cell(when, "heading"),
        Cell(when, "heading"),
        Cell(words, "quiet"),
        Cell(""),
    )
    return Line(HEADING + key, cells, counted=False)


def _line(
    child: Candidate, called: Mapping[ChildId, str], names: Names, *, must: bool = False, written: bool = False
) -> Line:
    glyph = names.glyphs.decided if written else names.glyphs.overdue if must else " "
    tone: Tone = "good" if written else "alarm" if must else "plain"
    waits = child.open_actions + child.open_worries
    why_now = ", ".join(one.factor for one in child.because) or NEXT_IN_THE_CYCLE
    reasons = _WRITTEN if written else why_now
    return Line(
        key_of(child.child_id),
        (
            Cell(glyph, tone),
            Cell(child.reference, "quiet" if written else "strong"),
            *(Cell(called.get(child.child_id, child.reference), "quiet" if written else "strong"),) * 2,
            Cell(reasons),
            Cell(f"{waits} open" if waits else "", "quiet"),
        ),
    )
