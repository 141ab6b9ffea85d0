"""Looking at a past day on the screen: which keys look, and why the others do nothing meanwhile."""

from __future__ import annotations

from oversight_tui.ui.action_ids import ActionId
from oversight_tui.ui.program import Program
from oversight_tui.words.dates import long_day

# What shows how things stood, or has nothing to do with the records. Whatever else there is, or will be, waits.
LOOKS: frozenset[ActionId] = frozenset(
    {
        *("next_overdue", "previous_overdue", "open_page", "filter", "only", "only_mine", "worker_rows", "points"),
        *("only_urgent", "only_overdue", "only_due", "only_never", "zoom", "unzoom", "reload", "help", "back", "quit"),
        *("pane_1", "pane_2", "pane_3", "pane_4", "pane_5", "palette", "hide_names", "lock", "theme", "look_back"),
        *(
            "all_actions",
            "calendar",
            "calendar_next",
            "calendar_previous",
            "calendar_all",
            "day",
            "regularity",
            "sight",
        ),
        *("day_next", "day_before", "day_nobody"),
        *("sight_now", "sight_trends", "sight_pressures", "sight_effect", "sight_supervisors"),
        *("page_back", "page_children", "page_child", "next_entry", "previous_entry", "page_only", "page_as_child"),
        *("page_help", "page_quit", "list_help", "list_back", "list_open"),
    }
)


def cannot_whatever_is_selected(program: Program, action_id: ActionId) -> str:
    """Why an action does nothing whatever is selected: the screen cannot be locked, or a past day is looked at."""
    if action_id == "lock":
        return program.cannot_lock
    looking_back = program.worker.scope.looking_back
    if looking_back is None or action_id in LOOKS:
        return ""
    back = program.keymap.at_the_start("back")
    return f"You are looking at {long_day(looking_back.day)}. {back} on the board goes back to today."
