"""What was seen of a store outside it: an older copy, a lost log, another store in its place, a plain one."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Self

import peewee
import pytest

from db import StoreError, engine, open_store, writes
from db.engine import Store
from db.key import new_key
from db.verification import verify
from oversight_tui.practice.ids import AboutChild, ChildId
from oversight_tui.practice.requests import DecisionRequest, Undo
from oversight_tui.services import record
from oversight_tui.services.journal import accept
from oversight_tui.services.passphrase import Outside, change
from tests.db.test_records import asked, child_of, worker_of
from tests.db.test_verification import anchor_of, decide

OLDER, OTHERWISE, GONE = (
    "This store is older than what was seen here",
    "went on by itself",
    "What was seen of this store",
)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    """A store with some decisions, seen here."""
    store = at(tmp_path / "team.oversight")
    child = child_of(store, worker_of(store))
    for number in range(6):
        decide(store, child, f"Visit {number}")
    yield store
    store.close()


def at(path: Path) -> Store:
    return open_store(path, anchors=path.with_name("anchors"))


def says(path: Path) -> str:
    """What is said at a start."""
    with closing(at(path)) as store:
        return " ".join(store.remarks)


def test_an_older_copy_is_told_of_at_every_start_also_when_it_has_grown_past_what_was_seen(kept: Store) -> None:
    kept.close()
    older = Path(shutil.copy(kept.path, kept.path.with_name("older")))
    for number in range(5):
        decide(kept, ChildId(1), f"Call {number}")
    kept.close()
    shutil.copy(older, kept.path)
    assert OLDER in says(kept.path)
    with closing(at(kept.path)) as store:
        for number in range(6):
            decide(store, ChildId(1), f"Nothing to do {number}")
        assert OLDER in " ".join(verify(store).faults)
    for _ in range(2):
        assert OTHERWISE in says(kept.path)
    with closing(at(kept.path)) as store:
        assert any(OTHERWISE in fault for fault in verify(store).faults)


def test_what_is_accepted_is_in_the_journal_and_no_more_said(kept: Store) -> None:
    anchor_of(kept).path.unlink()
    kept.close()
    with closing(at(kept.path)) as store:
        assert accept(store)
        assert asked(store, "SELECT what FROM journal ORDER BY seq DESC LIMIT 1") == [("accepted",)]
    assert says(kept.path) == ""
    with closing(at(kept.path)) as store:
        assert verify(store).faults == ()


@pytest.mark.parametrize("left", [None, "", "hello"], ids=["deleted", "emptied", "written over"])
def test_an_anchor_that_was_deleted_emptied_or_written_over_is_told_of(kept: Store, left: str | None) -> None:
    path = anchor_of(kept).path
    kept.close()
    if left is None:
        path.unlink()
    else:
        path.write_text(left, "ascii")
    assert GONE in says(kept.path)
    with closing(at(kept.path)) as store:
        decide(store, ChildId(1), "Call a meeting")
    assert GONE in says(kept.path)


def test_all_of_it_deleted_is_told_of_too_since_the_store_says_that_it_was_seen_here(kept: Store) -> None:
    kept.close()
    folder = kept.outside.folder
    assert folder is not None
    shutil.rmtree(folder)
    assert GONE in says(kept.path)


def test_what_was_seen_of_its_place_is_missed_when_it_was_deleted_alone(kept: Store) -> None:
    assert kept.outside.folder is not None
    kept.close()
    (place,) = kept.outside.folder.glob("*.place")
    place.unlink()
    assert f"{place} was deleted" in says(kept.path)


def test_a_store_that_was_moved_is_where_it_is_now(kept: Store) -> None:
    kept.close()
    moved = kept.path.rename(kept.path.with_name("moved.oversight"))
    for _ in range(2):
        assert says(moved) == ""
        with closing(at(moved)) as store:
            writes.note_opened(store, "printed", {}, "Mary Okoro")


def test_on_another_machine_nothing_was_seen_of_it_and_nothing_is_said(kept: Store, tmp_path: Path) -> None:
    kept.close()
    elsewhere = tmp_path / "elsewhere" / "team.oversight"
    elsewhere.parent.mkdir()
    shutil.copy(kept.path, elsewhere)
    assert says(elsewhere) == ""


def test_a_journal_written_anew_from_its_first_row_is_told_of(kept: Store, tmp_path: Path) -> None:
    kept.close()
    says(kept.path)
    with closing(open_store(tmp_path / "forged")) as forged:
        decide(forged, child_of(forged, worker_of(forged)), "Nothing to do")
    shutil.copy(tmp_path / "forged", kept.path)
    assert "is another one than was open here before: its journal begins otherwise" in says(kept.path)


def test_a_store_made_anew_by_the_program_itself_is_no_other_one(kept: Store) -> None:
    kept.close()
    says(kept.path)
    kept.path.unlink()
    with closing(at(kept.path)) as store:
        decide(store, child_of(store, worker_of(store)), "Visit")
    assert says(kept.path) == ""


def test_the_anchor_moves_with_what_was_committed_only(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = anchor_of(kept).read()

    def full(*_: object) -> None:
        raise peewee.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("db.derived.refresh", full)
        with pytest.raises(StoreError):
            decide(kept, ChildId(1), "Call a meeting")
    with kept.reading():
        pass
    assert anchor_of(kept).read() == before
    decide(kept, ChildId(1), "Another one")
    kept.close()
    assert says(kept.path) == ""


def test_a_first_record_that_was_not_kept_leaves_no_anchor_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = at(tmp_path / "team.oversight")

    def full(*_: object) -> None:
        raise peewee.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("db.derived.refresh", full)
        with pytest.raises(StoreError):
            worker_of(store)
    assert list((tmp_path / "anchors").glob("*.anchor")) == []
    worker_of(store)
    store.close()
    assert says(store.path) == ""


def test_a_plain_store_in_the_place_of_an_encrypted_one_is_not_opened(tmp_path: Path, kept: Store) -> None:
    kept.close()
    path = tmp_path / "in" / "team.oversight"
    key = new_key("four words that hold")
    anchors = tmp_path / "seen"
    with closing(open_store(path, key=key, anchors=anchors)) as store:
        child_of(store, worker_of(store))
    open_store(path, key=key, anchors=anchors).close()
    shutil.copy(kept.path, path)
    with pytest.raises(StoreError, match="was encrypted when it was last open here"):
        open_store(path, anchors=anchors)
    open_store(path, anchors=anchors, plain_is_meant=True).close()


def test_two_programs_in_one_microsecond_are_two_events_and_one_undo_takes_back_one(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = datetime(2026, 10, 2, 9, tzinfo=UTC) + timedelta(days=400)

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp(moment.timestamp(), tz)

    monkeypatch.setattr(engine, "datetime", Stopped)
    today = date(2026, 10, 2)
    with closing(at(kept.path)) as first, closing(at(kept.path)) as second:
        for store, text in ((first, "Ring school"), (second, "Ring the nurse"), (first, "Ring her aunt")):
            record.record(store, DecisionRequest(text, today, AboutChild(ChildId(1))), today)
        record.record(second, Undo(yes=True), today)
    withdrawn = asked(kept, "SELECT d.text FROM withdrawal w JOIN decision d ON d.entry_id = w.withdrawn_id")
    assert withdrawn == [("Ring her aunt",)]


def test_a_passphrase_taken_away_and_a_kill_right_after_lock_nobody_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen, key = tmp_path / "team.oversight", tmp_path / "seen", new_key("four words that hold")
    with closing(open_store(path, key=key, anchors=seen)) as store:
        child_of(store, worker_of(store))
    open_store(path, key=key, anchors=seen).close()

    class Killed(BaseException):
        """As far as the program ever came."""

    def killed(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("db.open_store", killed)
        with pytest.raises(Killed):
            change(path, key, None, outside=Outside(anchors=seen))
    with closing(open_store(path, anchors=seen)) as store:
        assert store.remarks == ()
