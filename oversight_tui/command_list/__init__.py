"""Every command, in groups of what one wants to do, each with examples of the made-up team.

The references and names are of the team of `oversight demo --into team.oversight`; a test looks each of them up there.
"""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.command_list.command import Command as Command
from oversight_tui.command_list.lists_in import LISTS_IN
from oversight_tui.command_list.looking import LOOKING
from oversight_tui.command_list.people import PEOPLE
from oversight_tui.command_list.putting_right import PUTTING_RIGHT
from oversight_tui.command_list.recording import RECORDING
from oversight_tui.command_list.supervising import SUPERVISING
from oversight_tui.command_list.the_store import THE_STORE

GROUPS: Mapping[str, Mapping[str, Command]] = {
    "Look": LOOKING,
    "Record": RECORDING,
    "Supervision": SUPERVISING,
    "Workers and children": PEOPLE,
    "Put right": PUTTING_RIGHT,
    "Lists in, settings": LISTS_IN,
    "The store": THE_STORE,
}
COMMANDS: Mapping[str, Command] = {name: command for group in GROUPS.values() for name, command in group.items()}
# What somebody types who has the word of another program.
ALSO_TYPED: Mapping[str, str] = {
    "find": "search",
    "grep": "search",
    "help": "--help",
    "history": "journal",
    "list": "today",
    "morning": "today",
    "version": "--version",
}
