"""The actions of the screens that open over the board: lists, a session in hand, a handover to read."""

from __future__ import annotations

from oversight_tui.ui.actions import EVERYWHERE, Action, ActionId, as_on_the_board

_LEAVE = (
    *EVERYWHERE,
    Action("list_help", ("question_mark", "f1"), "Keys", "the keys that apply here"),
    Action("list_back", ("escape", "q"), "Back", "back to the same row of the board"),
)
_OPEN = Action("list_open", ("enter",), "Open", "open the page of the child or worker of this row")
_READ = Action("list_open", ("enter",), "In full", "the row in full, and the list again; ← → read on in it")
_FIND = Action("list_find", ("slash",), "Filter", "only rows that hold what is typed: a worker, a child, a word")
_UNDO = as_on_the_board("undo", "Undo", "take back the last thing you recorded")
_REDO = as_on_the_board("redo", "", "bring back what you took back last")

SESSION = (
    Action("session_write", ("t",), "Write", "write about the child of this row; so does Enter"),
    Action("session_drop", ("x",), "Not today", "leave the child to the next session, or to the one after"),
    Action("session_bring", ("m",), "Today", "bring a child of a later session, or of none, to this one"),
    Action("session_any", ("a",), "Another child", "write about a child who is on no agenda"),
    Action(
        "session_hold", ("V",), "Hold today", "hold today what is planned for a day to come, or a second one of today"
    ),
    Action("session_length", ("l",), "Length", "so many minutes today, and for how many children"),
    as_on_the_board("look_again", "Open", "what is open about the child of this row, and with the worker: answer it"),
    as_on_the_board("because", "", "of that the decisions without a reason: say why"),
    as_on_the_board("action_outcome", "", "of that the actions: done, dropped or carried over"),
    as_on_the_board("escalation_answer", "", "of that the escalations and consultations: what was answered"),
    as_on_the_board("decide", "", "record a decision about the child of this row"),
    as_on_the_board("worry", "", "raise a worry about the child of this row"),
    as_on_the_board("add_action", "", "plan an action for the child of this row"),
    as_on_the_board("risk", "", "rate the risk of the child of this row"),
    as_on_the_board("escalate", "", "involve somebody senior about the child of this row"),
    as_on_the_board("consult", "", "ask somebody for their view of the child of this row, or keep them sighted"),
    as_on_the_board("seen", "", "the child of this row was seen, today unless said; or was not, and why"),
    as_on_the_board("child_date", "", "a date no list carries, or what ended: enquiry, plan, proceedings, missing"),
    as_on_the_board("session_planned", "Next", "plan the next session with this worker"),
    as_on_the_board("copy", "Copy", "copy all that is written in this session as plain text for the case system"),
    Action("session_told", ("r",), "", "what is written in this session, as one text for both, to read or to print"),
    Action("session_end", ("f",), "End", "end the session: how long it was, and when the next one is"),
    *_LEAVE,
)
ACTIONS = (
    as_on_the_board("action_outcome", "Done or not", "the action is done, dropped or carried over"),
    as_on_the_board("correct", "Correct", "correct the action of this row; the old words stay readable"),
    as_on_the_board("withdraw", "Withdraw", "withdraw the action of this row, with a reason"),
    _FIND,
    _OPEN,
    _UNDO,
    _REDO,
    *_LEAVE,
)
CALENDAR = (
    Action("calendar_next", ("n",), "Next", "the next session; arrows go over days and what is in them"),
    Action("calendar_previous", ("N",), "", "the session before"),
    as_on_the_board("session_planned", "Plan", "plan supervision on the day one stands on"),
    Action("calendar_move", ("m",), "Move", "move this session to another day"),
    Action("calendar_cancel", ("x",), "Cancel", "cancel this session, with a reason"),
    Action("calendar_schedule", ("l",), "Schedule", "lay down sessions at intervals, past leave and bank holidays"),
    Action("calendar_all", ("v",), "Due", "also visits, reviews, birthdays, limits; and only sessions"),
    _OPEN,
    _UNDO,
    _REDO,
    *_LEAVE,
)
DAY = (
    as_on_the_board("book", "Book", "book a visit, meeting or hearing for the child or worker of this row"),
    Action("day_give", ("a",), "Give", "somebody else goes to the booking of this row, or to all marked"),
    Action("day_move", ("m",), "Move", "move the booking or the session of this row to another day or time"),
    Action("day_done", ("y",), "Took place", "it took place; of a visit whether the child was seen, or why not"),
    Action("day_off", ("x",), "Call off", "call the booking or the session of this row off, with a reason"),
    Action("day_duty", ("D",), "Duty", "the worker of this row is on duty, from when to when"),
    as_on_the_board("absence", "Away", "the worker of this row is away, or when they are back"),
    as_on_the_board("copy", "Copy", "copy the brief as plain text, while names are hidden without them"),
    as_on_the_board("print_today", "", "print the brief on paper, while names are hidden without them"),
    Action("day_mark", ("space",), "", "mark the booking of this row, or take the mark away"),
    Action("day_nobody", ("n",), "Who goes?", "the next booking to which nobody goes yet"),
    Action("day_next", ("right_square_bracket",), "", "the brief of the day after"),
    Action("day_before", ("left_square_bracket",), "", "the brief of the day before"),
    _OPEN,
    _UNDO,
    _REDO,
    *_LEAVE,
)
CHANGES = (
    as_on_the_board("changes", "Mark all as seen", "mark all of it as seen: only what is recorded from now on is new"),
    _OPEN,
    *_LEAVE,
)
JOURNAL = (_READ, Action("journal_older", ("o",), "Older", "show older rows too"), *_LEAVE)
NOTES = (
    Action("note_new", ("o",), "New note", "write a note to yourself, about the row one came from"),
    as_on_the_board("withdraw", "Withdraw", "withdraw the note of this row, with a reason"),
    _READ,
    *_LEAVE,
)
OWN_FILE = (
    Action("file_new", ("o",), "New entry", "write an entry in this worker's own file"),
    Action("file_more", ("m",), "More about this", "go on from this entry: progress, what came of it, a renewal"),
    as_on_the_board("correct", "Correct", "correct the entry of this row; the old words stay readable"),
    as_on_the_board("withdraw", "Withdraw", "withdraw the entry of this row, with a reason"),
    Action("file_record", ("W",), "Agreed?", "the record of this session was sent on, agreed, or is seen otherwise"),
    Action("session_told", ("r",), "Record", "the record of this session as one text for both, to read or to print"),
    Action("file_effect", ("v",), "What changed", "what the worker says that supervision changed, what came of goals"),
    _READ,
    *_LEAVE,
)
OWN_EFFECT = _LEAVE
SESSION_TOLD = (
    Action("file_record", ("W",), "Agreed?", "this record was sent on, agreed, or is seen otherwise"),
    as_on_the_board("send_out", "On paper", "this record as a file: PDF, Word, text"),
    *_LEAVE,
)
REGULARITY = (_READ, *_LEAVE)
DECISIONS = (
    as_on_the_board("only", "View", "challenged, overturned, without a reason, with one, reviewed, not reviewed, all"),
    Action("decisions_newest", ("3",), "Newest 3", "the newest three of these alone, and all of them again"),
    Action("decisions_copy", ("c",), "Copy", "copy all that is listed as plain text, each with its reason and reviews"),
    _FIND,
    Action("decisions_span", ("l",), "Span", "of all days, of the last month, three months, twelve months"),
    as_on_the_board("look_again", "Look again", "look again at the decision of this row, or say that it is overturned"),
    as_on_the_board("because", "", "say why: the reason of the decision of this row"),
    as_on_the_board("disagree", "", "somebody sees the decision of this row otherwise"),
    as_on_the_board("correct", "", "correct the decision of this row; the old words stay readable"),
    as_on_the_board("withdraw", "", "withdraw the decision of this row, with a reason"),
    Action("list_open", ("enter",), "Open", "the page of the child, at this decision; ← → read on in the row"),
    _UNDO,
    _REDO,
    *_LEAVE,
)
AUDITS = (
    Action("audits_pick", ("p",), "Pick files", "pick this month's files, out of each status in turn"),
    as_on_the_board("look_again", "Audit it", "what was found in the file of this row, on the authority's questions"),
    Action("audits_themes", ("v",), "Themes", "what each question was answered, with the files; and the files again"),
    _FIND,
    Action("audits_span", ("l",), "Span", "of the last twelve months, three months, one month"),
    as_on_the_board("correct", "Correct", "correct what was found in the file of this row"),
    as_on_the_board("withdraw", "", "withdraw the pick or the audit of this row, with a reason"),
    Action("list_open", ("enter",), "Open", "the page of the child of this row; a question in full"),
    _UNDO,
    _REDO,
    *_LEAVE,
)
VISITS = (
    as_on_the_board("seen", "Seen, or not", "the child of this row was seen, today unless said; or was not, and why"),
    Action("visits_of_all", ("v",), "All or one", "of all children, or of the worker of this row alone"),
    _FIND,
    _OPEN,
    _UNDO,
    _REDO,
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
SIGHT = (
    Action("list_open", ("enter",), "Open", "the rows that a number counts, or a team; ← → over the numbers of a row"),
    Action("sight_now", ("1",), "Now", "the numbers of today, in groups; of many teams a row each"),
    Action("sight_trends", ("2",), "Trends", "the last thirteen months as plots, each change in words"),
    Action("sight_pressures", ("3",), "Pressures", "what moved most, and where the team goes if nothing changes"),
    Action("sight_what_if", ("w",), "What if", "somebody leaves or is back, more children come: nothing is recorded"),
    Action("sight_effect", ("4",), "Effect", "what came of it in the last thirteen weeks, with its evidence"),
    Action("sight_supervisors", ("5",), "Supervisors", "who supervises, whom, what they held, their own support"),
    *_LEAVE,
)
SIGHT_ROWS = (_OPEN, *_LEAVE)
BRIEF = _LEAVE
SETTINGS = (
    Action("list_open", ("enter",), "Change", "another value for the setting of this row; what it does is said first"),
    as_on_the_board("withdraw", "Default", "take back what was set here: the default again, once you have seen it"),
    Action("next_group", ("n",), "", "the next heading"),
    Action("previous_group", ("N",), "", "the heading before"),
    Action("find_setting", ("slash",), "Filter", "show only settings that hold what is typed; Esc clears it"),
    as_on_the_board("undo", "Undo", "take back the last change that was made here"),
    as_on_the_board("only", "Yours", "only what is set otherwise than the default, and everything again"),
    *_LEAVE,
)
# What can only be done about a row of a list.
ABOUT_A_ROW: frozenset[ActionId] = frozenset(
    {
        "action_outcome",
        "because",
        "correct",
        "decisions_copy",
        "disagree",
        "day_done",
        "day_give",
        "day_mark",
        "day_move",
        "day_off",
        "file_more",
        "file_record",
        "list_open",
        "look_again",
        "retention_erase",
        "retention_hold",
        "retention_lift",
        "seen",
        "withdraw",
    }
)
