"""A child who is not in the latest list: the manager says what became of them, and is asked no more."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_import_compared import ONE, THREE, TWO, Manager
from tests.exchange.annex_rows import child


@pytest.fixture
def manager(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Manager:
    """One whose child 3 was in the list of a week ago, and is in that of now no more."""
    manager = Manager(tmp_path, capsys)
    manager.brings(ONE, manager.file(ONE, [child("1"), child("2"), child("3")]))
    manager.brings(TWO, manager.file(TWO, [child("1"), child("2")]))
    return manager


def not_listed(manager: Manager) -> list[str]:
    rows = manager.desk.reads("today")["attention"]
    return [row["child"] for row in rows if row["kind"] == "not_in_latest_list"]


def says(manager: Manager, became: str, *options: str) -> Any:
    return manager.desk.reads("children", "missing", "3", became, "--because", "The team told me", *options)


def last_end(manager: Manager) -> tuple[str | None, str | None]:
    """The day and the reason with which the allocation of the child ended."""
    ended = manager.desk.reads("child", "3")["allocations"][-1]
    return ended["to"], ended["because"]


@pytest.mark.parametrize(
    ("became", "options", "day", "reason"),
    [
        ("closed", (), TWO, "The team told me"),
        ("closed", ("--on", "2026-11-17"), "2026-11-17", "The team told me"),
        ("moved", ("--on", "2026-11-22"), "2026-11-22", "The team told me (with another team or authority)"),
    ],
)
def test_who_is_closed_or_moved_leaves_the_caseload_with_the_day_and_the_reason(
    manager: Manager, became: str, options: tuple[str, ...], day: str, reason: str
) -> None:
    assert not_listed(manager) == ["3"]
    before = manager.desk.reads("today")
    assert date.fromisoformat(day).strftime("%-d %b %Y") in says(manager, became, *options)["says"]
    assert (not_listed(manager), set(manager.board())) == ([], {"1", "2"})
    assert last_end(manager) == (day, reason)
    assert manager.desk.does("verify")[0] == 0
    undone = manager.desk.reads("undo", "--yes")
    assert undone["says"].startswith("Taken back: the closing about 3, of ")
    assert manager.desk.reads("today") == before


def test_a_closed_child_whom_a_later_list_shows_is_open_again(manager: Manager) -> None:
    says(manager, "closed")
    told = manager.brings(THREE, manager.file(THREE, [child("1", born=date(2014, 2, 2)), child("2"), child("3")]))
    assert ("reopened", "3") in {(one["what"], one["child"]) for one in told["lines"]}
    assert set(manager.board()) == {"1", "2", "3"}


def test_who_is_still_ours_is_asked_about_again_only_once_a_list_has_shown_the_child(manager: Manager) -> None:
    assert "still ours" in says(manager, "ours")["says"]
    assert (not_listed(manager), set(manager.board())) == ([], {"1", "2", "3"})
    without = [child("1"), child("2", born=date(2015, 3, 1))]
    manager.desk.today = date(2026, 11, 27)
    assert not any("3, last with" in one for one in manager.asks("2026-11-24", manager.file("a", without)))
    manager.brings("2026-11-24", manager.file("a", without))
    assert not_listed(manager) == []
    manager.brings("2026-11-25", manager.file("b", [*without, child("3")]))
    last = manager.file("c", [child("1", born=date(2014, 2, 2)), *without[1:]])
    assert any("3, last with" in one for one in manager.asks("2026-11-26", last))
    manager.brings("2026-11-26", last)
    assert not_listed(manager) == ["3"]


def test_what_cannot_be_said_of_a_child_is_refused_and_nothing_is_recorded(manager: Manager) -> None:
    for words, complaint in (
        (("2", "closed", "--because", "x"), "2 is not missing from the latest list. Nothing was recorded."),
        (("3", "ours", "--because", "x", "--on", "today"), "has no day: leave it out. Nothing was recorded."),
        (("3", "closed", "--because", " "), "The reason is empty."),
        (("3", "closed", "--because", "x", "--on", "1/12/2026"), "still to come"),
    ):
        code, _, complained = manager.desk.does("children", "missing", *words)
        assert (code, complaint in complained) == (2, True), complained
    assert not_listed(manager) == ["3"]


def test_what_was_said_with_an_import_has_the_day_of_the_list_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manager = Manager(tmp_path, capsys)
    manager.brings(ONE, manager.file(ONE, [child("1"), child("3")]))
    manager.brings(TWO, manager.file(TWO, [child("1")]), "--missing", "3=closed")
    assert last_end(manager) == (TWO, "not in the list of Fri 20 Nov 2026; said to be closed")
