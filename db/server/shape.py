"""Whether tables, views and guards on a server are as this version makes them; asked of the server's own catalogue."""

from __future__ import annotations

from db.models import ALL_TABLES, fields_of, name_of
from db.server.about import Asked
from db.server.guards import functions, triggers

_TRIGGERS = (
    "SELECT t.tgname FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid"
    " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid"
    " WHERE n.nspname = 'main' AND NOT t.tgisinternal AND t.tgenabled = 'O'"
)
_FUNCTIONS = (
    "SELECT p.proname, p.prosrc FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace"
    " WHERE n.nspname = 'main' AND p.prorettype = 'trigger'::regtype"
)
_COLUMNS = (
    "SELECT c.relname, a.attname FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
    " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = 'main' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped"
)


def disturbed(server: Asked) -> set[str]:
    """The names of guards that are absent, resting or not as they should be, and of those of another hand."""
    wanted, found = set(triggers()), {name for (name,) in server.rows(_TRIGGERS, ())}
    texts = dict(server.rows(_FUNCTIONS, ()))
    changed = {name for name, text in functions().items() if texts.get(name) != text}
    return (wanted ^ found) | changed | (texts.keys() - functions().keys())


def misshapen(server: Asked) -> list[str]:
    """A sentence for each column that is missing or of another hand."""
    wanted = {(name_of(table), str(field.column_name)) for table in ALL_TABLES for field in fields_of(table)}
    found = {(table, column) for table, column in server.rows(_COLUMNS, ())}
    said = [f"The column {column} of the table {table} of the store is missing." for table, column in wanted - found]
    return sorted(said)
