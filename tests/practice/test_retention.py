"""From which day a record is due to be erased: the day before, the day, the day after; and what is never due."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.facts import Status
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.policy import DEFAULT, PolicyProblem, parse_policy, policy_as_toml
from oversight_tui.practice.retention import KeptRow, anniversary, backups_gone_by, what_is_kept
from oversight_tui.practice.retention_facts import ChildKept, Hold, Kept, WorkerKept

DAY = timedelta(days=1)
BORN, CONTACT = date(2010, 3, 14), date(2026, 5, 6)
CHILD = ChildKept(ChildId(7), "C-7", None, False, BORN, frozenset(), CONTACT, CONTACT, None, 12)
WORKER = WorkerKept(WorkerId(1), "Amira Khan", date(2026, 1, 31), 0, 5, 3)
HOLD = Hold(EntryId(9), CONTACT, "The inquiry", "Mary Okoro")


def rows(today: date, *children: ChildKept, workers: tuple[WorkerKept, ...] = ()) -> tuple[KeptRow, ...]:
    return what_is_kept(Kept(children, workers), DEFAULT, today)


@pytest.mark.parametrize(
    ("statuses", "changes", "due_on"),
    [
        (("looked_after",), {}, date(2085, 3, 14)),
        (("care_leaver",), {}, date(2085, 3, 14)),
        (("protection_plan",), {}, date(2061, 5, 6)),
        (("in_need",), {}, date(2031, 3, 14)),  # 18 on 14 March 2028, and three years
        (("in_need",), {"last_contact": date(2028, 3, 15)}, date(2031, 3, 15)),
        (("assessment",), {}, date(2031, 3, 14)),
        ((), {}, date(2031, 3, 14)),
        # Of several the longest wins.
        (("in_need", "protection_plan"), {}, date(2061, 5, 6)),
        (("in_need", "looked_after", "protection_plan"), {}, date(2085, 3, 14)),
        # A death before 18 shortens the rule of looked-after children, and no other.
        (("looked_after",), {"died_on": CONTACT}, date(2041, 5, 6)),
        (("looked_after", "protection_plan"), {"died_on": CONTACT}, date(2061, 5, 6)),
        (("looked_after",), {"died_on": date(2028, 3, 13)}, date(2043, 3, 13)),
        (("looked_after",), {"died_on": date(2028, 3, 14)}, date(2085, 3, 14)),
        # Born on a leap day: the day after the last of February, where there is none.
        (("looked_after",), {"date_of_birth": date(2012, 2, 29)}, date(2087, 3, 1)),
        # An older child's last contact is later than the birthday.
        (("in_need",), {"date_of_birth": date(2005, 1, 1)}, date(2029, 5, 6)),
    ],
)
def test_a_closed_child(statuses: tuple[Status, ...], changes: dict[str, date], due_on: date) -> None:
    child = CHILD.__replace__(statuses=frozenset(statuses), **changes)  # type: ignore[arg-type]
    for today, state in ((due_on - DAY, "kept"), (due_on, "due"), (due_on + DAY, "due")):
        (row,) = rows(today, child)
        assert (row.state, row.due_on, row.entries) == (state, due_on, 12)
        assert row.source


@pytest.mark.parametrize(
    ("changes", "state", "because"),
    [
        ({"open": True}, "kept", "still open"),
        ({"date_of_birth": None, "statuses": frozenset({"looked_after"})}, "not_recorded", "day of the birth"),
        ({"date_of_birth": None}, "not_recorded", "day of the birth"),
        ({"last_contact": None}, "not_recorded", "day of the last contact"),
        # One rule that cannot be reckoned is enough: it might be the longest.
        (
            {"date_of_birth": None, "statuses": frozenset({"protection_plan", "looked_after"})},
            "not_recorded",
            "looked after: the day of the birth is not recorded",
        ),
        # A death without a birth cannot be told to be before 18.
        (
            {"date_of_birth": None, "died_on": CONTACT, "statuses": frozenset({"looked_after"})},
            "not_recorded",
            "day of the birth",
        ),
        ({"hold": HOLD}, "held", "from the 18th birthday"),
        ({"open": True, "hold": HOLD}, "held", "still open"),
    ],
)
def test_what_is_never_due(changes: dict[str, object], state: str, because: str) -> None:
    (row,) = rows(date(2999, 1, 1), CHILD.__replace__(**changes))  # type: ignore[arg-type]
    assert row.state == state
    assert because in row.because


@pytest.mark.parametrize(
    ("changes", "today", "expected"),
    [
        ({}, date(2032, 1, 30), [("own_file", "kept"), ("supervision", "kept")]),
        ({}, date(2032, 1, 31), [("own_file", "due"), ("supervision", "due")]),
        ({"own_file": 0}, date(2032, 1, 31), [("supervision", "due")]),
        ({"own_file": 0, "supervision": 0}, date(2032, 1, 31), []),
        ({"leaves": None}, date(2999, 1, 1), [("supervision", "kept")]),
        ({"leaves": date(2032, 1, 31)}, date(2032, 1, 31), [("supervision", "kept")]),
        ({"holds_children": 1}, date(2999, 1, 1), [("supervision", "kept")]),
        ({"hold": HOLD}, date(2999, 1, 1), [("own_file", "held"), ("supervision", "held")]),
        ({"leaves": None, "hold": HOLD}, date(2999, 1, 1), [("supervision", "held")]),
    ],
)
def test_a_worker(changes: dict[str, object], today: date, expected: list[tuple[str, str]]) -> None:
    worker = WORKER.__replace__(**changes)  # type: ignore[arg-type]
    assert [(row.kind, row.state) for row in rows(today, workers=(worker,))] == expected


def test_notes_and_drafts_by_their_age() -> None:
    kept = Kept((), (), {EntryId(3): date(2026, 2, 28), EntryId(4): date(2026, 3, 1)}, {"note:1": date(2026, 2, 28)})
    due = {row.kind: row for row in what_is_kept(kept, DEFAULT, date(2027, 2, 28)) if row.state == "due"}
    assert (due["own_notes"].notes, due["own_notes"].drafts) == ((3,), ())
    assert (due["drafts"].notes, due["drafts"].drafts) == ((), ("note:1",))
    (draft,) = (row for row in what_is_kept(kept, DEFAULT, date(2026, 3, 29)) if row.kind == "drafts")
    assert (draft.state, draft.due_on) == ("kept", date(2026, 3, 30))


def test_the_longest_due_stands_first_and_what_is_kept_last() -> None:
    children = (
        CHILD.__replace__(id=ChildId(1), reference="A", statuses=frozenset({"protection_plan"})),
        CHILD.__replace__(id=ChildId(2), reference="B"),
        CHILD.__replace__(id=ChildId(3), reference="C", date_of_birth=None),
        CHILD.__replace__(id=ChildId(4), reference="D", hold=HOLD),
        CHILD.__replace__(id=ChildId(5), reference="E", last_contact=date(2020, 1, 1), date_of_birth=date(2000, 1, 1)),
    )
    assert [row.name for row in rows(date(2050, 1, 1), *children)] == ["E", "B", "D", "C", "A"]


@pytest.mark.parametrize(
    ("erased_on", "gone_by"),
    [
        (date(2026, 11, 24), date(2027, 11, 30)),
        (date(2027, 2, 1), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 12, 31)),
    ],
)
def test_the_last_backup_is_gone_by_the_end_of_the_month_a_year_on(erased_on: date, gone_by: date) -> None:
    assert backups_gone_by(erased_on, 12) == gone_by


def test_an_anniversary_of_a_leap_day() -> None:
    assert anniversary(date(2012, 2, 29), 18) == date(2030, 3, 1)
    assert anniversary(date(2012, 2, 29), 20) == date(2032, 2, 29)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("looked_after_years = 74", "at least 75"),
        ("died_years = 14", "at least 15"),
        ("own_file_years = 0", "at least 1"),
        ('own_file_years = "6 years"', "takes a number"),
    ],
)
def test_a_figure_that_is_shorter_than_the_law_or_none_at_all_is_refused(line: str, complaint: str) -> None:
    with pytest.raises(PolicyProblem, match=complaint):
        parse_policy(f"[retention]\n{line}\n")


def test_an_own_figure_is_called_local() -> None:
    policy = parse_policy("[retention]\nprotection_plan_years = 75\n")
    child = CHILD.__replace__(statuses=frozenset({"protection_plan"}))
    (row,) = what_is_kept(Kept((child,)), policy, CONTACT)
    assert (row.source, row.due_on) == ("local", date(2101, 5, 6))
    assert parse_policy(policy_as_toml(policy)) == policy
