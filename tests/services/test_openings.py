"""Who opened what is in the journal; what only stands beside a list is not."""

from datetime import date

import pytest

from db.engine import Store
from oversight_tui.cli import main
from oversight_tui.services import journal, openings
from oversight_tui.services.files import child_page
from tests.made_once import AMIRA, C1

TODAY = date(2026, 10, 2)


def told(store: Store) -> list[tuple[str, object]]:
    """What the journal says was opened or printed."""
    return [(row.what, row.after) for row in journal.rows(store) if row.entry_id is None and row.what != "setting"]


def test_whoever_opens_a_page_is_in_the_journal(team: Store) -> None:
    before = len(told(team))
    child_page(team, C1, TODAY)
    assert len(told(team)) == before
    openings.open_child(team, C1, TODAY)
    openings.open_worker(team, AMIRA, TODAY)
    openings.open_session(team, AMIRA, TODAY)
    assert told(team)[before:] == [
        ("opened", {"child": 1}),
        ("opened", {"worker": 1}),
        ("opened", {"session": True, "worker": 1}),
    ]
    assert {row.who for row in journal.rows(team)[-3:]} == {journal.rows(team)[-1].who}
    newest = journal.newest(team)
    assert [row.about for row in newest[:3]] == ["Amira Khan", "Amira Khan", "C-1"]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("child", "C-1"), "opened"),
        (("worker", "amira"), "opened"),
        (("today", "--print"), "printed"),
        (("journal", "--personal"), "opened"),
    ],
)
def test_a_command_that_shows_a_page_is_an_opening(
    team: Store, words: tuple[str, ...], what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = len(told(team))
    assert main([*words, "--store", str(team.path), "--today", "2026-10-02"]) == 0
    capsys.readouterr()
    assert [each for each, _ in told(team)[before:]] == [what]


def test_reading_the_list_is_no_opening(team: Store, capsys: pytest.CaptureFixture[str]) -> None:
    before = len(told(team))
    main(["today", "--store", str(team.path), "--today", "2026-10-02"])
    capsys.readouterr()
    assert len(told(team)) == before
