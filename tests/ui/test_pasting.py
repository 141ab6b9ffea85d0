"""What is pasted into a real terminal comes out as it was, less control characters, and presses no key."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some
from textual import events
from textual._xterm_parser import XTermParser

from db import open_store
from db.engine import Store
from oversight_tui.services.board import load_board
from oversight_tui.ui.pasting import BEGINS, ENDS, Pastes, take_pastes_as_text
from oversight_tui.words.text import paragraphs
from tests.engines import named
from tests.made_once import MONDAY
from tests.ui.terminal import Terminal

PIECES = some.lists(some.sampled_from(["a", "\x1b", "[", "2", "0", "1", "~", "\x1b[2J", BEGINS[:3], "é"]), max_size=12)


@given(PIECES.map("".join), PIECES.map("".join), some.integers(1, 9))
def test_a_paste_loses_its_escape_signs_and_what_is_typed_loses_nothing(pasted: str, typed: str, size: int) -> None:
    assume(ENDS not in pasted and BEGINS not in typed)
    sent = f"{typed}{BEGINS}{pasted}{ENDS}{typed}"
    pastes = Pastes()
    got = "".join(pastes.as_text(sent[at : at + size]) for at in range(0, len(sent), size))
    assert got == f"{typed}{BEGINS}{pasted.replace(chr(27), '')}{ENDS}{typed}"


def test_a_paste_in_pieces_stays_one_in_the_second_board_that_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up team is opened from a board, and its own board after it."""
    monkeypatch.setattr(XTermParser, "feed", XTermParser.feed)  # as it was, afterwards
    sent = f"{BEGINS}ndk1 \x1bq and on{ENDS}x"
    for _ in range(2):
        take_pastes_as_text()
        parser = XTermParser()
        found = [one for at in range(0, len(sent), 9) for one in parser.feed(sent[at : at + 9])]
        assert [one.text for one in found if isinstance(one, events.Paste)] == ["ndk1 q and on"]
        assert [one.key for one in found if isinstance(one, events.Key)] == ["x"]


@pytest.mark.parametrize("size", [10, 100_000])
def test_escape_signs_in_a_paste_press_no_key(team: Store, size: int) -> None:
    pasted = f"[/] [red]x[/red] \x1b[2J\u202e{{}} \x1bq \x1b\r👩‍👧 عربي देवनागरी\n\tline two {'a' * size} end"
    team.close()
    terminal = Terminal(*named(team.path), "--today", MONDAY.isoformat())
    terminal.waits_for("Why:")
    terminal.types("nw")
    terminal.waits_for("A worry about")
    terminal.pastes(pasted)
    terminal.waits_for(" end")
    terminal.types("\x13")
    terminal.waits_for("nothing brings this worry back")
    terminal.types("y")
    terminal.waits_for("Worry raised")
    terminal.types("q")
    assert terminal.ends() == 0
    store = open_store(team.path)
    (raised,) = [row.item.text for row in load_board(store, MONDAY).worries if "line two" in row.item.text]
    store.close()
    assert raised == paragraphs(pasted)
