"""What keeps records on a server as they were written: triggers that refuse to change them, one beside each table.

Nobody may change a record but inside an erasure, by a role that a login takes for it (`oversight_eraser`); a login that
may not erase cannot take it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peewee import Model

from db.models import JournalContent, Numbered, Record, fields_of, name_of, tables_of
from db.server import rights_guards, telling
from db.server.rights_functions import LOOKED_IN

ERASER = "oversight_eraser"
GUARD = "refuse_change"
NUMBERS = "note_number"
_GUARD = f"""
BEGIN
    IF current_user = '{ERASER}' AND TG_OP <> 'TRUNCATE' THEN
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'records are never changed' USING ERRCODE = 'check_violation';
END"""
_NUMBERS = """
DECLARE
    highest bigint;
BEGIN
    EXECUTE format('SELECT max(%I) FROM added', TG_ARGV[0]) INTO highest;
    UPDATE main.number_given SET number = greatest(number, highest) WHERE name = TG_TABLE_NAME;
    RETURN NULL;
END"""


def guarded() -> tuple[str, ...]:
    """The tables of which no row is changed."""
    tables: tuple[type[Model], ...] = (*tables_of(Record), JournalContent)
    return tuple(name_of(table) for table in tables)


def numbered() -> tuple[tuple[str, str], ...]:
    """The tables whose rows have numbers that are never given twice, each with the column of the number."""
    return tuple(
        (name_of(table), str(field.column_name))
        for table in tables_of(Record)
        for field in fields_of(table)
        if isinstance(field, Numbered)
    )


def functions() -> dict[str, str]:
    """The text of each function that a trigger calls, as the server keeps it."""
    return {GUARD: _GUARD, NUMBERS: _NUMBERS} | telling.functions() | rights_guards.functions()


def triggers() -> dict[str, str]:
    """Every trigger by its name, with what makes it."""
    found = {}
    for table in guarded():
        does = f"EXECUTE FUNCTION main.{GUARD}()"
        found[f"{table}_no_change"] = f'BEFORE UPDATE OR DELETE ON main."{table}" FOR EACH ROW {does}'
        found[f"{table}_no_truncate"] = f'BEFORE TRUNCATE ON main."{table}" FOR EACH STATEMENT {does}'
    for table, column in numbered():
        found[f"{table}_numbers"] = (
            f'AFTER INSERT ON main."{table}" REFERENCING NEW TABLE AS added'
            f" FOR EACH STATEMENT EXECUTE FUNCTION main.{NUMBERS}('{column}')"
        )
    return found | telling.triggers() | rights_guards.triggers(guarded())


_FOREIGN_GONE = """
DO $gone$ DECLARE one record; BEGIN
    FOR one IN SELECT t.tgname AS name, t.tgrelid::regclass AS place FROM pg_catalog.pg_trigger t
        JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'main' AND NOT t.tgisinternal AND t.tgname <> ALL({triggers})
    LOOP EXECUTE format('DROP TRIGGER %I ON %s', one.name, one.place); END LOOP;
    FOR one IN SELECT p.oid::regprocedure AS place FROM pg_catalog.pg_proc p
        JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = 'main' AND p.prorettype = 'trigger'::regtype AND p.proname <> ALL({functions})
    LOOP EXECUTE format('DROP FUNCTION %s', one.place); END LOOP;
END $gone$"""


def _listed(names: Iterable[str]) -> str:
    quoted = ", ".join(f"'{name}'" for name in sorted(names))
    return f"ARRAY[{quoted}]"


def statements() -> Iterator[str]:
    """What puts every guard in place, also where it stands already, and takes away those of another hand."""
    yield _FOREIGN_GONE.format(triggers=_listed(triggers()), functions=_listed(functions()))
    for name, text in functions().items():
        definer = "SECURITY INVOKER" if name in (GUARD, *telling.functions()) else "SECURITY DEFINER"
        yield (
            f"CREATE OR REPLACE FUNCTION main.{name}() RETURNS trigger LANGUAGE plpgsql {definer}"
            f" SET search_path = {LOOKED_IN} AS $${text}$$"
        )
    waiting = rights_guards.constraints(guarded())
    for name, what in triggers().items():
        if name in waiting:
            table = name.removesuffix("_said_so")
            yield f'DROP TRIGGER IF EXISTS "{name}" ON main."{table}"'
            yield f'CREATE CONSTRAINT TRIGGER "{name}" {what}'
        else:
            yield f'CREATE OR REPLACE TRIGGER "{name}" {what}'
