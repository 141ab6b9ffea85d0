"""A small case: three workers, what was typed on which day, and the list of a later day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.oracle.answer import Row, Today
from tests.oracle.compare import compare
from tests.oracle.desk import Beginnings, Desk
from tests.oracle.expected.board import board
from tests.oracle.typed import ChildAdded, Typed, What, WorkerAdded

ANN, BO, CASS = "Ann Bell", "Bo Carr", "Cass Dunn"
FIRST = date(2026, 1, 1)
THREE = tuple(Typed(place, FIRST, WorkerAdded(name, FIRST)) for place, name in enumerate((ANN, BO, CASS)))
CHILD = "C1"
OF_ANN = (FIRST, ChildAdded(CHILD, ANN))


class Case:
    """Three workers, what was typed on which day, and the list of a later day."""

    def __init__(self, beginnings: Beginnings, store: Path) -> None:
        beginnings.copy(THREE, store)
        self.desk = Desk(store, list(THREE))

    def after(self, *things: tuple[date, What]) -> Case:
        """Type these, one after the other."""
        for day, what in things:
            self.desk.types(Typed(len(self.desk.typed), day, what))
        return self

    def list_of(self, day: date) -> Today:
        """The list of that day, which agrees with the oracle; the store verifies."""
        said = self.desk.today(day)
        found = compare(board(self.desk.typed, day), said).found
        assert [str(one) for one in found] == []
        self.desk.run(["verify"], day)
        return said


def rows(said: Today, kind: str) -> list[Row]:
    return [row for row in said.attention if row.kind == kind]


def day(month: int, number: int) -> date:
    return date(2026, month, number)
