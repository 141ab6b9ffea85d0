"""Days as a manager types them at a shell: what may not be meant is refused, and every answer names its day."""

import pytest

from tests.commands.saying import Says, told

# Of the commands' today, Fri 2 Oct 2026.
NEXT_WEEK, BEFORE_LAST_WEEK = "8/10", "25/9"


def made(says: Says, *typed: str) -> str:
    """The number of the entry that a command made."""
    recorded = told(says, *typed)
    return str((recorded[0] if isinstance(recorded, list) else recorded)["id"])


def test_a_decision_of_next_week_does_not_become_one_of_last_year(says: Says) -> None:
    code, out, complaint = says("decide", "C-1", "Visit", "--because", "Not seen", "--on", NEXT_WEEK)
    assert (code, out) == (2, "")
    assert ("Wed 8 Oct 2025, more than a month ago" in complaint, "2025-10-08" in complaint) == (True, True)
    assert "decision" not in {one["kind"] for one in told(says, "child", "C-1")["entries"]}
    code, out, _ = says("decide", "C-1", "Visit", "--because", "Not seen", "--on", "2025-10-08")
    assert (code, "Decision recorded for C-1 on Wed 8 Oct 2025" in out) == (0, True)


@pytest.mark.parametrize(
    "typed",
    [
        ("discuss", "C-1", "--text", "He is well", "--on"),
        ("decide", "C-1", "Visit", "--because", "x", "--on"),
        ("worry", "raise", "C-1", "Weight", "--on"),
        ("risk", "C-1", "high", "--because", "x", "--on"),
        ("escalate", "C-1", "--to", "Service manager", "Threats", "--on"),
        ("seen", "C-1", "--on"),
        ("supervision", "hold", "amira", "--on"),
        ("children", "date", "C-1", "conference"),
        ("children", "end", "C-1", "section_47", "--because", "x", "--on"),
        ("personal", "amira", "reflection", "Calm", "--on"),
        ("workers", "edit", "amira", "--starts"),
        ("workers", "edit", "amira", "--newly-qualified-from"),
    ],
)
def test_no_command_takes_a_day_to_come_for_one_of_last_year(says: Says, typed: tuple[str, ...]) -> None:
    code, out, complaint = says(*typed, NEXT_WEEK)
    assert (code, out) == (2, "")
    assert "8 Oct 2025" in complaint
    assert "with its year" in complaint


@pytest.mark.parametrize(
    "typed",
    [
        ("absence", "amira", "--because", "sickness", "--from"),
        ("decide", "C-1", "Visit", "--because", "x", "--review"),
        ("action", "add", "C-1", "Ring school", "--owner", "amira", "--by"),
        ("supervision", "plan", "amira", "--on"),
        ("cover", "amira", "--by", "Ben Ortiz", "--from"),
    ],
)
def test_no_command_takes_a_day_of_last_week_for_one_of_next_year(says: Says, typed: tuple[str, ...]) -> None:
    code, out, complaint = says(*typed, BEFORE_LAST_WEEK)
    assert (code, out) == (2, "")
    assert "25 Sep 2027" in complaint
    assert "2026-09-25 or 2027-09-25" in complaint


@pytest.mark.parametrize(
    "typed",
    [
        ("absence", "amira", "--because", "sickness", "--from"),
        ("absence", "amira", "--because", "sickness", "--from", "2026-01-01", "--to"),
        ("absence", "amira", "--ends"),
        ("cover", "amira", "--by", "Ben Ortiz", "--from"),
        ("workers", "edit", "amira", "--leaves"),
        ("workers", "edit", "amira", "--own-limit", "2 weeks", "--own-until"),
    ],
)
def test_a_time_that_began_months_ago_does_not_become_one_of_next_year(says: Says, typed: tuple[str, ...]) -> None:
    code, out, complaint = says(*typed, "3/2")
    assert (code, out) == (2, "")
    assert "Wed 3 Feb 2027, which is next year; write it with its year, 2026-02-03 or 2027-02-03" in complaint


@pytest.mark.parametrize(
    "typed",
    [
        ("absence", "amira", "--because", "sickness", "--from"),
        ("cover", "amira", "--by", "Ben Ortiz", "--from"),
        ("decide", "C-1", "Visit", "--because", "x", "--review"),
        ("action", "add", "C-1", "Ring school", "--owner", "amira", "--by"),
        ("supervision", "plan", "amira", "--on"),
    ],
)
def test_a_day_of_a_leap_year_is_not_taken_years_ahead(says: Says, typed: tuple[str, ...]) -> None:
    code, out, complaint = says(*typed, "29/2")
    assert (code, out) == (2, "")
    assert "Tue 29 Feb 2028, more than a year ahead; write it with its year, 2028-02-29" in complaint


def test_leave_over_new_year_is_typed_as_it_is_said(says: Says) -> None:
    code, out, _ = says("absence", "amira", "--from", "21/12", "--to", "3/1", "--because", "leave")
    assert (code, "from Mon 21 Dec 2026 to Sun 3 Jan 2027" in out) == (0, True)
    code, out, _ = says("cover", "amira", "--by", "Ben Ortiz", "--to", "3/1")
    assert (code, "Sun 3 Jan 2027" in out) == (0, True)


@pytest.mark.parametrize(
    "typed",
    [
        ("decide", "C-1", "Visit", "--because", "x", "--on", "1900-01-01"),
        ("decide", "C-1", "Visit", "--because", "x", "--on", "1991-10-13"),
        ("opening", "amira", "--on", "1900-01-01"),
        ("seen", "C-1", "--on", "1900-01-01"),
        ("workers", "edit", "amira", "--starts", "1900-01-01"),
        ("workers", "edit", "amira", "--newly-qualified-from", "1959-12-31"),
        ("absence", "amira", "--from", "1900-01-01", "--because", "leave"),
        ("cover", "amira", "--by", "Ben Ortiz", "--from", "1900-01-01"),
    ],
)
def test_a_day_that_nobody_can_mean_is_refused(says: Says, typed: tuple[str, ...]) -> None:
    code, out, complaint = says(*typed)
    assert (code, out) == (2, "")
    assert "no day before" in complaint


def test_the_first_day_that_can_be_meant_is_taken(says: Says) -> None:
    assert says("decide", "C-1", "Visit", "--because", "x", "--on", "1991-10-14")[0] == 0
    assert says("workers", "edit", "amira", "--starts", "1960-01-01")[0] == 0


def test_nothing_is_set_for_a_day_that_only_a_slip_can_name(says: Says) -> None:
    code, _, complaint = says("decide", "C-1", "Visit", "--because", "x", "--review", "2062-10-09")
    assert (code, "more than 25 years ahead" in complaint) == (2, True)


def test_opening_dates_naturally_lie_further_back(says: Says) -> None:
    code, out, _ = says("opening", "amira", "--on", "20/6")
    assert (code, "on Sat 20 Jun 2026" in out) == (0, True)


def test_every_answer_names_its_day(says: Says) -> None:
    friday, thursday = "Fri 2 Oct 2026", "Thu 1 Oct 2026"
    yesterday = ("--on", "yesterday")
    for typed in (
        ("discuss", "C-1", "--text", "He is well"),
        ("decide", "C-1", "Visit"),
        ("worry", "raise", "C-1", "Weight"),
        ("risk", "C-1", "high", "--because", "x"),
        ("escalate", "C-1", "--to", "Service manager", "Threats"),
        ("seen", "C-1"),
        ("supervision", "hold", "amira"),
        ("personal", "amira", "reflection", "Calm"),
        ("handover", "C-2", "--bucket", "duty", "--because", "x"),
        ("work", "hand-in", "C-1", "Assessment", "--by", "amira"),
    ):
        code, out, complaint = says(*typed, *yesterday)
        assert (code, complaint) == (0, ""), typed
        assert thursday in out.splitlines()[0], typed
    decision = made(says, "decide", "C-3", "Visit")
    worry = made(says, "worry", "raise", "C-3", "Weight")
    action = made(says, "action", "add", "C-3", "Ring school", "--owner", "amira", "--by", "+3d")
    escalation = made(says, "escalate", "C-3", "--to", "Service manager", "Threats")
    work = made(says, "work", "hand-in", "C-3", "Assessment", "--by", "amira")
    for then in (
        ("because", decision, "Not seen"),
        ("worry", "review", worry, "--next", "+7d", "--because", "x"),
        ("worry", "close", worry, "--because", "x"),
        ("action", "carry", action, "--to", "+4d"),
        ("action", "done", action),
        ("answered", escalation, "Yes"),
        ("work", "return", work, "--missing", "Two headings"),
        ("correct", decision, "--text", "Visit today"),
        ("withdraw", decision, "--because", "x"),
    ):
        code, out, complaint = says(*then)
        assert (code, complaint) == (0, ""), (then, complaint)
        assert friday in out.splitlines()[0], (then, out)


def test_the_day_of_what_is_to_come_is_corrected_to_another_to_come(says: Says) -> None:
    talk = made(says, "discuss", "C-1", "--asked", "--text", "Mum not seen")
    review = made(says, "children", "date", "C-1", "next_review", "+20d")
    for entry in (talk, review):
        code, out, complaint = says("correct", entry, "--on", "fri")
        assert (code, complaint) == (0, "")
        code, out, complaint = says("correct", entry, "--on", NEXT_WEEK)
        assert (code, complaint) == (0, ""), complaint
    assert "Thu 8 Oct 2026" in out
    assert says("verify")[0] == 0


@pytest.mark.parametrize(("day", "why"), [("1/1/1900", "no day before"), ("31/12/2099", "more than 10 years ahead")])
def test_nothing_of_a_worker_runs_out_in_another_age(says: Says, day: str, why: str) -> None:
    code, _, complaint = says("dates", "amira", "registration", day)
    assert code
    assert why in complaint
