"""What was said about each child: written notes of sessions, same-day talks, and which of it is on the child's file.

Most children were talked about lately enough for their risk. A few were not: those whose part in the story it is.
"""

from __future__ import annotations

from datetime import date, timedelta

from oversight_tui.made_up_team.cast import Holding, MadeUpChild
from oversight_tui.made_up_team.days import back, list_days, on_or_after, on_or_before
from oversight_tui.made_up_team.texts import at_home, away_from_home
from oversight_tui.made_up_team.texts.topics import Topic
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.facts import Setting
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.requests import DiscussionRequest, FileDiscussion, OpeningDate, Withdraw

TOPICS = (*at_home.TOPICS, *away_from_home.TOPICS)
# How many days ago a child was talked about last, for those whose story is that it is, or nearly is, too long ago.
LAST_TALK = {("late", "high"): 44, ("late", "medium"): 100, ("due", "high"): 18, ("due", "medium"): 50}
LAST_TALK_BEFORE_HANDOVER = 41
LATELY = {"low": 40, "medium": 30, "high": 8, "very_high": 2}
LOOKED_AT = 4
MORNING, LATER = ("08:40", "08:50", "09:05", "09:20"), ("11:15", "13:30", "14:10", "15:45", "16:20")


def set_quiet_days(year: Year) -> None:
    """Say after which day no session takes up the children who are to be late, due or never talked about."""
    for child in year.cast.children:
        days = LAST_TALK.get((child.part, child.risk or ""))
        if child.part == "handed_over":
            days = LAST_TALK_BEFORE_HANDOVER
        if child.part == "never":
            child.quiet_after = date.min
        elif days is not None:
            child.quiet_after = back(year.today, days) - timedelta(days=1)


def write_talks(year: Year) -> None:
    """Write down what was said in sessions, and hold the same-day talks of the year."""
    for child in year.cast.every_child:
        _opening(year, child)
        _written_in_sessions(year, child)
        if child.part not in ("gone", "never"):
            _last_talk(year, child)
    _year_of_short_talks(year)
    _today(year)


def _opening(year: Year, child: MadeUpChild) -> None:
    first = list_days(year.today)[0]
    if child.arrives == first and year.chance(80):
        before = on_or_before(first - timedelta(days=year.random.randint(3, 40)))
        if before > child.born:
            year.record(OpeningDate(child.about, before), before)


def _written_in_sessions(year: Year, child: MadeUpChild) -> None:
    """A note for every session the child was discussed in."""
    for day in tuple(child.discussed):
        talk(year, child, day, "supervision")


def _last_talk(year: Year, child: MadeUpChild) -> None:
    """The talk that makes the child's clock stand where their part wants it."""
    if child.quiet_after is not None:
        talk(year, child, child.quiet_after + timedelta(days=1))
        return
    today, held = year.today, child.holdings[-1]
    lately = LATELY[child.risk_used]
    last = max(child.discussed, default=date.min)
    if child.status == "assessment" and child.closes is None and last < today - timedelta(days=LOOKED_AT):
        talk(year, child, back(today, 1))  # an assessment is looked at on working day 10 and 20
        return
    moved = len(child.holdings) > 1 and last < _since(held)
    ideal = DEFAULT.child[child.risk_used][0]
    if moved or last == date.min or ideal.after(last) < today:
        first = max(_since(held) if moved else child.arrives, today - timedelta(days=lately))
        talk(year, child, year.working_day(first, today - timedelta(days=1)))


def _since(held: Holding) -> date:
    return held.since or held.as_at


def _year_of_short_talks(year: Year) -> None:
    """A same-day talk most weeks about the children who worry people most; one of them is withdrawn again."""
    days = list_days(year.today)
    pool = [child for child in year.cast.children if child.part == "in_time" and child.risk in ("high", "medium")]
    for week in range(len(pool) and 50):
        child = year.random.choice(pool)
        day = on_or_after(days[0] + timedelta(days=7 * week + year.random.randint(1, 6)))
        if child.arrives < day < year.today - timedelta(days=14):
            talk(year, child, day)
    mistaken = next((child for child in pool if child.discussed and child.arrives == days[0]), None)
    if mistaken is not None:
        day = back(year.today, 75)
        entry = talk(year, mistaken, day, on_file=False)
        reason = "Written on the wrong page; it was about another child"
        year.later(Withdraw(entry, reason, day))


def _today(year: Year) -> None:
    """One talk held this morning, one asked for at eleven, and one of last week that is not on file yet."""
    today, cast = year.today, year.cast
    ready = [
        child
        for child in cast.children
        if child.part == "in_time" and child.worker is not None and child.worker.part != "away"
    ]
    sought = sorted(ready, key=lambda child: (child.risk_used not in ("high", "very_high"), child.reference))
    if len(sought) < 3:
        return
    talk(year, sought[0], today, at=MORNING[1], on_file=False)
    talk(year, sought[1], back(today, 9), on_file=False)
    child = sought[2]
    asked = "{worker} asks for ten minutes about {o}: mum says {ns} dad was at the door last night"
    year.record(
        DiscussionRequest(
            children=(child.id,),
            text=year.wording.of((asked,), year.slots(child, today)),
            on=today,
            at="11:00",
            worker_id=child.worker.id if child.worker else None,
            asked_for=True,
        )
    )


def talk(
    year: Year,
    child: MadeUpChild,
    day: date,
    setting: Setting = "same_day",
    at: str | None = None,
    *,
    on_file: bool = True,
) -> EntryId:
    """Record what was said about a child on a day, and put it on file soon after where `on_file`; returns the entry."""
    random, wording = year.random, year.wording
    slots = year.slots(child, day)
    topic = _topic(year, child, day)
    worker = child.held_on(day)
    decision = wording.new(topic.decided, slots) if year.chance(36) else None
    because = wording.new(topic.because, slots) if decision else None
    request = DiscussionRequest(
        children=(child.id,),
        text=wording.of(topic.said, slots),
        on=day,
        at=at or (random.choice(MORNING + LATER) if setting == "same_day" else None),
        worker_id=worker.id if worker else None,
        setting=setting,
        going_well=wording.new(topic.well, slots) if year.chance(50) else None,
        childs_view=wording.new(topic.view, slots) if year.chance(55) else None,
        decision=decision if because else None,
        because=because,
    )
    entry = year.record(request, day)
    child.discussed.append(day)
    if on_file:
        filed = min(on_or_after(day + timedelta(days=random.randint(0, 1))), year.today)
        year.later(FileDiscussion(entry, filed))
    return entry


def _topic(year: Year, child: MadeUpChild, day: date) -> Topic:
    shown = [each.status for each in child.episodes if each.as_at <= day]
    status = shown[-1] if shown else child.episodes[0].status
    age = max(0, child.age_on(day))
    fitting = [topic for topic in TOPICS if topic.fits(age, status)]
    return year.random.choice(fitting)
