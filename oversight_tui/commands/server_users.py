"""`oversight server add-user`, `retire` and `users`: who may use a store on a server, and as what.

The words for each are SQL of `db.server.members`; a password is in none that is printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from oversight_tui.commands.options import now_of
from oversight_tui.commands.passwords import new_password_in
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.server_acting import acting_shown
from oversight_tui.commands.server_work import NoSuchLogin, done, keeper_of, members_there, refuse_unknown
from oversight_tui.commands.which_store import server_of
from oversight_tui.words.text import match_key, one_line

if TYPE_CHECKING:
    from db.engines.postgres import PostgresServer
    from db.server.members import Member

ROLES = {
    "manager": "sees and writes their teams",
    "deputy": "acts for a manager on the days that act-for names",
    "service": "reads roll-ups and escalations",
    "auditor": "reads the journal",
    "reader": "reads their teams",
}


def add_user_arguments(parser: argparse.ArgumentParser) -> None:
    """Who, and what they may do; --team and --all-teams say which teams."""
    parser.add_argument("name", metavar="NAME", help="their name, as it is to stand on records")
    parser.add_argument("--login", metavar="LOGIN", required=True, help="the name they log in to the server with")
    parser.add_argument(
        "--role", choices=tuple(ROLES), required=True, help="; ".join(f"{one}: {what}" for one, what in ROLES.items())
    )
    parser.add_argument("--may-erase", action="store_true", help="may erase what has been kept for long enough")
    parser.add_argument("--reads-own-files", action="store_true", help="may read workers' own files")
    parser.add_argument("--reports-to", metavar="LOGIN", help="the login of their own supervisor")
    parser.add_argument("--carries", action="store_true", help="may carry a store over; only until that is done")
    parser.add_argument("--new-password-file", metavar="FILE", help="the first line is to be the password of the login")


def retire_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose."""
    parser.add_argument("login", metavar="LOGIN", help="the login that ends")


def add_user(options: argparse.Namespace) -> int:
    """Let somebody in, or make what they may do what is said now; 0."""
    from db.server.members import Member, has_password, put_member, refuse_unknown_teams

    server = keeper_of(options, server_of(options))
    member = Member(
        login=options.login,
        name=one_line(options.name),
        role=options.role,
        teams=tuple(options.team),
        all_teams=options.all_teams,
        may_erase=options.may_erase,
        reads_own_files=options.reads_own_files,
        manager_login=options.reports_to,
        carries=options.carries,
    )
    statements = tuple(put_member(member, match_key(member.name)))
    if _keeps_the_server(server, member.login):
        raise NoSuchLogin(
            f"{one_line(member.login)} keeps the server, or makes logins on it: it is held back by no rights, and "
            "nobody works with Oversight as such a login. Nothing was changed; give another with --login."
        )
    with server.transaction(writing=False):
        refuse_unknown_teams(server, member.teams)
        had_password = has_password(server, member.login)
    there = members_there(server)
    _refuse_the_name_of_another(member, there)
    if member.manager_login is not None:
        refuse_unknown(member.manager_login, there)
    secret = new_password_in(options.new_password_file) if options.new_password_file else None
    says = " ".join((_shown(member), *_before(member, there), *_besides(member, had_password, secret)))
    return done(options, server, statements, says, _password(server, member.login, secret))


def retire(options: argparse.Namespace) -> int:
    """End what a login may do; 0."""
    from db.server import members
    from db.server.preparing import do, written

    server = keeper_of(options, server_of(options))
    refuse_unknown(options.login, members_there(server))
    keeps = _keeps_the_server(server, options.login)
    says = f"{options.login} may not use the store any more. What they recorded stays, under their name."
    if keeps:
        says += " The login itself was left as it is, since it keeps the server."
    statements = tuple(members.retire(options.login, keeps_the_server=keeps))
    ended = () if keeps else tuple(members.end_connections(options.login))
    if options.dry_run:
        return done(options, server, (*statements, *ended), says)
    code = done(options, server, statements, says)
    do(server, map(written, ended))
    return code


def users(options: argparse.Namespace) -> int:
    """Print who may use the store, and who acts for whom today or on a day to come; 0."""
    from db.server.acting import acting_from

    server = keeper_of(options, server_of(options))
    there = members_there(server)
    with server.transaction(writing=False):
        acting = acting_from(server, now_of(options))
    if options.json:
        print_json(
            [
                {
                    "login": one.login,
                    "name": one.name,
                    "role": one.role,
                    "teams": list(one.teams),
                    "all_teams": one.all_teams,
                    "may_erase": one.may_erase,
                    "reads_own_files": one.reads_own_files,
                    "reports_to": one.manager_login,
                    "carries": one.carries,
                    "active": one.active,
                    "acts_for": [
                        {"login": other.manager, "from": other.first.isoformat(), "to": other.last.isoformat()}
                        for other in acting
                        if other.deputy == one.login
                    ],
                }
                for one in there
            ]
        )
    else:
        lines = [_shown(one, acting_shown(one.login, acting)) for one in there]
        print_lines(lines or ["Nobody may use the store yet: `oversight server add-user`."])
    return 0


def _keeps_the_server(server: PostgresServer, login: str) -> bool:
    from db.server.members import keeps_the_server

    with server.transaction(writing=False):
        return keeps_the_server(server, login)


def _before(member: Member, there: Iterable[Member]) -> Iterator[str]:
    """As what they were let in until now, where that was otherwise: what is not said again they have no more."""
    before = next((one for one in there if one.login == member.login and one.active), None)
    if before is not None and before.__replace__(teams=()) == member.__replace__(teams=()):
        before = None if set(before.teams) == set(member.teams) else before
    if before is not None:
        yield f"Until now: {_may(before)}."


def _besides(member: Member, has_password: bool | None, secret: str | None) -> Iterator[str]:
    """What is to be known besides: of the password, and of a login that sees nothing as yet."""
    if secret is not None:
        yield "The password is set."
    elif has_password is None:
        yield "Whether they have a password cannot be told with your login; --new-password-file FILE gives them one."
    elif not has_password:
        yield (
            "They have no password, and cannot log in with one: --new-password-file FILE gives them what stands in its "
            "first line. None is needed where the server asks a directory, a certificate or the machine (ldap, gss, "
            "cert, peer)."
        )
    if member.role in ("manager", "reader", "service") and not (member.teams or member.all_teams):
        yield "They have no team, and are shown nothing of any: say which with --team NAME, or --all-teams."


def _password(server: PostgresServer, login: str, secret: str | None) -> tuple[str, ...]:
    """What sets it, in the form in which a server keeps it: nothing on the way or in a log says what was typed."""
    from db.server.members import password
    from db.server.preparing import written

    return () if secret is None else (written(password(login, server.as_kept(login, secret))),)


def _refuse_the_name_of_another(member: Member, there: Iterable[Member]) -> None:
    key = match_key(member.name)  # as a worker's supervisor is known by it
    other = next((one for one in there if match_key(one.name) == key and one.login != member.login), None)
    if other is not None:
        raise NoSuchLogin(
            f"{other.name} is the name of the login {other.login}, and two on one name could not be told apart in the "
            "records. Nothing was changed; give another name."
        )


def _shown(one: Member, acts: Iterable[str] = ()) -> str:
    """A login, whose it is and what they may do, in a line; `acts` is for whom they act."""
    return f"{one.login}: {', '.join((_may(one), *acts))}."


def _may(one: Member) -> str:
    """Whose a login is, and what they may do."""
    teams = "every team" if one.all_teams else ", ".join(one.teams)
    also = [
        *(["may erase"] if one.may_erase else []),
        *(["reads workers' own files"] if one.reads_own_files else []),
        *([f"reports to {one.manager_login}"] if one.manager_login else []),
        *(["carries a store over: add-user without --carries ends that"] if one.carries else []),
        *([] if one.active else ["retired"]),
    ]
    return ", ".join(filter(None, (one.name, one.role, teams, *also)))
