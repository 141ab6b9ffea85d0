"""Why a key cannot act on what is selected. Asked when a key is pressed, and by the help before that."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.ui.actions import ActionId
from oversight_tui.ui.keymap import Keymap
from oversight_tui.words.dates import count

NO_LOCK_ON_A_SERVER = "The store is on a server and has no passphrase: lock this machine's screen."
NO_PASSPHRASE = "No passphrase, so no lock: leave, then `oversight passphrase set`."
NO_LOCK_HERE = "Nobody here is real, so nothing is locked. A team of your own has a passphrase, and locks."


class Situation(Struct, frozen=True):
    """What is selected: whom it is about, the entry it is about and as what that waits, and what else there is.

    `waits_as` is the kind of open thing as the morning list names it, empty where the row is neither an entry nor a
    question of its own. `lacks_reason` says that it is a decision without one.
    """

    child_id: ChildId | None = None
    worker_id: WorkerId | None = None
    entry_id: EntryId | None = None
    waits_as: str = ""
    lacks_reason: bool = False
    marked: int = 0
    marked_children: int = 0
    marked_on_no_file: int = 0  # discussions about them
    marked_bookings: int = 0  # of today, to which somebody has to go who is here
    drafts: int = 0
    confirmed: bool = True
    dates_missing: bool = True
    narrowed: bool = True
    encrypted: bool = True


# What acts on every row that is marked, and what is about one row alone: while rows are marked it says so, since it
# would act on the row under the cursor while others are marked.
ON_MARKED_ROWS: frozenset[ActionId] = frozenset(
    {"decide", "decide_marked", "filed", "hand_over", "mark", "seen", "book"}
)
ON_ONE_ROW: frozenset[ActionId] = frozenset(
    {
        "talk",
        "talk_asked",
        "worry",
        "look_again",
        "because",
        "disagree",
        "group_session",
        "session_held",
        "session_planned",
        "duty",
        "add_action",
        "action_outcome",
        "risk",
        "escalate",
        "escalation_answer",
        "consult",
        "programme",
        "absence",
        "cover",
        "copy",
        "send_out",
        "correct",
        "withdraw",
        "child_date",
        "incident",
        "audit_file",
        "edit",
        "legal_hold",
        "hand_in",
    }
)

Reason = Callable[[Situation, Keymap], str]


def cannot(action_id: ActionId, situation: Situation, keymap: Keymap) -> str:
    """The sentence that says why an action cannot act; empty where it can. It names the keys that are in force."""
    if situation.marked and action_id in ON_ONE_ROW:
        keys = {one: keymap.shown(one) for one in ("decide_marked", "hand_over", "seen", "back")}
        return (
            f"{count(situation.marked, 'row is', 'rows are')} marked, and this is about one row. {keys['back']} takes "
            f"the marks away, {keys['decide_marked']} decides for all, {keys['hand_over']} hands over, "
            f"{keys['seen']} says seen."
        )
    reason = _REASONS.get(action_id)
    return reason(situation, keymap) if reason else ""


def _somebody(situation: Situation, keymap: Keymap) -> str:
    about = situation.child_id or situation.worker_id
    one = f"Choose a row about one child or worker; {keymap.shown('palette')} finds one."
    return "" if about else f"This row is about several. {one}"


def _somebody_or_marks(situation: Situation, keymap: Keymap) -> str:
    return _of_one_sort(situation) if situation.marked else _somebody(situation, keymap)


def _child(situation: Situation, keymap: Keymap) -> str:
    finds = keymap.at_the_start("palette")
    return "" if situation.child_id else f"This row is about no one child. {finds} finds a child by name or reference."


def _child_or_marks(situation: Situation, keymap: Keymap) -> str:
    if situation.marked:
        return "" if situation.marked_children else "This is about children, and of those marked nobody is one."
    return _child(situation, keymap)


def _worker(situation: Situation, keymap: Keymap) -> str:
    return "" if situation.worker_id else f"This row has no worker. {keymap.at_the_start('pane_2')} shows the team."


def _entry(situation: Situation, keymap: Keymap) -> str:
    if situation.waits_as == "own_file":
        return f"What it is stands in the worker's own file. {keymap.at_the_start('own_file')} opens it."
    return "" if situation.entry_id else "This row is no entry. Enter opens the page, where every entry stands."


def _marks(situation: Situation, keymap: Keymap) -> str:
    if situation.marked:
        return _of_one_sort(situation)
    return f"Nothing is marked. {keymap.at_the_start('mark')} marks a row."


def _of_one_sort(situation: Situation) -> str:
    """What is decided about a worker is behind the wall, so it is never decided of a child with the same words."""
    if situation.marked_children in (0, situation.marked):
        return ""
    return "Workers and children are marked. What is decided about a worker is for their own file: mark one sort only."


def _confirmed(situation: Situation, keymap: Keymap) -> str:
    return "" if situation.confirmed else f"Say who you are first: {keymap.shown('whose_board')}."


def _only(kinds: tuple[str, ...], sentence: str, shows: ActionId | None = None, what: str = "") -> Reason:
    """Only entries that wait as one of these kinds; else the sentence, and the key that `shows` where they are."""

    def reason(situation: Situation, keymap: Keymap) -> str:
        if situation.waits_as in kinds:
            return ""
        return f"{sentence} {keymap.at_the_start(shows)} {what}" if shows is not None else sentence

    return reason


_HELD_AND_ON_NO_FILE = _only(
    ("discussion_not_on_file",),
    "This row is no discussion that waits to be put on a file.",
    "pane_4",
    "shows them.",
)


def _filed(situation: Situation, keymap: Keymap) -> str:
    if situation.marked:
        return "" if situation.marked_on_no_file else "No discussion about those marked waits to be put on a file."
    if situation.waits_as == "discussion_open":
        return "This talk was asked for and is still to be held."
    return _HELD_AND_ON_NO_FILE(situation, keymap)


def _book(situation: Situation, keymap: Keymap) -> str:
    if not situation.marked or situation.marked_bookings:
        return ""
    return "Nothing of today that is booked for or about those marked waits for somebody to go."


def _unless(possible: Callable[[Situation], object], sentence: str) -> Reason:
    return lambda situation, keymap: "" if possible(situation) else sentence


def _look_again(situation: Situation, keymap: Keymap) -> str:
    """What waits for another word than this one is answered by a key of its own, which is named."""
    if situation.waits_as in ("escalation", "consultation"):
        return f"{keymap.at_the_start('escalation_answer')} says what was answered."
    if situation.worker_id and not situation.child_id and not situation.waits_as:
        own_file = keymap.at_the_start("own_file")
        return f"{own_file} opens the worker's own file, where records of sessions are said to be sent on and agreed."
    return _LOOKED_AT_AGAIN(situation, keymap)


_LOOKED_AT_AGAIN = _only(
    (
        *("worry", "review", "sign_off", "work_due", "to_write_up", "not_in_latest_list", "own_file"),
        *("referral", "unallocated", "handover"),
        *("incident", "audit", "worker_date"),
    ),
    "Nothing of this row is looked at again, settled or confirmed.",
    "pane_3",
    "shows worries.",
)


_REASONS: Mapping[ActionId, Reason] = {
    "decide": _somebody_or_marks,
    "decide_marked": _marks,
    "mark": _somebody,
    "look_again": _look_again,
    "because": _unless(lambda situation: situation.lacks_reason, "This row is no decision that waits for its reason."),
    "disagree": _only(("decision_without_because", "review"), "This row is no decision. The page has them all."),
    "hold_session": _worker,
    "own_file": _worker,
    "session_held": _worker,
    "group_session": _worker,
    "session_planned": _worker,
    "book": _book,
    "duty": _worker,
    "add_action": _somebody,
    "action_outcome": _only(("action",), "This row is no action.", "all_actions", "lists them all."),
    "risk": _child,
    "child_date": _somebody,
    "incident": _child,
    "audit_file": _child,
    "hand_in": _child,
    "worker_rows": _worker,
    "seen": _child_or_marks,
    "escalate": _somebody,
    "consult": _somebody,
    "programme": _worker,
    "escalation_answer": _only(
        ("escalation", "consultation"), "This row is no escalation or consultation that waits for its answer."
    ),
    "hand_over": _child_or_marks,
    "absence": _worker,
    "cover": _worker,
    "brief": _worker,
    "filed": _filed,
    "copy": _entry,
    "correct": _entry,
    "withdraw": _entry,
    "go_on": _unless(lambda situation: situation.drafts, "There is no draft."),
    "edit": _somebody,
    "legal_hold": _somebody,
    "only_mine": _confirmed,
    "opening_dates": _unless(lambda situation: situation.dates_missing, "Every date is known."),
    "open_page": _somebody,
    "lock": _unless(lambda situation: situation.encrypted, NO_PASSPHRASE),
    "back": _unless(lambda situation: situation.narrowed, "Nothing to go back from here."),
}
