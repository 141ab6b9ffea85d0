"""What a manager may type about children: talks, worries, what is agreed; None where it cannot be today."""

from __future__ import annotations

from datetime import timedelta

from tests.oracle.manager import Manager
from tests.oracle.standing import of_kind
from tests.oracle.typed import (
    ActionAdded,
    ActionCarried,
    ActionEnded,
    Answered,
    Bucket,
    ChildAdded,
    Consulted,
    Dated,
    Decided,
    End,
    Ended,
    Escalated,
    Filed,
    Handed,
    Heard,
    Moment,
    Opened,
    Rated,
    Reasoned,
    Reviewed,
    Risk,
    Seen,
    SessionTalk,
    Talk,
    TalkAsked,
    What,
    WorryClosed,
    WorryRaised,
    WorryReviewed,
)

MOST_CHILDREN = 12
RISKS: tuple[Risk, ...] = ("low", "medium", "high", "very_high")
BUCKETS: tuple[Bucket, ...] = ("unallocated", "unallocated", "unallocated", "duty", "held_by_manager")


def child_added(manager: Manager) -> What | None:
    """One more child by hand."""
    children = manager.told().children()
    if len(children) >= MOST_CHILDREN:
        return None
    names = {what.child for _, what in of_kind(manager.typed, ChildAdded)}
    return ChildAdded(f"H{len(names) + 1}", manager.worker() if manager.maybe(0.8) else None)


def rated(manager: Manager) -> What | None:
    """A rating of a child's risk."""
    child = manager.child()
    return Rated(child, manager.chance.choice(RISKS), manager.past()) if child else None


def handed(manager: Manager) -> What | None:
    """A child handed over, perhaps days ago, perhaps before the last that is known, perhaps to nobody."""
    told, child = manager.told(), manager.child()
    if child is None:
        return None
    on = manager.past()
    known = told.holdings(child)[-1].on
    if known > manager.typed[0].day and manager.maybe(0.25):
        on = known - timedelta(days=1)
    worker = manager.worker() if manager.maybe(0.7) else None
    return Handed(child, worker, on, "unallocated" if worker else manager.chance.choice(BUCKETS))


def opened(manager: Manager) -> What | None:
    """An opening date of a worker or a child, also where there are records already."""
    subject = manager.worker() if manager.maybe(0.5) else manager.child()
    back = manager.chance.choice((1, 3, 10, 25, 40))
    return Opened(subject, manager.day - timedelta(days=back)) if subject else None


def talk(manager: Manager) -> What | None:
    """A same-day talk; sometimes the one that was asked for."""
    told = manager.told()
    answered = {what.answers for _, what in of_kind(told.entries, Talk)}
    asked = [
        Talk(what.child, manager.day, one.number)
        for one, what in of_kind(told.entries, TalkAsked)
        if one.number not in answered and not told.is_closed(what.child)
    ]
    if asked and manager.maybe(0.5):
        return manager.one_of(asked)
    child = manager.child()
    return Talk(child, manager.past()) if child else None


def talk_asked(manager: Manager) -> What | None:
    """A talk that a worker asks for today."""
    child = manager.child()
    return TalkAsked(child, manager.day) if child else None


def filed(manager: Manager) -> What | None:
    """A talk put on the child's file."""
    told = manager.told()
    done = {what.talk for _, what in of_kind(told.entries, Filed)}
    talks = [
        Filed(one.number, manager.day)
        for one in told.entries
        if isinstance(one.what, Talk | SessionTalk) and one.number not in done
    ]
    return manager.one_of(talks)


def worry_raised(manager: Manager) -> What | None:
    """A worry, of any severity or none, with or without a day of review."""
    child = manager.child()
    severity = manager.chance.choice((None, 1, 2, 3, 4, 5))
    review = manager.ahead(30) if manager.maybe(0.6) else None
    return WorryRaised(child, severity, review, manager.past()) if child else None


def worry_reviewed(manager: Manager) -> What | None:
    """A worry looked at again."""
    worry = manager.one_of(_open_worries(manager))
    return None if worry is None else WorryReviewed(worry, manager.ahead(30))


def worry_closed(manager: Manager) -> What | None:
    """A worry that is over."""
    worry = manager.one_of(_open_worries(manager))
    return None if worry is None else WorryClosed(worry)


def action_added(manager: Manager) -> What | None:
    """An action of any worker about any child."""
    child, owner = manager.child(), manager.worker()
    return ActionAdded(child, owner, manager.ahead(25)) if child and owner else None


def action_ended(manager: Manager) -> What | None:
    """An action done or dropped."""
    action = manager.one_of(_open_actions(manager))
    return None if action is None else ActionEnded(action, manager.maybe(0.7))


def action_carried(manager: Manager) -> What | None:
    """An action carried over."""
    action = manager.one_of(_open_actions(manager))
    return None if action is None else ActionCarried(action, manager.ahead(20) + timedelta(days=1))


def decided(manager: Manager) -> What | None:
    """A decision, perhaps without a reason, perhaps to be reviewed."""
    child = manager.child()
    review = manager.ahead(30) if manager.maybe(0.5) else None
    return Decided(child, manager.maybe(0.5), review, manager.past()) if child else None


def reasoned(manager: Manager) -> What | None:
    """The reason of a decision that had none."""
    told = manager.told()
    done = {what.decision for _, what in of_kind(told.entries, Reasoned)}
    bare = [
        Reasoned(one.number)
        for one, what in of_kind(told.entries, Decided)
        if not what.because and one.number not in done
    ]
    return manager.one_of(bare)


def reviewed(manager: Manager) -> What | None:
    """A decision looked at again, settled or to be looked at later."""
    told = manager.told()
    due: list[int] = []
    for one, what in of_kind(told.entries, Decided):
        nexts = [review.next for _, review in of_kind(told.entries, Reviewed) if review.decision == one.number]
        review = nexts[-1] if nexts else what.review
        if review and review <= manager.day:
            due.append(one.number)
    decision = manager.one_of(due)
    if decision is None:
        return None
    return Reviewed(decision, manager.ahead(30) + timedelta(days=1) if manager.maybe(0.5) else None)


def escalated(manager: Manager) -> What | None:
    """A matter taken to somebody senior."""
    child = manager.child()
    return Escalated(child, manager.past()) if child else None


def answered(manager: Manager) -> What | None:
    """An answer from somebody senior."""
    told = manager.told()
    done = {what.escalation for _, what in of_kind(told.entries, Answered)}
    waiting = [Answered(one.number) for one, _ in of_kind(told.entries, Escalated) if one.number not in done]
    return manager.one_of(waiting)


def consulted(manager: Manager) -> What | None:
    """Somebody is asked about a child, or kept sighted."""
    child = manager.child()
    return Consulted(child, manager.maybe(0.3), manager.past()) if child else None


def heard(manager: Manager) -> What | None:
    """What somebody who was asked has said, on that day or later."""
    told = manager.told()
    done = {what.consultation for _, what in of_kind(told.entries, Heard)}
    waiting = [
        Heard(one.number, manager.day)
        for one, what in of_kind(told.entries, Consulted)
        if not what.sighted and one.number not in done
    ]
    return manager.one_of(waiting)


def moment(manager: Manager) -> What | None:
    """A child is missing, is back, or a strategy discussion was held; or what followed is over."""
    told = manager.told()
    begun = [one.what.child for one in told.entries if isinstance(one.what, Dated)]
    child = manager.one_of([child for child in begun if not told.is_closed(child)]) if manager.maybe(0.6) else None
    child = child or manager.child()
    if child is None:
        return None
    last: dict[Moment, tuple[str, bool]] = {}
    for one in told.entries:
        if isinstance(one.what, Dated | Ended) and one.what.child == child:
            thread: Moment = "strategy_discussion" if one.what.what == "strategy_discussion" else "missing_from"
            last[thread] = (one.what.what, isinstance(one.what, Ended))
    thread = manager.chance.choice(("strategy_discussion", "missing_from"))
    what, ended = last.get(thread, (thread, True))
    if ended:
        return Dated(child, thread, manager.day)
    if what == "missing_from":
        return Dated(child, "returned", manager.day)
    interviews: tuple[End, ...] = ("interview_held", "interview_declined")
    return Ended(child, manager.chance.choice(interviews) if what == "returned" else "strategy_discussion", manager.day)


def seen(manager: Manager) -> What | None:
    """A visit recorded by hand."""
    child = manager.child()
    return Seen(child, manager.past()) if child else None


def _open_worries(manager: Manager) -> list[int]:
    told = manager.told()
    return [number for child in told.children() for number, _ in told.open_worries(child)]


def _open_actions(manager: Manager) -> list[int]:
    told = manager.told()
    ended = {what.action for _, what in of_kind(told.entries, ActionEnded)}
    return [one.number for one, _ in of_kind(told.entries, ActionAdded) if one.number not in ended]
