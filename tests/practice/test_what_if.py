"""What a change of the policy does to today's board is said before it is in force."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.facts import Child, OpenItem, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.policy import DEFAULT, PolicyProblem, policy_as_toml
from oversight_tui.practice.policy_changes import OfKind, OfSetting, as_typed, changed, setting_called, what_takes_back
from oversight_tui.practice.settings import SETTINGS
from oversight_tui.practice.what_if import LOOSENS, effect_of, named_of, said_of

TODAY = date(2026, 11, 20)
LONG_AGO = date(2025, 1, 1)
AMIRA = Worker(WorkerId(1), "Amira Khan", team="North", last_held=TODAY - timedelta(days=25), seen_by=LONG_AGO)
# Discussed 10, 20, 30 and so on to 100 days ago, each of low risk: late after three months.
CHILDREN = tuple(
    Child(
        ChildId(number),
        f"C-{number}",
        team="North",
        worker_id=AMIRA.id,
        risk="low",
        last_discussed=TODAY - timedelta(days=10 * number),
        seen_by=LONG_AGO,
    )
    for number in range(1, 11)
)
WORRY = OpenItem(EntryId(1), "worry", "A bruise", TODAY, child_id=ChildId(1), severity=3)
FACTS = TeamFacts(("North",), None, (AMIRA,), CHILDREN, open_items=(WORRY,))


@pytest.mark.parametrize(
    ("section", "key", "typed", "says"),
    [
        ("child", "low_limit", "9 weeks", "3 more children become late."),
        ("child", "low_limit", "4 months", "1 child is no longer late."),
        ("child", "low_ideal", "8 weeks", "1 more child becomes due."),
        ("supervision", "limit", "24 days", "1 more worker becomes late."),
        ("supervision", "limit", "7 weeks", LOOSENS),
        ("newly_qualified", "second_limit", "3 weeks", LOOSENS),
        ("limits", "urgent_severity", "3", "1 more row becomes urgent."),
        ("weights", "severity", "6", "Nothing on today's board changes."),
        ("weights", "overdue", "20", "Nothing on today's board changes."),
    ],
)
def test_it_is_said_who_becomes_late(section: str, key: str, typed: str, says: str) -> None:
    after = changed(DEFAULT, OfSetting(section, key, typed))
    assert says in said_of(effect_of(FACTS, DEFAULT, after, TODAY))


def test_who_becomes_late_is_not_said_to_be_no_longer_due() -> None:
    after = changed(DEFAULT, OfSetting("child", "low_limit", "9 weeks"))
    says = said_of(effect_of(FACTS, DEFAULT, after, TODAY))
    assert says == (
        "3 more children become late.",
        "4 rows stay on the list, due by another day: Not discussed C-10, Not discussed C-9, Not discussed C-8 "
        "and 1 more.",
    )


def test_who_is_late_already_is_late_by_other_days() -> None:
    facts = FACTS.__replace__(workers=(AMIRA.__replace__(last_held=TODAY - timedelta(days=40)),))
    after = changed(DEFAULT, OfSetting("supervision", "limit", "4 weeks"))
    effect = effect_of(facts, DEFAULT, after, TODAY)
    assert said_of(effect) == ("1 row stays on the list, due by another day.",)
    assert named_of(effect) == "Amira Khan: 9 days over → 12 days over"


def test_an_order_that_changes_is_said() -> None:
    """Ten children and a worker are on the list; the worry comes among the first ten when it weighs more."""
    late = tuple(child.__replace__(last_discussed=LONG_AGO) for child in CHILDREN)
    facts = FACTS.__replace__(children=late, workers=(AMIRA.__replace__(last_held=LONG_AGO),))
    after = changed(DEFAULT, OfSetting("weights", "worry", "900"))
    says = said_of(effect_of(facts, DEFAULT, after, TODAY))
    assert says == ("1 row comes up among the first 10: Worry C-1.",)


def test_every_value_is_read_as_it_is_shown() -> None:
    for setting in SETTINGS:
        same = OfSetting(setting.section, setting.key, as_typed(setting.default))
        assert policy_as_toml(changed(DEFAULT, same)) == policy_as_toml(DEFAULT)


@pytest.mark.parametrize(
    ("section", "key", "typed", "says"),
    [
        ("supervision", "limit", "soon", "is not a length of time"),
        ("supervision", "limit", "2 weeks", "in time up to 3 weeks and overdue after 2 weeks"),
        ("limits", "urgent_severity", "four", "Type a whole number from 0 to 1000."),
        ("limits", "urgent_severity", "4.5", "Type a whole number from 0 to 1000."),
        ("weights", "worry", "-1", "Type a number from 0 to 1000."),
        ("weights", "worry", "1001", "Type a number from 0 to 1000."),
        ("urgent", "worry", "perhaps", "Type yes or no."),
        ("retention", "looked_after_years", "10", "type 75 or more"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(section: str, key: str, typed: str, says: str) -> None:
    with pytest.raises(PolicyProblem, match=says.replace("(", r"\(").replace(")", r"\)")):
        changed(DEFAULT, OfSetting(section, key, typed))


def test_kinds_of_decision_are_renamed_added_and_taken_away() -> None:
    renamed = changed(DEFAULT, OfKind("visit", "Go and see"))
    assert renamed.decision_kinds["visit"] == "Go and see"
    assert changed(renamed, OfKind("visit", "")).decision_kinds["visit"] == "Visit"
    more = changed(renamed, OfKind("", "Take legal advice"))
    assert more.decision_kinds["take_legal_advice"] == "Take legal advice"
    assert more.decision_kinds["visit"] == "Go and see"
    fewer = changed(more, OfKind("take_legal_advice", ""))
    assert "take_legal_advice" not in fewer.decision_kinds
    assert changed(fewer, what_takes_back(OfKind("take_legal_advice", ""), more, fewer)) == more
    two = changed(more, OfKind("", "Go to court"))
    assert [*changed(two, OfKind("take_legal_advice", "Ask legal")).decision_kinds] == [*two.decision_kinds]
    with pytest.raises(PolicyProblem, match="already"):
        changed(more, OfKind("", "Take legal advice"))
    with pytest.raises(PolicyProblem, match="in letters"):
        changed(more, OfKind("", "!!!"))
    with pytest.raises(PolicyProblem, match="up to 60 letters"):
        changed(more, OfKind("visit", "See and hear " * 5))
    with pytest.raises(PolicyProblem, match="no 'patience'"):
        setting_called("limits", "patience")


def test_only_more_time_for_supervision_is_said_to_begin_later() -> None:
    for section, key, typed in (("supervision", "limit", "24 days"), ("child", "low_limit", "4 months")):
        after = changed(DEFAULT, OfSetting(section, key, typed))
        assert LOOSENS not in said_of(effect_of(FACTS, DEFAULT, after, TODAY))
