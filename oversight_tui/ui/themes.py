"""The colours: dark, light and high contrast, on an axis of blue and orange and never red against green."""

from __future__ import annotations

from textual.theme import Theme

# Text colours are given outright, so that what is measured for contrast is what is seen.
_DARK = {
    "text-error": "#ffa657",
    "text-warning": "#ffd479",
    "text-accent": "#7cc7ff",
    "text-success": "#a8d8b9",
    "text-muted": "#a9b4c2",
    "block-cursor-background": "#7cc7ff",
    "block-cursor-foreground": "#0b1420",
    "block-cursor-blurred-background": "#26384d",
    "border": "#7cc7ff",
    "border-blurred": "#3d5066",
}
_LIGHT = {
    "text-error": "#9c3f00",
    "text-warning": "#7a5200",
    "text-accent": "#0b4f8a",
    "text-success": "#1f5c3a",
    "text-muted": "#4a5563",
    "block-cursor-background": "#0b4f8a",
    "block-cursor-foreground": "#ffffff",
    "block-cursor-blurred-background": "#d3e3f3",
    "border": "#0b4f8a",
    "border-blurred": "#9aa8b8",
}
_CONTRAST = {
    "text-error": "#ffb000",
    "text-warning": "#ffe08a",
    "text-accent": "#8fd3ff",
    "text-success": "#d7ffd9",
    "text-muted": "#e0e0e0",
    "block-cursor-background": "#ffffff",
    "block-cursor-foreground": "#000000",
    "block-cursor-blurred-background": "#3a3a3a",
    "border": "#ffffff",
    "border-blurred": "#b0b0b0",
}

OWN_THEMES = (
    Theme(
        name="oversight-dark",
        primary="#7cc7ff",
        accent="#7cc7ff",
        warning="#ffd479",
        error="#ffa657",
        success="#a8d8b9",
        foreground="#e6ebf0",
        background="#0f1722",
        surface="#162230",
        panel="#1c2a3a",
        dark=True,
        variables=_DARK,
    ),
    Theme(
        name="oversight-light",
        primary="#0b4f8a",
        accent="#0b4f8a",
        warning="#7a5200",
        error="#9c3f00",
        success="#1f5c3a",
        foreground="#1a2430",
        background="#fbfcfd",
        surface="#f0f3f6",
        panel="#e4e9ef",
        dark=False,
        variables=_LIGHT,
    ),
    Theme(
        name="oversight-contrast",
        primary="#ffffff",
        accent="#8fd3ff",
        warning="#ffe08a",
        error="#ffb000",
        success="#d7ffd9",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#101010",
        dark=True,
        variables=_CONTRAST,
    ),
)
