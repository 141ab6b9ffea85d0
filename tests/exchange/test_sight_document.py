"""A report of line of sight by what it is made of: strange names, and months that nobody knows."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec import convert

from db import open_store
from oversight_tui.exchange.documents.charts import as_svg
from oversight_tui.exchange.documents.html import as_html
from oversight_tui.exchange.documents.model import Chart, Charts, Document, Face, Series, words_of
from oversight_tui.exchange.documents.sight import Reported, sight_document
from oversight_tui.practice.sight.months import MonthFigures, month_ends
from oversight_tui.practice.sight.values import Sight
from oversight_tui.services.sight import load_sight
from tests.exchange.report_page import ReportPage
from tests.exchange.test_documents import TEXT_OF

TODAY = date(2026, 10, 2)
DAYS = tuple(month_ends(TODAY))
FACE = Face("OFFICIAL", "As at Fri 2 Oct 2026.", "Made by Angela")
AT = datetime(2026, 10, 2, 9, 30, tzinfo=UTC)
HOSTILE = '<b>&"\u202e</script>Kit{{x}}#let'
SHOWN = '<b>&"</script>Kit{{x}}#let'


@pytest.fixture(scope="module")
def sight(small_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Sight:
    path = shutil.copy(small_team, tmp_path_factory.mktemp("small") / "team.oversight")
    with closing(open_store(path)) as store:
        return load_sight(store, TODAY)


def month(last_day: date, number: int) -> MonthFigures:
    figures = dict.fromkeys(MonthFigures.__struct_fields__, number)
    return convert({**figures, "last_day": last_day, "fte": 2.0}, MonthFigures)


def report(sight: Sight, name: str = "North", months: tuple[MonthFigures, ...] = (), teams: int = 1) -> Document:
    team = sight.teams[0].__replace__(team=name, months=months)
    return sight_document(Reported(sight.__replace__(teams=(team,) * teams)), FACE, "Angela")


@pytest.mark.parametrize("form", TEXT_OF)
@pytest.mark.parametrize("teams", [1, 2])
def test_a_team_of_any_letters_is_called_by_them_and_is_no_markup(sight: Sight, form: str, teams: int) -> None:
    text = "".join(TEXT_OF[form](report(sight, HOSTILE, teams=teams)).split())
    assert SHOWN in text
    assert "\u202e" not in text
    if form == "html":
        page = ReportPage(as_html(report(sight, HOSTILE, teams=teams)).decode())
        assert not {tag for tag, _ in page.tags} & {"b", "script"}


def test_a_month_nobody_knows_is_an_empty_cell_and_a_gap_in_the_line(sight: Sight) -> None:
    known = tuple(month(day, 5) for day in DAYS if day.month != 3)
    page = ReportPage(as_html(report(sight, months=known)).decode())
    march = [day.month for day in DAYS].index(3)
    for figure in page.figures:
        assert figure.rows[march][1:] == [""] * (len(figure.rows[march]) - 1)
        assert "" not in figure.rows[march + 1]
    assert page.table("Month")[march] == ["Mar 2026", *[""] * 14]
    assert "Of 1 month nothing is known: a gap in a chart is not 0." in page.said


def test_a_line_is_broken_where_a_value_lacks_and_a_value_of_nought_is_none(sight: Sight) -> None:
    def line_of(*values: float | None) -> str:
        return as_svg(Chart("Held", words_of("x"), ("a", "b", "c", "d"), (Series("held", values),)), 0)

    gap, nought = line_of(4, None, 4, 4), line_of(4, 0, 4, 4)
    assert (gap.count('class="dot '), nought.count('class="dot ')) == (3, 4)
    assert gap != nought


def test_where_no_month_is_known_there_is_no_empty_chart(sight: Sight) -> None:
    page = ReportPage(as_html(report(sight)).decode())
    assert page.figures == []
    assert "Of none of them is it known how the whole stood." in page.said
    (section,) = (one for one in report(sight).sections if one.heading == "The last thirteen months")
    assert not [one for one in section.blocks if isinstance(one, Charts)]


def test_a_picture_needs_nothing_and_takes_its_ink_from_the_page() -> None:
    svg = as_svg(Chart("Held", words_of("x"), ("a", "b"), (Series("held", (1, 2)),)), 0, "var(--ink)")
    assert "<!--" not in svg
    assert "pygal.org" not in svg
    assert "<title" not in svg
    assert "#14171a" not in svg
    assert svg.count("http") == 1


def test_in_the_dark_no_line_of_a_picture_is_black() -> None:
    lines = tuple(Series(name, (1, 2)) for name in ("new", "closed", "transferred in", "transferred out"))
    svg = as_svg(Chart("Came and went", words_of("x"), ("a", "b"), lines), 0, "var(--ink)")
    drawn = re.findall(r"\.color-(\d),[^{]*\{stroke:([^;]+);fill:([^}]+)\}", svg)
    assert drawn == [(place, "var(--ink)", "var(--ink)") for place in "0123"]
