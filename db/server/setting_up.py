"""What makes an empty database a store: its roles, its tables, its guards."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from db.migrations import SCHEMA_VERSION
from db.server.guards import ERASER, guarded, numbered
from db.server.guards import statements as guards
from db.server.members import APPLICATION, GROUPS

OWNER = "oversight_owner"


def schema() -> str:
    """The tables, indexes and views, as they were when they shipped."""
    return _text(f"s{SCHEMA_VERSION:04}.sql")


def statements(*, new: bool = True) -> Iterator[str]:
    """All of it, by who keeps the server: for a database in which there is nothing, or where the store stands already
    (it is not `new`) what puts its guards and rights in order.
    """
    for role in (OWNER, *GROUPS):
        yield (
            f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}')"
            f" THEN CREATE ROLE {role} NOLOGIN; END IF; END $$"
        )
    yield (  # a superuser is a member of every role; another login has to be one to give it tables
        f"DO $$ BEGIN IF NOT pg_has_role('{OWNER}', 'MEMBER')"
        f" THEN EXECUTE format('GRANT {OWNER} TO %I', current_user); END IF; END $$"
    )
    yield f"CREATE SCHEMA IF NOT EXISTS main AUTHORIZATION {OWNER}"
    yield "SET search_path = main"
    yield f"SET ROLE {OWNER}"
    if new:
        yield schema()
        yield f"INSERT INTO schema_step (number) VALUES ({SCHEMA_VERSION})"
        for table, _ in numbered():
            yield f"INSERT INTO number_given (name, number) VALUES ('{table}', 0)"
    yield _text("members.sql")
    yield from guards()
    yield f"GRANT USAGE ON SCHEMA main TO {APPLICATION}, {ERASER}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA main TO {APPLICATION}"
    yield f"REVOKE INSERT, UPDATE, DELETE ON number_given, schema_step FROM {APPLICATION}"
    for table in guarded():
        yield f'REVOKE UPDATE, DELETE ON "{table}" FROM {APPLICATION}'
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA main TO {ERASER}"
    yield "RESET ROLE"


def _text(name: str) -> str:
    return (files("db.server") / "schema" / name).read_text("utf-8")
