"""The themes, made from their colours for a terminal of as many colours as it has."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from oversight_tui.ui.palettes import LOOKS, WITHOUT_COLOUR, Depth, Palette, ThemeLooks

# What Rich calls what it found the terminal to have.
_DEPTHS: Mapping[str | None, Depth] = {"256": "256", "standard": "16"}


def depth_of(color_system: str | None) -> Depth:
    """How many colours a terminal has, by what Rich found out about it."""
    return _DEPTHS.get(color_system, "16 million")


def themes_for(depth: Depth) -> tuple[Theme, ...]:
    """Every theme, in the colours that such a terminal has."""
    return tuple(theme_of(looks, looks.palettes[depth]) for looks in LOOKS)


def theme_at_start(chosen: str, *, no_color: bool) -> str:
    """The name of the theme to begin in: where NO_COLOR is set the one without colours, else the one chosen."""
    return WITHOUT_COLOUR if no_color else chosen


def theme_of(looks: ThemeLooks, palette: Palette) -> Theme:
    """A theme in these colours."""
    return Theme(
        name=looks.name,
        primary=palette.accent,
        accent=palette.accent,
        warning=palette.warn,
        error=palette.alarm,
        success=palette.good,
        foreground=palette.text,
        background=palette.ground,
        surface=palette.surface,
        panel=palette.panel,
        dark=looks.dark,
        variables=variables_of(palette),
    )


def variables_of(palette: Palette) -> dict[str, str]:
    """The variables that are given outright, so that what is measured for contrast is what is seen.

    `$field` is the ground of a field and `$field-focused` of the one that is typed into, which has an edge in `$border`
    too; one at rest has its edge in `$border-blurred`. What Textual would mix from other colours is given here as well.
    """
    on_resting = {"resting-text": palette.on_resting} if palette.on_resting else {}
    return on_resting | {
        "field": palette.field,
        "field-focused": palette.field_focused,
        "text-error": palette.alarm,
        "text-warning": palette.warn,
        "text-accent": palette.accent,
        "text-success": palette.good,
        "text-muted": palette.quiet,
        "text-disabled": palette.quiet,
        "block-cursor-background": palette.cursor,
        "block-cursor-foreground": palette.on_cursor,
        "block-cursor-blurred-background": palette.resting,
        "block-cursor-blurred-foreground": palette.on_resting or palette.text,
        "border": palette.border,
        "border-blurred": palette.border_at_rest,
        "input-cursor-background": palette.text,
        "input-cursor-foreground": palette.ground,
        "input-selection-background": palette.cursor,
        "input-selection-foreground": palette.on_cursor,
        "screen-selection-background": palette.cursor,
        "screen-selection-foreground": palette.on_cursor,
        "scrollbar": palette.border_at_rest,
        "scrollbar-hover": palette.border,
        "scrollbar-active": palette.border,
        "scrollbar-background": palette.ground,
        "scrollbar-background-hover": palette.ground,
        "scrollbar-background-active": palette.ground,
        "scrollbar-corner-color": palette.ground,
    }
