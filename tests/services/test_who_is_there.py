"""What is given to somebody who is away or leaves is said at once, and so is what an absence leaves without anybody."""

from datetime import date

import pytest

from db.engine import Store
from oversight_tui.practice.brief import told
from oversight_tui.practice.ids import AboutChild, AboutWorker
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    CoverRequest,
    DecisionRequest,
    EditWorker,
    HandOver,
    KnownOfWorker,
    PlanSession,
    WorryRequest,
)
from oversight_tui.services import record
from oversight_tui.services.brief import brief_for
from tests.made_once import AMIRA, BEN, C1, C3

TODAY = date(2026, 10, 2)  # a Friday
MONDAY, SATURDAY, NEXT_FRIDAY = date(2026, 10, 5), date(2026, 10, 10), date(2026, 10, 9)


def away(store: Store, worker: object, first: date = TODAY, last: date | None = None) -> str | None:
    """What is remarked on an absence."""
    (said,) = record.absence(store, AbsenceRequest(worker, first, last, "leave"), TODAY)  # type: ignore[arg-type]
    return said.hint


def leaves(store: Store) -> str:
    return record.edit_worker(store, EditWorker(BEN, KnownOfWorker(leaves=MONDAY)), TODAY).says


def test_a_child_who_is_handed_to_somebody_away_or_leaving_is_remarked(team: Store) -> None:
    def hint(to: AboutWorker, child: AboutChild) -> str | None:
        return record.hand_over(team, HandOver((child.id,), to, TODAY, "Time"), TODAY)[0].hint

    assert leaves(team) == "Ben Ortiz: last day Mon 5 Oct 2026."
    assert "The last day of Ben Ortiz is Mon 5 Oct 2026." in str(hint(AboutWorker(BEN), AboutChild(C1)))
    away(team, AMIRA)
    said = str(hint(AboutWorker(AMIRA), AboutChild(C3)))
    assert "Amira Khan is away, return not known: nobody stands in." in said
    record.cover(team, CoverRequest(AMIRA, "outside: Helen Deputy", TODAY, None), TODAY)
    assert "Helen Deputy stands in." in str(hint(AboutWorker(AMIRA), AboutChild(C1)))


def test_an_absence_to_come_says_what_it_leaves_without_anybody(team: Store) -> None:
    record.plan(team, PlanSession(AMIRA, date(2026, 10, 7)), TODAY)
    said = str(away(team, AMIRA, MONDAY, NEXT_FRIDAY))
    assert "2 children have no cover from Mon 5 Oct 2026: arrange it." in said
    assert "1 planned session to move: Wed 7 Oct 2026." in said
    covered = record.cover(team, CoverRequest(AMIRA, "Ben Ortiz"), TODAY)
    assert covered.says == "Ben Ortiz sees to the children of Amira Khan from Mon 5 Oct 2026 to Fri 9 Oct 2026."
    bens = str(away(team, BEN, date(2026, 10, 8), date(2026, 10, 12)))
    assert "Ben Ortiz was to stand in for Amira Khan: nobody does from Thu 8 Oct 2026 to Fri 9 Oct 2026." in bens
    page = "\n".join(words for _, words in told(brief_for(team, AMIRA, TODAY, all_teams=True), TODAY))
    assert "Ben Ortiz from Mon 5 Oct to Wed 7 Oct, then nobody yet from Thu 8 Oct to Fri 9 Oct" in page
    nobody = "Ben Ortiz was to stand in for Amira Khan: nobody does from Thu 8 Oct 2026 to Fri 9 Oct 2026."
    assert brief_for(team, BEN, TODAY, all_teams=True).stood_in_for == (nobody,)
    record.cover(team, CoverRequest(AMIRA, "outside: Helen Deputy", NEXT_FRIDAY, NEXT_FRIDAY), TODAY)
    with_helen = "Ben Ortiz was to stand in for Amira Khan: nobody does from Thu 8 Oct 2026 to Thu 8 Oct 2026."
    of_ben = brief_for(team, BEN, TODAY, all_teams=True)
    assert of_ben.stood_in_for == (with_helen,)
    assert (1, with_helen) in told(of_ben, TODAY)


def test_the_page_of_somebody_who_has_left_says_so_and_not_that_they_are_away(team: Store) -> None:
    leaves(team)
    heading = next(words for _, words in told(brief_for(team, BEN, NEXT_FRIDAY, all_teams=True), NEXT_FRIDAY))
    assert heading.startswith("Ben Ortiz left on Mon 5 Oct 2026, Fri 9 Oct 2026 to ")


def test_nobody_stands_in_for_themselves(team: Store) -> None:
    away(team, AMIRA)
    with pytest.raises(record.RecordProblem, match="cannot stand in for themselves"):
        record.cover(team, CoverRequest(AMIRA, "Amira"), TODAY)


def test_what_is_given_to_somebody_after_their_last_day_is_remarked(team: Store) -> None:
    leaves(team)
    action = record.add_action(team, ActionRequest(AboutChild(C3), "Ring school", "Ben", NEXT_FRIDAY, TODAY), TODAY)
    assert "The last day of Ben Ortiz is Mon 5 Oct 2026." in action.says


def test_every_answer_names_the_day_of_the_review_and_whose_it_is(team: Store) -> None:
    asked = DecisionRequest("Legal planning meeting", TODAY, AboutChild(C1), review_on=SATURDAY)
    says = record.decide(team, asked, TODAY).says
    assert "To be looked at again on Sat 10 Oct 2026. Sat 10 Oct 2026 is no working day." in says
    away(team, BEN)
    worry = record.raise_worry(team, WorryRequest(C1, "A bruise", TODAY, review_on=SATURDAY, owner="Ben"), TODAY)
    assert worry.says == (
        "Worry raised for C-1 on Fri 2 Oct 2026, no severity said, owner Ben Ortiz, review Sat 10 Oct 2026. Sat 10 Oct "
        "2026 is no working day. Ben Ortiz is away on Sat 10 Oct 2026."
    )
