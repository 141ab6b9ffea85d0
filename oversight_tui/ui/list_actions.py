"""The actions of the screens that open over the board: lists, a session in hand, a handover to read."""

from __future__ import annotations

from oversight_tui.ui.actions import BOARD, EVERYWHERE, Action, ActionId


def _as_on_the_board(action_id: ActionId, label: str, does: str) -> Action:
    """An action of the board that a list has too: whoever changes its key changes it in both."""
    return next(one.__replace__(label=label, help=does) for one in BOARD if one.id == action_id)


_LEAVE = (
    *EVERYWHERE,
    Action("list_help", ("question_mark", "f1"), "Keys", "the keys that apply here"),
    Action("list_back", ("escape", "q"), "Back", "back to the same row of the board"),
)
_OPEN = Action("list_open", ("enter",), "Open", "open the page of the child or worker of this row")
_UNDO = _as_on_the_board("undo", "Undo", "take back the last thing you recorded")
_REDO = _as_on_the_board("redo", "", "bring back what you took back last")

SESSION = (
    Action("session_write", ("t",), "Write", "write about the child of this row; so does Enter"),
    Action("session_drop", ("x",), "Not today", "leave the child to the next session, or to the one after"),
    Action("session_bring", ("m",), "Today", "bring a child of a later session, or of none, to this one"),
    Action("session_any", ("a",), "Any", "write about a child who is on no agenda"),
    Action("session_hold", ("V",), "Hold today", "hold the session that is planned for a day to come today"),
    Action("session_length", ("l",), "Length", "so many minutes today, and for how many children"),
    Action("session_end", ("f",), "End", "end the session: how long it was, and when the next one is"),
    *_LEAVE,
)
ACTIONS = (
    _as_on_the_board("action_outcome", "Done or not", "the action is done, dropped or carried over"),
    _as_on_the_board("correct", "Correct", "correct the action of this row; the old words stay readable"),
    _as_on_the_board("withdraw", "Withdraw", "withdraw the action of this row, with a reason"),
    _OPEN,
    _UNDO,
    _REDO,
    *_LEAVE,
)
CALENDAR = (
    Action("calendar_move", ("m",), "Move", "move the session of this row to another day"),
    Action("calendar_cancel", ("x",), "Cancel", "cancel the session of this row, with a reason"),
    Action("calendar_schedule", ("l",), "Schedule", "lay down sessions at intervals, past leave and bank holidays"),
    Action("calendar_all", ("v",), "All due", "also visits, reviews, birthdays, limits; and only sessions"),
    _UNDO,
    _REDO,
    *_LEAVE,
)
CHANGES = (
    _as_on_the_board("changes", "Seen: begin again from now", "all of it is seen: begin again from now"),
    _OPEN,
    *_LEAVE,
)
JOURNAL = (Action("journal_older", ("o",), "Older", "show older rows too"), *_LEAVE)
NOTES = (
    Action("note_new", ("o",), "New note", "write a note to yourself, about the row one came from"),
    _as_on_the_board("withdraw", "Withdraw", "withdraw the note of this row, with a reason"),
    *_LEAVE,
)
OWN_FILE = (
    Action("file_new", ("o",), "New entry", "write an entry in this worker's own file"),
    Action("file_more", ("m",), "More about this", "go on from this entry: progress, what came of it, a renewal"),
    _as_on_the_board("correct", "Correct", "correct the entry of this row; the old words stay readable"),
    _as_on_the_board("withdraw", "Withdraw", "withdraw the entry of this row, with a reason"),
    *_LEAVE,
)
RETENTION = (
    Action("retention_erase", ("x",), "Erase", "erase what is due for good, with a reason"),
    Action("retention_hold", ("l",), "Legal hold", "nothing about this child or worker is erased from now on"),
    Action("retention_lift", ("L",), "Lift it", "lift the legal hold of this row, with a reason"),
    Action("retention_all", ("v",), "Everything", "everything that is kept, and only what wants a decision"),
    _OPEN,
    *_LEAVE,
)
BRIEF = _LEAVE
# What can only be done about a row of a list.
ABOUT_A_ROW: frozenset[ActionId] = frozenset(
    {
        "action_outcome",
        "calendar_cancel",
        "calendar_move",
        "correct",
        "file_more",
        "list_open",
        "retention_erase",
        "retention_hold",
        "retention_lift",
        "withdraw",
    }
)
