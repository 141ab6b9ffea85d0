"""What brings lists in, and what is set."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.command_list.command import Command

LISTS_IN: Mapping[str, Command] = {
    "import": Command(
        "importing",
        "bring in Annex A, any table of children, rosters and absences",
        ("oversight import annex-a.xlsx --as-at fri --dry-run", "oversight import roster.csv --yes"),
    ),
    "mine": Command(
        "mine",
        "say who you are and which teams are yours",
        ("oversight mine 'Angela Brathwaite' --team 'Harbour Team'",),
    ),
    "policy": Command(
        "policy", "show, export or import the numbers that decide what is late", ("oversight policy show",)
    ),
    "keys": Command("keys", "every key of the screen, as the settings file has them now", ("oversight keys",)),
    "where": Command("where", "say where the store and the settings lie", ("oversight where",)),
    "demo": Command(
        "demo",
        "open a made-up team, or write one to a file",
        ("oversight demo", "oversight demo --into team.oversight"),
    ),
}
