"""What another program changes in the store, one thing at a time, is found."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from db import open_store
from db.engine import Store
from oversight_tui.cli import main
from tests.faults import tampering
from tests.faults.tampering import Change


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "team.oversight"
    tampering.with_one_of_each(path)
    return path


def half(changes: Iterator[Change], which: int) -> Iterator[Change]:
    """Every second of the changes, so that two processes share them."""
    return (change for number, change in enumerate(changes) if number % 2 == which)


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize(
    ("changes", "guarded"),
    [
        (lambda store: tampering.to_values(store, every=False), False),
        (lambda store: tampering.to_rows(store, every=False), False),
        (tampering.to_numbers, False),
        (tampering.to_the_shape, True),
    ],
    ids=["a value of each column", "a row of each table", "numbers given out", "views, guards and tables"],
)
def test_one_change_of_each_column_and_row_and_of_the_shape_is_found(
    whole: Path, changes: Callable[[Store], Iterator[Change]], guarded: bool, which: int
) -> None:
    with closing(open_store(whole, create=False)) as store:
        left, made = tampering.unseen(store, lambda store: half(changes(store), which), guarded=guarded)
    assert made > 10
    assert left == []


def test_a_choice_that_was_changed_into_what_it_cannot_be_ends_in_a_sentence(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(shutil.copy(whole, tmp_path / "team.oversight"))
    with closing(sqlite3.connect(path)) as another:
        another.execute("UPDATE setting SET content = '\"x\"' WHERE key = 'manager'")
        another.commit()
    assert main(["today", "--store", str(path)]) == 2
    assert "it was changed past the program" in capsys.readouterr().err
    assert main(["verify", "--store", str(path)]) == 1
    assert "The choice manager that is kept with the store is not what" in capsys.readouterr().out
