"""Fields that several forms have, so that they are asked for in the same words everywhere; and how actions are read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import count, takewhile

from oversight_tui.practice.requests import AgreedAction
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.times import parse_time
from oversight_tui.words.typed import Unread, typed_scale, typed_yes

SCALES = Field(
    "scales",
    "How safe, 0 to 10",
    "By person: 0 (cannot live at home) to 10 (safe enough to close). As Mum 4, Amira 6",
    reads=typed_scale,
)
SENSITIVE = Field(
    "sensitive", "Sensitive", "yes hides all the words of this form until they are opened", 1, "no", choices=YES_NO
)
CHANGED = Field(
    "changed",
    "Did it change something",
    "For the child: y yes, n no; Backspace leaves it open",
    choices=YES_NO,
    unsaid="not said",
)
FEEDBACK = Field(
    "feedback",
    "Did it help",
    "Did it change something? As the worker says it; kept in their own file",
    choices=YES_NO,
    unsaid="not asked",
)
FEEDBACK_WORDS = Field("feedback_words", "In a word", "What it changed, as the worker says it; kept in their own file")
DAY_CELLS, TIME_CELLS, NAME_CELLS = 20, 12, 40
_PARTS = ("text", "owner", "by")


def day_field(id: str, label: str, hint: str, value: str, *, needed: bool = False) -> Field:
    """A day on which something took place."""
    return Field(id, label, hint, 1, value, day="happened", cells=DAY_CELLS, needed=needed)


def time_field(value: str = "", hint: str = "9:30, 15.00, 3pm; may be left empty") -> Field:
    """At what time of the day."""
    return Field("at", "At", hint, 1, value, cells=TIME_CELLS, reads=parse_time)


def look_again_field(id: str, hint: str) -> Field:
    """The day on which it is looked at again; `hint` stands after the ways in which a day is typed."""
    return Field(id, "Look again", f"fri, +2w, 3 Apr{hint}", day="to_come", cells=DAY_CELLS)


def reason_field(rows: int, *, needed: bool = False) -> Field:
    """Why something is decided; the manager's own sentences are reasons."""
    return Field("because", "Because", "Why", rows, takes_sentences=True, needed=needed)


def action_field(number: int = 1) -> Field:
    """What is to be done, who does it, by when; another comes when one is filled in."""
    text, owner, by = (f"action_{number}_{part}" for part in _PARTS)
    parts = (
        Field(text, "What", "What is to be done", ghost="What to do", action=True, needed=True),
        Field(owner, "Who", "Who does it", ghost="Who", named="worker", needed=True, cells=25, sees_to=True),
        Field(by, "By when", "fri, +2w, 3 Apr", ghost="By when", day="to_come", needed=True, cells=14),
    )
    label = "Action" if number == 1 else "and"
    return Field(f"action_{number}", label, parts=parts, more=lambda: action_field(number + 1))


def read_yes_no(typed: str) -> bool | None:
    """Whether yes was chosen, None where nothing was."""
    return typed_yes(typed) if typed.strip() else None


def typed_actions(typed: Mapping[str, str], today: date) -> tuple[AgreedAction, ...]:
    """The actions that were typed. Raises PlainProblem with the field that lacks something."""
    found: list[AgreedAction] = []
    for number in count(1):
        fields = [f"action_{number}_{part}" for part in _PARTS]
        if fields[0] not in typed:
            return tuple(found)
        text, owner, by = (typed[field].strip() for field in fields)
        if text or owner or by:
            found.append(AgreedAction(text, owner, _day_of(by, fields[-1], today)))
    raise AssertionError(typed)


def _day_of(typed: str, field: str, today: date) -> date:
    try:
        if not typed:
            raise Unread("Give a day: fri, +2w, 3 Apr.")
        return day_meant(typed, today, "to_come")
    except PlainProblem as problem:
        problem.field = field
        raise


def actions_apart(kept: Mapping[str, str]) -> Mapping[str, str]:
    """A draft in which an action was kept as one line, `Ring school; Amira; fri`, with its parts each by itself; and
    with no gap among its actions, since the next one comes only behind one that is filled in.
    """
    apart = dict(kept)
    for name in ("action_1", "action_2"):
        said = [part.strip() for part in apart.pop(name, "").split(";")]
        if any(said):
            text, rest = ("; ".join(said), ["", ""]) if len(said) != len(_PARTS) else (said[0], said[1:])
            apart |= {f"{name}_{part}": value for part, value in zip(_PARTS, (text, *rest), strict=True)}
    return _without_gaps(apart)


def _without_gaps(kept: Mapping[str, str]) -> Mapping[str, str]:
    """The same with its actions numbered anew, those of which nothing was typed last."""
    numbers = list(takewhile(lambda number: f"action_{number}_text" in kept, count(1)))
    actions = [[kept.get(f"action_{number}_{part}", "") for part in _PARTS] for number in numbers]
    actions.sort(key=lambda parts: not any(map(str.strip, parts)))
    return {
        **kept,
        **{
            f"action_{number}_{part}": value
            for number, parts in zip(numbers, actions, strict=True)
            for part, value in zip(_PARTS, parts, strict=True)
        },
    }
