"""What is really painted can be read: every cell of the screens, in every theme and every number of colours.

The screens are painted once, in a theme in which each part of a palette has a colour of its own. So it is known of each
cell which part stands on which, and that is reckoned out for every palette there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import fields
from rich.segment import Segment

from db.engine import Store
from oversight_tui.config import Config
from oversight_tui.ui.app import OversightApp
from oversight_tui.ui.palettes import LOOKS, Depth, Palette
from oversight_tui.ui.themes import theme_of
from tests.made_once import MONDAY
from tests.ui.colours import least_contrast
from tests.ui.manager import Manager, sitting

TEXT, EDGE = 4.5, 3.0
# What is drawn and not read: frames, edges of fields, bars, thumbs.
DRAWN = frozenset(map(chr, range(0x2500, 0x25A0)))
PARTS = [one.name for one in fields(Palette) if one.name not in ("ground", "on_resting")]
PROBE = Palette(ground="#010203", **{part: f"#{10 + at:02x}{200 - at:02x}40" for at, part in enumerate(PARTS)})
PART_OF = {getattr(PROBE, part): part for part in ("ground", *PARTS)}
# How each screen is reached from the board's list, and left again.
SCREENS = {
    "the board": (),
    "the team": ("2",),
    "a decision": ("1", "d"),
    "a worry": ("1", "w"),
    "a child's page": ("1", "enter"),
    "a session": ("2", "V"),
    "the palette": ("colon",),
    "the keys": ("question_mark",),
    "the calendar": ("Z",),
    "all actions": ("L",),
    "changes": ("C",),
    "the settings": ("comma", "n", "j", "enter"),
    "finding a setting": ("comma", "slash", "a"),
    "the themes": ("comma", "j", "enter"),
}

Painted = dict[tuple[str, str, bool], str]


def cells(app: OversightApp) -> Iterator[Segment]:
    for strip in app.screen._compositor.render_strips():
        yield from strip


async def painted(manager: Manager, where: str, found: Painted, strange: dict[str, str]) -> None:
    """Add which part of the palette stands on which, and what has a colour that is no theme's."""
    for text, style, _ in cells(manager.app):
        if style is None or not text.strip():
            continue
        colours = [one.get_truecolor().hex if one is not None else "none" for one in (style.color, style.bgcolor)]
        said = f"{where}: {text.strip()[:30]}"
        if style.dim:
            strange.setdefault("dim", said)
        for colour in colours:
            if colour not in PART_OF:
                strange.setdefault(colour, said)
        if all(colour in PART_OF for colour in colours):
            on, under = (PART_OF[colour] for colour in (colours[::-1] if style.reverse else colours))
            drawn = all(sign in DRAWN or sign == " " for sign in text)
            found.setdefault((on, under, drawn), said)


async def test_every_cell_of_the_screens_can_be_read(team: Store, tmp_path: Path) -> None:
    found: Painted = {}
    strange: dict[str, str] = {}
    async with sitting(team, MONDAY, config=Config(tmp_path / "config.toml")) as manager:
        manager.app.theme = LOOKS[1].name
        await manager.settles()
        manager.app.register_theme(theme_of(LOOKS[0], PROBE))
        manager.app.theme = LOOKS[0].name
        await manager.settles()
        board = manager.app.screen
        for where, keys in SCREENS.items():
            await manager.presses(*keys)
            await painted(manager, where, found, strange)
            for _ in range(4):
                if manager.app.screen is not board:
                    await manager.presses("escape")
    assert strange == {}
    assert {part for pair in found for part in pair[:2]} >= {"field", "field_focused", "alarm", "cursor", "resting"}
    too_faint = {}
    for looks in LOOKS:
        for depth, palette in looks.palettes.items():
            for (on, under, drawn), where in found.items():
                ratio = ratio_of(palette, depth, on, under)
                if ratio < (EDGE if drawn else TEXT):
                    too_faint[looks.name, depth, on, under] = (round(ratio, 2), where)
    assert too_faint == {}


def ratio_of(palette: Palette, depth: Depth, on: str, under: str) -> float:
    """The contrast of one part on another, as that palette has them."""
    text = palette.on_resting if under == "resting" and palette.on_resting else getattr(palette, on)
    return least_contrast(text, getattr(palette, under), depth)
