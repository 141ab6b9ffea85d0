"""The first screen where there is no store yet: how to begin, and then a passphrase that is worth having."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from oversight_tui.commands.beginning import PASSPHRASES
from oversight_tui.config import Config
from oversight_tui.services.typed_key import key_in
from oversight_tui.ui.after_leaving import IMPORT, MADE_UP_TEAM, TOUR, Beginning
from oversight_tui.ui.first_app import FirstApp
from tests.ui.manager import SIZES

WORDS = "seven grey herons wading"


class Newcomer:
    """Somebody at the first screen."""

    def __init__(self, app: FirstApp, pilot: Pilot[Beginning]) -> None:
        self.app, self.pilot = app, pilot

    async def presses(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def types(self, text: str) -> None:
        await self.presses(*("space" if sign == " " else sign for sign in text))

    @property
    def text(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    def sees(self, *words: str) -> None:
        for word in words:
            assert word in self.text, f"{word!r} is not on the screen:\n{self.text}"


@asynccontextmanager
async def newcomer(size: tuple[int, int] = (80, 24), marking: str = "OFFICIAL-SENSITIVE") -> AsyncIterator[Newcomer]:
    app = FirstApp(Config(Path("none"), marking=marking), PASSPHRASES)
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
        await somebody.pilot.click("#choice-t")
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
            await somebody.presses("i")
            await sees_everywhere(somebody, "Passphrase:", "What is typed is not shown")
            for _ in range(2):
                await somebody.types(WORDS)
                await somebody.presses("enter")
            await sees_everywhere(somebody, " 1 ", "24 ", "Esc goes back")
            await somebody.presses("enter")
            await sees_everywhere(somebody, "Word ", "Esc goes back")


async def test_no_phrase_is_shown_before_a_passphrase_that_holds_and_no_store_made_before_it_is_written_down() -> None:
    async with newcomer() as somebody:
        await somebody.presses("i")
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
            await somebody.types(WORDS)
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
    assert chosen.way == IMPORT
    phrase = " ".join(shown[str(number)] for number in range(1, 25))
    assert key_in(phrase, chosen.key.salt) == chosen.key == key_in(WORDS, chosen.key.salt)
