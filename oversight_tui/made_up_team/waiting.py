"""What waits and what was settled during the year: ratings, worries, actions, decisions, escalations, a worker's file.

Most of it was settled in its time. Of each kind one or two are late, or wait for the manager today.
"""

from __future__ import annotations

from datetime import date, timedelta

from oversight_tui.made_up_team.cast import MadeUpChild, MadeUpWorker
from oversight_tui.made_up_team.days import ahead, back, on_or_after
from oversight_tui.made_up_team.names import MANAGER
from oversight_tui.made_up_team.texts import actions, decisions, team, worries
from oversight_tui.made_up_team.texts.at_home import AT_HOME
from oversight_tui.made_up_team.texts.worries import WorryPattern
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.facts import Risk
from oversight_tui.practice.ids import AboutWorker, EntryId
from oversight_tui.practice.requests import (
    ActionRequest,
    AnswerEscalation,
    CarryAction,
    CloseAction,
    CloseWorry,
    DecisionRequest,
    EscalationRequest,
    GiveReason,
    PersonalRequest,
    ReviewWorry,
    RiskRequest,
    Scales,
    WorryRequest,
)

# For each open worry: its severity, how many days ago it was raised, and in how many days it is looked at again.
OPEN_WORRIES = ((5, 33, -6), (4, 45, -2), (3, 20, 0), (2, 12, 9))
# At first and under pressure: of a hundred actions, how many are settled late; and how many days late at most
# an action is, a worry's review, the closing of a worry, the reason of a decision, and the answer from elsewhere.
SETTLED_LATE = (12, 55)
ACTION_LATE, REVIEW_LATE, CLOSED_LATER, REASON_LATER, ANSWERED_LATER = (7, 22), (2, 28), (0, 24), (3, 30), (9, 30)
REASONED_LATER = ("meeting", "change_plan", "keep_plan")
# What mum says on the scale when a worry that is closed was raised, and when it was looked at again: not each time.
NUMBERS: tuple[tuple[int, ...], ...] = ((3, 6), (4, 4), (), (5, 7), (5, 4), (4,), (2, 5))
# In how many days each decision that has a review is looked at again.
LOOKED_AT_AGAIN = (-4, 6, 12, 18, 24, 30)
# What a child was rated at first, where the rating changed during the year.
RATED_BEFORE: dict[Risk, Risk] = {"low": "medium", "medium": "high", "high": "medium", "very_high": "high"}


def write_what_waits(year: Year) -> None:
    """Everything of the year that was to be settled, and what is open today."""
    _ratings(year)
    _worries(year)
    _actions(year)
    _decisions(year)
    _escalations(year)
    _personal_files(year)


def _pick(year: Year, number: int, *, at_home: bool = False, here_by: date | None = None) -> list[MadeUpChild]:
    """Children of today's team whose story is not another one, each once while there are enough.

    `at_home` takes only those who live with their family, `here_by` those who had come by that day.
    """
    pool = [
        child
        for child in year.cast.children
        if child.part == "in_time"
        and child.worker is not None
        and (child.status in AT_HOME or not at_home)
        and (here_by is None or child.arrives <= here_by)
    ]
    picked: list[MadeUpChild] = []
    while pool and len(picked) < number:
        picked += year.random.sample(pool, min(len(pool), number - len(picked)))
    return picked


def _late_by(year: Year, day: date, most: tuple[int, int]) -> timedelta:
    """By how much something of a day is late: up to so many days at first, and up to so many under pressure."""
    at_first, under_pressure = most
    return timedelta(days=year.random.randint(0, round(at_first + (under_pressure - at_first) * year.pressure(day))))


def _by_yesterday(year: Year, first: date, day: date) -> date:
    """A day on which something of the past was settled; one between `first` and yesterday where it would come later."""
    yesterday = back(year.today, 1)
    settled = on_or_after(day)
    return settled if settled <= yesterday else year.working_day(min(first, yesterday), yesterday)


def _scaled(year: Year, number: int) -> int:
    """A number meant for eight workers, for as many as there are."""
    return max(1, number * len(year.cast.workers) // 8)


def _since_arrival(year: Year, child: MadeUpChild, last: date) -> date:
    """A working day from the one on which the child came to `last`."""
    return year.working_day(child.arrives, last)


def _of_late(year: Year, child: MadeUpChild, last: date) -> date:
    """The same, and the later the likelier: there is more of it towards the end of the year."""
    day = _since_arrival(year, child, last)
    return max(day, _since_arrival(year, child, last)) if year.chance(60) else day


def _ratings(year: Year) -> None:
    for child in year.cast.every_child:
        if child.risk is None:
            continue
        until = (child.goes or year.today) - timedelta(days=1)
        day = year.working_day(child.arrives, min(child.arrives + timedelta(days=12), until))
        later = year.working_day(day, until)
        if later > day + timedelta(days=40) and year.chance(25):
            _rate(year, child, RATED_BEFORE[child.risk], day)
            day = later
        _rate(year, child, child.risk, day)


def _rate(year: Year, child: MadeUpChild, rating: Risk, day: date) -> None:
    because = year.wording.of(decisions.RATINGS[rating], year.slots(child, day))
    year.record(RiskRequest(child.id, rating, because, day), day)


def _worries(year: Year) -> None:
    """Worries raised, looked at again and closed; and those that are open."""
    last = back(year.today, 60)
    for place, child in enumerate(_pick(year, _scaled(year, 22), here_by=last)):
        _closed_worry(year, child, _of_late(year, child, last), NUMBERS[place % len(NUMBERS)])
    first = back(year.today, max(days_ago for _, days_ago, _ in OPEN_WORRIES))
    children = _pick(year, len(OPEN_WORRIES), at_home=True, here_by=first)
    for (severity, days_ago, due_in), child in zip(OPEN_WORRIES, children, strict=False):
        day = back(year.today, days_ago)
        fitting = [each for each in worries.WORRIES if _fits(each, child, day)]
        pattern = min(fitting, key=lambda each: (abs(each.severity - severity), each.text))
        _raise(year, child, pattern, day, year.today + timedelta(days=due_in), severity)


def _fits(pattern: WorryPattern, child: MadeUpChild, day: date) -> bool:
    lives_there = not pattern.at_home or child.status in AT_HOME
    return lives_there and pattern.ages[0] <= child.age_on(day) <= pattern.ages[1]


def _scale(numbers: tuple[int, ...]) -> Scales:
    return tuple(("Mum", number) for number in numbers)


def _raise(
    year: Year,
    child: MadeUpChild,
    pattern: WorryPattern,
    day: date,
    review_on: date,
    severity: int,
    numbers: tuple[int, ...] = (),
) -> EntryId:
    slots = year.slots(child, day)
    worker = child.held_on(review_on)  # whose it is then, since who had the child may have left
    request = WorryRequest(
        child_id=child.id,
        text=year.wording.of((pattern.text,), slots),
        on=day,
        who=year.random.choice((slots["worker"], "Aunt", "Gran", "Neighbour")),
        if_nothing_changes=year.wording.of((pattern.if_nothing_changes,), slots),
        severity=severity,
        owner=worker.name if worker else MANAGER,
        review_on=review_on,
        scales=_scale(numbers),
    )
    return year.record(request, day)


def _closed_worry(year: Year, child: MadeUpChild, raised: date, numbers: tuple[int, ...]) -> None:
    """`numbers` are what mum said on the scale when it was raised, and when it was looked at again."""
    today = year.today
    fitting = [each for each in worries.WORRIES if _fits(each, child, raised)]
    if not fitting:
        return
    pattern = year.random.choice(fitting)
    review_on = on_or_after(raised + timedelta(days=21))
    first, last = numbers[:1], numbers[1:]
    entry = _raise(year, child, pattern, raised, review_on, pattern.severity, first)
    looked_on = min(on_or_after(review_on + _late_by(year, review_on, REVIEW_LATE)), back(today, 1))
    later = timedelta(days=year.random.randint(14, 28)) + _late_by(year, review_on, CLOSED_LATER)
    closed = _by_yesterday(year, looked_on, looked_on + later)
    slots = year.slots(child, closed)
    looked = year.wording.of(worries.REVIEWS, slots)
    reason = year.wording.of((pattern.closed,), slots)
    year.later(ReviewWorry(entry, max(closed, looked_on), looked_on, looked, _scale(last)))
    year.later(CloseWorry(entry, reason, closed))


def _actions(year: Year) -> None:
    """Actions done, dropped and carried over; many still to come, one late and one for today."""
    today = year.today
    last = back(today, 16)
    for child in _pick(year, _scaled(year, 84), here_by=last):
        _settled_action(year, child, _of_late(year, child, last))
    first = back(today, 9)
    for child in _pick(year, _scaled(year, 22), here_by=first):
        agreed = year.working_day(first, back(today, 1))
        _agree(year, child, agreed, ahead(today, year.random.randint(2, 24)))
    agreed, first_date, moved_to = back(today, 30), back(today, 14), back(today, 6)
    for child in _pick(year, 1, here_by=agreed):
        entry = _agree(year, child, agreed, first_date)
        _carry(year, child, entry, first_date, moved_to)
    agreed = back(today, 12)
    for child in _pick(year, 1, here_by=agreed):
        _agree(year, child, agreed, today)


def _agree(year: Year, child: MadeUpChild, day: date, by: date) -> EntryId:
    worker = child.held_on(by)  # who has the child then, since who has it now may have left
    text = year.wording.of(_what_can_be_done(child, day), year.slots(child, day))
    return year.record(ActionRequest(child.about, text, worker.name if worker else MANAGER, by, day), day)


def _what_can_be_done(child: MadeUpChild, day: date) -> tuple[str, ...]:
    """The actions that fit a child's age and home."""
    if child.status == "care_leaver":
        return actions.MOVED_ON
    if child.status == "looked_after":
        return actions.CARED_FOR
    return actions.AT_ANY_AGE + (actions.OF_SCHOOL_AGE if child.age_on(day) > 4 else actions.YOUNG)


def _carry(year: Year, child: MadeUpChild, entry: EntryId, day: date, to: date) -> None:
    reason = year.wording.of(actions.CARRIED, year.slots(child, day))
    year.later(CarryAction(entry, to, day, reason))


def _settled_action(year: Year, child: MadeUpChild, agreed: date) -> None:
    by = on_or_after(agreed + timedelta(days=year.random.randint(4, 14)))
    entry = _agree(year, child, agreed, by)
    late = _late_by(year, by, ACTION_LATE) if year.more_likely(by, *SETTLED_LATE) else timedelta(0)
    settled = _by_yesterday(year, by, by + late)
    done = year.chance(90)
    patterns = actions.DONE if done else actions.DROPPED
    slots = year.slots(child, settled)
    words = None if done and year.chance(70) else year.wording.new(patterns, slots)
    done = done or words is None
    if year.chance(12):
        _carry(year, child, entry, settled, settled)
    year.later(CloseAction(entry, settled, done, words))


def _decisions(year: Year) -> None:
    """Decisions with their because; a few to be looked at again, one of them late; one with no reason recorded yet."""
    today = year.today
    kinds = list(decisions.DECISIONS)
    for place, child in enumerate(_pick(year, _scaled(year, 32), at_home=True)):
        day = _since_arrival(year, child, back(today, 1))
        _decide(year, child, kinds[place % len(kinds)], day)
    for place, days in enumerate(LOOKED_AT_AGAIN):
        day = back(today, 20 + place)
        review_on = ahead(today, days) if days > 0 else back(today, -days)
        for child in _pick(year, 1, at_home=True, here_by=day):
            _decide(year, child, kinds[place], day, review_on)
    day = back(today, 5)
    for child in _pick(year, 1, at_home=True, here_by=day):
        _decide(year, child, "visit", day, with_because=False)
    for child, kind in zip(
        _pick(year, 2 * len(REASONED_LATER), at_home=True, here_by=back(today, 30)), 2 * REASONED_LATER, strict=False
    ):
        _reasoned_later(year, child, kind)
    for worker in year.cast.workers[:2]:
        _about_worker(year, worker)


def _reasoned_later(year: Year, child: MadeUpChild, kind: str) -> None:
    """A decision whose because came two days after it."""
    day = _since_arrival(year, child, back(year.today, 20))
    entry = _decide(year, child, kind, day, with_because=False)
    because = year.wording.of(decisions.DECISIONS[kind][1], year.slots(child, day))
    given = _by_yesterday(year, day, day + timedelta(days=2) + _late_by(year, day, REASON_LATER))
    year.later(GiveReason(entry, because, given))


def _about_worker(year: Year, worker: MadeUpWorker) -> None:
    day, slots = back(year.today, year.random.randint(30, 70)), {"worker": worker.first_name}
    text, because = year.wording.of(team.DECIDED, slots), year.wording.of(team.DECIDED_BECAUSE, slots)
    year.record(DecisionRequest(text, day, AboutWorker(worker.id), because), day)


def _decide(
    year: Year,
    child: MadeUpChild,
    kind: str,
    day: date,
    review_on: date | None = None,
    *,
    with_because: bool = True,
) -> EntryId:
    slots = year.slots(child, day)
    what, why = decisions.DECISIONS[kind]
    request = DecisionRequest(
        text=year.wording.of(what, slots),
        on=day,
        about=child.about,
        because=year.wording.of(why, slots) if with_because else None,
        kind=kind,
        review_on=review_on,
    )
    return year.record(request, day)


def _escalations(year: Year) -> None:
    """Matters taken further: most answered within the week, one without an answer for too long."""
    last, waiting_since = back(year.today, 25), back(year.today, 9)
    children = _pick(year, len(decisions.ESCALATIONS), at_home=True, here_by=last)
    for place, (child, (to, about)) in enumerate(zip(children, decisions.ESCALATIONS, strict=False)):
        day = _since_arrival(year, child, last) if place else waiting_since
        text = year.wording.of((about,), year.slots(child, day))
        entry = year.record(EscalationRequest(text, to, day, child.about), day)
        if place:
            first = day + timedelta(days=year.random.randint(2, 6))
            answered = _by_yesterday(year, day, first + _late_by(year, day, ANSWERED_LATER))
            words = year.wording.of(decisions.ESCALATION_ANSWERS, year.slots(child, answered))
            year.later(AnswerEscalation(entry, words, answered))


def _personal_files(year: Year) -> None:
    """A few entries in each worker's own file."""
    kinds = list(team.PERSONAL)
    for place, worker in enumerate(year.cast.workers):
        for turn in range(3):
            kind = kinds[(place + turn * 3) % len(kinds)]
            first = max(worker.starts, back(year.today, 350))  # no agreement is to be renewed yet
            day = year.working_day(first, back(year.today, 3))
            slots = {"worker": worker.first_name}
            text = year.wording.of(team.PERSONAL[kind], slots)
            next_step = year.wording.of(team.NEXT_STEPS, slots) if year.chance(60) else None
            support = year.wording.of(team.SUPPORT, slots) if kind == "performance" else None
            step = next_step or (year.wording.of(team.NEXT_STEPS, slots) if support else None)
            signed = day if kind == "agreement" else None
            entry = PersonalRequest(
                *(worker.id, kind, text, day),
                support_offered=support,
                next_step=step,
                signed_by_worker=signed,
                signed_by_manager=signed,
                renew_on=day + timedelta(days=365) if signed else None,
            )
            year.record(entry)
