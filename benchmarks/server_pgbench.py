"""The statements of a board asked by pgbench, which makes nothing of the answers: the least that a board can take.

https://www.postgresql.org/docs/15/pgbench.html. One pgbench for each manager, as each has a connection and a team of
their own; the values stand in the statements.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from psycopg import Connection, sql

from benchmarks.insides import Store
from benchmarks.server_manager import BOARD_EVERY, Desk
from tests.server.own_server import programs

_AS_THE_PROGRAM = " ".join(
    f"-c {one}"
    for one in (
        "search_path=rollup,main",
        "jit=off",
        "max_parallel_workers_per_gather=0",
        "join_collapse_limit=16",
        "from_collapse_limit=16",
        "geqo=off",
    )
)
_LATENCY, _LAG = 2, 6  # columns of its log, in microseconds: from when it was due, and how long after that it began


def script_of(store: Store, read: Any, path: Path) -> None:
    """Write the statements that are asked while something is read into a file, as one transaction; `read` does it."""
    asked: list[tuple[str, Sequence[object]]] = []
    server: Any = store.engine
    execute = server._execute

    def noted(statement: str, values: Sequence[object], *, kept: bool | None = None) -> Any:
        asked.append((statement, values))
        return execute(statement, values, kept=kept)

    server._execute = noted
    try:
        read()
    finally:
        server._execute = execute
    with store.reading():
        lines = [_with_values(statement, values, server._connections.own()) for statement, values in asked]
    begin = "BEGIN ISOLATION LEVEL REPEATABLE READ;"
    path.write_text("\n".join((begin, *lines, "COMMIT;")) + "\n", "utf-8")


def _with_values(statement: str, values: Sequence[object], connection: Connection[Any]) -> str:
    parts = statement.replace("\n", " ").split("?")
    literals = [sql.Literal(value).as_string(connection) for value in values]
    return "".join(part + literal for part, literal in zip(parts, (*literals, ""), strict=True)) + ";"


class Pgbench:
    """As many of them as there are desks, each with the script of its own; `mode` is `prepared` or `simple`."""

    def __init__(self, desks: Iterable[Desk], folder: Path, mode: str, seconds: int) -> None:
        found = programs()
        assert found is not None
        self._folder, self._mode = folder, mode
        environment = {**os.environ, "PGOPTIONS": _AS_THE_PROGRAM}
        for old in folder.glob(f"{mode}-*.log.*"):
            old.unlink()
        self._running = [
            subprocess.Popen(
                (
                    *(str(found / "pgbench"), "-n", "-M", mode, "-c", "1", "-R", f"{1 / BOARD_EVERY}"),
                    *("-T", str(seconds), "-f", str(folder / f"{desk.number}.sql"), "-l"),
                    *("--log-prefix", str(folder / f"{mode}-{desk.number}.log"), "--random-seed", str(desk.number)),
                    desk.address,
                ),
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )
            for desk in desks
        ]

    def times(self) -> list[float]:
        """Seconds of each transaction but the first of each, when all are done."""
        for one in self._running:
            _, said = one.communicate()
            if one.returncode:
                raise SystemExit(f"pgbench: {said}")
        found = []
        for log in self._folder.glob(f"{self._mode}-*.log.*"):
            for line in log.read_text().splitlines()[1:]:
                words = line.split()
                found.append((int(words[_LATENCY]) - int(words[_LAG])) / 1e6)
        return found
