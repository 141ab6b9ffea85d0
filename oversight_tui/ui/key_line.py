"""The line of keys at the foot of a screen, made from its actions; a click on a label does what its key does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

from oversight_tui.ui.actions import ACT_EVERYWHERE, ESSENTIAL, LEAVING, Action, ActionId
from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from oversight_tui.ui.program import Program

# What leads to every other key, and what leaves.
_WAYS_ON: frozenset[ActionId] = LEAVING | {"help", "page_help", "page_back"}
# What is done about a worker, in this order before everything else; and what is about one child alone.
_ABOUT_A_WORKER: Mapping[ActionId, str] = {
    "hold_session": "Supervise",
    "session_held": "Was held",
    "session_planned": "Plan",
    "absence": "Away",
    "own_file": "Own file",
    "page_children": "Children",
}
# What is done while a child of a worker's page is chosen.
_ABOUT_A_CHOSEN_CHILD: Mapping[ActionId, str] = {
    "page_child": "Open",
    "palette": "Find",
    "page_help": "Keys",
    "page_back": "Back",
}
_ABOUT_A_CHILD: frozenset[ActionId] = frozenset({"talk", "worry", "page_only", "page_as_child"})
# What is done with a discussion that waits to be put on the child's file.
_ABOUT_A_DISCUSSION: Mapping[ActionId, str] = {"filed": "Filed", "copy": "Copy"}
# What is done with a booking to which nobody goes, or of which nobody has said what became.
_ABOUT_A_BOOKING: Mapping[ActionId, str] = {"book": "Give, move", "seen": "Seen"}
# What there is room for first after what is essential, since it leads to everything else; the last one comes first.
_LEADING: tuple[ActionId, ...] = ("filter", "palette")
# What stands at the end of every foot, in this order: behind a screen's own keys what leads on, last what goes back.
_AT_THE_END: tuple[ActionId, ...] = (
    *("hide_names", "palette", "help", "page_help", "list_help", "quit", "page_quit", "page_back", "list_back"),
)


def show_keys(line: TextLine, actions: Iterable[Action], *before: Part, after: str = "") -> None:
    """Show every key with a label; `after` is a quiet word at the end, where there is room."""
    line.show(*key_versions(actions, *before, after=after, hidden=cast("Program", line.app).names.hidden))


def key_versions(
    actions: Iterable[Action], *before: Part, after: str = "", hidden: bool
) -> tuple[tuple[Part, ...], ...]:
    """Every key with a label; for a terminal that is too narrow for all, shorter and shorter, last of all those that
    are essential; of these on the narrowest the first, beside what leads on from there.
    """
    labelled = sorted((_as_it_is(action, hidden=hidden) for action in actions if action.label), key=_at_the_end)
    if any(action.id in ESSENTIAL for action in labelled):
        essential = {action.id for action in labelled if action.id in ESSENTIAL | LEAVING}
    else:
        essential = {action.id for action in labelled if action.id not in ACT_EVERYWHERE}
    further = sorted((action.id for action in labelled if action.id not in essential), key=_last_of_leading)
    fewest = essential - {"quit", "page_quit"}  # Ctrl+Q leaves all the same
    fewer = (essential.union(further[:number]) for number in range(len(further), -1, -1))
    first = [action.id for action in labelled if action.id in fewest - _WAYS_ON]
    least = (fewest & _WAYS_ON | set(first[:number]) for number in range(len(first) - 1, 0, -1))
    shown_ids = (*fewer, fewest, *least)
    keys = [_labels(action for action in labelled if action.id in shown) for shown in shown_ids]
    versions = [(*before, *shown) for shown in keys]
    alone = keys[-1:] if any(part.action is None for part in before) else ()  # what is no key goes before any that is
    return ((*versions[0], Part(after, "$text-muted")), *versions, *map(tuple, alone))


def _as_it_is(action: Action, *, hidden: bool) -> Action:
    """The action by what it does now: names that are hidden are shown again."""
    return action.__replace__(label="Show names") if hidden and action.id == "hide_names" else action


def about_a_worker(actions: Iterable[Action]) -> list[Action]:
    """The same actions as the foot offers them where a worker is selected: how to hold supervision is the first."""
    order = list(_ABOUT_A_WORKER)
    found = [
        one.__replace__(label=_ABOUT_A_WORKER.get(one.id, "" if one.id in _ABOUT_A_CHILD else one.label))
        for one in actions
    ]
    return sorted(found, key=lambda one: order.index(one.id) if one.id in _ABOUT_A_WORKER else len(order))


def about_a_chosen_child(actions: Iterable[Action]) -> list[Action]:
    """The same actions as the foot offers them in the list of a worker's children."""
    order = list(_ABOUT_A_CHOSEN_CHILD)
    found = [one.__replace__(label=_ABOUT_A_CHOSEN_CHILD[one.id]) for one in actions if one.id in order]
    return sorted(found, key=lambda one: order.index(one.id))


def about_a_discussion(actions: Iterable[Action]) -> list[Action]:
    """The same actions as the foot offers them where a discussion is selected that waits to be put on a file."""
    found = [one.__replace__(label=_ABOUT_A_DISCUSSION.get(one.id, one.label)) for one in actions]
    return sorted(found, key=lambda one: one.id not in _ABOUT_A_DISCUSSION)


def about_a_booking(actions: Iterable[Action]) -> list[Action]:
    """The same actions as the foot offers them where a booking is selected."""
    found = [one.__replace__(label=_ABOUT_A_BOOKING.get(one.id, one.label)) for one in actions]
    return sorted(found, key=lambda one: one.id not in _ABOUT_A_BOOKING)


def _at_the_end(action: Action) -> int:
    return _AT_THE_END.index(action.id) if action.id in _AT_THE_END else -1


def _last_of_leading(action_id: ActionId) -> int:
    return -_LEADING.index(action_id) if action_id in _LEADING else 1


def _labels(actions: Iterable[Action]) -> list[Part]:
    parts: list[Part] = []
    for action in actions:
        parts += [Part(f" {action.shown}", "bold $text-accent", action.id), Part(f" {action.label} ", "", action.id)]
    return parts
