"""What a manager may put right: the day or child of an entry, an entry withdrawn, the last things undone and redone."""

from __future__ import annotations

from tests.oracle.manager import Manager
from tests.oracle.standing import Dateable, Movable, standing
from tests.oracle.typed import (
    ActionAdded,
    ActionCarried,
    ActionEnded,
    Answered,
    Away,
    Cancelled,
    ChildCorrected,
    Consulted,
    Covered,
    Dated,
    DayCorrected,
    Decided,
    Ended,
    Escalated,
    Filed,
    Heard,
    Held,
    Moved,
    Opened,
    Planned,
    Rated,
    Reasoned,
    Redone,
    Reviewed,
    Seen,
    SessionTalk,
    Talk,
    TalkAsked,
    Typed,
    Undone,
    What,
    Withdrawn,
    WorryClosed,
    WorryRaised,
    WorryReviewed,
)

TakenBack = (
    Held
    | Talk
    | TalkAsked
    | Planned
    | Cancelled
    | Opened
    | Rated
    | Decided
    | WorryRaised
    | WorryReviewed
    | WorryClosed
    | ActionAdded
    | ActionEnded
    | ActionCarried
    | Reasoned
    | Reviewed
    | Consulted
    | Escalated
    | Heard
    | Answered
    | Filed
    | Seen
    | Away
    | Covered
    | Dated
    | Ended
)


def day_corrected(manager: Manager) -> What | None:
    """An entry was of another day, earlier or later."""
    told = manager.told()
    entries = [
        one
        for one in told.entries
        if isinstance(one.what, Dateable) and not isinstance(one.what, SessionTalk | TalkAsked)
    ]
    one = manager.one_of(entries)
    if one is None:
        return None
    on = manager.past(told.workers[one.what.worker].starts if isinstance(one.what, Held) else None)
    if isinstance(one.what, Held) and any(day == on for _, day in told.sessions(one.what.worker)):
        return None
    unchanged = isinstance(one.what, Dateable) and on == one.what.on
    return None if unchanged else DayCorrected(one.number, on)


def child_corrected(manager: Manager) -> What | None:
    """An entry was about another child."""
    movable = [(one.number, one.what.child) for one in manager.told().entries if isinstance(one.what, Movable)]
    entry, child = manager.one_of(movable), manager.child()
    return ChildCorrected(entry[0], child) if entry and child and child != entry[1] else None


def withdrawn(manager: Manager) -> What | None:
    """An entry taken back, on which nothing else rests."""
    told = manager.told()
    resting = {number for one in told.entries for number in rests_on(one)}
    free = [one for one in told.entries if isinstance(one.what, TakenBack) and one.number not in resting]
    one = manager.one_of(free)
    return Withdrawn(one.number) if one else None


def undone(manager: Manager) -> What | None:
    """The last thing undone, also of an earlier day or a whole list, but not what the store began with."""
    stands = standing(manager.typed)
    if len(stands) <= manager.begun:
        return None
    return Undone() if stands[-1].day == manager.day or manager.maybe(0.3) else None


def redone(manager: Manager) -> What | None:
    """What was undone last is brought back, one thing after the other, where nothing was typed since."""
    taken = 0
    for one in reversed(manager.typed):
        if not isinstance(one.what, Undone | Redone):
            break
        taken += 1 if isinstance(one.what, Undone) else -1
    return Redone() if taken > 0 else None


def rests_on(one: Typed) -> list[int]:
    """The numbers of the earlier things that this one is about."""
    what = one.what
    match what:
        case DayCorrected() | ChildCorrected() | Withdrawn():
            return [what.of]
        case Cancelled() | Moved():
            return [what.planned]
        case Filed():
            return [what.talk]
        case WorryReviewed() | WorryClosed():
            return [what.worry]
        case ActionEnded() | ActionCarried():
            return [what.action]
        case Reasoned() | Reviewed():
            return [what.decision]
        case Answered():
            return [what.escalation]
        case Heard():
            return [what.consultation]
        case Talk(answers=int(asked)):
            return [asked]
        case _:
            return []
