"""What a terminal without the marks of a paste sends, all at once, is text: it saves nothing and presses no key."""

import time
from collections.abc import Iterable

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.message import Message

from db import open_store
from db.engine import Store
from oversight_tui.services import drafts
from oversight_tui.services.board import load_board
from oversight_tui.ui.bursts import Burst, Bursts
from tests.engines import named
from tests.made_once import MONDAY
from tests.ui.terminal import Terminal

PARAGRAPHS = "Mum rang at nine.\r\rTaylor was not at school; 2 days now.\ruuu q x\r\rThe health visitor goes today.\r"
SAID = "Mum rang at nine.\n\nTaylor was not at school; 2 days now.\nuuu q x\n\nThe health visitor goes today."


class Sent:
    """Pieces of what a terminal sends, at their times in seconds."""

    def __init__(self) -> None:
        self.now = 0.0
        self.bursts = Bursts(lambda: self.now)
        self.parser = XTermParser()

    def piece(self, text: str, after: float) -> list[Message]:
        self.now += after
        return list(self.bursts.messages_of(text, self.parser.feed))


def texts(found: Iterable[Message]) -> list[str]:
    """Bursts by their text, keys by their name."""
    return [one.text if isinstance(one, Burst) else one.key for one in found if isinstance(one, Burst | Key)]


@pytest.mark.parametrize(
    ("piece", "found"),
    [
        ("d", ["d"]),
        ("\r", ["enter"]),
        ("nd", ["n", "d"]),
        ("\r\r\r", ["enter", "enter", "enter"]),  # a key that is held down
        ("j" * 40, ["j"] * 40),
        ("one\rtwo", ["one\ntwo"]),
        ("one\r\ntwo\n", ["one\ntwo\n"]),
        ("She was at her aunt's all week", ["She was at her aunt's all week"]),
        ("\x1b[A\x1b[B", ["up", "down"]),
        ("\x1b[<35;20;5Mone\rtwo\x1b[A", ["one\ntwo", "up"]),
        ("one\x7f\r", ["o", "n", "e", "backspace", "enter"]),
    ],
)
def test_what_is_a_burst(piece: str, found: list[str]) -> None:
    assert texts(Sent().piece(piece, 1.0)) == found


@pytest.mark.parametrize(("after", "burst"), [(0.002, True), (0.09, True), (0.2, False)])
def test_an_enter_that_follows_a_burst_at_once_is_of_it(after: float, burst: bool) -> None:
    sent = Sent()
    sent.piece("one\rtwo", 1.0)
    assert [isinstance(one, Burst) for one in sent.piece("\r", after)] == [burst]


@pytest.mark.parametrize(("after", "burst"), [(0.002, True), (0.03, False)])
def test_an_enter_in_a_burst_that_comes_key_by_key(after: float, burst: bool) -> None:
    sent = Sent()
    for letter in "one":
        sent.piece(letter, after)
    assert [isinstance(one, Burst) for one in sent.piece("\r", after)] == [burst]


def test_a_sequence_that_comes_in_two_pieces_is_one_key() -> None:
    sent = Sent()
    assert texts(sent.piece("\x1b[<35;2", 1.0) + sent.piece("0;5M", 0.001) + sent.piece("j", 1.0)) == ["j"]


def at_the_board(team: Store) -> Terminal:
    team.close()
    terminal = Terminal(*named(team.path), "--today", MONDAY.isoformat())
    terminal.waits_for("Why:")
    return terminal


def raised(store: Store) -> list[str]:
    return [row.item.text for row in load_board(store, MONDAY).worries if "nine" in row.item.text]


@pytest.mark.parametrize("pieces", [10_000, 7], ids=["whole", "in pieces"])
def test_paragraphs_that_are_pasted_into_a_worry_wait_there_and_are_saved_whole(team: Store, pieces: int) -> None:
    terminal = at_the_board(team)
    terminal.types("nw")
    terminal.waits_for("A worry about")
    for at in range(0, len(PARAGRAPHS), pieces):
        terminal.types(PARAGRAPHS[at : at + pieces])
        time.sleep(0.002)
    terminal.waits_for("The health visitor goes today.")
    terminal.looks_on(0.5)
    assert terminal.sees("A worry about")
    terminal.types("\x13")
    terminal.waits_for("nothing brings this worry back")
    terminal.types("y")
    terminal.waits_for("Worry raised")
    terminal.types("q")
    assert terminal.ends() == 0
    store = open_store(team.path)
    assert raised(store) == [SAID]
    store.close()


def test_lines_that_are_pasted_into_a_field_of_one_line_save_nothing(team: Store) -> None:
    terminal = at_the_board(team)
    terminal.types("nd")
    terminal.waits_for("Decide about")
    terminal.types("o")
    terminal.waits_for("[o Other]")  # else what follows may be one burst with it
    terminal.types("Ring mum\ruq\r")
    terminal.waits_for("uq")
    terminal.looks_on(0.5)
    assert terminal.sees("Decide about")
    terminal.types("\x1b")
    terminal.waits_for("Why:")
    terminal.types("q")
    assert terminal.ends() == 0
    store = open_store(team.path)
    assert [one["text"] for one in drafts.kept(store).values()] == ["Ring mum\nuq\n"]
    store.close()


def test_a_text_that_is_pasted_onto_the_board_presses_no_key_and_that_is_said(team: Store) -> None:
    terminal = at_the_board(team)
    terminal.types(PARAGRAPHS)
    terminal.waits_for("pressed no key")
    terminal.looks_on(0.3)
    terminal.types("q")
    assert terminal.ends() == 0
    store = open_store(team.path)
    assert (raised(store), drafts.kept(store)) == ([], {})
    store.close()


def test_a_talk_that_is_typed_ahead_through_a_slow_line_waits_to_be_saved(team: Store) -> None:
    terminal = at_the_board(team)
    terminal.types("ntSeen today\r")
    terminal.waits_for("Seen today")
    terminal.looks_on(0.3)
    terminal.types("\x13")
    terminal.waits_for("Discussion recorded")
    terminal.types("q")
    assert terminal.ends() == 0
