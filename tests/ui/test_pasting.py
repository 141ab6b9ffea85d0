"""What is pasted into a real terminal comes out as it was, less control characters, and presses no key."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from db import open_store
from db.engine import Store
from oversight_tui.services.board import load_board
from oversight_tui.ui.pasting import BEGINS, ENDS, Pastes
from oversight_tui.words.text import paragraphs
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


@pytest.mark.parametrize("size", [10, 100_000])
def test_escape_signs_in_a_paste_press_no_key(team: Store, size: int) -> None:
    pasted = f"[/] [red]x[/red] \x1b[2J\u202e{{}} \x1bq \x1b\r👩‍👧 عربي देवनागरी\n\tline two {'a' * size} end"
    team.close()
    terminal = Terminal("--store", str(team.path), "--today", MONDAY.isoformat())
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
