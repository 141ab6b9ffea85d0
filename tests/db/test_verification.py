"""What somebody did to the file behind the program's back, found."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from db import open_store, writes
from db.anchor import Anchor, Head
from db.ends import end_of, first_hash
from db.engine import Store
from db.verification import verify
from oversight_tui.practice.ids import AboutChild, ChildId
from oversight_tui.practice.requests import DecisionRequest
from tests.db.test_records import ME, child_of, worker_of
from tests.engines.past_the_program import past_the_program

FIRST = ChildId(1)


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    """A store whose end is remembered outside it, with a decision in it."""
    store = open_store(tmp_path / "team.oversight", anchors=tmp_path / "anchors")
    child = child_of(store, worker_of(store))
    decide(store, child, "Visit")
    return store


def decide(store: Store, child: ChildId, text: str) -> int:
    return writes.decide(store, DecisionRequest(text, date(2026, 9, 2), AboutChild(child)), ME)


def anchor_of(store: Store) -> Anchor:
    """What is kept outside of how far the journal was seen."""
    folder = store.outside.folder
    with store.reading():
        first = first_hash(store)
    assert folder is not None
    assert first is not None
    return Anchor(folder, first, on_a_server=store.on_a_server)


@contextmanager
def again(store: Store) -> Iterator[Store]:
    """The file that lies there now, opened as at the next start."""
    with closing(open_store(store.path, anchors=store.outside.folder)) as opened:
        yield opened


def behind_its_back(store: Store, *statements: str) -> None:
    """As somebody with another program would, who first takes away what guards the records."""
    with past_the_program(store) as does:
        for statement in statements:
            does(statement)


@pytest.mark.parametrize(
    ("done", "found"),
    [
        ("UPDATE decision SET text = 'Do not visit'", "is not what the journal says was written"),
        ("UPDATE entry SET happened_on = '2026-09-01' WHERE kind = 'decision'", "is not what the journal says"),
        ("UPDATE child_now SET risk = 'low'", "What is worked out of child"),
        ("DELETE FROM open_item", "What is open of entry"),
        ("DELETE FROM decision; DELETE FROM entry WHERE kind = 'decision'", "is missing"),
    ],
)
def test_a_record_changed_behind_the_journals_back_is_found(kept: Store, done: str, found: str) -> None:
    assert verify(kept).faults == ()
    behind_its_back(kept, *done.split("; "))
    assert any(found in fault for fault in verify(kept).faults), verify(kept).faults


def test_a_guard_that_was_taken_away_is_found(kept: Store) -> None:
    kept.close()
    name, of = ("decision_no_change", " ON decision") if kept.on_a_server else ("decision_no_update", "")
    with past_the_program(kept, guarded=True) as does:
        does(f'DROP TRIGGER "{name}"{of}')
    assert any(name in fault for fault in verify(kept).faults)


def test_an_end_that_was_cut_off_with_care_is_found_by_the_anchor(kept: Store) -> None:
    behind_its_back(
        kept,
        "DELETE FROM journal_content WHERE seq > 2",
        "DELETE FROM journal WHERE seq > 2",
        "UPDATE number_given SET number = 2 WHERE name = 'journal'"
        if kept.on_a_server
        else "UPDATE sqlite_sequence SET seq = 2 WHERE name = 'journal'",
    )
    with again(kept) as store:
        assert any("its end was lost" in fault for fault in verify(store).faults)


@pytest.mark.file_store("it puts another file in the store's place")
def test_an_older_copy_put_in_the_stores_place_is_found(kept: Store) -> None:
    kept.close()
    older = kept.path.with_name("older")
    shutil.copy(kept.path, older)
    decide(kept, FIRST, "Call a meeting")
    kept.close()
    shutil.copy(older, kept.path)
    with again(kept) as store:
        assert any("It is an older copy" in fault for fault in verify(store).faults)


@pytest.mark.file_store("it puts another file in the store's place")
def test_a_journal_written_anew_is_found(kept: Store) -> None:
    """Somebody who knows how the chain is made writes the last row anew with hashes that fit."""
    kept.close()
    other = kept.path.with_name("other")
    shutil.copy(kept.path, other)
    decide(kept, FIRST, "Call a meeting")
    kept.close()
    with closing(open_store(other)) as forged:
        decide(forged, FIRST, "Nothing to do")
    shutil.copy(other, kept.path)
    with again(kept) as store:
        assert any("or its journal was written anew" in fault for fault in verify(store).faults)


def test_the_anchor_follows_every_event_and_never_goes_back(kept: Store, tmp_path: Path) -> None:
    anchor = anchor_of(kept)
    before = anchor.read()
    decide(kept, FIRST, "Call a meeting")
    after = anchor.read()
    assert before is not None
    assert after is not None
    assert after.seq == before.seq + 1 == verify(kept).rows
    anchor.move_to(before)
    assert anchor.read() == after
    anchor.set_to(before)
    assert anchor.read() == before


def test_an_anchor_that_says_nothing_is_said_and_never_written_over(tmp_path: Path) -> None:
    anchor = Anchor(tmp_path, "ab" * 32)
    anchor.path.write_text("hello", encoding="ascii")
    anchor.move_to(Head(1, "cd" * 32))
    assert anchor.path.read_text("ascii") == "hello"


def test_an_anchor_that_cannot_be_written_loses_no_record(kept: Store) -> None:
    folder = kept.outside.folder
    assert folder is not None
    shutil.rmtree(folder)
    folder.write_text("a file where the folder was")
    number = decide(kept, FIRST, "Call a meeting")
    assert number
    assert verify(kept).rows


def test_paper_shows_what_was_written_anew_where_the_anchor_was_too(kept: Store) -> None:
    with kept.reading():
        end = end_of(kept)
    assert end is not None
    printed = Head(end.seq, end.hash[:16])
    assert verify(kept, printed).faults == ()
    forged = Head(end.seq, "0" * 16)
    assert any("the printed list has seen" in fault for fault in verify(kept, forged).faults)
    later = Head(end.seq + 5, "0" * 16)
    assert any("the printed list has seen them" in fault for fault in verify(kept, later).faults)
