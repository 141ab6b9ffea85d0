"""Who may use a store on a server and as what: the statements that put it so, for whoever keeps the server.

Each is said by `server add-user` and its like, and can be run again. No login has a password from here but by
`password`, whose statement is never to be shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, Protocol, get_args

from msgspec import Struct
from psycopg import sql

from db.errors import StoreError
from db.server.about import Asked as Server

Role = Literal["manager", "deputy", "service", "auditor", "reader"]
ROLES: tuple[Role, ...] = get_args(Role)
APPLICATION, READER, SERVICE, AUDITOR = "oversight_app", "oversight_reader", "oversight_service", "oversight_auditor"
EVERY_TEAM, CARRIER, ERASER = "oversight_all", "oversight_carrier", "oversight_eraser"
GROUPS = (APPLICATION, READER, SERVICE, AUDITOR, EVERY_TEAM, CARRIER, ERASER)
_GROUP_OF: dict[str, str] = {
    "manager": APPLICATION,
    "deputy": APPLICATION,
    "service": SERVICE,
    "auditor": AUDITOR,
    "reader": READER,
}
# Of a role `r`: it sees or changes every row, or makes itself one that does.
KEEPS_THE_SERVER = (
    "(r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolreplication"
    " OR pg_catalog.pg_has_role(r.oid, 'oversight_owner', 'MEMBER'))"
)
_LONGEST = 63  # bytes of a name that a server keeps: the rest would be cut off, and be somebody else's
_OF_TEAMS = ("manager", "reader")
_NO_TEAMS = {
    "deputy": "A deputy has no teams of their own, and on the days of `oversight server act-for` those of the manager.",
    "auditor": "An auditor reads the journal of every team.",
}
Statement = str | sql.Composed


class Member(Struct, frozen=True):
    """A login and what it may do. `name` is the one that stands on what they record, and nobody else's; `teams` are
    names as the store spells them. `manager_login` is that of their own supervisor.

    `carries` is for the one login that carries a store over from a file: it sees and writes every row, under the names
    that stand on them, and is to be retired when that is done.
    """

    login: str
    name: str
    role: Role
    teams: tuple[str, ...] = ()
    all_teams: bool = False
    may_erase: bool = False
    reads_own_files: bool = False
    manager_login: str | None = None
    carries: bool = False
    active: bool = True


class Asked(Protocol):
    """A connection of psycopg's, or what asks like one."""

    def execute(self, query: Any, /) -> Any:
        """The answer to a statement."""


def put_member(member: Member, name_key: str) -> Iterator[Statement]:
    """The statements that make a login what it is to be, whatever it was; `name_key` is the name as it is matched, in
    whatever spelling. Raises StoreError for what cannot be.

    A team that there is not stops them: `refuse_unknown_teams` says which first.
    """
    _refuse_unfit(member)
    login, row = sql.Literal(member.login), _row(member) | {"name_key": name_key}
    yield sql.SQL(
        "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = {login})"
        " THEN CREATE ROLE {role} LOGIN; END IF; END $$"
    ).format(login=login, role=sql.Identifier(member.login))
    yield sql.SQL("ALTER ROLE {role} LOGIN").format(role=sql.Identifier(member.login))
    yield sql.SQL(
        "INSERT INTO main.member ({columns}) VALUES ({values}) ON CONFLICT (login) DO UPDATE SET {changed}"
    ).format(
        columns=sql.SQL(", ").join(map(sql.Identifier, row)),
        values=sql.SQL(", ").join(map(sql.Literal, row.values())),
        changed=sql.SQL(", ").join(
            sql.SQL("{0} = excluded.{0}").format(sql.Identifier(name)) for name in row if name != "login"
        ),
    )
    yield sql.SQL("DELETE FROM main.member_team WHERE login = {login}").format(login=login)
    for team in member.teams:
        yield sql.SQL(
            "INSERT INTO main.member_team (login, team_id)"
            " VALUES ({login}, (SELECT id FROM main.team WHERE name = {team})) ON CONFLICT DO NOTHING"
        ).format(login=login, team=sql.Literal(team))
    yield from _groups(member)


def _groups(member: Member) -> Iterator[Statement]:
    wanted = _wanted(member)
    for group in GROUPS:
        what = "GRANT {group} TO {role}" if group in wanted else "REVOKE {group} FROM {role}"
        yield sql.SQL(what).format(group=sql.Identifier(group), role=sql.Identifier(member.login))


def _wanted(member: Member) -> set[str]:
    """The groups of a member."""
    wanted = {_GROUP_OF[member.role]}
    if member.all_teams and member.role in _OF_TEAMS:
        wanted.add(EVERY_TEAM)
    if member.may_erase:
        wanted.add(ERASER)
    if member.carries:
        wanted.add(CARRIER)
    return wanted


def password(login: str, secret: str) -> sql.Composed:
    """The statement that sets a password; it holds it, and is not to be shown or logged."""
    return sql.SQL("ALTER ROLE {role} PASSWORD {secret}").format(role=sql.Identifier(login), secret=sql.Literal(secret))


def retire(login: str, *, keeps_the_server: bool = False) -> Iterator[Statement]:
    """The statements that end what a login may do; what was recorded by it stays, under its name. One that keeps the
    server is no member any more, and keeps the server.
    """
    role, who = sql.Identifier(login), sql.Literal(login)
    if not keeps_the_server:
        yield sql.SQL("ALTER ROLE {role} NOLOGIN PASSWORD NULL").format(role=role)
    yield sql.SQL("UPDATE main.member SET active = false WHERE login = {who}").format(who=who)
    yield sql.SQL("DELETE FROM main.acting WHERE deputy_login = {who} OR for_login = {who}").format(who=who)
    for group in GROUPS:
        yield sql.SQL("REVOKE {group} FROM {role}").format(group=sql.Identifier(group), role=role)


def end_connections(login: str) -> Iterator[Statement]:
    """The statement that ends the connections of a login that may not come in any more; once that is kept, for a
    program that loses its connection asks for another at once. Who is no superuser is given the login's own rights
    for it, and no longer.
    """
    yield sql.SQL(
        "DO $$ DECLARE lent boolean := NOT pg_has_role({who}, 'USAGE'); BEGIN"
        " IF lent THEN GRANT {role} TO CURRENT_USER; END IF;"
        " PERFORM pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE usename = {who};"
        " IF lent THEN REVOKE {role} FROM CURRENT_USER; END IF; END $$"
    ).format(who=sql.Literal(login), role=sql.Identifier(login))


def members(connection: Asked) -> list[Member]:
    """Every member, by login, as whoever keeps the server sees them."""
    rows = connection.execute(
        "SELECT m.login, m.name, m.role, m.all_teams, m.may_erase, m.reads_own_files, m.manager_login, m.carries,"
        " m.active, ARRAY(SELECT t.name FROM main.member_team mt JOIN main.team t ON t.id = mt.team_id"
        " WHERE mt.login = m.login ORDER BY t.name) FROM main.member m ORDER BY m.login"
    ).fetchall()
    return [
        Member(
            login,
            name,
            role,
            tuple(teams),
            all_teams=bool(every),
            may_erase=bool(erases),
            reads_own_files=bool(files),
            manager_login=manager,
            carries=bool(carries),
            active=bool(active),
        )
        for login, name, role, every, erases, files, manager, carries, active, teams in rows
    ]


def keeps_the_server(server: Server, login: str) -> bool:
    """Whether a login passes over what the rights of a member are held by."""
    return bool(
        server.rows(f"SELECT 1 FROM pg_catalog.pg_roles r WHERE r.rolname = ? AND {KEEPS_THE_SERVER}", (login,))
    )


def has_password(server: Server, login: str) -> bool | None:
    """Whether a login has one; None where only a superuser can tell, and this is none."""
    ((superuser, there),) = server.rows(
        "SELECT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user),"
        " EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?)",
        (login,),
    )
    if not there:
        return False
    if not superuser:
        return None
    ((kept,),) = server.rows("SELECT rolpassword IS NOT NULL FROM pg_catalog.pg_authid WHERE rolname = ?", (login,))
    return bool(kept)


def refuse_unknown_teams(connection: Asked, teams: Sequence[str]) -> None:
    """Raise StoreError where the store has no team of a name."""
    known = {name for (name,) in connection.execute("SELECT name FROM main.team").fetchall()}
    unknown = next((team for team in teams if team not in known), None)
    if unknown is not None:
        there = ", ".join(sorted(known)) or "none yet: move a store in or import a list first"
        raise StoreError(f"There is no team '{unknown}' in this store. It has {there}.")


def _row(member: Member) -> dict[str, object]:
    return {
        "login": member.login,
        "name": member.name,
        "role": member.role,
        "all_teams": member.all_teams,
        "may_erase": member.may_erase,
        "reads_own_files": member.reads_own_files,
        "manager_login": member.manager_login,
        "carries": member.carries,
        "active": member.active,
    }


def _refuse_unfit(member: Member) -> None:
    if not member.login or len(member.login.encode()) > _LONGEST or member.login.startswith(("pg_", "oversight_")):
        raise StoreError("A login is needed of 1 to 63 letters that does not begin with 'pg_' or 'oversight_'.")
    if (
        member.name != member.name.strip()
        or not member.name.isprintable()
        or not member.name
        or member.name == "Oversight"
    ):
        raise StoreError("A name is needed, as it is to stand on records.")
    if member.role not in ROLES:
        raise StoreError(f"There is no role '{member.role}'. There are {', '.join(ROLES)}.")
    if member.may_erase and not (member.role == "manager" and member.all_teams):
        raise StoreError("Only a manager of every team may erase: others' lines of the journal hold what is to go too.")
    if member.reads_own_files and member.role not in _OF_TEAMS:
        raise StoreError("Only a manager or a reader reads workers' own files.")
    if (member.teams or member.all_teams) and (why := _NO_TEAMS.get(member.role)) is not None:
        raise StoreError(f"{why} Nothing was changed; leave --team and --all-teams out.")
