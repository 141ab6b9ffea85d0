"""Every action of the screen: its id, its keys, what the key bar and the help say.

Bindings, key bar, help, palette, the key table of the documents and `oversight keys` are all made from these lists.
Textual is imported only where bindings are made, so that a command can print the keys without it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from oversight_tui.ui.action_ids import ActionId as ActionId

if TYPE_CHECKING:
    from textual.binding import Binding


class Action(Struct, frozen=True):
    """One action. `label` is for the key bar (left out of it where empty), `help` the sentence of the help.

    `keys` are named as Textual names them, the one that is shown first.
    """

    id: ActionId
    keys: tuple[str, ...]
    label: str
    help: str

    @property
    def shown(self) -> str:
        """The first key as a person knows it; empty where there is none but the palette."""
        return shown(self.keys[0]) if self.keys else ""


def shown(key: str) -> str:
    """A key as a person knows it."""
    return _SHOWN.get(key, key)


_SHOWN = {
    "full_stop": ".",
    "comma": ",",
    "colon": ":",
    "slash": "/",
    "number_sign": "#",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "exclamation_mark": "!",
    "semicolon": ";",
    "ampersand": "&",
    "at": "@",
    "asterisk": "*",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "percent_sign": "%",
    "escape": "esc",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "ctrl+o": "Ctrl+O",
    "ctrl+e": "Ctrl+E",
    "vertical_line": "|",
    "circumflex_accent": "^",
}

# What the program does whatever screen is open, but where letters are typed.
EVERYWHERE = (
    Action("hide_names", ("h",), "Hide names", "hide names everywhere, and show them again"),
    Action("lock", ("Q", "ctrl+l"), "", "lock the screen until the passphrase is given; Ctrl+L also while one types"),
    Action(
        "palette", ("colon", "ctrl+p"), "Find", "find anything: what can be done, any worker or child, what was said"
    ),
)
ACT_EVERYWHERE = frozenset(action.id for action in EVERYWHERE)
BOARD = (
    Action(
        "next_overdue",
        ("n", "right_square_bracket"),
        "Next overdue",
        "the next row that is urgent, overdue or never",
    ),
    Action("previous_overdue", ("N", "left_square_bracket"), "", "the one before it"),
    Action("open_page", ("enter",), "Open", "open the page of the child or worker"),
    Action("decide", ("d",), "Decide", "record a decision about the child or worker of this row"),
    Action("decide_marked", ("D",), "", "the same decision for every marked row"),
    Action("mark", ("space",), "", "mark this row, or take the mark away"),
    Action(
        "talk",
        ("t",),
        "Talk",
        "record a same-day discussion, also the one asked for in this row, or the words of a session",
    ),
    Action("talk_asked", ("T",), "", "a talk was asked for and is still to be held"),
    Action("worry", ("w",), "Worry", "raise a worry about the child of this row"),
    Action(
        "look_again",
        ("W",),
        "",
        "answer this row: look again at a worry, decision or child who waits, decide a referral, confirm a handover, "
        "sign off work, settle a record or date, take an incident's next step",
    ),
    Action("because", ("b",), "", "say why: the reason of the decision of this row"),
    Action("disagree", ("exclamation_mark",), "", "the worker sees the decision of this row otherwise"),
    Action("hold_session", ("V",), "", "the agenda of this worker's session, and holding it, child by child"),
    Action("group_session", ("X",), "", "a group session: several workers, a summary on each child's file"),
    Action("day", ("6",), "", "the brief of today, worker by worker: duty, visits, meetings, reports due, who covers"),
    Action(
        "book",
        ("at",),
        "",
        "book a visit, meeting or hearing about this row; of a row that is booked, or all marked: give, move, call off",
    ),
    Action("duty", (), "", "the worker of this row is on duty, from when to when"),
    Action("session_held", ("s",), "", "supervision with this worker was held"),
    Action("session_planned", ("S",), "", "plan supervision with this worker"),
    Action(
        "calendar",
        ("Z",),
        "",
        "the calendar: the sessions of the next eight weeks, to move, cancel, lay down a schedule",
    ),
    Action("add_action", ("p",), "", "plan an action for the child or worker of this row"),
    Action("action_outcome", ("P",), "", "the action of this row is done, dropped or carried over"),
    Action("all_actions", ("L",), "", "the list of all open actions, late first"),
    Action("risk", ("R",), "", "rate the risk of the child of this row"),
    Action("escalate", ("i",), "", "involve somebody senior about the child or worker of this row"),
    Action("escalation_answer", ("I",), "", "the answer to the escalation or consultation of this row"),
    Action(
        "consult",
        ("ampersand",),
        "",
        "ask somebody for their view of the child or worker of this row, or keep them sighted",
    ),
    Action(
        "hand_over",
        ("a",),
        "",
        "assign the child of this row, or all marked, to a worker: who has room, today or on a day to come",
    ),
    Action("absence", ("A",), "", "the worker of this row is away, or when they are back"),
    Action("cover", ("H",), "", "who helps out: who sees to the children of an absent worker"),
    Action("brief", ("B",), "", "what is open with this worker, for whoever stands in"),
    Action("filed", ("f",), "", "the discussion of this row, or those of all marked, are on the child's file"),
    Action("copy", ("c",), "", "copy the entry of this row as plain text for the case system"),
    Action(
        "send_out",
        ("ctrl+e",),
        "Send out",
        "a file for another office about the child or worker of this row, or of the team: PDF, Word, Excel",
    ),
    Action("correct", ("e",), "", "correct the entry of this row: a new version, the old one stays readable"),
    Action("withdraw", ("x",), "", "withdraw the entry of this row, with a reason"),
    Action("undo", ("u",), "Undo", "take back the last thing you recorded"),
    Action("redo", ("U",), "", "bring back what you took back last"),
    Action("go_on", ("full_stop",), "", "go on with the newest draft"),
    Action("referral", ("F",), "", "a child who came in: from whom, about what, how urgent, when"),
    Action(
        "seen", ("y",), "", "the child of this row, or all marked, were seen, today unless said; or were not, and why"
    ),
    Action("child_date", ("Y",), "", "a date no list carries, or what ended; of a worker what runs out, and when"),
    Action(
        "incident",
        ("semicolon",),
        "",
        "a serious incident to the child of this row: who was told, a legal hold, the clocks",
    ),
    Action("edit", ("E",), "", "change what is known of this worker, or this child's name and family here"),
    Action("add_worker", (), "", "add a worker by hand"),
    Action("posts", (), "", "how many posts a team has, filled and vacant"),
    Action("programme", (), "", "a programme for supervisors that the worker of this row began, or how it ended"),
    Action("own_file", ("K",), "", "the own file of the worker of this row, kept from every child's file"),
    Action("own_notes", ("o",), "", "notes to yourself, on nobody's page"),
    Action("changes", ("C",), "", "what has changed since you last looked"),
    Action("journal", ("J",), "", "the journal: who did what and when"),
    Action("legal_hold", (), "", "a legal hold on the child or worker of this row: nothing about them is erased"),
    Action("audit_file", (), "", "the file of the child of this row was audited, though nothing had picked it"),
    Action("hand_in", ("greater_than_sign",), "", "work about the child of this row was handed in to be signed off"),
    Action(
        "regularity", ("percent_sign",), "", "how regularly each worker was supervised, and every gap with its reason"
    ),
    Action("audits", ("8",), "", "audits of files: this month's pick, what was found, themes with their evidence"),
    Action("visit_reasons", ("9",), "", "why visits are late: each attempt, of this worker or of all"),
    Action("decisions", ("7",), "", "decisions as a list: challenged, overturned, without a reason, reviewed"),
    Action("sight", ("circumflex_accent",), "", "line of sight: the pressures of the team, to take upstairs"),
    Action("retention", ("z",), "", "what has been kept for long enough: erase it for good; legal holds"),
    Action(
        "settings", ("comma",), "", "settings: everything that can be set, and what a change does before it is kept"
    ),
    Action("back_up", (), "", "make a backup now, checked, in the backup folder"),
    Action("theme", (), "", "theme: dark, light, high contrast or no colour, shown while you choose"),
    Action("print_today", ("vertical_line",), "", "print the morning list on paper, to carry"),
    Action("look_back", ("less_than_sign",), "", "see the board as at a past day; Esc on the board goes back to today"),
    Action("filter", ("slash",), "Filter", "show only rows that hold what is typed; Esc clears it"),
    Action("only", ("v",), "View", "the morning list: all, urgent, overdue, due, never"),
    Action("worker_rows", ("l",), "This worker", "the morning list of the worker of this row alone; Esc shows all"),
    Action("points", ("number_sign",), "", "the points of each reason why this row is on the list, and none again"),
    Action("only_mine", ("m",), "", "only workers whom I supervise, and their children"),
    Action("pane_1", ("1",), "", "the morning list"),
    Action("pane_2", ("2",), "", "the team"),
    Action("pane_3", ("3",), "", "worries"),
    Action("pane_4", ("4",), "", "discussions: asked for, of today, and to be put on the child's file"),
    Action("pane_5", ("5",), "", "the caseload of the selected worker"),
    Action("import_lists", ("ctrl+o",), "", "bring in Annex A lists, rosters and absences"),
    Action("tour", (), "", "the tour of a morning over the made-up team: begin it, or take it up again"),
    Action("opening_dates", ("O",), "", "enter when each was last supervised or discussed"),
    Action("whose_board", ("M",), "", "say who you are and which teams are yours"),
    Action("zoom", ("plus", "equals_sign"), "", "this pane alone"),
    Action("unzoom", ("minus",), "", "all panes again"),
    *EVERYWHERE,
    Action("reload", ("r",), "", "read the store again"),
    Action("help", ("question_mark", "f1"), "Keys", "the keys that apply here"),
    Action("back", ("escape",), "", "back out of the smallest thing: filter, marks, view, zoom"),
    Action("quit", ("q", "ctrl+q"), "Quit", "leave"),
)


def as_on_the_board(action_id: ActionId, label: str, does: str) -> Action:
    """An action of the board that another screen has too: whoever changes its key changes it in both."""
    return next(one.__replace__(label=label, help=does) for one in BOARD if one.id == action_id)


# What a click on a count at the top of the board does; no key does it alone.
CLICKS: tuple[ActionId, ...] = ("only_urgent", "only_overdue", "only_due", "only_never")
# What the key bar keeps where the terminal is too narrow for every label.
ESSENTIAL = frozenset({"hold_session", "next_overdue", "decide", "talk", "worry", "help", "quit"}) | frozenset(
    {"page_back", "page_child", "page_children", "next_entry", "page_correct", "page_copy", "page_help", "page_quit"}
    | {"session_write", "session_drop", "session_any", "session_end"}
    | {"calendar_next", "calendar_move", "calendar_cancel", "calendar_all"}
)
# What leads out of a screen over the board: kept beside what is essential on it.
LEAVING: frozenset[ActionId] = frozenset({"list_help", "list_back"})
MOVES = (
    ("↑ ↓", "move within a list; j and k too"),
    ("PgUp", "a page back, PgDn a page on; g the first, G the last"),
    ("Tab", "to the next pane, Shift+Tab to the one before"),
    ("← →", "over the numbers of a worker's row; Enter opens what one counts"),
)
# Keys that move within lists and forms; no action can be put on them.
RESERVED = frozenset(
    {"up", "down", "left", "right", "j", "k", "g", "G", "pageup", "pagedown", "home", "end", "tab", "shift+tab"}
)


def bindings(actions: Iterable[Action]) -> list[Binding]:
    """The bindings of a screen, each by the action's id, so that the keys can be changed."""
    from textual.binding import Binding as Bound

    # Enter belongs to the list that has the focus, which posts that a row was opened.
    return [
        Bound(",".join(action.keys), f"do('{action.id}')", action.help, show=False, id=action.id)
        for action in actions
        if action.keys and action.keys != ("enter",) and action not in EVERYWHERE
    ]


def bindings_everywhere() -> list[Binding]:
    """The bindings of the application: they come first, also over a dialog, unless the key is typed there."""
    from textual.binding import Binding as Bound

    return [
        Bound(",".join(action.keys), action.id, action.help, show=False, id=action.id, priority=True)
        for action in EVERYWHERE
    ]
