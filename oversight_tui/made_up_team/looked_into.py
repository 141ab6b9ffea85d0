"""What was looked into: files that were audited, an accident in hand for a while, a decision that was overturned, and
the days on which something of a worker runs out.
"""

from __future__ import annotations

from datetime import timedelta

from oversight_tui.made_up_team.cast import MadeUpChild
from oversight_tui.made_up_team.days import ahead, back
from oversight_tui.made_up_team.names import MANAGER
from oversight_tui.made_up_team.texts import the_day as texts
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.audit_questions import AUDIT_QUESTIONS
from oversight_tui.practice.records.parts import AuditSays
from oversight_tui.practice.requests import (
    AgreedAction,
    AnsweredQuestion,
    AuditRequest,
    DecisionRequest,
    IncidentRequest,
    OwnFileDateRequest,
    PickAudit,
    ReviewDecision,
    StepAfterIncident,
    ToldOfIncident,
    WorkerDateRequest,
)

_AUDITED_BEFORE = (61, 33, 9)  # days
_SAYS: tuple[tuple[AuditSays, ...], ...] = (("yes",), ("yes", "partly"), ("partly", "yes", "no"))


def write_what_was_looked_into(year: Year) -> None:
    """Audits of the last months and the two of this one, one decision, and the dates of the workers."""
    children = _children(year)
    _audits(year, children)
    if children:
        _overturned(year, children[len(children) // 2])
    _dates(year)


def write_an_incident(year: Year) -> None:
    """An accident of two months ago, from the first call to its end; each step needs the one before in the store."""
    children = _children(year)
    if not children:
        return
    child = children[-1]
    day = max(back(year.today, 58), child.arrives)
    told = tuple(ToldOfIncident(who, at, on=day) for who, at in texts.TOLD)
    incident = year.record(IncidentRequest(child.id, texts.INCIDENT, day, "08:50", told, legal_hold=False), day)
    decided, closed = min(ahead(day, 2), year.today), min(ahead(day, 12), year.today)
    year.record(StepAfterIncident(incident, "not_notifiable", decided, texts.NOT_NOTIFIABLE))
    year.record(StepAfterIncident(incident, "no_review", decided, texts.NOT_NOTIFIABLE))
    year.record(StepAfterIncident(incident, "closed", closed, texts.WHY_CLOSED))


def _children(year: Year) -> list[MadeUpChild]:
    return [child for child in year.cast.children if child.part == "in_time" and child.worker is not None]


def _audits(year: Year, children: list[MadeUpChild]) -> None:
    spread = children[3 :: max(1, len(children) // 5)]
    for child, ago, (good, change, what), says in zip(spread, _AUDITED_BEFORE, texts.AUDITED, _SAYS, strict=False):
        day = back(year.today, ago)
        if child.arrives > day or child.worker is None:
            continue
        answers = tuple(
            AnsweredQuestion(question, says[place % len(says)])
            for place, question in enumerate(AUDIT_QUESTIONS.values())
        )
        actions = (AgreedAction(what, child.worker.name, ahead(day, 14)),) if what else ()
        year.record(AuditRequest(child.id, good, day, change, answers, actions), day)
    picked = tuple(child.id for child in spread[len(_AUDITED_BEFORE) : len(_AUDITED_BEFORE) + 2])
    if picked:
        year.record(PickAudit(picked, MANAGER, ahead(year.today, 10), seed=11))


def _overturned(year: Year, child: MadeUpChild) -> None:
    day = max(back(year.today, 70), child.arrives)
    then = max(back(year.today, 21), day)
    decision = DecisionRequest(
        texts.CHANGED, day, child.about, because=texts.CHANGED_BECAUSE, kind="change_plan", review_on=then
    )
    year.later(ReviewDecision(year.record(decision, day), texts.STILL_RIGHT, then, overturned=True))


def _dates(year: Year) -> None:
    """One comes up within the month, the others later; an appraisal and a probation are in the own file."""
    for place, worker in enumerate(year.cast.workers):
        year.record(WorkerDateRequest(worker.id, "car_insurance", ahead(year.today, 24 + 40 * place)))
        if worker.part == "agency":
            year.record(WorkerDateRequest(worker.id, "contract_end", ahead(year.today, 55)))
        if worker.part == "newly_qualified":
            ends = worker.starts + timedelta(days=182)
            year.record(OwnFileDateRequest(worker.id, "probation", max(ends, ahead(year.today, 40))))
        elif worker.part == "steady":
            year.record(OwnFileDateRequest(worker.id, "appraisal", ahead(year.today, 65)))
