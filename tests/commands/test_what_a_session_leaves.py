"""What a held session leaves behind: children of whom nothing is written yet, and a clock that was set back by half."""

from pathlib import Path

import pytest

from tests.commands.saying import Says, commands_for, told


@pytest.fixture
def five_weeks_on(says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    """Commands of five weeks later, when the clock that the session set back has run out again."""
    return commands_for(tmp_path / "team.oversight", "2026-11-06", capsys)


def test_the_childs_page_says_that_the_child_was_discussed_and_nothing_written(says: Says) -> None:
    told(says, "supervision", "hold", "amira", "--child", "C-1")
    page = says("child", "C-1")[1]
    assert "Discussed in supervision" in page
    assert "nothing written yet" in page
    told(says, "discuss", "C-1", "--text", "He sleeps through the night")
    assert "nothing written yet" not in says("child", "C-1")[1]


@pytest.mark.parametrize(
    ("counts", "said"),
    [("yes", "cut short, counted"), ("no", "cut short 2 Oct, not counted")],
)
def test_a_session_cut_short_is_said_wherever_the_clock_is_shown(
    says: Says, five_weeks_on: Says, counts: str, said: str
) -> None:
    told(says, "supervision", "hold", "amira", "--on", "-20d", "--child", "C-1")
    told(says, "supervision", "plan", "amira", "--on", "today", "--minutes", "90")
    assert says("supervision", "hold", "amira", "--minutes", "35")[0] == 2
    told(says, "supervision", "hold", "amira", "--minutes", "35", "--counts", counts)
    for shown in (("worker", "amira"), ("today",), ("today", "--print")):
        assert said in " ".join(five_weeks_on(*shown)[1].split()), shown


def test_a_session_typed_twice_is_one_until_it_is_said_that_it_is_another(says: Says) -> None:
    def held() -> int:
        return sum(one["held_on"] == "2026-10-02" for one in told(says, "worker", "amira")["sessions"])

    told(says, "supervision", "hold", "amira")
    code, out, complaint = says("supervision", "hold", "amira", "--child", "C-1")
    assert (code, out) == (2, "")
    assert "held on Fri 2 Oct 2026 already" in complaint
    assert complaint.strip().endswith("With --yes it is a second session of that day.")
    assert held() == 1
    told(says, "supervision", "hold", "amira", "--child", "C-1", "--yes")
    assert held() == 2


def test_a_child_of_another_worker_in_a_session_is_named_with_that_worker(says: Says) -> None:
    assert "Hint: C-3 is with Ben Ortiz." in says("supervision", "hold", "amira", "--child", "C-3")[1]
