"""Whether rights on a server are as this version makes them, for whoever keeps it: a sentence for each that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from db.server import rights, rights_figures, rights_functions, rights_grants, rights_places
from db.server.members import GROUPS, KEEPS_THE_SERVER, Asked

_SECURED = (
    "SELECT c.relname, c.relrowsecurity FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
    " ON n.oid = c.relnamespace WHERE n.nspname = 'main' AND c.relkind = 'r'"
)
_OWNERS = (
    "SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
    " ON n.oid = c.relnamespace WHERE n.nspname IN ('main', 'rollup') AND c.relkind IN ('r', 'v')"
    " AND pg_catalog.pg_get_userbyid(c.relowner) <> 'oversight_owner'"
)
_POLICIES = "SELECT tablename, policyname, cmd, roles::text[] FROM pg_catalog.pg_policies WHERE schemaname = 'main'"
_FUNCTIONS = (
    "SELECT p.proname, p.prosrc, p.prosecdef, p.proconfig::text[] FROM pg_catalog.pg_proc p"
    " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace"
    " WHERE n.nspname = 'main' AND p.prorettype <> 'trigger'::regtype AND p.prokind = 'f'"
)
_LOOKED_IN = f"search_path={rights_functions.LOOKED_IN}"
_LOOKING_ELSEWHERE = (
    "SELECT p.proname FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace"
    " WHERE n.nspname = 'main' AND p.prorettype = 'trigger'::regtype"
    f" AND p.proconfig::text[] IS DISTINCT FROM ARRAY['{_LOOKED_IN}'] ORDER BY p.proname"
)
_GRANTS = (
    "SELECT grantee, table_name, privilege_type FROM information_schema.table_privileges"
    " WHERE table_schema = 'main' AND grantee <> 'oversight_owner'"
)
_GATHERED = (
    "SELECT c.relname, a.attname FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
    " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = 'main' AND c.relkind = 'r' AND a.attnum > 0 AND a.attstattarget <> 0"
)
_TOO_MIGHTY = (
    "SELECT r.rolname FROM pg_catalog.pg_roles r JOIN main.member m ON m.login = r.rolname"
    f" WHERE m.active AND {KEEPS_THE_SERVER}"
)
_NO_MEMBER = (
    "SELECT r.rolname FROM pg_catalog.pg_roles r WHERE r.rolcanlogin AND NOT r.rolsuper"
    " AND pg_catalog.pg_has_role(r.oid, 'oversight_owner', 'MEMBER')"
)
_CARRYING = "SELECT login FROM main.member WHERE carries AND active"


def faults(connection: Asked) -> Iterator[str]:
    """What is not as it should be. Asked of the catalogue by the owner or a superuser."""
    connection.execute("SET search_path = pg_catalog")  # as when it was set up: the server spells by it
    yield from _of_tables(connection)
    yield from _of_policies(connection)
    yield from _of_functions(connection)
    yield from _of_grants(connection)
    yield from _of_figures(connection)
    yield from _of_logins(connection)
    yield from _of_places(connection)


def _asked(connection: Asked, sql: str) -> list[Any]:
    found: list[Any] = connection.execute(sql).fetchall()
    return found


def _of_tables(connection: Asked) -> Iterator[str]:
    resting = {name for name, on in _asked(connection, _SECURED) if not on}
    for table in sorted(resting & set(rights.secured())):
        yield f"Row-level security of the table {table} is off: every login with a grant sees all of it."
    for (name,) in _asked(connection, _OWNERS):
        yield f"{name} is not oversight_owner's."


def _of_policies(connection: Asked) -> Iterator[str]:
    wanted = {(one.table, one.name): (one.command, frozenset(one.groups)) for one in rights.policies()}
    found = {(table, name): (what, frozenset(roles)) for table, name, what, roles in _asked(connection, _POLICIES)}
    for table, name in sorted(wanted.keys() | found.keys()):
        if wanted.get((table, name)) != found.get((table, name)):
            yield f"The policy {name} of the table {table} is missing, changed, or of another hand."
    written = _written(connection)
    for table, name in sorted(wanted.keys() & found.keys()):
        if written.get((table, name)) not in (None, rights.fingerprint(table, name)):
            yield f"The policy {name} of the table {table} says something else than this version makes it say."


def _written(connection: Asked) -> dict[tuple[str, str], str | None]:
    """Of each policy what its comment says it was made from, with what the server says of it now."""
    rows = _asked(
        connection,
        "SELECT c.relname, p.polname, pg_catalog.obj_description(p.oid, 'pg_policy'),"
        " md5(coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '') || '|'"
        " || coalesce(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), ''))"
        " FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid"
        " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'main'",
    )
    return {(table, name): _made_from(said, now) for table, name, said, now in rows}


def _made_from(said: str | None, now: str) -> str:
    """What a policy was made from; something else where it was changed since, or is not known to be of this program."""
    match = re.fullmatch(r"(\w+) (\w+)", said or "")
    return match.group(1) if match is not None and match.group(2) == now else ""


def _of_functions(connection: Asked) -> Iterator[str]:
    wanted = rights_functions.FUNCTIONS
    found = {name: (text, definer, config) for name, text, definer, config in _asked(connection, _FUNCTIONS)}
    for name in sorted(wanted.keys() | found.keys()):
        text = wanted[name].text if name in wanted else None
        if found.get(name) != (text, True, [_LOOKED_IN]):
            yield f"The function {name} is missing, changed, or of another hand."
    for (name,) in _asked(connection, _LOOKING_ELSEWHERE):
        yield f"The function {name} takes what it names from where a login can put its own."


def _of_grants(connection: Asked) -> Iterator[str]:
    wanted = {(group, table, word) for (group, table), words in rights_grants.granted().items() for word in words}
    found = {(group, table, word) for group, table, word in _asked(connection, _GRANTS)}
    for group, table, word in sorted(found - wanted):
        yield f"{group} may {word} in {table}, which is too much."
    for group, table, word in sorted(wanted - found):
        yield f"{group} may not {word} in {table}, which the program needs."


def _of_figures(connection: Asked) -> Iterator[str]:
    gathered = {(table, column) for table, column in _asked(connection, _GATHERED)}
    for table, columns in rights_figures.unmeasured():
        if any((table, column) in gathered for column in columns):
            yield f"The server gathers figures of words in {table}, which EXPLAIN tells to whoever asks."


def _of_logins(connection: Asked) -> Iterator[str]:
    for (login,) in _asked(connection, _TOO_MIGHTY):
        yield f"The login {login} of a member is a superuser, makes roles, or passes over row-level security."
    for (login,) in _asked(connection, _NO_MEMBER):
        if login not in GROUPS:
            yield f"The login {login} has the rights of oversight_owner, by which everything can be read and changed."
    for (login,) in _asked(connection, _CARRYING):
        yield f"The login {login} still sees and writes every row: retire it when the store is carried over."


def _of_places(connection: Asked) -> Iterator[str]:
    for table, how_many in rights_places.wrong():
        ((number,),) = _asked(connection, how_many)
        if number:
            yield f"The table {table}, which tells whose rows are whose, does not follow from the records."
