"""`oversight server add-user`, `act-for`, `retire` and `users`: who may use a store on a server, and as what.

The words for each are SQL of `db.server.members`; a password is in none that is printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from oversight_tui.commands.options import now_of
from oversight_tui.commands.passwords import password_in
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.server_work import keeper_of, print_sql
from oversight_tui.commands.which_store import server_of
from oversight_tui.words.dates import long_day, parse_date
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import match_key, one_line

if TYPE_CHECKING:
    from db.engines.postgres import PostgresServer
    from db.server.members import Member, Statement

ROLES = {
    "manager": "sees and writes their teams",
    "deputy": "acts for a manager on the days that act-for names",
    "service": "reads roll-ups and escalations",
    "auditor": "reads the journal",
    "reader": "reads their teams",
}


class NoSuchLogin(PlainProblem):
    """A login was named that may not use the store, or is somebody else's."""


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


def act_for_arguments(parser: argparse.ArgumentParser) -> None:
    """Who for whom, and when."""
    parser.add_argument("deputy", metavar="DEPUTY", help="the login of who acts")
    parser.add_argument("manager", metavar="MANAGER", help="the login of who is away")
    parser.add_argument("--from", dest="first", metavar="DAY", required=True, help="the first day")
    parser.add_argument("--to", dest="last", metavar="DAY", required=True, help="the last day")


def retire_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose."""
    parser.add_argument("login", metavar="LOGIN", help="the login that ends")


def add_user(options: argparse.Namespace) -> int:
    """Let somebody in, or make what they may do what is said now; 0."""
    from db.server.members import Member, put_member, refuse_unknown_teams

    server = keeper_of(options, server_of(options))
    member = Member(
        login=options.login,
        name=options.name,
        role=options.role,
        teams=tuple(options.team),
        all_teams=options.all_teams,
        may_erase=options.may_erase,
        reads_own_files=options.reads_own_files,
        manager_login=options.reports_to,
        carries=options.carries,
    )
    statements = tuple(put_member(member))
    with server.transaction(writing=False):
        refuse_unknown_teams(server, member.teams)
    there = _members(server)
    _refuse_the_name_of_another(member, there)
    if member.manager_login is not None:
        _refuse_unknown(member.manager_login, there)
    secret = password_in(options.new_password_file) if options.new_password_file else None
    says = f"{_shown(member)} {'The password is set.' if secret is not None else ''}".strip()
    return _done(options, server, statements, says, _password(server, member.login, secret))


def act_for(options: argparse.Namespace) -> int:
    """Let one login have the rights of another for some days; 0."""
    from db.server import members

    today = now_of(options)
    first, last = parse_date(options.first, today), parse_date(options.last, today)
    statements = tuple(members.act_for(options.deputy, options.manager, first, last))
    server = keeper_of(options, server_of(options))
    there = _members(server)
    for login in (options.deputy, options.manager):
        _refuse_unknown(login, there)
    says = f"{options.deputy} acts for {options.manager} from {long_day(first)} to {long_day(last)}."
    return _done(options, server, statements, says)


def retire(options: argparse.Namespace) -> int:
    """End what a login may do; 0."""
    from db.server import members
    from db.server.preparing import do, written

    server = keeper_of(options, server_of(options))
    _refuse_unknown(options.login, _members(server))
    says = f"{options.login} may not use the store any more. What they recorded stays, under their name."
    ended = tuple(members.end_connections(options.login))
    if options.dry_run:
        return _done(options, server, (*members.retire(options.login), *ended), says)
    done = _done(options, server, tuple(members.retire(options.login)), says)
    do(server, map(written, ended))
    return done


def users(options: argparse.Namespace) -> int:
    """Print who may use the store; 0."""
    there = _members(keeper_of(options, server_of(options)))
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
                }
                for one in there
            ]
        )
    else:
        print_lines([_shown(one) for one in there] or ["Nobody may use the store yet: `oversight server add-user`."])
    return 0


def _done(
    options: argparse.Namespace,
    server: PostgresServer,
    statements: Iterable[Statement],
    says: str,
    secret: Iterable[str] = (),
) -> int:
    from db.server.preparing import do, written

    texts = [written(one) for one in statements]
    if options.dry_run:
        print_sql(texts, as_json=options.json)
        return 0
    do(server, (*texts, *secret))
    if options.json:
        print_json({"says": says})
    else:
        print_lines([says])
    return 0


def _password(server: PostgresServer, login: str, secret: str | None) -> tuple[str, ...]:
    """What sets it, in the form in which a server keeps it: nothing on the way or in a log says what was typed."""
    from db.server.members import password
    from db.server.preparing import written

    return () if secret is None else (written(password(login, server.as_kept(login, secret))),)


def _members(server: PostgresServer) -> list[Member]:
    from db.server.members import members

    with server.transaction(writing=False):
        return members(server)


def _refuse_unknown(login: str, there: Iterable[Member]) -> None:
    logins = [one.login for one in there if one.active]
    if login not in logins:
        raise NoSuchLogin(
            f"{one_line(login)} may not use this store. Nothing was changed; those who may: "
            f"{', '.join(logins) or 'nobody yet'}."
        )


def _refuse_the_name_of_another(member: Member, there: Iterable[Member]) -> None:
    name = match_key(member.name)  # as a worker's supervisor is known by it
    other = next((one for one in there if match_key(one.name) == name and one.login != member.login), None)
    if other is not None:
        raise NoSuchLogin(
            f"{other.name} is the name of the login {other.login}, and two on one name could not be told apart in the "
            "records. Nothing was changed; give another name."
        )


def _shown(one: Member) -> str:
    """A login, whose it is and what they may do, in a line."""
    teams = "every team" if one.all_teams else ", ".join(one.teams)
    also = [
        *(["may erase"] if one.may_erase else []),
        *(["reads workers' own files"] if one.reads_own_files else []),
        *([f"reports to {one.manager_login}"] if one.manager_login else []),
        *(["carries a store over: retire it when that is done"] if one.carries else []),
        *([] if one.active else ["retired"]),
    ]
    return f"{one.login}: {one.name}, {', '.join(filter(None, (one.role, teams, *also)))}."
