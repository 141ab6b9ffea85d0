"""Whom the manager turned to, what is to be looked at again in workers' own files, the team's posts, and who prepares
to supervise.
"""

from __future__ import annotations

from oversight_tui.made_up_team.cast import MadeUpChild, MadeUpWorker
from oversight_tui.made_up_team.days import ahead, back
from oversight_tui.made_up_team.names import TEAM
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.records.consultations import Adviser
from oversight_tui.practice.requests import (
    ConsultRequest,
    EndProgramme,
    HeardRequest,
    PersonalRequest,
    PostsRequest,
    ProgrammeRequest,
)

# Who was asked, as what, the question, what was heard (none: still waiting), what it changed, and days ago.
_ASKED: tuple[tuple[str, Adviser, str, str | None, str | None, int], ...] = (
    (
        "Principal social worker",
        "principal_social_worker",
        "We have talked of the same worry three times. What are we not asking?",
        "Ask what a good evening looks like at home, and who is there",
        "The next visit is in the evening, and an uncle is asked to be there",
        33,
    ),
    (
        "Legal",
        "legal",
        "Gran wants to care for both children. Which order would let her decide about school and doctor?",
        "Two ways, and both take until spring; a letter follows",
        None,
        21,
    ),
    (
        "Head of quality assurance",
        "head_of_quality_assurance",
        "Would you read the plan with me before the conference: is it one that the parents could follow?",
        None,
        None,
        8,
    ),
)
_SIGHTED = "Two of us leave in the same month; until then every child has a named worker"


def write_consulting(year: Year) -> None:
    """A few of each, about children of today's team and those who hold them."""
    today = year.today
    children = [child for child in year.cast.children if child.part == "in_time" and child.worker is not None]
    workers = [worker for worker in year.cast.workers if worker.starts <= back(today, 200)]
    for child, asked in zip(children, _ASKED, strict=False):
        _ask(year, child, *asked)
    year.record(PostsRequest(TEAM, len(year.cast.workers) - 0.5, back(today, 300)), back(today, 300))
    year.record(PostsRequest(TEAM, float(len(year.cast.workers) + 1), back(today, 90)), back(today, 90))
    if children:
        last, about = back(today, 4), children[-1].about
        sighted = ConsultRequest(_SIGHTED, "Head of service", last, about, "senior_leader", for_information=True)
        year.record(sighted, last)
    if workers:
        _programmes(year, workers)
        _look_again(year, workers[0])


def _ask(
    year: Year,
    child: MadeUpChild,
    of: str,
    adviser: Adviser,
    question: str,
    heard: str | None,
    changed: str | None,
    days: int,
) -> None:
    day = max(back(year.today, days), child.arrives)
    entry = year.record(ConsultRequest(question, of, day, child.about, adviser), day)
    if heard is not None:
        year.later(HeardRequest(entry, heard, max(day, back(year.today, days - 4)), changed))


def _programmes(year: Year, workers: list[MadeUpWorker]) -> None:
    """One who has finished, and one who is on it."""
    name = "Practice Supervisor Development Programme"
    begun, ended = back(year.today, 190), back(year.today, 30)
    first = year.record(ProgrammeRequest(workers[0].id, name, begun, ended), begun)
    year.later(EndProgramme(first, ended))
    since = back(year.today, 60)
    year.record(ProgrammeRequest(workers[-1].id, name, since, ahead(year.today, 150)), since)


def _look_again(year: Year, worker: MadeUpWorker) -> None:
    """What was agreed six weeks ago comes back today; and what a manager of another team said about the worker."""
    day, asked = back(year.today, 42), back(year.today, 9)
    text = f"{worker.first_name} tries two mornings a week without duty, to write. We look at it again in six weeks."
    year.record(PersonalRequest(worker.id, "wellbeing", text, day, look_again_on=year.today), day)
    question = "How did you settle who takes over a court date when somebody is away?"
    about = AboutWorker(worker.id)
    entry = year.record(ConsultRequest(question, "Outi Saari, Quay Team", asked, about, "fellow_manager"), asked)
    year.later(HeardRequest(entry, "Two names stand beside each date from the start", back(year.today, 6)))
