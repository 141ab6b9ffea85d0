"""Everything that can be set, in the order of the settings screen; and what a change in the file does."""

from __future__ import annotations

from msgspec import Struct

from oversight_tui.config import Config
from oversight_tui.config_writing import FileChange
from oversight_tui.practice.policy import Policy
from oversight_tui.ui.keymap import keymap_of
from oversight_tui.ui.settings.items import Item
from oversight_tui.ui.settings.of_keys import key_items
from oversight_tui.ui.settings.of_machine import BACKUPS, FILES, LOCK, SCREEN, machine_items, said_by
from oversight_tui.ui.settings.of_policy import policy_items
from oversight_tui.ui.settings.of_words import word_items

# What a change of words does, by the section or key it stands under.
_OF_WORDS = {
    "sentences": "Its digit puts it into a reason, from the next form on.",
    "headings": "Forms, pages and copies call it so, from the next one on.",
    "questions": "It is shown in its field, from the next form on.",
    "language": "It is said when the word is written, from the next form on.",
}


class InForce(Struct, frozen=True):
    """What is set now: the numbers of the store, and the settings of this machine."""

    policy: Policy
    config: Config


def every_item(now: InForce) -> tuple[Item, ...]:
    """Every setting with its value."""
    return (
        *machine_items(now.config, SCREEN, LOCK, BACKUPS),
        *policy_items(now.policy),
        *word_items(now.config),
        *key_items(keymap_of(now.config.keys)),
        *machine_items(now.config, FILES),
    )


def said_of_file(change: FileChange, after: Config) -> str:
    """What a change in the settings file does. Raises KeymapProblem where a key would stand for two things."""
    if change.section == "keys":
        keymap_of(after.keys)
        return "No other action of the same screen has this key."
    return said_by(after, change.section, change.key) or _OF_WORDS.get(change.section or change.key, "")
