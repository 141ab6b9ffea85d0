"""What is said in colour can be read: every text colour of every theme against its background."""

import pytest
from textual.color import Color

from oversight_tui.ui.themes import OWN_THEMES

ENOUGH = 4.5  # WCAG 2.2, success criterion 1.4.3


def contrast(one: Color, other: Color) -> float:
    def light(color: Color) -> float:
        parts = [part / 255 for part in color.rgb]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", OWN_THEMES, ids=lambda theme: theme.name)
def test_text_can_be_read(theme: object) -> None:
    variables = theme.variables  # type: ignore[attr-defined]
    grounds = [Color.parse(getattr(theme, name)) for name in ("background", "surface", "panel")]
    for name in ("text-error", "text-warning", "text-accent", "text-success", "text-muted"):
        for ground in grounds:
            assert contrast(Color.parse(variables[name]), ground) >= ENOUGH, name
    for ground in grounds:
        assert contrast(Color.parse(theme.foreground), ground) >= ENOUGH  # type: ignore[attr-defined]
    cursor = Color.parse(variables["block-cursor-background"])
    assert contrast(Color.parse(variables["block-cursor-foreground"]), cursor) >= ENOUGH
    resting = Color.parse(variables["block-cursor-blurred-background"])
    assert contrast(Color.parse(theme.foreground), resting) >= ENOUGH  # type: ignore[attr-defined]
