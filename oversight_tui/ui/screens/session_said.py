"""What a session says at its foot: the keys that can act, who comes next, who moved up, and what is said of nobody."""

from __future__ import annotations

from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.session_pages import SessionInHand
from oversight_tui.ui.actions import Action
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.keymap import Keymap
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.running_agenda import RunningAgenda
from oversight_tui.ui.screens.acting import ActingScreen
from oversight_tui.ui.widgets.line_list import LineList


def offered_in_session(screen: ActingScreen) -> list[Action]:
    """The keys, of which those that cannot act on the row under the cursor have no word at the foot; how a session ends
    stands there all the same, so that it is known before it is needed.
    """
    return [
        one.__replace__(label="") if one.label and one.id != "session_end" and screen.cannot(one.id) else one
        for one in screen.program.keymap.of(screen.place)
    ]


def select_next(rows: LineList, agenda: RunningAgenda, after: ChildId | None) -> None:
    """The cursor to the child to be written about next, where one is left."""
    if (following := agenda.next_to_write(after)) is not None:
        rows.select(key_of(following))


def said_with_next(says: str, was: About | None, now: About | None) -> str:
    """What was recorded, and to whom the cursor went on."""
    return says if now is None or now == was else f"{says} Next is {now.shown}."


def said_with_moved_up(says: str, moved: About | None) -> str:
    """Who was taken off, and who has the place now."""
    return says if moved is None else f"{says} {moved.shown} moves up into this session."


def said_of_nobody(session: SessionInHand, keymap: Keymap) -> str:
    """What stands where nobody is on the agenda."""
    if session.candidates:
        return f"Nobody is on this agenda. {keymap.at_the_start('session_any')} adds a child."
    held = keymap.shown("session_held")
    return f"No child is with this worker, so there is no agenda. Esc goes back; there {held} says it was held."
