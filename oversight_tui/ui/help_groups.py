"""The keys as the help tells them: by what one wants to do, and last those that cannot act where one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from oversight_tui.ui.actions import MOVES, Action, ActionId
from oversight_tui.ui.other_words import called_otherwise
from oversight_tui.ui.present.glyphs import Glyphs
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.text import match_key

_BETWEEN = 2  # cells between the keys and what they do
_LETTER = 2  # cells for a key of one letter where room is scarce; the name of a longer one goes before its words
_LEAST_OF_A_WORD = 3  # letters from which what is typed is looked for among the other words of an action
_KEYLESS = "no key"
_WITHIN_A_LIST = 2  # of the moves, those that every list has
_GROUPS: Mapping[str, frozenset[ActionId]] = {
    "About this child": frozenset(
        {
            *("decide", "decide_marked", "talk", "talk_asked", "worry", "look_again", "because", "disagree"),
            *("add_action", "action_outcome", "risk", "escalate", "escalation_answer", "consult", "hand_over"),
            *("hand_in", "incident", "audit_file", "seen", "book"),
            *("child_date", "legal_hold", "page_seen", "page_child_date", "page_only", "page_as_child", "referral"),
            *("send_out", "session_write", "session_any", "session_drop", "session_bring"),
        }
    ),
    "About this worker": frozenset(
        {
            *("hold_session", "session_held", "session_planned", "group_session", "absence", "cover", "brief"),
            *("own_file", "edit", "worker_rows", "add_worker", "session_hold", "session_length", "session_end"),
            *("page_children", "page_child", "programme", "duty", "day_duty"),
        }
    ),
    "About this entry": frozenset(
        {
            *("filed", "copy", "correct", "withdraw", "page_correct", "page_withdraw", "page_filed", "page_because"),
            *("page_disagree", "page_copy", "page_sensitive", "page_open", "page_significant", "next_entry"),
            *("previous_entry", "day_give", "day_move", "day_done", "day_off"),
        }
    ),
    "Find, and look": frozenset(
        {
            *("palette", "filter", "next_overdue", "previous_overdue", "open_page", "list_open", "only", "only_mine"),
            *(
                "look_back",
                "day_nobody",
                "day_next",
                "day_before",
                "day_mark",
                "points",
                "mark",
                "pane_1",
                "pane_2",
                "pane_3",
                "pane_4",
                "pane_5",
                "zoom",
                "unzoom",
                "find_setting",
            ),
            *("sight_now", "sight_trends", "sight_pressures", "sight_what_if", "sight_effect", "sight_supervisors"),
        }
    ),
    "Lists": frozenset(
        {
            *(
                "calendar",
                "day",
                "regularity",
                "decisions",
                "audits",
                "visit_reasons",
                "sight",
                "all_actions",
                "changes",
                "journal",
                "own_notes",
                "retention",
                "import_lists",
            ),
            *("print_today", "opening_dates"),
        }
    ),
}
_HERE, _PROGRAM, _NOT_HERE = "In this list", "The program", "Not here, and why"
_OF_THE_PROGRAM: frozenset[ActionId] = frozenset(
    {
        *("hide_names", "lock", "settings", "theme", "back_up", "tour", "whose_board", "reload", "undo", "redo"),
        *("go_on", "help", "back", "quit", "page_back", "page_undo", "page_redo", "page_help", "page_quit"),
        *("list_help", "list_back"),
    }
)


class _Told(NamedTuple):
    """What is told of one key: why it cannot act here, where it cannot."""

    keys: str
    text: str
    reason: str = ""


def one_under_the_other(groups: Sequence[Sequence[Passage]]) -> tuple[Passage, ...]:
    """The groups with a line between them."""
    return tuple(line for number, group in enumerate(groups) for line in (*([Passage()] if number else []), *group))


def in_two(groups: Sequence[Sequence[Passage]]) -> int:
    """How many groups stand in the first of two columns, for both to be about as long as each other."""
    whole = sum(map(len, groups))
    return min(range(len(groups) + 1), key=lambda first: abs(2 * sum(map(len, groups[:first])) - whole), default=0)


def help_in_groups(
    actions: Sequence[Action],
    cannot: Callable[[ActionId], str],
    typed: str,
    glyphs: Glyphs,
    *,
    scarce: bool = False,
) -> list[tuple[Passage, ...]]:
    """A group for each heading; of what is typed those keys alone whose letter, label or words hold it. Where room is
    `scarce` the keys stand in a column for one letter.
    """
    wanted = match_key(typed)
    said: dict[str, list[_Told]] = {one: [] for one in (*_GROUPS, _HERE, _PROGRAM, _NOT_HERE)}
    finds = next((action.shown for action in actions if action.id == "palette"), "")
    for action in actions:
        if wanted not in match_key(f"{action.shown} {action.label} {action.help}") and not _is_called(
            action.id, wanted
        ):
            continue
        reason = cannot(action.id)
        text = f"{action.help} ({finds} finds it)" if wanted and not action.shown else action.help
        said[_NOT_HERE if reason else _group_of(action.id)].append(_Told(action.shown or _KEYLESS, text, reason))
    if not wanted:
        on_the_board = any(action.id == "zoom" for action in actions)  # where there are panes to go between
        moves = MOVES if on_the_board else MOVES[:_WITHIN_A_LIST]
        said["Find, and look"] += [_Told(keys, text) for keys, text in moves]
    keys = (cell_len(told.keys) for lines in said.values() for told in lines)
    wide = _LETTER if scarce else _BETWEEN + max(keys, default=0)
    found = [
        (Passage(heading, "strong"), *(_line(told, wide) for told in lines)) for heading, lines in said.items() if lines
    ]
    return found if wanted else [*found, tuple(_signs(glyphs, finds))]


def _is_called(action_id: ActionId, wanted: str) -> bool:
    """Whether somebody may look for it by this other word, or its beginning."""
    return len(wanted) >= _LEAST_OF_A_WORD and any(
        word.startswith(wanted) for word in match_key(called_otherwise(action_id)).split()
    )


def _group_of(action_id: ActionId) -> str:
    found = next((heading for heading, ids in _GROUPS.items() if action_id in ids), _HERE)
    return _PROGRAM if action_id in _OF_THE_PROGRAM else found


def _line(told: _Told, wide: int) -> Passage:
    said = f"{told.text[:1].upper()}{told.text[1:]}"
    key: Tone = "quiet" if told.reason or told.keys == _KEYLESS else "never"
    tone: Tone = "quiet" if told.reason else "plain"
    text = f"{said}. Not here: {told.reason}" if told.reason else said
    if cell_len(told.keys) >= wide:
        return Passage(f"{told.keys} {text}", tone, hang=wide, left=((told.keys, key),))
    return Passage(text, tone, indent=wide, left=((f"{told.keys:<{wide}}", key),))


def _signs(glyphs: Glyphs, finds: str) -> Iterator[Passage]:
    yield Passage("Signs", "strong")
    signs = (
        (glyphs.urgent, "urgent"),
        (glyphs.overdue, "overdue"),
        (glyphs.due, "due"),
        (glyphs.never, "never"),
        (glyphs.decided, "decided today"),
        (glyphs.away, "away"),
        (glyphs.marked, "marked"),
    )
    yield Passage("   ".join(f"{sign} {means}" for sign, means in signs))
    if finds:
        yield Passage(f"What has no key is found with {finds} and a few letters of it.")
    yield Passage(
        "A clock is due between its ideal and its limit, and overdue after the limit. A line's place is the "
        "sum of the reasons shown with it; their weights are in the policy: oversight policy show."
    )
