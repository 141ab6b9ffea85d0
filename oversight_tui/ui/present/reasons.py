"""Why a key cannot act on what is selected. Asked when a key is pressed, and by the help before that."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

_SOMEBODY = "This row is about several. Choose a row about one child or worker."
_CHILD = "This is about one child; this row is not."
_WORKER = "This row has no worker. 2 shows the team."
_ENTRY = "This row is no entry. Enter opens the page, where every entry stands."
NO_PASSPHRASE = "No passphrase, so no lock: leave, then `oversight passphrase set`."


class Here(Struct, frozen=True):
    """What is selected: whom it is about, the entry it is about and as what that waits, and what else there is.

    `waits_as` is the kind of open thing as the morning list names it, empty where the row is no entry.
    """

    child_id: str | None = None
    worker_id: str | None = None
    entry_id: str | None = None
    waits_as: str = ""
    marked: int = 0
    drafts: int = 0
    confirmed: bool = True
    dates_missing: bool = True
    narrowed: bool = True
    encrypted: bool = True


def cannot(action_id: str, here: Here) -> str:
    """The sentence that says why an action cannot act here; empty where it can."""
    asks = _REASONS.get(action_id)
    return asks(here) if asks else ""


def _somebody(here: Here) -> str:
    return "" if here.child_id or here.worker_id else _SOMEBODY


def _child(here: Here) -> str:
    return "" if here.child_id else _CHILD


def _worker(here: Here) -> str:
    return "" if here.worker_id else _WORKER


def _entry(here: Here) -> str:
    return "" if here.entry_id else _ENTRY


def _only(kinds: tuple[str, ...], sentence: str) -> Callable[[Here], str]:
    return lambda here: "" if here.waits_as in kinds else sentence


_REASONS: Mapping[str, Callable[[Here], str]] = {
    "decide": _somebody,
    "decide_marked": lambda here: "" if here.marked else "Nothing is marked. Space marks a row.",
    "mark": _somebody,
    "worry": _child,
    "look_again": _only(("worry", "review"), "This row is no worry and no decision to look at again. 3 shows worries."),
    "because": _only(("decision_without_because",), "This row is no decision that waits for its reason."),
    "disagree": _only(("decision_without_because", "review"), "This row is no decision. The page has them all."),
    "hold_session": _worker,
    "own_file": _worker,
    "session_held": _worker,
    "group_session": _worker,
    "session_planned": _worker,
    "add_action": _somebody,
    "action_outcome": _only(("action",), "This row is no action. L lists them all."),
    "risk": _child,
    "child_date": _child,
    "escalate": _somebody,
    "escalation_answer": _only(("escalation",), "This row is no escalation that waits for its answer."),
    "hand_over": lambda here: "" if here.child_id or here.marked else _CHILD,
    "absence": _worker,
    "cover": _worker,
    "brief": _worker,
    "filed": _only(
        ("discussion_not_on_file",), "This row is no discussion that waits to be put on a file. 4 shows them."
    ),
    "copy": _entry,
    "correct": _entry,
    "withdraw": _entry,
    "go_on": lambda here: "" if here.drafts else "There is no draft.",
    "edit": _somebody,
    "legal_hold": _somebody,
    "only_mine": lambda here: "" if here.confirmed else "Say who you are first: M.",
    "opening_dates": lambda here: "" if here.dates_missing else "Every date is known.",
    "open_page": _somebody,
    "lock": lambda here: "" if here.encrypted else NO_PASSPHRASE,
    "back": lambda here: "" if here.narrowed else "There is nothing to back out of.",
}
