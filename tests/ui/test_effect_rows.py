"""What came of it as rows: each number opens just as many, and nothing of it is a mark."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import open_store
from oversight_tui.practice.sight.effect_values import Effect
from oversight_tui.practice.span import A_QUARTER, span_back
from oversight_tui.services.sight.effect import load_effect
from oversight_tui.ui.present.effect import child_of_row, effect_rows, evidence_rows, figure_of_row
from tests.made_once import MONDAY


@pytest.fixture(scope="module")
def effect(made_up_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Effect]:
    store = open_store(shutil.copy(made_up_team, tmp_path_factory.mktemp("effect") / "team.oversight"))
    yield load_effect(store, span_back(None, None, MONDAY, A_QUARTER), MONDAY)
    store.close()


def test_each_number_opens_just_the_rows_it_counts(effect: Effect) -> None:
    (team,) = effect.teams
    opened = 0
    for line in effect_rows(effect, team):
        figure = figure_of_row(team, line.key)
        if figure is None:
            assert line.key.startswith("heading:")
            continue
        rows = list(evidence_rows(effect, figure, MONDAY))
        assert int(line.cells[0].text.split(" of ")[0]) == len(rows) == figure.count > 0
        assert [child_of_row(row.key) for row in rows] == [row.child for row in figure.rows]
        assert len({row.key for row in rows}) == len(rows)
        opened += 1
    assert opened > 12


def test_nothing_of_it_is_said_as_good_or_bad(effect: Effect) -> None:
    (team,) = effect.teams
    tones = {cell.tone for line in effect_rows(effect, team) for cell in line.cells}
    assert tones <= {"plain", "strong", "heading", "quiet"}
