"""A store's file that was damaged, and a log beside it that was halved or deleted: what is refused, what is noticed."""

import shutil
from pathlib import Path

import pytest

from tests.faults import damage
from tests.faults.desk import DECIDES, LOOKS, Desk
from tests.faults.stores import opened

DAMAGED = "is damaged"
NO_STORE = "or it is damaged"


@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
def test_a_bit_turned_over_is_refused_or_found(encrypted: bool) -> None:
    found = damage.campaign(20, encrypted=encrypted)
    assert sum(found.values()) == 20
    assert found["not found"] == 0


@pytest.mark.parametrize("left", [0.5, 0.02], ids=["half", "one page of fifty"])
def test_a_store_that_was_cut_off_is_refused_for_all(desk: Desk, left: float) -> None:
    size = desk.path.stat().st_size
    with desk.path.open("r+b") as file:
        file.truncate(max(4096, int(size * left) // 4096 * 4096))
    for words in (LOOKS, DECIDES, desk.brings_in, desk.changes):
        desk.is_told(*words, says=DAMAGED)


def test_a_store_cut_off_within_a_page_is_refused(desk: Desk) -> None:
    with desk.path.open("r+b") as file:
        file.truncate(5000)
    desk.is_told(*LOOKS, says="damaged")


def test_a_store_whose_beginning_is_gone_is_no_store(desk: Desk) -> None:
    with desk.path.open("r+b") as file:
        file.write(bytes(100))
    for words in (LOOKS, DECIDES, desk.changes):
        desk.is_told(*words, says=NO_STORE)


def test_an_emptied_store_is_not_taken_for_a_new_one(desk: Desk) -> None:
    desk.path.write_bytes(b"")
    for words in (LOOKS, DECIDES, desk.changes):
        desk.is_told(*words, says="is empty. If something was in it, open a backup")


@pytest.fixture
def with_log(desk: Desk, tmp_path: Path) -> Desk:
    """A store of which the last decisions are still in the log beside it, as a power cut leaves it."""
    from oversight_tui.cli import main

    store = opened(desk.path, desk.passphrase)
    store.engine.changes()  # this connection keeps the log from being folded in
    for _ in range(4):
        assert main(desk.words(*DECIDES)) == 0
    desk.capsys.readouterr()
    left = tmp_path / "left"
    left.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{desk.path}{end}", left / f"{desk.path.name}{end}")
    store.close()
    desk.path = left / desk.path.name
    return desk


def test_a_log_that_is_there_is_read(with_log: Desk) -> None:
    assert with_log.does("verify")[0] == 0
    with_log.goes_on(decides=5)


@pytest.mark.parametrize("left", [0.5, 0.0], ids=["halved", "deleted"])
def test_decisions_lost_with_the_log_are_told_of_by_verify(with_log: Desk, left: float) -> None:
    """SQLite itself says nothing of it: what the log has lost looks as if it had never been."""
    log = Path(f"{with_log.path}-wal")
    if left:
        with log.open("r+b") as file:
            file.truncate(int(log.stat().st_size * left))
    else:
        log.unlink()
    older = "This store is older than what was seen here"
    code, _, said = with_log.does(*LOOKS)
    assert (code, older in said) == (0, True)
    code, found, _ = with_log.does("verify")
    assert (code, older in found) == (1, True)
    for _ in range(6):
        assert with_log.does(*DECIDES)[0] == 0
    code, found, said = with_log.does("verify")
    assert code == 1
    assert "went on by itself" in found
    assert "went on by itself" in said
    assert with_log.does("verify", "--accept")[0] == 0
    assert with_log.does("verify") == (0, *with_log.does("verify")[1:2], "")
