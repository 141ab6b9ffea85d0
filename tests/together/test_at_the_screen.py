"""Two managers at their boards on one server: each sees the other's work, is told where both were at the same, and goes
on where the server was away.
"""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path
from time import sleep
from typing import Any

from db.engine import Store
from db.server.members import Member, end_connections, put_member, retire
from db.server.opening import open_on_server
from db.server.preparing import OWN_SCHEMA
from oversight_tui.config import Config
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import CloseWorry, Correction, DecisionRequest, ReviewWorry, WorryRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page
from oversight_tui.services.moving import to_file
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.forms import worry_answer
from oversight_tui.words.text import match_key
from tests.db.test_board_facts import TEAM as NORTH
from tests.made_once import C1, MONDAY
from tests.server.own_server import SUPERUSER, OwnServer
from tests.together.conftest import QUAY, OpensStore, ends_every_connection
from tests.ui.manager import Manager, sitting

WEEK = timedelta(7)
ABOUT = About(C1, None, "C-1", None, "C-1")


@asynccontextmanager
async def at_the_board(store: Store, team: str = NORTH) -> AsyncIterator[Manager]:
    """A manager of a team at the board."""
    async with sitting(store, MONDAY, (120, 35), (team,), config=Config(Path("none"))) as manager:
        await looks(manager)
        yield manager


async def looks(manager: Manager) -> None:
    """A second passes."""
    manager.app.look()
    await manager.settles()


async def looks_until(manager: Manager, words: str) -> None:
    """Seconds pass until that is said: the server takes its time to end a connection."""
    for _ in range(100):
        await looks(manager)
        if words in manager.text:
            break
        the_others_are_told()
    manager.sees(words)


def the_others_are_told() -> None:
    """What was committed comes to who listens."""
    sleep(0.02)


def away(server: OwnServer, database: str, *, is_away: bool) -> None:
    """The server takes no connection to the store, and ends those there are; or takes them again."""
    with closing(server.connect("postgres")) as connection:
        takes = "false" if is_away else "true"
        connection.execute(f'ALTER DATABASE "{database}" ALLOW_CONNECTIONS {takes}'.encode())
    if is_away:
        ends_every_connection(server, database)


async def opens_the_worry(manager: Manager, store: Store) -> None:
    """The form in which a worry is looked at again or closed."""
    (row,) = load_board(store, MONDAY).worries
    manager.app.open(worry_answer(row.item.id, ABOUT))
    await manager.settles()


async def test_what_one_records_stands_on_the_others_board_a_second_later_and_no_other_team_reads_again(
    opens: OpensStore,
) -> None:
    ann = opens()
    async with at_the_board(opens()) as mary, at_the_board(opens(), QUAY) as ruth:
        ruths = ruth.app.board_screen.board
        record.raise_worry(ann, WorryRequest(C1, "Not at school", MONDAY, severity=5), MONDAY)
        the_others_are_told()
        await looks(mary)
        await looks(ruth)
        mary.sees("Not at school")
        assert ruth.app.board_screen.board is ruths


async def test_a_worry_that_another_has_closed_is_told_in_the_form_and_the_words_stay(opens: OpensStore) -> None:
    ann = opens()
    worry = record.raise_worry(ann, WorryRequest(C1, "Not at school", MONDAY), MONDAY).entry
    async with at_the_board(opens()) as mary:
        await opens_the_worry(mary, ann)
        mary.puts(because="Still away", next="+1w")
        record.close_worry(ann, CloseWorry(worry, "He is back", MONDAY), MONDAY)
        await mary.presses("ctrl+s")
        mary.sees("the closing of a worry (“He is back”). This worry is closed.", "Still away")


async def test_a_worry_that_another_has_looked_at_is_told_and_y_saves_both(opens: OpensStore) -> None:
    ann = opens()
    worry = record.raise_worry(ann, WorryRequest(C1, "Not at school", MONDAY), MONDAY).entry
    async with at_the_board(opens()) as mary:
        await opens_the_worry(mary, ann)
        mary.puts(because="Still away", next="+1w")
        record.review_worry(ann, ReviewWorry(worry, MONDAY + WEEK, MONDAY, "Seen at home"), MONDAY)
        await mary.presses("ctrl+s")
        mary.sees("the review of a worry (“Seen at home”)", "Nothing is saved yet: y saves", "Still away")
        await mary.presses("n")
        mary.sees("Still away")
        await mary.presses("ctrl+s")
        mary.sees("Worry about C-1 reviewed")
    told = str(child_page(ann, C1, MONDAY).entries)
    assert "Seen at home" in told
    assert "Still away" in told


async def test_an_entry_that_another_has_corrected_meanwhile_is_not_written_over_unseen(opens: OpensStore) -> None:
    ann = opens()
    one = record.decide(ann, DecisionRequest("Visit", MONDAY, AboutChild(C1), because="Not seen"), MONDAY).entry
    async with at_the_board(opens()) as mary:
        mary.app.correct(one, ABOUT)
        await mary.settles()
        mary.puts(text="Visit at home")
        record.correct(ann, Correction(one, text="Visit at school"), MONDAY)
        await mary.presses("ctrl+s")
        mary.sees("a newer version of a decision (“Visit at school; Not seen”)", "Visit at home")
        await mary.presses("y")
        mary.sees("corrected")


async def test_while_the_server_is_away_the_words_stay_and_when_it_is_back_they_are_saved(
    server: OwnServer, database: str, opens: OpensStore
) -> None:
    ann = opens()
    record.raise_worry(ann, WorryRequest(C1, "Not at school", MONDAY), MONDAY)
    async with at_the_board(opens()) as mary:
        await opens_the_worry(mary, ann)
        mary.puts(because="Still away", next="+1w")
        away(server, database, is_away=True)
        await mary.presses("ctrl+s")
        mary.sees("cannot be reached", "Still away")
        for _ in range(3):
            await looks(mary)
        mary.sees("Still away")
        await mary.presses("escape")
        mary.sees("no connection", "Not at school")
        away(server, database, is_away=False)
        await looks(mary)
        mary.sees("The server is back")
        mary.sees_not("no connection")
        await opens_the_worry(mary, ann)
        mary.sees("Still away")
        await mary.presses("ctrl+s")
        mary.sees("Worry about C-1 reviewed")


async def test_a_program_is_left_in_order_while_the_server_is_away(
    server: OwnServer, database: str, opens: OpensStore
) -> None:
    async with at_the_board(opens()) as mary:
        await mary.presses("d")
        away(server, database, is_away=True)
        await mary.types("Visit")
        await looks(mary)
        await mary.presses("ctrl+q")
    assert mary.app.return_code == 0
    away(server, database, is_away=False)


async def test_what_a_form_says_while_the_server_is_away_goes_when_it_is_back(
    server: OwnServer, database: str, opens: OpensStore
) -> None:
    ann = opens()
    record.raise_worry(ann, WorryRequest(C1, "Not at school", MONDAY), MONDAY)
    async with at_the_board(opens()) as mary:
        await opens_the_worry(mary, ann)
        mary.puts(because="Still away", next="+1w")
        away(server, database, is_away=True)
        await mary.presses("ctrl+s")
        mary.sees("cannot be reached", "Still away")
        for _ in range(2):
            await looks(mary)
        away(server, database, is_away=False)
        await looks(mary)
        mary.sees("Still away")
        mary.sees_not("cannot be reached", "no connection")
        await mary.presses("ctrl+s")
        mary.sees("Worry about C-1 reviewed")


async def test_whose_login_is_retired_sees_no_child_any_more_and_is_told_why(server: OwnServer, database: str) -> None:
    """Let in again, everything is as it was, with the words that were typed."""
    zoe = Member(f"zoe_{database}", "Zoe Zuma", "manager", all_teams=True)
    keeper = server.connect(database)
    does(keeper, put_member(zoe, match_key(zoe.name)))
    with closing(keeper), closing(open_on_server(server.address(database, zoe.login))) as store:
        async with at_the_board(store) as manager:
            await manager.presses("d")
            manager.puts(text="Visit")
            does(keeper, (*retire(zoe.login), *end_connections(zoe.login)))
            await looks_until(manager, "You are not let in")
            manager.sees(f"{zoe.login} was let in", "took the login away")
            manager.sees_not("C-1", "Visit")
            await manager.presses("escape", "n", "ctrl+p")
            await looks(manager)
            manager.sees("You are not let in")
            manager.sees_not("C-1")
            does(keeper, put_member(zoe, match_key(zoe.name)))
            await looks(manager)
            manager.sees("Visit")
            manager.sees_not("You are not let in")
            await manager.presses("escape")
            manager.sees("C-1")


async def test_who_may_come_in_and_belongs_to_nobody_is_covered_too(server: OwnServer, database: str) -> None:
    zoe = Member(f"zoe_{database}", "Zoe Zuma", "manager", all_teams=True)
    keeper = server.connect(database)
    does(keeper, put_member(zoe, match_key(zoe.name)))
    with closing(keeper), closing(open_on_server(server.address(database, zoe.login))) as store:
        async with at_the_board(store) as manager:
            does(keeper, retire(zoe.login))
            keeper.execute(f'ALTER ROLE "{zoe.login}" LOGIN'.encode())
            does(keeper, end_connections(zoe.login))
            await looks_until(manager, "You are not let in")


async def test_a_board_that_is_open_on_what_is_moved_says_so_and_records_nothing(
    server: OwnServer, database: str, tmp_path: Path
) -> None:
    with closing(open_on_server(server.address(database))) as store:
        async with at_the_board(store) as manager:
            with closing(open_on_server(server.address(database, SUPERUSER), schemas=OWN_SCHEMA)) as keeper:
                home, _ = to_file(keeper, tmp_path / "home.oversight", None, tmp_path, None, lambda _: None)
                home.close()
            the_others_are_told()
            await looks(manager)
            manager.sees("moved: nothing is recorded here", "This store was moved to")
            await manager.presses("d")
            manager.puts(text="Visit", because="Not seen")
            await manager.presses("ctrl+s")
            manager.sees("Nothing was done: this store was moved to", "home.oversight", "Visit")


def does(connection: Any, statements: Iterable[Any]) -> None:
    """What whoever keeps the server does."""
    for one in statements:
        connection.execute(one.encode() if isinstance(one, str) else one)
