"""What a terminal makes of a colour, how well one is read on another, and how it looks to who is colour-blind."""

from __future__ import annotations

from collections.abc import Sequence

from rich._palettes import STANDARD_PALETTE, WINDOWS_PALETTE
from rich.color import Color, ColorSystem
from rich.palette import Palette

from oversight_tui.ui.palettes import Depth

Rgb = tuple[int, int, int]
Matrix = Sequence[Sequence[float]]

# The sixteen colours of xterm as it is shipped (XTerm-col.ad); Rich knows those of VGA and of the Windows console.
XTERM = Palette(
    [
        *((0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205)),
        *((229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255)),
        *((0, 255, 255), (255, 255, 255)),
    ]
)
SIXTEEN = (STANDARD_PALETTE, WINDOWS_PALETTE, XTERM)

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
# Transactions on Visualization and Computer Graphics 15 (6), 2009, table 1, severity 1.0; for linear RGB.
BLIND: dict[str, Matrix] = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


def shown(colour: Color, depth: Depth) -> list[Rgb]:
    """What is seen of a colour in a terminal of so many; of 16, in each of the common sets of sixteen."""
    if depth == "16":
        number = colour.downgrade(ColorSystem.STANDARD).number
        assert number is not None
        return [palette[number] for palette in SIXTEEN]
    if depth == "256":
        return [colour.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()]
    return [colour.get_truecolor()]


def linear(colour: Rgb) -> list[float]:
    """The light of red, green and blue."""
    parts = [part / 255 for part in colour]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    light = [sum(map(float.__mul__, (0.2126, 0.7152, 0.0722), linear(colour))) for colour in (one, other)]
    return (max(light) + 0.05) / (min(light) + 0.05)


def least_contrast(one: Color | str, other: Color | str, depth: Depth) -> float:
    """The contrast of two colours where such a terminal shows it worst."""
    seen = (shown(Color.parse(colour) if isinstance(colour, str) else colour, depth) for colour in (one, other))
    return min(contrast(text, ground) for text, ground in zip(*seen, strict=True))


def seen_by(matrix: Matrix, colour: Rgb) -> list[float]:
    """The linear light that a colour-blind person's eyes make of a colour."""
    light = linear(colour)
    return [min(1.0, max(0.0, sum(map(float.__mul__, row, light)))) for row in matrix]


def difference(one: Sequence[float], other: Sequence[float]) -> float:
    """The difference of two colours of linear light, as the CIE reckoned it in 1976; 2.3 is just noticeable."""
    return float(sum((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True)) ** 0.5)


def _lab(light: Sequence[float]) -> tuple[float, float, float]:
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
