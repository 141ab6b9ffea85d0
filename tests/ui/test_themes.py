"""Every theme can be read, whatever the terminal's colours and the reader's eyes, and says no state by colour alone."""

from itertools import combinations

import pytest
from rich._palettes import STANDARD_PALETTE
from rich.color import Color, ColorSystem

from oversight_tui.config import THEMES
from oversight_tui.ui.palettes import LOOKS, Depth, Palette, ThemeLooks
from oversight_tui.ui.present.glyphs import GLYPHS, TONES
from oversight_tui.ui.themes import depth_of, theme_at_start, themes_for, variables_of
from tests.ui.colours import BLIND, difference, least_contrast, linear, seen_by, shown

TEXT = 4.5  # WCAG 2.2, success criterion 1.4.3
EDGE = 3.0  # 1.4.11
APART = 10.0  # of just noticeable 2.3
GROUND_APART = 1.15
EVERY = [
    pytest.param(looks, depth, palette, id=f"{looks.name}, {depth}")
    for looks in LOOKS
    for depth, palette in looks.palettes.items()
]
every_palette = pytest.mark.parametrize(("looks", "depth", "palette"), EVERY)


@every_palette
def test_text_can_be_read(looks: ThemeLooks, depth: Depth, palette: Palette) -> None:
    tones = {name: getattr(palette, name) for name in ("text", "quiet", "alarm", "warn", "accent", "good")}
    grounds = {name: getattr(palette, name) for name in ("ground", "surface", "panel")}
    pairs = {(tone, ground) for tone in tones.values() for ground in grounds.values()}
    pairs |= {(palette.on_resting or tone, palette.resting) for tone in tones.values()}
    pairs |= {(tones[t], g) for t in ("text", "quiet", "accent") for g in (palette.field, palette.field_focused)}
    pairs.add((palette.on_cursor, palette.cursor))
    enough = 7.0 if looks.called == "high contrast" and depth != "16" else TEXT
    found = {pair: round(least_contrast(*pair, depth), 2) for pair in pairs}
    assert not {pair: ratio for pair, ratio in found.items() if ratio < enough}


@every_palette
def test_edges_and_what_has_the_focus_are_seen(looks: ThemeLooks, depth: Depth, palette: Palette) -> None:
    """A field is told from what it lies on by its edge, and in all but sixteen colours by its ground as well."""
    grounds = (palette.ground, palette.surface, palette.panel)
    pairs = {(edge, ground) for edge in (palette.border, palette.border_at_rest) for ground in grounds}
    pairs |= {(palette.border, palette.field), (palette.border, palette.field_focused)}
    pairs |= {(palette.cursor, ground) for ground in grounds}
    found = {pair: round(least_contrast(*pair, depth), 2) for pair in pairs}
    assert not {pair: ratio for pair, ratio in found.items() if ratio < EDGE}
    assert least_contrast(palette.border, palette.border_at_rest, depth) > 1
    if depth != "16":
        fields = ((palette.field, palette.surface), (palette.field_focused, palette.field))
        assert all(least_contrast(*pair, depth) >= GROUND_APART for pair in fields)
        assert len({tuple(shown(Color.parse(one), depth)) for one in (palette.surface, palette.field_focused)}) == 2


@every_palette
def test_of_sixteen_colours_the_terminal_is_sent_those_that_are_meant(
    looks: ThemeLooks, depth: Depth, palette: Palette
) -> None:
    for name, colour in variables_of(palette).items():
        if depth == "16":
            number = Color.parse(colour).downgrade(ColorSystem.STANDARD).number
            assert number is not None
            assert STANDARD_PALETTE[number] == Color.parse(colour).get_truecolor(), name


@pytest.mark.parametrize("blindness", BLIND)
@pytest.mark.parametrize("looks", [one for one in LOOKS if one.called != "no colour"], ids=lambda one: one.name)
def test_states_look_different_to_the_colour_blind(looks: ThemeLooks, blindness: str) -> None:
    palette = looks.palettes["16 million"]
    states = {name: getattr(palette, name) for name in ("alarm", "warn", "accent", "text")}
    for (one, first), (other, second) in combinations(states.items(), 2):
        light = [seen_by(BLIND[blindness], Color.parse(colour).get_truecolor()) for colour in (first, second)]
        assert difference(*light) >= APART, (one, other)


def test_the_theme_without_colours_has_none() -> None:
    plain = next(one for one in LOOKS if one.called == "no colour")
    for depth, palette in plain.palettes.items():
        for name, colour in variables_of(palette).items():
            for seen in shown(Color.parse(colour), depth):
                assert len(set(seen)) == 1, (depth, name)


def test_no_state_is_said_by_colour_alone() -> None:
    """Each state that has a tone of its own has a sign of its own, in both sets of signs."""
    for glyphs in GLYPHS.values():
        signs = [glyphs.of_state(state).strip() for state in ("overdue", "due", "never", "paused", "urgent")]
        assert all(signs)
        assert len(set(signs)) == len(signs)
        assert all(glyphs.of_state(state).strip() for state, tone in TONES.items() if tone in ("alarm", "never"))


def test_the_terminal_and_no_color_choose() -> None:
    assert [depth_of(found) for found in ("truecolor", "256", "standard", None)] == [
        *("16 million", "256", "16", "16 million")
    ]
    assert theme_at_start("oversight-light", no_color=True) == "oversight-plain"
    assert theme_at_start("oversight-light", no_color=False) == "oversight-light"
    assert {theme.name for theme in themes_for("16")} == set(THEMES)


def test_light_is_reckoned_as_the_standard_says() -> None:
    assert linear((255, 255, 255)) == [1.0, 1.0, 1.0]
    assert round(least_contrast("#777777", "#ffffff", "16 million"), 2) == 4.48
