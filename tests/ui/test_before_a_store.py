"""The first screen where there is no store yet: how to begin, and then a passphrase that is worth having."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot

from db import open_store
from oversight_tui.commands.beginning import PASSPHRASES
from oversight_tui.config import Config
from oversight_tui.services.board import load_board
from oversight_tui.services.typed_key import key_in
from oversight_tui.ui.after_leaving import BY_HAND, MADE_UP_TEAM, TOUR, Beginning, ListsTaken
from oversight_tui.ui.first_app import FirstApp
from tests.exchange.workbooks import invented, write
from tests.ui.manager import SIZES, sitting

TODAY = date(2026, 11, 27)
WORDS = "seven grey herons wading"


class Newcomer:
    """Somebody at the first screen."""

    def __init__(self, app: FirstApp, pilot: Pilot[Beginning]) -> None:
        self.app, self.pilot = app, pilot

    async def presses(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def pastes(self, text: str) -> None:
        self.app.screen.post_message(Paste(text))
        await self.pilot.pause()

    async def types(self, text: str) -> None:
        await self.presses(*("space" if sign == " " else sign for sign in text))

    def sees_not(self, *words: str) -> None:
        for word in words:
            assert word not in self.text, f"{word!r} is on the screen:\n{self.text}"

    async def waits_for(self, words: str) -> None:
        """Lists are read in a thread of their own."""
        for _ in range(1_000):
            if words in self.text:
                return
            await asyncio.sleep(0.01)
            await self.pilot.pause()
        self.sees(words)

    async def gives(self, path: Path) -> None:
        """One list, and nothing else; its day is the one in its name."""
        await self.pastes(str(path))
        await self.presses("enter", "enter")

    async def writes_the_words_down(self) -> None:
        """Twice a passphrase, then the word that is asked for."""
        for _ in range(2):
            await self.pastes(WORDS)
            await self.presses("enter")
        shown = dict(re.findall(r"\b(\d{1,2}) ([a-z]+)", self.text))
        await self.presses("enter")
        await self.types(shown[re.findall(r"Word (\d+):", self.text)[0]])
        await self.presses("enter")

    @property
    def text(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    def sees(self, *words: str) -> None:
        for word in words:
            assert word in self.text, f"{word!r} is not on the screen:\n{self.text}"


def files_under(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


@asynccontextmanager
async def newcomer(size: tuple[int, int] = (80, 24), marking: str = "OFFICIAL-SENSITIVE") -> AsyncIterator[Newcomer]:
    app = FirstApp(Config(Path("none"), marking=marking), PASSPHRASES, lambda: TODAY)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Newcomer(app, pilot)


async def test_the_made_up_team_and_its_tour_are_had_without_any_passphrase() -> None:
    async with newcomer() as somebody:
        for size in (*SIZES, (40, 12)):
            await somebody.pilot.resize_terminal(*size)
            await somebody.pilot.pause()
            somebody.sees("Look round a made-up team", "Bring in my caseload", "Type my team by hand")
        await somebody.presses("enter")
    assert somebody.app.return_value == Beginning(MADE_UP_TEAM)
    async with newcomer() as somebody:
        await somebody.pilot.click("#way-t")
        await somebody.pilot.pause()
    assert somebody.app.return_value == Beginning(TOUR)
    async with newcomer() as somebody:
        await somebody.presses("q")
    assert somebody.app.return_value is None


async def test_the_marking_stands_over_each_of_the_first_screens_where_one_is_set() -> None:
    """At every size, whole, as over the board, and it pushes nothing out."""

    async def sees_everywhere(somebody: Newcomer, *words: str) -> None:
        for size in (*SIZES, (40, 12)):
            await somebody.pilot.resize_terminal(*size)
            await somebody.pilot.pause()
            somebody.sees(*words)
            first, over = somebody.text.splitlines()[0].strip(), somebody.app.marking
            assert first == over if over else first not in ("OFFICIAL-SENSITIVE", "RESTRICTED")

    for marking in ("OFFICIAL-SENSITIVE", "RESTRICTED", ""):
        async with newcomer(marking=marking) as somebody:
            await sees_everywhere(somebody, "Look round")
            await somebody.presses("b")
            await sees_everywhere(somebody, "Passphrase:", "What is typed is not shown")
            for _ in range(2):
                await somebody.pastes(WORDS)
                await somebody.presses("enter")
            await sees_everywhere(somebody, " 1 ", "24 ", "Esc goes back")
            await somebody.presses("enter")
            await sees_everywhere(somebody, "Word ", "Esc goes back")


async def test_no_phrase_is_shown_before_a_passphrase_that_holds_and_no_store_made_before_it_is_written_down() -> None:
    async with newcomer() as somebody:
        await somebody.presses("b")
        somebody.sees("A passphrase for your store", "nothing typed yet")
        await somebody.types("cat")
        somebody.sees("weak", "less than a second")
        await somebody.presses("enter")
        somebody.sees("It is not taken")
        await somebody.types("blue dog")
        await somebody.presses("enter")
        somebody.sees("Type it once more to take it all the same")
        await somebody.types(WORDS)
        somebody.sees("strong")
        assert WORDS not in somebody.text
        await somebody.presses("enter")
        await somebody.types("seven grey herons")
        await somebody.presses("enter")
        somebody.sees("These two are not the same")
        for _ in range(2):
            await somebody.pastes(WORDS)
            await somebody.presses("enter")
        somebody.sees("Your recovery phrase")
        shown = dict(re.findall(r"\b(\d{1,2}) ([a-z]+)", somebody.text))
        await somebody.presses("enter")
        asked = re.findall(r"Word (\d+):", somebody.text)[0]
        assert f"{asked} {shown[asked]}" not in somebody.text, "the words are out of sight"
        await somebody.types("wrong")
        await somebody.presses("enter")
        somebody.sees("That is another word")
        await somebody.types(shown[asked])
        await somebody.presses("enter")
    chosen = somebody.app.return_value
    assert chosen is not None
    assert chosen.key is not None
    assert chosen.way == BY_HAND
    phrase = " ".join(shown[str(number)] for number in range(1, 25))
    assert key_in(phrase, chosen.key.salt) == chosen.key == key_in(WORDS, chosen.key.salt)


async def test_a_passphrase_is_taken_whole_however_long_it_is() -> None:
    words = " ".join(f"heron{number} wading{number}" for number in range(20))
    async with newcomer() as somebody:
        await somebody.presses("b")
        for _ in range(2):
            await somebody.pastes(words)
            await somebody.presses("enter")
        somebody.sees("Your recovery phrase")
        shown = dict(re.findall(r"\b(\d{1,2}) ([a-z]+)", somebody.text))
        await somebody.presses("enter")
        await somebody.types(shown[re.findall(r"Word (\d+):", somebody.text)[0]])
        await somebody.presses("enter")
    chosen = somebody.app.return_value
    assert chosen is not None
    assert chosen.key is not None
    assert chosen.key == key_in(words, chosen.key.salt)


async def test_a_list_is_seen_before_a_passphrase_is_asked_and_then_taken_in_with_nothing_typed_again(
    tmp_path: Path,
) -> None:
    authority = invented(12, 1, date(2026, 11, 20), seed=4)
    lists = tmp_path / "lists"
    lists.mkdir()
    held = next(one for one in authority.open() if one.worker)
    authority.change(held.reference, worker="Duty Desk")
    annex = write(authority, lists / "Annex A 20-11-2026.xlsx")
    broken = lists / "broken.xlsx"
    broken.write_text("no workbook")
    async with newcomer() as somebody:
        await somebody.presses("i")
        somebody.sees("OFFICIAL-SENSITIVE", "Bring in a caseload", "First seen, then written")
        somebody.sees_not("assphrase", "not encrypted")
        await somebody.presses("escape")
        somebody.sees("How would you like to begin?")
        await somebody.presses("i")
        await somebody.gives(broken)
        await somebody.waits_for("broken.xlsx is not")
        await somebody.presses("ctrl+u")
        await somebody.gives(annex)
        await somebody.waits_for("The day in the name of the file is Fri 20 Nov 2026")
        await somebody.presses("enter")
        await somebody.waits_for("Duty Desk reads like a desk")
        await somebody.presses("h")
        somebody.sees("Names are hidden. h shows them.")
        somebody.sees_not("Duty Desk")
        await somebody.presses("h", "y")
        await somebody.waits_for("as at Fri 20 Nov")
        somebody.sees("new children", "[ Take it, with a passphrase ]", "Enter takes it")
        assert files_under(tmp_path) == {lists, annex, broken}, "nothing is written"
        await somebody.presses("enter")
        somebody.sees("A passphrase for your store")
        await somebody.presses("escape")
        somebody.sees("new children", "[ Take it, with a passphrase ]")
        await somebody.presses("enter")
        await somebody.writes_the_words_down()
    chosen = somebody.app.return_value
    assert chosen is not None
    assert isinstance(chosen.way, ListsTaken)
    assert chosen.way.paths == (annex,)
    annex.unlink()
    store = open_store(tmp_path / "team.oversight", key=chosen.key)
    async with sitting(store, TODAY, first_step=chosen.way) as manager:
        manager.sees("Written as at Fri 20 Nov 2026", "[ To the board ]", "u takes it back")
        board = load_board(store, TODAY)
        assert {row.child.reference for row in board.children} == {one.reference for one in authority.open()}
        assert "Duty Desk" not in {row.worker.name for row in board.workers}
        await manager.presses("u", "y")
        manager.sees("Taken back: the list")
        assert not load_board(store, TODAY).children
