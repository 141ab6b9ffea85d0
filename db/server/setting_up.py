"""What makes an empty database a store: its roles, its tables, its guards, and who sees what."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from db.migrations import SCHEMA_VERSION
from db.server import rights, rights_figures, rights_functions, rights_grants, rights_places, rights_rollup
from db.server.guards import numbered
from db.server.guards import statements as guards
from db.server.members import APPLICATION, GROUPS

OWNER = "oversight_owner"
OLDEST_STEP = 16  # the first schema that a store on a server had

__all__ = ["APPLICATION", "OLDEST_STEP", "OWNER", "schema", "statements"]


def schema() -> str:
    """The tables, indexes and views, as they were when they shipped."""
    return _text(f"s{SCHEMA_VERSION:04}.sql")


def statements() -> Iterator[str]:
    """All of it, by who keeps the server: for a database in which there is nothing, or one in which it stands, as this
    version or an earlier one left it.
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
    yield f"CREATE SCHEMA IF NOT EXISTS rollup AUTHORIZATION {OWNER}"
    yield "SET search_path = main"
    yield f"SET ROLE {OWNER}"
    yield (
        "DO $made$ BEGIN IF to_regclass('main.entry') IS NULL THEN EXECUTE $schema$"
        f"{schema()}$schema$; END IF; END $made$"
    )
    yield (f"INSERT INTO schema_step (number) SELECT {SCHEMA_VERSION} WHERE NOT EXISTS (SELECT 1 FROM schema_step)")
    yield from map(_step, range(OLDEST_STEP, SCHEMA_VERSION))
    for table, _ in numbered():
        yield f"INSERT INTO number_given (name, number) VALUES ('{table}', 0) ON CONFLICT DO NOTHING"
    yield _text("members.sql")
    yield from rights_functions.statements()
    yield from guards()
    yield from rights.statements()
    yield from rights_grants.statements()
    yield from rights_rollup.statements(schema())
    yield from rights_figures.statements()
    yield from rights_places.statements()
    yield "RESET ROLE"
    yield "RESET search_path"


def _step(number: int) -> str:
    """What brings a store of this schema to the next, and does nothing where it is of another."""
    return (
        f"DO $made$ BEGIN IF (SELECT max(number) FROM schema_step) = {number} THEN"
        f" EXECUTE $step${_text(f'from_s{number:04}.sql')}$step$;"
        f" INSERT INTO schema_step (number) VALUES ({number + 1}); END IF; END $made$"
    )


def _text(name: str) -> str:
    return (files("db.server") / "schema" / name).read_text("utf-8")
