"""Plots in the terminal: read without colour, at any width, and never a gap as a 0."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from oversight_tui.ui.widgets.plot import ASCII, UNICODE, Level, Plot, PlotLine, PlotSigns, Series, plot_lines

STEPS = ("Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct")
HEIGHT = 9


def drawn(plot: Plot, width: int = 78, signs: PlotSigns = UNICODE) -> list[str]:
    return ["".join(text for text, _ in line) for line in plot_lines(plot, width, HEIGHT, signs)]


def series(name: str, sign: str, numbers: tuple[float | None, ...], *, joined: bool = True) -> Series:
    said = tuple("" if number is None else f"{number:g}" for number in numbers)
    return Series(name, sign, numbers, said, joined=joined)


RISING = series("open", "o", (1, 2, 3, None, 5, 6, 7, 8, 9, 10, 11, 12, 13))


def column_of(lines: list[str], step: int, sign: str) -> list[int]:
    """The lines between the axes on which a sign stands over the middle of a step, the highest as 0."""
    axis = next(line for line in lines if "└" in line or "+-" in line)
    begins = axis.index("└") + 1
    wide = (len(axis) - begins) // len(STEPS)
    at = begins + step * wide + (wide - 1) // 2
    return [place for place, line in enumerate(lines[1 : 1 + HEIGHT]) if at < len(line) and line[at] == sign]


def test_a_point_stands_as_high_as_its_number_and_under_it_stands_the_number() -> None:
    lines = drawn(Plot("Worries", STEPS, (series("open", "o", (0, 4, 8, 12, 16, *[0.0] * 8)),)))
    assert [column_of(lines, step, "o") for step in range(5)] == [[8], [6], [4], [2], [0]]
    assert lines[1].startswith("    16 │")
    assert lines[5].startswith("     8 │")
    assert lines[9].startswith("     0 │")
    assert lines[11].split() == list(STEPS)
    assert lines[12].split() == ["o", "open", "0", "4", "8", "12", "16", *["0"] * 8]


def test_a_month_that_is_missing_is_a_gap_and_no_line_goes_over_it() -> None:
    lines = drawn(Plot("Worries", STEPS, (RISING,)))
    assert column_of(lines, 3, "o") == []
    axis = lines[HEIGHT + 1]
    begins, wide = axis.index("└") + 1, (len(axis) - axis.index("└") - 1) // len(STEPS)
    over = {line[begins + 3 * wide : begins + 4 * wide].strip() for line in lines[1 : 1 + HEIGHT]}
    assert over == {""}
    assert lines[12].split()[5] == UNICODE.missing


def test_two_series_are_told_apart_by_their_signs_and_both_at_one_place_have_one_of_their_own() -> None:
    held = series("held", "o", (8, 8, 8, *[8.0] * 10), joined=False)
    cancelled = series("cancelled", "x", (0, 4, 8, *[0.0] * 10), joined=False)
    lines = drawn(Plot("Sessions", STEPS, (held, cancelled)))
    assert column_of(lines, 0, "o") == [0]
    assert column_of(lines, 0, "x") == [8]
    assert column_of(lines, 2, UNICODE.both) == [0]


def test_a_terminal_without_braille_gets_points_in_plain_letters() -> None:
    plot = Plot("Worries", STEPS, (RISING,), ("open 13",), (Level(5, "limit"),))
    text = "\n".join(drawn(plot, signs=ASCII))
    assert text.isascii()
    assert text.count("o ") + text.count("o.") >= 12
    assert any(0x2800 < ord(sign) < 0x2900 for sign in "\n".join(drawn(plot)))


def test_the_target_and_the_floor_are_marked_and_said() -> None:
    share = series("in time", "o", tuple([100.0] * 13), joined=False)
    lines = drawn(Plot("In time, %", STEPS, (share,), (), (Level(50, "target"), Level(25, "floor")), 100))
    assert UNICODE.level * 20 in lines[5]
    assert UNICODE.level * 20 in lines[7]
    assert f"{UNICODE.level * 2} target 50, floor 25" in lines


@pytest.mark.parametrize("width", [20, 38, 60, 78, 96, 200])
def test_what_does_not_fit_is_left_off_from_the_first_months_on_and_said(width: int) -> None:
    lines = drawn(
        Plot("Worries", STEPS, (RISING,), ("open 13 in October, 12 more than the 1 of a year before",)), width
    )
    assert all(cell_len(line) <= width for line in lines)
    months = lines[HEIGHT + 2].split()
    assert months == list(STEPS)[-len(months) :]
    assert ("the last" in lines[0]) == (len(months) < len(STEPS)) or width < 24


NUMBERS = st.lists(st.one_of(st.none(), st.integers(0, 30_000)), min_size=13, max_size=13)


@settings(max_examples=40)
@given(NUMBERS, NUMBERS, st.integers(12, 220))
def test_whatever_the_numbers_no_line_is_wider_and_none_is_a_control_sequence(
    one: list[float | None], other: list[float | None], width: int
) -> None:
    plot = Plot("Any", STEPS, (series("one", "o", tuple(one)), series("other", "x", tuple(other))), ("said",))
    found: list[PlotLine] = plot_lines(plot, width, 7, UNICODE)
    for line in found:
        text = "".join(piece for piece, _ in line)
        assert cell_len(text) <= width
        assert "\x1b" not in text
