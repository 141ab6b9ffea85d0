"""Where a child stands, beside the story: the clocks, what comes next, what is open, the numbers, who held them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from oversight_tui.practice.accountable import Accountable
from oversight_tui.practice.attention.unallocated import look_called
from oversight_tui.practice.booked_words import booked_for
from oversight_tui.practice.facts import Allocation, OpenItem
from oversight_tui.practice.limit_words import beside_its_day, set_for
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.retention_facts import Hold
from oversight_tui.practice.worry_words import worry_said
from oversight_tui.ui.present.detail import child_lines
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.numbers import number_passages
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import count, listed_since, month_day, near_day, short_day
from oversight_tui.words.day_labels import BOOKING
from oversight_tui.words.labels import BUCKET, KIND, words_for

DAY_WIDTH = 9
_WAITS: Mapping[str, str] = {
    "sign_off": "handed in",
    "work_due": "due",
    "work_returned": "returned, to come in again",
    "escalation": "taken further",
    "consultation": "asked",
    "discussion_open": "talk asked for",
    "discussion_not_on_file": "not on file",
    "decision_without_because": "no reason",
    "decision_review": "to look at again",
    "handover_planned": "handover planned",
    "referral": "referral to be decided",
}
_SET_FOR_A_DAY: Mapping[str, str] = {
    "worry": "Worry review",
    "action": "Action",
    "decision_review": "Look again",
    "decision_without_because": "Look again",
}


def child_standing(page: ChildPage, today: date, names: Names) -> tuple[Passage, ...]:
    """What stands beside the story of a child, or above it: what somebody has to know before they read on."""
    return (
        *hold_lines(page.hold, today, names),
        *_held_by_manager(page, names),
        *list(child_lines(page.row, today, names))[1:],
        *_under_headings(
            ("Why we are worried", (_worry(one, today, names) for one in page.worries)),
            ("Next", (*_due_today(page, today, names), *_ahead(page, today, names))),
            ("In numbers", number_passages(page.entries, today, names)),
            ("To be done", (_action(one, today, names) for one in page.actions)),
            ("Booked", (_waiting(one, today, names) for one in page.waiting if _is_to_come(one, today))),
            (
                "Waits for an answer",
                (_waiting(one, today, names) for one in page.waiting if not _is_to_come(one, today)),
            ),
        ),
    )


def child_background(page: ChildPage, today: date, names: Names) -> tuple[Passage, ...]:
    """What stands under that, or under the story."""
    return tuple(
        _under_headings(
            ("Timescales", (Passage(one, "quiet", indent=2, hang=2) for one in page.timescales)),
            ("What has not moved", (Passage(names.text(one), "warn", indent=2, hang=2) for one in page.drift)),
            ("Who has worked with the child", _held(page.allocations, today, names)),
            ("Manager accountable", accountable_lines(page.accountable, names)),
        )
    )


def _under_headings(*parts: tuple[str, Iterable[Passage]]) -> Iterator[Passage]:
    for heading, lines in parts:
        yield from headed(heading, lines)


def headed(heading: str, lines: Iterable[Passage]) -> Iterator[Passage]:
    """These lines under their heading; nothing where there are none."""
    for number, line in enumerate(lines):
        if not number:
            yield from (Passage(), Passage(heading, "heading"))
        yield line


def _held_by_manager(page: ChildPage, names: Names) -> Iterator[Passage]:
    """Which manager holds the child, where one does."""
    leads = [one for one in page.allocations if one.role == "lead"]
    if page.row.child.bucket == "held_by_manager" and leads and leads[-1].manager:
        yield Passage(f"Held by the manager, {names.worker(leads[-1].manager)}")


def hold_lines(hold: Hold | None, today: date, names: Names) -> Iterator[Passage]:
    """A legal hold, where one stands."""
    if hold is not None:
        since = f" since {short_day(hold.since, today)}" if hold.since else ""
        yield Passage(f"Legal hold{since}, {names.short_worker(hold.by)}: {names.text(hold.because)}", "warn")


def accountable_lines(found: Sequence[Accountable], names: Names) -> Iterator[Passage]:
    """Which manager was accountable when, the newest first."""
    for one in reversed(found):
        yield Passage(one.says(names.worker), "plain" if one.manager else "quiet", indent=2, hang=2)


def next_line(on: date, today: date, what: str, said: str = "", tone: Tone = "plain") -> Passage:
    """What is to come, beside its day."""
    day = month_day(on) if on.year == today.year else near_day(on, today)
    words = f"{what}: {said}" if said else what
    return Passage(words, tone, indent=DAY_WIDTH, left=((f"{day:>{DAY_WIDTH - 2}}  ", "quiet"),))


def _due_today(page: ChildPage, today: date, names: Names) -> Iterator[Passage]:
    """What somebody has set for today, and the look at a child without a worker that is due or late: they come before
    what falls due in the days after.
    """
    waits = page.waits
    if waits is not None and waits.due_on is not None and waits.due_on <= today:
        what = look_called(page.row.child).capitalize()
        said = f"{count(waits.days_over, 'day')} over" if waits.days_over else "today"
        yield next_line(waits.due_on, today, what, said, "alarm" if waits.days_over else "plain")
    for one in page.open_items:
        if one.due_on == today and one.kind in _SET_FOR_A_DAY:
            yield next_line(today, today, f"{_SET_FOR_A_DAY[one.kind]} today", names.text(one.shown))


def _ahead(page: ChildPage, today: date, names: Names) -> Iterator[Passage]:
    for one in page.ahead:
        said = "" if one.text == "last day in time" else names.text(beside_its_day(one.text, one.on, today))
        called = "Look again" if one.what == "review" else one.called.capitalize()
        if said.startswith("by "):
            is_limit = called.endswith("limit")
            called, said = (f"{called}, so {said}", "") if is_limit else (called, f"limit, so {said}")
        if one.what == "unallocated":
            called, said = look_called(page.row.child).capitalize(), ""
        yield next_line(one.on, today, called, said)


def _worry(one: OpenItem, today: date, names: Names) -> Passage:
    return Passage(worry_said(one, today, text=names.text, name=names.worker), "warn", indent=2, hang=2)


def _action(one: OpenItem, today: date, names: Names) -> Passage:
    late = one.due_on is not None and one.due_on < today
    due = f" {set_for(one.due_on, today)}" if one.due_on else ""
    carried = f", carried over {count(one.carried_over, 'time')}" if one.carried_over else ""
    who = f"{names.worker(one.who)}{due}{carried}: " if one.who else ""
    return Passage(f"{who}{names.text(one.shown)}", "alarm" if late else "plain", indent=2, hang=2)


def _is_to_come(one: OpenItem, today: date) -> bool:
    """Whether it is booked for today or a day to come."""
    return one.kind == "booking" and one.due_on is not None and one.due_on >= today


def _waiting(one: OpenItem, today: date, names: Names) -> Passage:
    """Anything else that is open: what it is, its words, by whom, since when, for what day."""
    late = one.due_on is not None and one.due_on < today
    what = _WAITS.get(one.kind, words_for(KIND, one.kind).lower())
    since = f"since {short_day(one.since, today)}" if one.since else ""
    due = set_for(one.due_on, today) if one.due_on and one.due_on != one.since else ""
    if one.kind == "handover_planned":  # since when it is planned is the day on which it is to take place
        since, due = f"on {short_day(one.due_on, today)}" if one.due_on else "", ""
    if one.kind == "booking":
        what, since, due = words_for(BOOKING, one.which), "", booked_for(one, today)
    known = ", ".join(filter(None, (names.worker(one.who), since, due)))
    said = ": ".join(filter(None, (what.capitalize(), names.text(one.shown)))) + (f" ({known})" if known else "")
    return Passage(said, "alarm" if late else "plain", indent=2, hang=2)


def _held(allocations: Iterable[Allocation], today: date, names: Names) -> Iterator[Passage]:
    for one in reversed(tuple(allocations)):
        by = f", {names.worker(one.manager)}" if one.manager else ""
        holder = names.worker(one.worker) or f"{words_for(BUCKET, one.bucket, 'nobody')}{by}"
        seen = listed_since(short_day(one.seen_by, today)) if one.seen_by else "start not recorded"
        start = f"from {short_day(one.starts, today)}" if one.starts else seen
        end = f" to {short_day(one.ends, today)}" if one.ends else ""
        role = {"co_worker": ", co-worker", "personal_adviser": ", personal adviser"}.get(one.role, "")
        given = f": {names.text(one.given_because)}" if one.given_because else ""
        yield Passage(f"{holder}{role} {start}{end}{given}", indent=2, hang=2)
