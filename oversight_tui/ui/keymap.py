"""The actions of each screen, and the keys in force: the registry's own, unless the settings file says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct, field

from oversight_tui.ui import list_actions
from oversight_tui.ui.actions import BOARD, RESERVED, Action, ActionId, shown
from oversight_tui.ui.page_actions import PAGE
from oversight_tui.words.problems import PlainProblem

# A character as it is typed into the settings file, where Textual has a name for it.
_NAMES = {
    ".": "full_stop",
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "/": "slash",
    "?": "question_mark",
    "+": "plus",
    "-": "minus",
    "=": "equals_sign",
    "!": "exclamation_mark",
    "*": "asterisk",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "#": "number_sign",
    "@": "at",
    "&": "ampersand",
    "'": "apostrophe",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "%": "percent_sign",
    "^": "circumflex_accent",
    "_": "underscore",
    "~": "tilde",
    " ": "space",
    "esc": "escape",
}
_WORDS = frozenset({"space", "escape", "backspace", "delete", "insert", *(f"f{number}" for number in range(1, 13))})
FIXED = frozenset({"open_page", "list_open", "back", "page_back", "list_back"})
# The screens that have actions, by the name they have in `oversight keys --json`, and how a person calls them.
Place = Literal[
    "board",
    "page",
    "session",
    "actions",
    "calendar",
    "day",
    "changes",
    "journal",
    "notes",
    "own_file",
    "own_effect",
    "session_told",
    "regularity",
    "decisions",
    "audits",
    "visits",
    "sight",
    "sight_rows",
    "retention",
    "brief",
    "settings",
]
PLACES: Mapping[Place, tuple[str, tuple[Action, ...]]] = MappingProxyType(
    {
        "board": ("On the board", BOARD),
        "page": ("On a page", PAGE),
        "session": ("In a session", list_actions.SESSION),
        "actions": ("In the list of open actions", list_actions.ACTIONS),
        "calendar": ("In the calendar", list_actions.CALENDAR),
        "day": ("In the brief of the day", list_actions.DAY),
        "changes": ("In what has changed", list_actions.CHANGES),
        "journal": ("In the journal", list_actions.JOURNAL),
        "notes": ("In the notes to yourself", list_actions.NOTES),
        "own_file": ("In a worker's own file", list_actions.OWN_FILE),
        "own_effect": ("In what supervision changed for a worker", list_actions.OWN_EFFECT),
        "session_told": ("In the record of a session", list_actions.SESSION_TOLD),
        "regularity": ("In the regularity of supervision", list_actions.REGULARITY),
        "decisions": ("In the list of decisions", list_actions.DECISIONS),
        "audits": ("In the audits of files", list_actions.AUDITS),
        "visits": ("In the visits that are late", list_actions.VISITS),
        "sight": ("In line of sight", list_actions.SIGHT),
        "sight_rows": ("In the rows of a number", list_actions.SIGHT_ROWS),
        "retention": ("In what is kept", list_actions.RETENTION),
        "brief": ("In what is open with a worker", list_actions.BRIEF),
        "settings": ("In the settings", list_actions.SETTINGS),
    }
)


class KeymapProblem(PlainProblem):
    """Keys in the settings file that cannot be; the text names the action and says what would do."""


class Keymap(Struct, frozen=True):
    """The keys in force. `changed` maps an action's id to its keys."""

    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, place: Place) -> tuple[Action, ...]:
        """The actions of a screen, by its name in PLACES."""
        actions = PLACES[place][1]
        if not self.changed:
            return actions
        return tuple(
            action.__replace__(keys=self.changed[action.id]) if action.id in self.changed else action
            for action in actions
        )

    def shown(self, action_id: ActionId) -> str:
        """The key of an action as a person knows it."""
        return next(action.shown for place in PLACES for action in self.of(place) if action.id == action_id)

    def at_the_start(self, action_id: ActionId) -> str:
        """The same at the start of a sentence: a key that is a word begins with a capital, one letter stays itself."""
        shown = self.shown(action_id)
        return shown.capitalize() if len(shown) > 1 else shown


def keymap_of(changes: Mapping[str, tuple[str, ...]]) -> Keymap:
    """The registry with these keys instead of its own. Raises KeymapProblem."""
    known = {action.id for _, actions in PLACES.values() for action in actions}
    for action_id in changes:
        if action_id not in known:
            raise KeymapProblem(f"The settings file changes the key of '{action_id}', and there is no such action.")
        if action_id in FIXED:
            raise KeymapProblem(f"The key of '{action_id}' cannot be changed.")
    keymap = Keymap({action_id: tuple(_key(action_id, key) for key in keys) for action_id, keys in changes.items()})
    for place in PLACES:
        _no_key_twice(keymap.of(place))
    return keymap


def _key(action_id: str, typed: str) -> str:
    key = _NAMES.get(typed, typed)
    if key in RESERVED or key == "enter":
        raise KeymapProblem(f"'{typed}' moves within lists and forms. Give '{action_id}' another key.")
    plain = key.removeprefix("ctrl+")
    if len(plain) == 1 and plain.isascii() and plain.isalnum():
        return key
    if plain in _WORDS or key in _NAMES.values():
        return key
    raise KeymapProblem(
        f"'{typed}' is no key for '{action_id}'. "
        "Give a letter, a digit, a character such as . or !, ctrl+k, space or f2."
    )


def _no_key_twice(actions: tuple[Action, ...]) -> None:
    taken: dict[str, str] = {}
    for action in actions:
        for key in action.keys:
            if key in taken:
                raise KeymapProblem(
                    f"In the settings the key {shown(key)} would stand for both '{taken[key]}' and "
                    f"'{action.id}'. Give one of them another key."
                )
            taken[key] = action.id
