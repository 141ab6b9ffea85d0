"""Writes the made-up team into a store, in the order in which things have to be there."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

from db import writes
from db.queries.entries import is_empty
from db.recording import together
from oversight_tui.made_up_team.came_of_it import write_what_came_of_it
from oversight_tui.made_up_team.casting import cast_of
from oversight_tui.made_up_team.consulting import write_consulting
from oversight_tui.made_up_team.days import list_days
from oversight_tui.made_up_team.follow_ups import write_follow_ups
from oversight_tui.made_up_team.intake import bring_in_the_lists, note_names_and_families
from oversight_tui.made_up_team.looked_into import write_an_incident, write_what_was_looked_into
from oversight_tui.made_up_team.names import MANAGER, TEAM
from oversight_tui.made_up_team.session_records import write_session_records
from oversight_tui.made_up_team.sessions import write_sessions
from oversight_tui.made_up_team.talks import set_quiet_days, write_talks
from oversight_tui.made_up_team.the_day import write_the_day
from oversight_tui.made_up_team.waiting import write_what_waits
from oversight_tui.made_up_team.wording import Wording
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.policy import DEFAULT, policy_as_toml
from oversight_tui.services.identity import choose, mark_made_up
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store

MOST_WORKERS = 200


class DemoProblem(PlainProblem):
    """A made-up team that cannot be written as it was asked for; nothing was written."""


def write_demo(store: Store, today: date, *, seed: int = 1, workers: int = 8) -> None:
    """Write a wholly invented team with a year of history into a new store, as it stands on the day `today`.

    The same seed and day give the same team, its ids, names, dates and texts. `workers` of 8 hold about 130 children;
    other numbers hold as many in proportion. Raises DemoProblem for a number of workers there can be no team of, and
    for a store that holds something already.
    """
    if not 1 <= workers <= MOST_WORKERS:
        raise DemoProblem(f"A made-up team has from 1 to {MOST_WORKERS} workers.")
    random = Random(seed)
    with store.writing():
        if not is_empty(store):
            raise DemoProblem("This store holds records already. Give the made-up team a new one with --into PATH.")
        choose(store, MANAGER, None, list_days(today)[0])
        mark_made_up(store)
        year = Year(store, today, cast_of(random, today, workers), random, Wording(random))
        writes.save_policy(store, policy_as_toml(DEFAULT), list_days(today)[0], MANAGER)
        bring_in_the_lists(year)
        choose(store, None, [TEAM], list_days(today)[0])
        with together(store):
            note_names_and_families(year)
            set_quiet_days(year)
            write_sessions(year)
            write_talks(year)
            write_what_waits(year)
            write_follow_ups(year)
            write_consulting(year)
            write_what_came_of_it(year)
            write_the_day(year)
            write_what_was_looked_into(year)
        with together(store):
            year.record_what_was_kept()
        write_an_incident(year)
        with together(store):
            write_session_records(year)
