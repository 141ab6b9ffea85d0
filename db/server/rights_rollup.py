"""What a service manager reads: how many and since when, of children and workers by number, and escalations in words.

Views in the schema `rollup`, which lies before `main` for who may use it: of every table the same columns, in which
what was typed, names and references are blank. The columns that a view leaves blank the login may not read in the
table either, and whose rows they are is for the policies of the tables to tell (`rights`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from peewee import Field, Model, TextField

from db import models
from db.fields import IsoDateField, UtcField
from db.models import fields_of, name_of, tables_of
from db.server.members import SERVICE

_NEVER = (models.PersonalRecord, models.OwnNote, models.Said, models.Erasure, models.Journal)
_IN_WORDS = (models.Escalation, models.EscalationAnswer, models.PolicyVersion, models.ListAnswer, models.Team)
# Text that is one of a few words of the program's own, or a time; every other text was typed.
_OWN_WORDS = frozenset(
    (
        *("kind", "source", "session_kind", "setting", "decision_kind", "rating", "what", "change", "mark", "adviser"),
        *("bucket", "status", "risk", "last_seen_source", "last_discussed_setting", "own_limit", "earlier_rules"),
        *("happened_at", "at", "format", "lists", "figures"),
    )
)
_NUMBERED = {("worker_now", "name"): "'Worker ' || worker_id", ("worker_now", "name_key"): "'worker ' || worker_id"}
_NUMBERED |= {("child_now", "reference"): "child_id::text", ("child", "reference"): "id::text"}


@cache
def shown() -> tuple[type[Model], ...]:
    """The tables of which a service manager reads anything."""
    every = (*tables_of(models.Record), *tables_of(models.Derived))
    return tuple(table for table in every if table not in _NEVER)


def readable(table: type[Model]) -> tuple[str, ...]:
    """The columns of a table that say nothing that was typed."""
    return tuple(str(field.column_name) for field in fields_of(table) if _says_no_words(table, field))


def typed(table: type[Model]) -> tuple[str, ...]:
    """The columns of a table in which stands what somebody typed, names and references included."""
    return tuple(str(field.column_name) for field in fields_of(table) if _is_typed(table, field))


def _says_no_words(table: type[Model], field: Field) -> bool:
    return table in _IN_WORDS or not _is_typed(table, field)


def _is_typed(table: type[Model], field: Field) -> bool:
    if not isinstance(field, TextField) or isinstance(field, IsoDateField | UtcField):
        return False
    if table is models.Allocation and field.name == "role":
        return False
    return not field.constraints and (field.name not in _OWN_WORDS or table is models.Action)


def _shown_as(table: type[Model], field: Field) -> str:
    name, column = name_of(table), str(field.column_name)
    if _says_no_words(table, field):
        return f'"{column}"'
    blank = "NULL::text" if field.null else "''::text"
    return f'{_NUMBERED.get((name, column), blank)} AS "{column}"'


def statements(schema: str) -> Iterator[str]:
    """What makes the views and grants them; as the owner. `schema` is the text of the tables, which has that of
    `entry_in_force`.
    """
    yield "DROP VIEW IF EXISTS rollup.entry_in_force"
    for table in shown():
        name = name_of(table)
        columns = ", ".join(_shown_as(table, field) for field in fields_of(table))
        yield f'DROP VIEW IF EXISTS rollup."{name}"'
        yield f'CREATE VIEW rollup."{name}" WITH (security_invoker = true) AS SELECT {columns} FROM main."{name}"'
        yield f'GRANT SELECT ON rollup."{name}" TO {SERVICE}'
        listed = ", ".join(f'"{column}"' for column in readable(table))
        yield f'GRANT SELECT ({listed}) ON main."{name}" TO {SERVICE}'
    found = re.search(r"CREATE VIEW entry_in_force (WITH .*?);\n", schema, re.DOTALL)
    assert found is not None
    yield "SET search_path = rollup, main"
    yield f"CREATE VIEW rollup.entry_in_force {found.group(1)}"
    yield "SET search_path = main"
    yield f"GRANT SELECT ON rollup.entry_in_force TO {SERVICE}"
    yield f"GRANT USAGE ON SCHEMA rollup TO {SERVICE}"
