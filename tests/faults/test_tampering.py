"""What another program changes in the store, one thing at a time, is found."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
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
