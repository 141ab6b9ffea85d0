"""Every action of the screen: its id, its keys, what the key bar and the help say, and where it applies.

Bindings, key bar and help are all made from this one list.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Action:
    """One action. `label` is for the key bar (left out of it where empty), `help` the sentence of the help."""

    id: str
    keys: tuple[str, ...]
    shown: str
    label: str
    help: str


BOARD = (
    Action(
        "next_overdue", ("n", "right_square_bracket"), "n", "Next overdue", "the next overdue row of the morning list"
    ),
    Action("previous_overdue", ("N", "left_square_bracket"), "N", "", "the previous overdue row"),
    Action("open_page", (), "enter", "Open", "open the page of the child or worker"),
    Action("decide", ("d",), "d", "Decide", "record a decision about the child or worker of this row"),
    Action("talk", ("t",), "t", "Talk", "record a same-day discussion"),
    Action("worry", ("w",), "w", "Worry", "raise a worry about the child of this row"),
    Action("answer_worry", ("W",), "W", "", "look again at the worry of this row, or close it"),
    Action("because", ("b",), "b", "", "say why: the reason of the decision of this row"),
    Action("session_held", ("s",), "s", "", "supervision with this worker was held"),
    Action("session_planned", ("S",), "S", "", "plan supervision with this worker"),
    Action("add_action", ("p",), "p", "", "plan an action for the child of this row"),
    Action("action_outcome", ("P",), "P", "", "the action of this row is done, dropped or carried over"),
    Action("risk", ("R",), "R", "", "rate the risk of the child of this row"),
    Action("escalate", ("i",), "i", "", "involve somebody senior about the child or worker of this row"),
    Action("escalation_answer", ("I",), "I", "", "the answer to the escalation of this row"),
    Action("absence", ("A",), "A", "", "the worker of this row is away"),
    Action("filed", ("f",), "f", "", "the discussion of this row is on the child's file"),
    Action("undo", ("u",), "u", "Undo", "take back the last thing you recorded"),
    Action("go_on", ("full_stop",), ".", "", "go on with the newest draft"),
    Action("palette", ("colon", "ctrl+p"), ":", "", "any worker, child or key by a few letters"),
    Action("filter", ("slash",), "/", "Filter", "show only rows that hold what is typed; Esc clears it"),
    Action("only", ("v",), "v", "View", "the morning list: all, overdue, due, never"),
    Action("only_mine", ("m",), "m", "", "only workers whom I supervise, and their children"),
    Action("pane_1", ("1",), "1", "", "the morning list"),
    Action("pane_2", ("2",), "2", "", "the team"),
    Action("pane_3", ("3",), "3", "", "worries"),
    Action("pane_4", ("4",), "4", "", "same-day discussions"),
    Action("pane_5", ("5",), "5", "", "the caseload of the selected worker"),
    Action("opening_dates", ("O",), "O", "", "enter when each was last supervised or discussed"),
    Action("whose_board", ("M",), "M", "", "say who you are and which teams are yours"),
    Action("zoom", ("plus", "equals_sign"), "+", "", "this pane alone"),
    Action("unzoom", ("minus",), "-", "", "all panes again"),
    Action("hide_names", ("h",), "h", "Hide names", "hide names everywhere, and show them again"),
    Action("reload", ("r",), "r", "", "read the store again"),
    Action("help", ("question_mark", "f1"), "?", "Keys", "the keys that apply here"),
    Action("back", ("escape",), "esc", "", "back out of the smallest thing: filter, view, zoom"),
    Action("quit", ("q", "ctrl+q"), "q", "Quit", "leave"),
)
# What the key bar keeps where the terminal is too narrow for every label.
ESSENTIAL = frozenset({"next_overdue", "decide", "talk", "worry", "filter", "help", "quit"})
MOVES = (
    ("↑ ↓ or j k", "move within a list"),
    ("PgUp PgDn g G", "a page, the first, the last"),
    ("Tab Shift+Tab", "to the next pane"),
)


def bindings() -> list[Binding]:
    """The bindings of the board."""
    return [
        Binding(",".join(action.keys), f"do('{action.id}')", action.help, show=False, id=f"board.{action.id}")
        for action in BOARD
        if action.keys
    ]
