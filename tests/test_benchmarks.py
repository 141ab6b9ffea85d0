"""What the benchmarks measure on is a store as the program would have written it."""

from pathlib import Path

from benchmarks.authority_store import CHILDREN_A_WORKER, WORKERS_A_TEAM, authority, team_name
from benchmarks.insides import faults, opened
from benchmarks.program import TODAY
from oversight_tui.services.board import load_board


def test_the_store_of_an_authority_is_sound(tmp_path: Path) -> None:
    path = authority(tmp_path, teams=2, years=1)
    assert list(faults(path)) == []
    store = opened(path)
    board = load_board(store, TODAY, (team_name(1),))
    store.close()
    assert len(board.workers) == WORKERS_A_TEAM
    assert len(board.children) == WORKERS_A_TEAM * CHILDREN_A_WORKER
