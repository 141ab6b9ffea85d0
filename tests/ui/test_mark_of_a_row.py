"""The mark of a row stands beside what the row says, never over it."""

import pytest
from rich.style import Style

from oversight_tui.ui.widgets.rows import row_strip


@pytest.mark.parametrize(
    ("name", "late", "shown"),
    [
        ("Amira Khan          ", "12", "Amira Khan         12 +"),
        ("Comfort Asante-Boate", "12", "Comfort Asante-Bo\u2026 12 +"),
        ("Ben Ortiz           ", "  ", "Ben Ortiz             +"),
    ],
)
def test_a_number_at_the_end_of_a_marked_row_is_whole(name: str, late: str, shown: str) -> None:
    strip = row_strip([(name, "plain"), (late, "plain")], 23, lambda tone: Style(), None, "+")
    assert strip.text == shown
    assert strip.cell_length == 23
