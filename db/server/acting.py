"""Who acts for whom on a store on a server, and on which days: the statements that put it so, and the look at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from psycopg import sql

from db.server.about import Asked
from db.server.members import Statement


class Acting(Struct, frozen=True):
    """That one login has the rights of another, a manager's, from a day to a day, both included."""

    deputy: str
    manager: str
    first: date
    last: date


def act_for(acting: Acting) -> Iterator[Statement]:
    """The statements that make it so, in place of whatever days of these two it has a day in common with. Raises
    ValueError where the last day is before the first, or somebody would act for themselves.
    """
    if acting.last < acting.first or acting.deputy == acting.manager:
        raise ValueError("Nobody acts so.")
    said = tuple(map(sql.Literal, (acting.deputy, acting.manager, acting.first.isoformat(), acting.last.isoformat())))
    yield sql.SQL(
        "DELETE FROM main.acting WHERE deputy_login = {0} AND for_login = {1} AND last_day >= {2} AND first_day <= {3}"
    ).format(*said)
    yield sql.SQL(
        "INSERT INTO main.acting (deputy_login, for_login, first_day, last_day) VALUES ({0}, {1}, {2}, {3})"
    ).format(*said)


def end_acting(deputy: str, manager: str, today: date) -> Iterator[Statement]:
    """The statements by which one does not act for the other any more from today on; what has passed stays."""
    pair = sql.SQL("deputy_login = {0} AND for_login = {1}").format(sql.Literal(deputy), sql.Literal(manager))
    now, before = (sql.Literal(day.isoformat()) for day in (today, today - timedelta(days=1)))
    yield sql.SQL("DELETE FROM main.acting WHERE {0} AND first_day >= {1}").format(pair, now)
    yield sql.SQL("UPDATE main.acting SET last_day = {2} WHERE {0} AND last_day >= {1}").format(pair, now, before)


def acting_from(server: Asked, today: date) -> list[Acting]:
    """Who acts for whom today or on a day to come, by the first day."""
    rows = server.rows(
        "SELECT deputy_login, for_login, first_day, last_day FROM main.acting WHERE last_day >= ?"
        " ORDER BY first_day, deputy_login, for_login",
        (today.isoformat(),),
    )
    return [
        Acting(deputy, manager, date.fromisoformat(first), date.fromisoformat(last))
        for deputy, manager, first, last in rows
    ]
