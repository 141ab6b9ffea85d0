"""The colours of each theme, for a terminal of as many colours as it has: 16 million, 256, or 16.

They are given outright for each, since a terminal that has fewer shows the nearest of its own, and the nearest of two
dark grounds and a dark grey may be one and the same. The axis is of blue and orange, never red against green.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Depth = Literal["16 million", "256", "16"]


class Palette(Struct, frozen=True, kw_only=True):
    """The colours of one theme, as `#rrggbb`.

    Words in a tone stand on the ground of the screen, on what lies over it, on bars and on the resting cursor. In
    fields stand plain, quiet and accented words. `on_resting` is given where no tone could be read on the resting
    cursor: there its words are all said in this colour.
    """

    ground: str
    surface: str
    panel: str
    field: str
    field_focused: str
    text: str
    quiet: str
    alarm: str
    warn: str
    accent: str
    good: str
    border: str
    border_at_rest: str
    cursor: str
    on_cursor: str
    resting: str
    on_resting: str = ""


class ThemeLooks(Struct, frozen=True):
    """A theme: its name in the settings file, what it is called, and its colours."""

    name: str
    called: str
    says: str
    dark: bool
    palettes: Mapping[Depth, Palette]


# The first sixteen of any terminal, by the figures with which a colour is compared to find the nearest of them. What
# they look like is for the terminal to say: those taken here can be read on each other in all that are common.
BLACK, RED, BLUE, MAGENTA, GREY = "#000000", "#aa0000", "#0000aa", "#aa00aa", "#aaaaaa"
DARK_GREY, BRIGHT_RED, BRIGHT_YELLOW, BRIGHT_CYAN, WHITE = "#555555", "#ff5555", "#ffff55", "#55ffff", "#ffffff"

_DARK = ThemeLooks(
    "oversight-dark",
    "dark",
    "Light words on a dark ground, for a room that is not too bright.",
    True,
    {
        "16 million": Palette(
            ground="#0f1722",
            surface="#162230",
            panel="#1c2a3a",
            field="#2b3f58",
            field_focused="#304d6f",
            text="#e6ebf0",
            quiet="#b6c1cd",
            alarm="#ffa657",
            warn="#ffd98a",
            accent="#7cc7ff",
            good="#a8d8b9",
            border="#7cc7ff",
            border_at_rest="#8093aa",
            cursor="#7cc7ff",
            on_cursor="#0b1420",
            resting="#2b4058",
        ),
        "256": Palette(
            ground="#121212",
            surface="#262626",
            panel="#303030",
            field="#3a3a3a",
            field_focused="#00005f",
            text="#e4e4e4",
            quiet="#bcbcbc",
            alarm="#ffaf5f",
            warn="#ffd787",
            accent="#87d7ff",
            good="#afd7af",
            border="#87d7ff",
            border_at_rest="#8a8a8a",
            cursor="#87d7ff",
            on_cursor="#121212",
            resting="#444444",
        ),
        "16": Palette(
            ground=BLACK,
            surface=BLACK,
            panel=BLACK,
            field=BLACK,
            field_focused=BLUE,
            text=WHITE,
            quiet=GREY,
            alarm=BRIGHT_RED,
            warn=BRIGHT_YELLOW,
            accent=BRIGHT_CYAN,
            good=WHITE,
            border=BRIGHT_CYAN,
            border_at_rest=GREY,
            cursor=BRIGHT_CYAN,
            on_cursor=BLACK,
            resting=BLUE,
            on_resting=WHITE,
        ),
    },
)
_LIGHT = ThemeLooks(
    "oversight-light",
    "light",
    "Dark words on a light ground, for a bright room and for paper-like screens.",
    False,
    {
        "16 million": Palette(
            ground="#fbfcfd",
            surface="#dde3ea",
            panel="#d3dbe5",
            field="#ffffff",
            field_focused="#bddcf8",
            text="#1a2430",
            quiet="#434e5b",
            alarm="#7a2600",
            warn="#775600",
            accent="#0b4a80",
            good="#1b5233",
            border="#0b4a80",
            border_at_rest="#66737f",
            cursor="#0b4a80",
            on_cursor="#ffffff",
            resting="#cfe0f1",
        ),
        "256": Palette(
            ground="#ffffff",
            surface="#eeeeee",
            panel="#e4e4e4",
            field="#ffffff",
            field_focused="#afd7ff",
            text="#1c1c1c",
            quiet="#4e4e4e",
            alarm="#870000",
            warn="#5f5f00",
            accent="#005f87",
            good="#005f00",
            border="#005f87",
            border_at_rest="#6c6c6c",
            cursor="#005f87",
            on_cursor="#ffffff",
            resting="#d7ffff",
        ),
        "16": Palette(
            ground=WHITE,
            surface=WHITE,
            panel=WHITE,
            field=WHITE,
            field_focused=BRIGHT_CYAN,
            text=BLACK,
            quiet=BLACK,
            alarm=RED,
            warn=MAGENTA,
            accent=BLUE,
            good=BLACK,
            border=BLUE,
            border_at_rest=DARK_GREY,
            cursor=BLUE,
            on_cursor=WHITE,
            resting=GREY,
            on_resting=BLACK,
        ),
    },
)
_CONTRAST = ThemeLooks(
    "oversight-contrast",
    "high contrast",
    "White on black, every word at 7 to 1 and more, every edge bright.",
    True,
    {
        "16 million": Palette(
            ground="#000000",
            surface="#000000",
            panel="#161616",
            field="#2d2d2d",
            field_focused="#003a70",
            text="#ffffff",
            quiet="#e0e0e0",
            alarm="#ffb000",
            warn="#ffe9a8",
            accent="#8fd3ff",
            good="#d7ffd9",
            border="#ffffff",
            border_at_rest="#808080",
            cursor="#ffffff",
            on_cursor="#000000",
            resting="#303030",
        ),
        "256": Palette(
            ground="#000000",
            surface="#000000",
            panel="#121212",
            field="#303030",
            field_focused="#00005f",
            text="#ffffff",
            quiet="#e4e4e4",
            alarm="#ffaf00",
            warn="#ffffaf",
            accent="#87d7ff",
            good="#d7ffd7",
            border="#ffffff",
            border_at_rest="#808080",
            cursor="#ffffff",
            on_cursor="#000000",
            resting="#303030",
        ),
        "16": Palette(
            ground=BLACK,
            surface=BLACK,
            panel=BLACK,
            field=BLACK,
            field_focused=BLUE,
            text=WHITE,
            quiet=WHITE,
            alarm=BRIGHT_YELLOW,
            warn=WHITE,
            accent=BRIGHT_CYAN,
            good=WHITE,
            border=WHITE,
            border_at_rest=GREY,
            cursor=WHITE,
            on_cursor=BLACK,
            resting=GREY,
            on_resting=BLACK,
        ),
    },
)
_PLAIN = ThemeLooks(
    "oversight-plain",
    "no colour",
    "Black, white and greys: every state by its sign and its word alone.",
    True,
    {
        "16 million": Palette(
            ground="#101010",
            surface="#1d1d1d",
            panel="#262626",
            field="#333333",
            field_focused="#4d4d4d",
            text="#e8e8e8",
            quiet="#c4c4c4",
            alarm="#ffffff",
            warn="#f0f0f0",
            accent="#ffffff",
            good="#d6d6d6",
            border="#ffffff",
            border_at_rest="#868686",
            cursor="#e8e8e8",
            on_cursor="#101010",
            resting="#404040",
        ),
        "256": Palette(
            ground="#121212",
            surface="#1c1c1c",
            panel="#262626",
            field="#3a3a3a",
            field_focused="#4e4e4e",
            text="#e4e4e4",
            quiet="#d0d0d0",
            alarm="#ffffff",
            warn="#eeeeee",
            accent="#ffffff",
            good="#dadada",
            border="#ffffff",
            border_at_rest="#8a8a8a",
            cursor="#e4e4e4",
            on_cursor="#121212",
            resting="#444444",
        ),
        "16": Palette(
            ground=BLACK,
            surface=BLACK,
            panel=BLACK,
            field=BLACK,
            field_focused=BLACK,
            text=WHITE,
            quiet=GREY,
            alarm=WHITE,
            warn=WHITE,
            accent=WHITE,
            good=WHITE,
            border=WHITE,
            border_at_rest=GREY,
            cursor=WHITE,
            on_cursor=BLACK,
            resting=GREY,
            on_resting=BLACK,
        ),
    },
)
LOOKS = (_DARK, _LIGHT, _CONTRAST, _PLAIN)
WITHOUT_COLOUR = _PLAIN.name
