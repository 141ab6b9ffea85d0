"""A child's and a worker's page as passages, newest entry first; and the story of one child beside the board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from oversight_tui.practice.board import ActionRow
from oversight_tui.practice.facts import Allocation, Entry, OpenItem, Session
from oversight_tui.practice.limit_words import set_for
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.retention_facts import Hold
from oversight_tui.ui.present.detail import child_lines, titled, worker_lines
from oversight_tui.ui.present.glyphs import TONES
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import count, listed_since, short_day
from oversight_tui.words.labels import BUCKET, SESSION, SETTING, STATUS_SHORT, words_for
from oversight_tui.words.worries import raised_words

_NOT_OF_THE_STORY = ("allocation", "status")


def child_passages(
    page: ChildPage, today: date, names: Names, *, only_significant: bool = False
) -> tuple[Passage, ...]:
    """Everything of a child's page, or of its entries only significant events and decisions."""
    found = [*child_lines(page.row, today, names)]
    found += _hold(page.hold, today, names)
    found += [Passage(one, "quiet") for one in page.timescales]
    if page.drift:
        found += [Passage(), Passage("What has not moved", "quiet")]
        found += [Passage(names.text(one), "warn", indent=2, hang=2) for one in page.drift]
    if page.worries:
        found += [Passage(), Passage("Why we are worried", "quiet")]
        found += [Passage(_worry(one, today, names), "warn", indent=2, hang=2) for one in page.worries]
    if page.actions:
        found += [Passage(), Passage("To be done", "quiet")]
        found += [_action(one, today, names) for one in page.actions]
    found += [Passage(), Passage("Who has worked with the child", "quiet")]
    found += [Passage(_allocation(one, today, names), indent=2) for one in reversed(page.allocations)]
    shown = [one for one in page.entries if not only_significant or one.significant or one.kind == "decision"]
    found += [Passage(), Passage("Entries, newest first", "quiet")]
    found += list(_entries(reversed(shown), today, names))
    if not shown:
        found.append(Passage("Nothing is recorded yet.", indent=2))
    return tuple(found)


def _worry(one: OpenItem, today: date, names: Names) -> str:
    severity = f", severity {one.severity} of 5" if one.severity else ""
    review = f", {set_for(one.due_on, today, 'review', 'review was due')}" if one.due_on else ", no review date"
    who = f" ({names.worker(one.who)} is worried)" if one.who else ""
    owner = f", owner {names.worker(one.owner)}" if one.owner else ""
    return f"{names.text(one.shown)}{who}{severity}, {raised_words(one.since, today)}{owner}{review}"


def _action(one: OpenItem, today: date, names: Names) -> Passage:
    late = one.due_on is not None and one.due_on < today
    due = f" {set_for(one.due_on, today)}" if one.due_on else ""
    carried = f", carried over {count(one.carried_over, 'time')}" if one.carried_over else ""
    who = f"{names.worker(one.who)}{due}{carried}: " if one.who else ""
    return Passage(f"{who}{names.text(one.shown)}", "alarm" if late else "plain", indent=2, hang=2)


def worker_passages(page: WorkerPage, today: date, names: Names) -> tuple[Passage, ...]:
    """Everything of a worker's page."""
    found = [Passage(titled(page.row, names), "strong"), *worker_lines(page.row, today, names)]
    found += _hold(page.hold, today, names)
    found += [Passage(), Passage("Sessions, newest first", "quiet")]
    found += [_session(one, today, names) for one in reversed(page.sessions)]
    if not page.sessions:
        found.append(Passage("None is recorded yet.", indent=2))
    if page.entries:
        found += [Passage(), Passage("Decided about this worker", "quiet")]
        found += list(_entries(reversed(page.entries), today, names))
    if page.actions:
        found += [Passage(), Passage("To be done", "quiet")]
        found += [_to_do(one, page.row.worker.name, today, names) for one in page.actions]
    found += [Passage(), Passage(f"Children {page.row.children}", "quiet")]
    for row in page.children:
        clock = row.discussion
        status = words_for(STATUS_SHORT, row.child.status, "status not recorded")
        days = "never discussed" if clock.last is None else f"discussed {count(clock.days_since or 0, 'day')} ago"
        glyph = names.glyphs.of_state(clock.state)
        found.append(Passage(f"{glyph} {names.child(row.child)}: {status}, {days}", TONES[clock.state], indent=2))
    return tuple(found)


def _to_do(one: ActionRow, worker: str, today: date, names: Names) -> Passage:
    about = f"{names.child(one.child)}: " if one.child else ""
    owner = one.owner_besides(worker)
    about += f"{names.worker(owner)}: " if owner else ""
    due = f", {set_for(one.item.due_on, today)}" if one.item.due_on else ""
    return Passage(f"{about}{names.text(one.item.shown)}{due}", TONES[one.state], indent=2)


def story(page: ChildPage, today: date, names: Names) -> tuple[Passage, ...]:
    """What was said and decided about a child, newest first, for the column beside the board."""
    entries = [one for one in reversed(page.entries) if one.kind not in _NOT_OF_THE_STORY]
    if not entries:
        return (Passage(), Passage("Nothing is recorded about this child yet.", "quiet"))
    return (Passage(), Passage("Story", "quiet"), *_entries(entries, today, names))


def _hold(hold: Hold | None, today: date, names: Names) -> Iterator[Passage]:
    if hold is not None:
        since = f" since {short_day(hold.since, today)}" if hold.since else ""
        yield Passage(f"Legal hold{since}, {names.short_worker(hold.by)}: {names.text(hold.because)}", "warn")


def _entries(entries: Iterable[Entry], today: date, names: Names) -> Iterator[Passage]:
    for one in entries:
        gone = one.withdrawn or one.replaced
        yield Passage(
            _head(one, today, names),
            "quiet" if gone else "strong",
            indent=2,
            right=names.short_worker(one.by),
            key=key_of(one.id),
        )
        tone: Tone = "quiet" if gone else "plain"
        yield Passage(names.long_text(one.text), tone, indent=4)
        if one.because:
            yield Passage(f"Because {names.long_text(one.because)}", tone, indent=4)
        elif one.lacks_reason and not gone:
            yield Passage("No reason recorded", "warn", indent=4)
        if one.kind == "discussion" and not gone and (one.on_file or one.setting == "same_day"):
            filed = f"On the child's file {short_day(one.on_file, today)}" if one.on_file else "Not on the child's file"
            yield Passage(filed, "quiet", indent=4)
        if one.withdrawn_because:
            yield Passage(f"Withdrawn: {names.long_text(one.withdrawn_because)}", "quiet", indent=4)


def _head(one: Entry, today: date, names: Names) -> str:
    day = short_day(one.happened_on, today) if one.happened_on else "no date"
    at = f" {one.happened_at}" if one.happened_at else ""
    setting = f", {words_for(SETTING, one.setting)}" if one.setting else ""
    said = [
        "withdrawn" if one.withdrawn else "",
        "an earlier version" if one.replaced else "corrected" if one.corrects else "",
        "sensitive" if one.sensitive else "",
    ]
    remarks = ", ".join(filter(None, said))
    significant = f"{names.glyphs.marked} " if one.significant else ""
    return f"{significant}{day}{at}  {one.kind}{setting}{f' ({remarks})' if remarks else ''}"


def _allocation(one: Allocation, today: date, names: Names) -> str:
    holder = names.worker(one.worker) or words_for(BUCKET, one.bucket, "nobody")
    seen = listed_since(short_day(one.seen_by, today)) if one.seen_by else "start not recorded"
    start = f"from {short_day(one.starts, today)}" if one.starts else seen
    end = f" to {short_day(one.ends, today)}" if one.ends else ""
    role = {"co_worker": ", co-worker", "personal_adviser": ", personal adviser"}.get(one.role, "")
    return f"{holder}{role} {start}{end}"


def _session(one: Session, today: date, names: Names) -> Passage:
    day = one.held_on or one.planned_for
    when = short_day(day, today) if day else "no date"
    minutes = f", {count(one.minutes, 'minute')}" if one.minutes else ""
    others = f", with {', '.join(map(names.short_worker, one.others))}" if one.others else ""
    children = f", {', '.join(one.children)}" if one.children else ""
    reason = f": {names.text(one.reason)}" if one.reason else ""
    said = f"{when}  {words_for(SESSION, one.kind)} {one.state}{others}{minutes}{children}{reason}"
    tone: Tone = "strong" if one.state == "planned" else "quiet" if one.state == "cancelled" else "plain"
    return Passage(said, tone, indent=2, right=names.short_worker(one.supervisor), hang=8)
