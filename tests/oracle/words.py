"""What was typed, as the words of a command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.oracle.typed import (
    OUTSIDE,
    ActionAdded,
    ActionCarried,
    ActionEnded,
    Answered,
    Away,
    Back,
    Cancelled,
    CaseloadImported,
    ChildAdded,
    ChildCorrected,
    Consulted,
    Covered,
    Dated,
    DayCorrected,
    Decided,
    Ended,
    Escalated,
    Filed,
    Handed,
    Heard,
    Held,
    Leaving,
    Moved,
    Opened,
    OwnRule,
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
    WorkerAdded,
    WorryClosed,
    WorryRaised,
    WorryReviewed,
)

TEAM = "North"
IdOf = Callable[[int], str]


def command(one: Typed, id_of: IdOf, file_of: Callable[[CaseloadImported], str]) -> list[str]:
    """The command that says this; `id_of` gives the id printed for an earlier thing, `file_of` a list's file."""
    what = one.what
    if isinstance(what, CaseloadImported):
        return ["import", file_of(what), "--as-at", what_day(what.shows), "--force", "--yes"]
    for say in (_of_team, _of_sessions, _of_worries, _of_work, _of_child, _of_corrections):
        words = say(what, id_of)
        if words:
            return words
    raise TypeError(type(what).__name__)


def what_day(day: date) -> str:
    """A day as it is typed."""
    return day.isoformat()


def _option(name: str, day: date | None) -> list[str]:
    return [name, day.isoformat()] if day else []


def _of_team(what: What, _: IdOf) -> list[str]:
    match what:
        case WorkerAdded():
            qualified = _option("--newly-qualified-from", what.newly_qualified_from)
            return ["workers", "add", what.name, "--home", TEAM, "--starts", what_day(what.starts), *qualified]
        case OwnRule():
            return ["workers", "edit", what.worker, "--own-limit", str(what.limit), "--own-until", what_day(what.until)]
        case Leaving():
            return ["workers", "edit", what.worker, "--leaves", what_day(what.on)]
        case Opened():
            return ["opening", what.subject, "--on", what_day(what.on)]
        case Away():
            return [
                *("absence", what.worker, "--from", what_day(what.first)),
                *_option("--to", what.last),
                *("--because", "leave"),
            ]
        case Back():
            return ["absence", what.worker, "--ends", what_day(what.last)]
        case Covered():
            return [
                *("cover", what.worker, "--by", what.by, "--from", what_day(what.first)),
                *_option("--to", what.last),
                *(["--outside"] if what.by == OUTSIDE else []),
            ]
        case _:
            return []


def _of_sessions(what: What, id_of: IdOf) -> list[str]:
    match what:
        case Planned():
            return ["supervision", "plan", what.worker, "--on", what_day(what.on)]
        case Moved():
            return ["supervision", "move", what.worker, "--on", what_day(what.on), "--to", what_day(what.to)]
        case Held():
            children = [word for child in what.children for word in ("--child", child)]
            others = [word for other in what.others for word in ("--with", other)]
            kind = [] if what.kind == "one_to_one" else ["--kind", what.kind]
            return ["supervision", "hold", what.worker, "--on", what_day(what.on), *kind, *children, *others]
        case Cancelled():
            return ["supervision", "cancel", what.worker, "--on", what_day(what.on), "--because", "called away"]
        case SessionTalk():
            return [
                "supervision",
                "talk",
                what.worker,
                what.child,
                "--text",
                "talked through",
                "--on",
                what_day(what.on),
            ]
        case Talk():
            answers = [] if what.answers is None else ["--answers", id_of(what.answers)]
            return ["discuss", what.child, "--text", "what was said", "--on", what_day(what.on), *answers]
        case TalkAsked():
            return ["discuss", what.child, "--asked", "--text", "asks for a talk", "--on", what_day(what.on)]
        case Filed():
            return ["filed", id_of(what.talk), "--on", what_day(what.on)]
        case _:
            return []


def _of_worries(what: What, id_of: IdOf) -> list[str]:
    match what:
        case WorryRaised():
            severity = [] if what.severity is None else ["--severity", str(what.severity)]
            review = _option("--review", what.review)
            return ["worry", "raise", what.child, "a worry", "--on", what_day(what.on), *severity, *review]
        case WorryReviewed():
            return ["worry", "review", id_of(what.worry), "--next", what_day(what.next), "--because", "looked at"]
        case WorryClosed():
            return ["worry", "close", id_of(what.worry), "--because", "it is safe now"]
        case _:
            return []


def _of_work(what: What, id_of: IdOf) -> list[str]:
    match what:
        case ActionAdded():
            return ["action", "add", what.child, "ring the school", "--owner", what.owner, "--by", what_day(what.by)]
        case ActionEnded():
            done = ["action", "done", id_of(what.action)]
            return done if what.done else ["action", "drop", id_of(what.action), "--because", "not needed"]
        case ActionCarried():
            return ["action", "carry", id_of(what.action), "--to", what_day(what.to), "--because", "no answer yet"]
        case Decided():
            because = ["--because", "a reason"] if what.because else []
            return [
                "decide",
                what.child,
                "a plan",
                "--on",
                what_day(what.on),
                *because,
                *_option("--review", what.review),
            ]
        case Reasoned():
            return ["because", id_of(what.decision), "a reason"]
        case Reviewed():
            return ["review", id_of(what.decision), "--because", "looked at", *_option("--next", what.next)]
        case Escalated():
            return ["escalate", what.child, "no answer", "--to", "Head of service", "--on", what_day(what.on)]
        case Consulted():
            told = ["--for-information"] if what.sighted else []
            return ["consult", what.child, "what now", "--of", "Legal", "--on", what_day(what.on), *told]
        case Heard():
            return ["heard", id_of(what.consultation), "wait", "--on", what_day(what.on)]
        case Answered():
            return ["answered", id_of(what.escalation), "agreed"]
        case _:
            return []


def _of_child(what: What, _: IdOf) -> list[str]:
    match what:
        case ChildAdded():
            return ["children", "add", what.child, *(["--worker", what.worker] if what.worker else [])]
        case Rated():
            return ["risk", what.child, what.risk, "--because", "a reason", "--on", what_day(what.on)]
        case Handed():
            to = ["--to", what.to] if what.to else ["--bucket", what.bucket]
            return ["handover", what.child, *to, "--on", what_day(what.on)]
        case Dated():
            return ["children", "date", what.child, what.what, what_day(what.on)]
        case Ended():
            who = ["--who", "the child"] if what.what == "interview_declined" else []
            return [
                "children",
                "end",
                what.child,
                what.what,
                "--on",
                what_day(what.on),
                "--because",
                "it is over",
                *who,
            ]
        case Seen():
            return ["seen", what.child, "--on", what_day(what.on)]
        case _:
            return []


def _of_corrections(what: What, id_of: IdOf) -> list[str]:
    match what:
        case DayCorrected():
            return ["correct", id_of(what.of), "--on", what_day(what.on)]
        case ChildCorrected():
            return ["correct", id_of(what.of), "--child", what.child]
        case Withdrawn():
            return ["withdraw", id_of(what.of), "--because", "a mistake"]
        case Undone():
            return ["undo", "--yes"]
        case Redone():
            return ["redo"]
        case _:
            return []
