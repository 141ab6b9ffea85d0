"""What stands at the head of a form: why whom it is about is on the list, and what there was last time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from oversight_tui.practice.board import AttentionRow, Board, ChildRow, WorkerRow
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.pages import ChildPage
from oversight_tui.ui.present.detail import headed
from oversight_tui.ui.present.names import Names, without_names
from oversight_tui.words.dates import count, last_seen, short_day
from oversight_tui.words.labels import KIND, RISK, SETTING, STATUS, words_for
from oversight_tui.words.lacking import lacking_words

Told = tuple[tuple[str, str], ...]
WHY = "Why"
MOST_REASONS = 2


def told_of_child(row: ChildRow, board: Board, names: Names) -> Told:
    """Of a child: why, how they stand, when they were last discussed and seen."""
    child, clock, today = row.child, row.discussion, board.as_of
    setting = f" in {words_for(SETTING, child.last_discussed_setting)}" if child.last_discussed_setting else ""
    talked = (
        f"discussed {short_day(clock.last, today)}{setting}"
        if clock.last
        else lacking_words(clock.lacking, "discussed")
    )
    last = f"{talked}; seen {last_seen(child.last_seen, child.last_seen_source, today)}"
    return (*_why(board.attention_to_child(child.id), board, names), ("Stands", _stands(row)), ("Last", last))


def told_of_worker(row: WorkerRow, board: Board, names: Names) -> Told:
    """Of a worker: why, their children, when they were last supervised and when they will be."""
    today, worker = board.as_of, row.worker
    rows = [one for one in board.attention_to_child(None) if one.worker_id == worker.id]
    clock = row.supervision
    last = f"supervised {short_day(clock.last, today)}" if clock.last else lacking_words(clock.lacking, "supervised")
    planned = f"; next {short_day(worker.next_planned, today)}" if worker.next_planned else "; no session planned"
    return (*_why(rows, board, names), ("Holds", count(row.children, "child", "children")), ("Last", last + planned))


def told_of_entry(entry_id: EntryId, board: Board, names: Names) -> Told:
    """Of an entry that waits: what it says, and why it is on the list."""
    return tuple(_why(board.attention_to_entry(entry_id)[:1], board, names))


def told_of_page(page: ChildPage, names: Names) -> Told:
    """Of a child whose page is open: the gravest worry and the next action."""
    open_now = (*page.worries[:1], *page.actions[:1])
    said = "; ".join(f"{one.kind.capitalize()}: {names.text(one.shown)}" for one in open_now)
    return (*(((WHY, said),) if said else ()), ("Stands", _stands(page.row)))


def told_last(page: ChildPage, today: date, names: Names) -> Told:
    """What stood there last: of a child without a worker the last look, what was decided and why, and what was said."""
    standing = [one for one in page.entries if not one.withdrawn and not one.replaced]
    found = []
    if page.waits is not None and (look := page.last_look) is not None:
        found.append(("Looked at", f"{_last_words(look, today, names)} ({names.short_worker(look.by)})"))
    for called, kind in (("Decided", "decision"), ("Said", "discussion")):
        last = next((one for one in reversed(standing) if one.kind == kind), None)
        if last is not None:
            found.append((called, _last_words(last, today, names)))
    return tuple(found)


def told_of_incident(incident: EntryId, page: ChildPage, today: date, names: Names) -> Told:
    """Who was told of a serious incident, and which steps are done."""
    standing = [one for one in page.entries if not one.withdrawn and not one.replaced]
    itself = next((one.text for one in standing if incident in (one.id, one.corrects)), "")
    followed = [
        f"{_when(one, today)} {names.text(one.text.removesuffix(f' ({itself})').removesuffix(f': {itself}'))}"
        for one in standing
        if one.follows == incident
    ]
    said = "; ".join(followed)
    return (("So far", said or "nobody was told, no step is done"),)


def _when(one: Entry, today: date) -> str:
    day = short_day(one.happened_on, today) if one.happened_on else ""
    return " ".join(filter(None, (day, one.happened_at)))


def _last_words(one: Entry, today: date, names: Names) -> str:
    on = f"{short_day(one.happened_on, today)}: " if one.happened_on else ""
    because = f" Because {names.text(one.because)}" if one.because else ""
    return f"{on}{names.text(one.text)}{because}"


def _why(rows: Iterable[AttentionRow], board: Board, names: Names) -> Iterator[tuple[str, str]]:
    found = [_reason(one, board, names) for one in list(rows)[:MOST_REASONS]]
    if found:
        yield WHY, " ".join(found)


def _reason(one: AttentionRow, board: Board, names: Names) -> str:
    """An entry in its own words; the reason why it is there."""
    reason = without_names(one.reason, names, board)
    if one.id is None:
        return f"{words_for(KIND, one.kind)}: {reason}."
    said = headed(one, names).rstrip(".")
    return f"{said}{'' if said.endswith('?') else '.'} {reason[:1].upper()}{reason[1:]}."


def _stands(row: ChildRow) -> str:
    child = row.child
    said = [words_for(STATUS, child.status, "status not recorded"), f"risk {words_for(RISK, child.risk, 'not rated')}"]
    if row.worries_open:
        said.append(count(row.worries_open, "open worry", "open worries"))
    if row.actions_overdue:
        said.append(f"{count(row.actions_overdue, 'action')} late")
    return ", ".join(said)
