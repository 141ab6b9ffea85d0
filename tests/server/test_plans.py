"""How a server finds what is asked of it, for a login whose rows it keeps apart: by an index. Never in seconds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import Any

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.services.board import load_board
from tests.server.own_server import OwnServer
from tests.server.small_authority import TODAY

_SMALL = {"team", "snapshot", "withdrawal", "setting"}


@pytest.fixture(scope="module")
def ann(server: OwnServer, authority: str) -> Iterator[Store]:
    """A manager's store, of which the server is told that going through all of a table is dear, as of a large one."""
    with closing(open_store(server.address(server.new_database(authority), "ann"))) as store:
        store.engine.run("SET enable_seqscan = off", ())
        yield store


def plan_of(store: Store, sql: str, values: tuple[object, ...]) -> str:
    with store.reading():
        return "\n".join(line for (line,) in store.rows(f"EXPLAIN {sql}", values))


def test_what_follows_an_entry_is_found_by_its_index_though_rows_of_others_are_kept_from_the_login(ann: Store) -> None:
    plan = plan_of(ann, "SELECT 1 FROM entry_in_force WHERE id = ?", (1,))
    assert re.search(r"Index Cond: \(+corrects_id = ", plan)


def test_the_server_compiles_nothing_and_joins_a_view_whole(ann: Store) -> None:
    with ann.reading():
        assert ann.rows("SHOW jit", ()) == [("off",)]
        assert int(ann.rows("SHOW join_collapse_limit", ())[0][0]) > 9  # the view and what it is joined with


def test_no_statement_of_a_managers_board_goes_through_a_table_that_grows(
    ann: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, tuple[object, ...]]] = []

    def noting(ask: Callable[[str, Sequence[object]], Any]) -> Callable[[str, Sequence[object]], Any]:
        def noted(sql: str, values: Sequence[object]) -> Any:
            asked.append((sql, tuple(values)))
            return ask(sql, values)

        return noted

    with monkeypatch.context() as patch:
        for name in ("rows", "batches", "row"):
            patch.setattr(ann.engine, name, noting(getattr(ann.engine, name)))
        load_board(ann, TODAY)
    assert asked
    for sql, values in asked:
        gone_through = set(re.findall(r"Seq Scan on (\w+)", plan_of(ann, sql, values)))
        assert gone_through <= _SMALL, sql
