"""Text that would be taken for markup, or that would reach the terminal as a command, is shown as text."""

from datetime import UTC, datetime

from db import writes
from db.engine import Store
from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.practice.ids import ChildId, TeamId
from oversight_tui.practice.pages import JournalLine
from oversight_tui.practice.requests import DiscussionRequest, WorryRequest
from oversight_tui.services import record
from oversight_tui.ui.actions import BOARD
from oversight_tui.ui.help_groups import help_in_groups
from oversight_tui.ui.present.glyphs import ASCII
from oversight_tui.ui.present.journal import in_full
from oversight_tui.ui.present.names import Names
from oversight_tui.words.text import match_key
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, sitting

LITERAL = ("[/]", "[CP] [LAC]", "Smith [nee Jones]", "[@click=app.quit]x[/]", "[link=http://x]y", "\\[b]", "$name {x}")
ESCAPING = "\x1b]0;title\x07\x1b[2J\x9b31m\u202edesrever\u2066x\u200b\0"


NEW = ChildId(1)


async def test_every_pane_and_page_shows_it_as_it_is_written(team: Store) -> None:
    for text in LITERAL:
        record.raise_worry(team, WorryRequest(NEW, f"{text} {ESCAPING}", MONDAY, severity=5), MONDAY)
    record.discuss(team, DiscussionRequest((NEW,), f"{LITERAL[0]} {ESCAPING} {LITERAL[1]}", MONDAY), MONDAY)
    name = f"[b]Ann[/b] {ESCAPING} O'Test"
    if team.on_a_server:
        name = name.replace("\0", "")  # of which a server keeps none, whoever writes it
    writes.save_worker(team, WorkerDetail(name, team=None), match_key(name), TeamId(1), "Tester")
    async with sitting(team, MONDAY) as manager:
        for size in SIZES:
            await manager.resizes(*size)
            for key in "12345":
                await manager.presses(key)
                assert not {sign for sign in manager.text if sign in "\x1b\x07\x9b\u202e\u2066\u200b\0"}
            await manager.presses("3", "plus")
            manager.sees(*LITERAL)
            await manager.presses("minus", "2", "plus")
            manager.sees("[b]Ann[/b]")
            await manager.presses("minus")


def test_a_line_of_the_journal_says_it_as_it_is_written() -> None:
    at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    line = JournalLine(1, at, "Tester", "worry", None, f"C-1{ESCAPING}", True, None, {"text": LITERAL[0] + ESCAPING})
    said = "".join(one.text for one in in_full(line, Names(ASCII)))
    assert LITERAL[0] in said
    assert not {sign for sign in said if sign in ESCAPING[:1] + "\x07\x9b\u202e\u2066\u200b\0"}


def test_the_help_says_the_signs_that_this_terminal_shows() -> None:
    said = "".join(one.text for group in help_in_groups(BOARD, lambda action: "", "", ASCII) for one in group)
    assert said[said.index("Signs") :].isascii()
    assert "! overdue" in said


async def test_it_can_be_typed_into_the_filter(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("slash", "[", "/", "]")
        manager.sees("No match for '[/]'")
