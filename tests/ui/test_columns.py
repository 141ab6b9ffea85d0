"""The columns of a list: quiet headings over them, and how late something is stays whole however narrow the list."""

import pytest

from oversight_tui.ui.widgets.rows import Cell, Column, Columns, Line

COLUMNS = Columns(
    (
        Column(1),
        Column(14, title="what"),
        Column(8, from_width=50, title="child"),
        Column(16, below_width=50, title="who"),
        Column(9, "right", title="late", whole=True),
        Column(title="why"),
    )
)
LINE = Line(
    "1", tuple(Cell(text) for text in ("!", "Not discussed", "C-1042", "C-1042", "807d over", "Never discussed"))
)


@pytest.mark.parametrize("width", range(1, 120))
def test_what_a_row_says_fits_and_its_heading_stands_over_it(width: int) -> None:
    cells, titles = COLUMNS.fitted(LINE, width)[0], COLUMNS.titles(width)
    painted = [sum(len(text) + 1 for text, _ in row if text) for row in (cells, titles)]
    assert painted[0] == painted[1] <= width + 1
    if width >= 9:
        assert "807d over" in [text for text, _ in cells], "the last thing to be cut"
    if width >= 50:
        assert [text.strip() for text, _ in titles if text.strip()] == ["what", "child", "late", "why"]


def test_a_column_gives_its_place_to_another_where_the_list_is_wide_enough() -> None:
    assert "child" in "".join(text for text, _ in COLUMNS.titles(50))
    assert "child" not in "".join(text for text, _ in COLUMNS.titles(49))
    assert "who" in "".join(text for text, _ in COLUMNS.titles(49))


def test_a_list_that_is_not_shown_has_columns_without_room() -> None:
    """It has no width at all, and one less where it leaves a place to the thumb."""
    columns = Columns((Column(5), Column(), Column(3)))
    row = Line("a", (Cell("one"), Cell("two"), Cell("three")))
    for width in (-1, 0):
        assert sum(columns.widths(width)) <= 1
        assert [text for text, _ in columns.fitted(row, width)[0] if text] == []


def test_a_long_reason_stands_whole_under_its_row_and_a_short_one_apart_from_how_late_it_is() -> None:
    columns = Columns(
        (
            Column(5, title="what"),
            Column(8, title="child"),
            Column(9, "right", title="late", apart=True),
            Column(title="why", wraps_from=40, goes_on_under=1),
        )
    )
    said = "Shouting and broken things at home, which she hears from her bed"
    first, *under = (" ".join(text for text, _ in cells) for cells in columns.fitted(row_that_says(said), 50))
    begins = first.index("C-1042")
    assert "Shouting" not in first
    assert " ".join(line[begins:].strip() for line in under) == said
    assert all(line[:begins].isspace() for line in under)
    (short,) = columns.fitted(row_that_says("Never supervised"), 50)
    assert "807d over  Never supervised" in " ".join(text for text, _ in short)
    assert "late  why" in " ".join(text for text, _ in columns.titles(50))


def row_that_says(reason: str) -> Line:
    return Line("a", (Cell("Worry"), Cell("C-1042"), Cell("807d over"), Cell(reason)))
