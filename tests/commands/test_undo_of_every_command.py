"""Law, by commands alone: undo gives back the very list of before, redo the one after, and the store verifies."""

from pathlib import Path
from typing import Any

import pytest

from oversight_tui.practice.records import every_kind
from tests.commands.saying import Says, commands_for, told

LATER = "2027-01-15"  # when all that can fall due has

# One command after the other on one store; `words_of` says what ID and ^1 are.
STORIES = {
    "a decision": (
        "decide C-2 'Visit' --review 9 Oct",
        "because ID 'Nobody has seen her'",
        "disagree ^1 'We should go now' --who amira",
        "review ^2 --because 'Court sits later' --next 20 Oct",
        "correct ^3 --text 'Visit today'",
        "withdraw ^4 --because 'Another child'",
    ),
    "a worry": (
        "worry raise C-2 'A bruise that nobody can explain' --severity 5 --owner ben --review 9 Oct",
        "worry review ID --next 20 Oct --because 'No change'",
        "mark ^1 significant",
        "correct ^2 --child C-3",
        "worry close ^3 --because 'Seen by a doctor'",
        "withdraw ID --because 'Closed by mistake'",
    ),
    "an action": (
        "action add C-2 'Ring the school' --owner ben --by 5 Oct",
        "action carry ID --to 9 Oct --because 'It was shut'",
        "action done ^1",
        "withdraw ID --because 'Not done'",
        "action drop ^3 --because 'She has left that school'",
    ),
    "a session": (
        "supervision plan amira --on 9 Oct",
        "supervision move amira --on 9 Oct --to 12 Oct",
        "supervision cancel amira --on 12 Oct --because 'Court ran late'",
        "supervision hold amira --child C-1 --child C-2",
        "supervision take-off amira C-2 --session ID --because 'Typed by mistake'",
        "correct ^1 --on -3d",
        "withdraw ^2 --because 'Another worker'",
        "agenda amira --add C-1 --on 16 Oct",
    ),
    "a talk": (
        "discuss C-1 --text 'Ten minutes' --asked --on tomorrow",
        "discuss C-1 --text 'Moved to his aunt' --answers ID --decision Visit --because 'Not seen'",
        "filed ID",
        "correct ^1 --child C-3",
        "withdraw ^2 --because 'Another child'",
    ),
    "what cannot wait": (
        "children date C-2 missing_from -3d",
        "children date C-2 returned -2d",
        "children date C-2 interview_offered -1d",
        "correct ^1 --on -1d",
        "children end C-2 interview_declined --because 'She wants it left' --who Herself",
        "withdraw ID --because 'It was her sister'",
        "children date C-3 strategy_discussion today",
        "children end C-3 section_47 --because 'No harm found'",
        "children date C-1 visit_interval 2 --because 'Threats at the door'",
        "seen C-1 --alone yes",
        "correct ID --on -1d",
        "risk C-1 very_high --because 'Threats at the door'",
        "escalate C-1 'No placement' --to Head",
        "answered ID 'Found one'",
    ),
    "whom leaders turn to": (
        "consult C-1 'Is this the threshold?' --of Legal --adviser legal --on -3d",
        "correct ID --text 'Is the threshold met?'",
        "heard ^1 'Not yet' --changed 'We wait for the report'",
        "correct ID --text 'Not yet: ask again in May'",
        "withdraw ^1 --because 'It was about another child'",
        "consult amira 'How do you cover duty?' --of 'Fay Green'",
        "consult C-2 'Two of us leave' --of 'Head of service' --for-information",
        "posts 'North Team' 7.5",
        "programme amira 'Practice Supervisor Development Programme' --on -20d --until 2027-07-30",
        "correct ID --on -21d",
        "programme --end ^1 --given-up --because 'She moves house'",
    ),
    "who is here": (
        "absence amira --from today --to 16 Oct --because leave",
        "cover amira --by ben",
        "absence ben --from today --because sickness",
        "absence ben --ends today",
        "handover C-1 C-2 --to ben --because 'Amira is away'",
        "handover C-3 --bucket duty --because 'She works part of the week'",
        "workers edit ben --leaves 9 Oct",
        "children name C-1 Rosie",
        "children family C-1 C-2 --family Mason",
        "children add C-9 --worker amira",
        "opening amira --on -20d",
        "opening C-1 --on -20d",
    ),
    "other things": (
        "work hand-in C-2 Assessment --by amira",
        "work return ID --missing 'Her own view'",
        "work again ^1",
        "work approve ^2 --because 'All headings are there'",
        "personal amira goal 'Lead a strategy discussion'",
        "correct ID --text 'Chair a strategy discussion'",
        "correct ID --look-again 'in 6 weeks'",
        "personal amira agreement 'Every three weeks' --renew 2026-12-01 --signed-by-manager today",
        "personal amira agreement 'She has signed' --follows ID --signed-by-worker today",
        "decide amira 'Start formal capability' --because 'Third time'",
        "note add 'Is she well?'",
        "retention hold C-2 --because 'An inquiry'",
        "retention lift C-2 --because 'It has ended'",
    ),
    "the day": (
        "book visit C-1 --on today --at 15.30",
        "book move ID --on 5 Oct --at 10.00",
        "book give ID --to ben --because 'Amira is ill'",
        "book off ^1 --because 'He asked for another day'",
        "duty amira --from today --to 9 Oct",
        "seen C-1 --not refused --text 'Another day'",
        "work due C-2 Report --by 9 Oct",
        "work not-needed ID --because 'The school wrote it'",
    ),
    "who came in": (
        "referral take C-3 'Bruises' --from School --urgency soon",
        "referral decide ID assessment --because 'Nobody explains them'",
        "handover C-2 --to ben --on 9 Oct --because 'At the conference'",
        "planned-handover move ID --on 12 Oct",
        "planned-handover off ID --because 'It was put off'",
        "handover C-3 --bucket unallocated --because 'Amira leaves'",
        "waiting C-3 --text 'Duty rings her on Mondays'",
    ),
    "what is looked into": (
        "audit pick --by 16 Oct --seed 7 --number 1",
        "audit record C-2 --good 'Her words are in it'",
        "incident record C-2 'She fell' --at 14.10 --told Head@14.25",
        "incident told ID Police --at 15.00",
        "incident step ^1 notified",
        "dates amira registration 2027-11-30",
    ),
}
# The kinds of record that each story makes.
KINDS = {
    about: set(names.split())
    for about, names in {
        "a decision": "decision decision_reason disagreement decision_review",
        "a worry": "worry worry_review worry_close mark",
        "an action": "action action_carried action_outcome",
        "a session": "session_plan session_held session_cancelled not_discussed agenda",
        "a talk": "discussion filing",
        "what cannot wait": "child_date seen risk escalation escalation_answer",
        "whom leaders turn to": "consultation consultation_answer team_posts programme programme_end",
        "who is here": "absence absence_end cover allocation allocation_end worker child",
        "the day": "booking booking_given booking_end duty not_seen work_due work_due_end",
        "who came in": "referral referral_decision handover_plan handover_plan_end waiting_look",
        "what is looked into": "audit_pick audit incident incident_told incident_step worker_date",
        "other things": "work work_again work_answer personal own_note legal_hold legal_hold_end",
    }.items()
}
BEHIND_THE_WALL = {"personal", "own_note"}  # the journal that everybody reads does not have them
# Recorded by a list alone, or taken back by no undo.
NOT_BY_HAND = {
    "status",
    "status_end",
    "extract",
    "missing",
    "worker_alias",
    "child_alias",
    "list_answer",
    "not_covered",
}
NOT_BY_HAND |= {"withdrawal", "policy", "import_undone"}


def words_of(step: str, answered: list[str]) -> list[str]:
    """The words of a command; ID is the number the last one answered with, ^1 that of the one before it."""
    typed = [part if place % 2 else part.split() for place, part in enumerate(step.split("'"))]
    words = [word for part in typed for word in ([part] if isinstance(part, str) else part)]
    joined = _days_joined(words)
    numbers = {"ID": answered[-1] if answered else "", **{f"^{n}": answered[-1 - n] for n in range(1, len(answered))}}
    return [numbers.get(word, word) for word in joined]


def _days_joined(words: list[str]) -> list[str]:
    """'9 Oct' is one word."""
    joined: list[str] = []
    for word in words:
        if word == "Oct":
            joined[-1] += " Oct"
        else:
            joined.append(word)
    return joined


@pytest.mark.parametrize("about", STORIES)
def test_undo_gives_back_the_list_of_before_and_redo_the_one_after(
    about: str, says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = commands_for(tmp_path / "team.oversight", LATER, capsys)
    answered: list[str] = []
    after: Any = told(later, "today", "--all-teams")
    for step in STORIES[about]:
        before, words = after, words_of(step, answered)
        answer = told(says, *words)
        answered.append(str((answer if isinstance(answer, dict) else answer[0]).get("id")))
        after = told(later, "today", "--all-teams")
        told(says, "undo", "--yes")
        assert told(later, "today", "--all-teams") == before, f"after undo of {words}"
        assert says("verify")[0] == 0, words
        told(says, "redo")
        assert told(later, "today", "--all-teams") == after, f"after redo of {words}"
    assert says("verify")[0] == 0
    kinds = {one["what"] for one in told(says, "journal")}
    assert KINDS[about] - BEHIND_THE_WALL - kinds == set()


def test_every_kind_that_can_be_typed_is_in_a_story() -> None:
    typed = {content.kind.name for content in every_kind()} - NOT_BY_HAND
    assert typed == {kind for kinds in KINDS.values() for kind in kinds}
