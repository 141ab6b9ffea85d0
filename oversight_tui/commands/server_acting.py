"""`oversight server act-for`: one login has the rights of another from a day to a day, or has them no more.

Its days are ahead: whoever lets somebody act for another does it for today or for days to come.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.options import now_of
from oversight_tui.commands.server_work import NoSuchLogin, done, keeper_of, members_there, refuse_unknown
from oversight_tui.commands.which_store import server_of
from oversight_tui.words.dates import long_day
from oversight_tui.words.meant_days import day_meant, last_day_meant
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.server.acting import Acting
    from db.server.members import Member


class NotSo(PlainProblem):
    """Nobody can act for somebody like that."""


def act_for_arguments(parser: argparse.ArgumentParser) -> None:
    """Who for whom, and when."""
    parser.add_argument("deputy", metavar="DEPUTY", help="the login of who acts")
    parser.add_argument("manager", metavar="MANAGER", help="the login of who is away")
    parser.add_argument("--from", dest="first", metavar="DAY", help="the first day, today or to come")
    parser.add_argument("--to", dest="last", metavar="DAY", help="the last day")
    parser.add_argument("--end", action="store_true", help="take it back: from now on they do not act for them")


def act_for(options: argparse.Namespace) -> int:
    """Let one login have the rights of another for some days, or not any more; 0."""
    from db.server import acting

    today = now_of(options)
    wanted = None if options.end else _wanted(options, today)
    if options.end and (options.first or options.last):
        raise NotSo(
            "--end takes back all days from today on. To change them leave it out, and give the days as they are to be."
        )
    server = keeper_of(options, server_of(options))
    there = members_there(server)
    for login in (options.deputy, options.manager):
        refuse_unknown(login, there)
    with server.transaction(writing=False):
        so_far = [
            one
            for one in acting.acting_from(server, today)
            if (one.deputy, one.manager) == (options.deputy, options.manager)
        ]
    if wanted is None:
        return done(options, server, acting.end_acting(options.deputy, options.manager, today), _ended(options, so_far))
    _refuse_without_effect(wanted, there)
    says = f"{wanted.deputy} acts for {wanted.manager} {_days(wanted)}.{_instead(wanted, so_far)}"
    return done(options, server, acting.act_for(wanted), says)


def acting_shown(login: str, there: Sequence[Acting]) -> Iterator[str]:
    """For whom a login acts, today or on a day to come, and when."""
    return (f"acts for {one.manager} {_days(one)}" for one in there if one.deputy == login)


def _wanted(options: argparse.Namespace, today: date) -> Acting:
    """The days as they were typed. Raises NotSo and DateProblem."""
    from db.server.acting import Acting

    if not options.first or not options.last:
        raise NotSo("Say from when to when: --from DAY --to DAY; or --end to take it back.")
    first = day_meant(options.first, today, "from_today")
    last = last_day_meant(options.last, today, first)
    if last < first:
        raise NotSo(f"The last day, {long_day(last)}, is before the first, {long_day(first)}. Nothing was changed.")
    if last < today:
        raise NotSo(
            f"{long_day(first)} to {long_day(last)} has passed, so that nobody could act on it. Nothing was changed; "
            "give days from today on."
        )
    if options.deputy == options.manager:
        raise NotSo("Nobody acts for themselves: name the login of the manager who is away.")
    return Acting(options.deputy, options.manager, first, last)


def _refuse_without_effect(wanted: Acting, there: Sequence[Member]) -> None:
    """Raise NoSuchLogin where a role is such that the rights of the one are nothing for the other."""
    roles = {one.login: one.role for one in there}
    if roles[wanted.manager] != "manager":
        raise NoSuchLogin(
            f"{wanted.manager} is let in as {roles[wanted.manager]}, and only for a manager can somebody act. Nothing "
            "was changed."
        )
    if roles[wanted.deputy] not in ("deputy", "manager"):
        raise NoSuchLogin(
            f"{wanted.deputy} is let in as {roles[wanted.deputy]}, and only a deputy or another manager acts for "
            "somebody. Nothing was changed; `oversight server add-user --role deputy` makes a login one."
        )


def _ended(options: argparse.Namespace, so_far: Sequence[Acting]) -> str:
    """What to say of the end. Raises NotSo where there is nothing to end."""
    if not so_far:
        raise NotSo(
            f"{options.deputy} does not act for {options.manager}, neither today nor on a day to come. Nothing was "
            "changed; `oversight server users` lists who acts for whom."
        )
    taken = ", and ".join(_days(one) for one in so_far)
    return f"{options.deputy} does not act for {options.manager} any more, from now on. It was {taken}."


def _instead(wanted: Acting, so_far: Sequence[Acting]) -> str:
    """What it takes the place of, in a sentence; empty where that is nothing."""
    gone = [one for one in so_far if one.first <= wanted.last and one.last >= wanted.first and one != wanted]
    return f" That takes the place of what was said before, {', and '.join(map(_days, gone))}." if gone else ""


def _days(one: Acting) -> str:
    return f"from {long_day(one.first)} to {long_day(one.last)}"
