"""An encrypted store: what opens it, what does not, and what is changed without losing anything."""

import os
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from db import StoreError, open_store, writes
from db.engine import Store, StoreLocked
from db.key import PLAIN_HEADER, BadPassphrase, Key, NeedsKey, WrongKey, is_encrypted, key_of, new_key
from db.reencrypt import reencrypt
from db.swap import raw_connection
from db.verification import verify
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import DecisionRequest
from tests.db.test_records import ME, asked, child_of, worker_of

WORDS = "seven grey herons wading"
SENTINEL = b"Zaphira keeps a lighthouse"


@pytest.fixture(scope="module")
def key() -> Key:
    """Deriving takes a while, so it is done once."""
    return new_key(WORDS)


@pytest.fixture
def secret(tmp_path: Path, key: Key) -> Store:
    store = open_store(tmp_path / "secret.oversight", key=key)
    child = child_of(store, worker_of(store))
    writes.decide(store, DecisionRequest(SENTINEL.decode(), date(2026, 9, 2), AboutChild(child)), ME)
    return store


def decided(store: Store) -> list[tuple[object, ...]]:
    return asked(store, "SELECT text FROM decision")


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_nothing_of_it_can_be_read_in_the_folder_and_files_are_the_owners(secret: Store) -> None:
    with secret.reading():  # a connection that holds the log open beside the store
        found = bytes_in(secret.path.parent)
        assert SENTINEL not in found
        assert WORDS.encode() not in found
        assert PLAIN_HEADER not in found
        if os.name == "posix":
            assert {path.stat().st_mode & 0o777 for path in secret.path.parent.iterdir()} == {0o600}
    assert is_encrypted(secret.path)


def test_the_passphrase_opens_it_here_and_in_any_other_tool(secret: Store) -> None:
    secret.close()
    again = open_store(secret.path, key=key_of(secret.path, WORDS))
    assert decided(again) == [(SENTINEL.decode(),)]
    from sqlcipher3 import dbapi2

    with closing(dbapi2.connect(str(secret.path))) as other:
        other.execute(f"PRAGMA key = '{WORDS}'")
        assert other.execute("SELECT text FROM decision").fetchall() == [(SENTINEL.decode(),)]


def test_the_same_words_in_another_form_of_unicode_open_it(tmp_path: Path) -> None:
    path = tmp_path / "store"
    open_store(path, key=new_key("café au lait")).close()
    assert open_store(path, key=key_of(path, "cafe\u0301 au lait")).path == path


@pytest.mark.parametrize("passphrase", ["", "   ", "a\x00b"])
def test_a_passphrase_that_would_protect_nothing_is_refused(passphrase: str) -> None:
    with pytest.raises(BadPassphrase, match="passphrase"):
        new_key(passphrase)


def test_what_does_not_open_it_says_so_in_one_sentence_and_not_a_word_more(secret: Store) -> None:
    secret.close()
    with pytest.raises(NeedsKey, match="is encrypted"):
        open_store(secret.path)
    script = (
        "import sys; from pathlib import Path; from db import open_store, StoreError; from db.key import key_of\n"
        "path = Path(sys.argv[1])\n"
        "try: open_store(path, key=key_of(path, 'wrong'))\n"
        "except StoreError as problem: print(type(problem).__name__, problem)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(secret.path)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("WrongKey That does not open the store")
    assert done.stderr == ""


def test_a_key_for_a_plain_store_is_refused(store: Store, key: Key) -> None:
    store.close()
    with pytest.raises(StoreError, match="is not encrypted"):
        open_store(store.path, key=key)


def test_a_locked_store_gives_nothing_away_and_opens_again_with_its_key(secret: Store, key: Key) -> None:
    secret.lock()
    assert key.spelled() not in repr(vars(secret)) + repr(vars(secret.database))
    with pytest.raises(StoreLocked, match="is locked"):
        decided(secret)
    with pytest.raises(StoreLocked), secret.writing():
        pass
    with pytest.raises(StoreLocked):
        secret.engine.changes()
    with pytest.raises(WrongKey):
        secret.unlock(key_of(secret.path, "wrong"))
    assert secret.locked
    secret.unlock(key)
    assert decided(secret) == [(SENTINEL.decode(),)]


def test_a_plain_store_has_nothing_to_lock(store: Store) -> None:
    with pytest.raises(StoreError, match="no passphrase"):
        store.lock()


def test_another_passphrase_opens_it_and_the_old_one_no_more(secret: Store, key: Key) -> None:
    secret.close()
    fresh = new_key("one two three")
    reencrypt(secret.path, key, fresh)
    with pytest.raises(WrongKey):
        open_store(secret.path, key=key_of(secret.path, WORDS))
    with closing(open_store(secret.path, key=fresh)) as store:
        assert decided(store) == [(SENTINEL.decode(),)]
        assert verify(store).faults == ()
    assert [path.name for path in secret.path.parent.iterdir()] == ["secret.oversight"]


def test_a_plain_store_is_encrypted_and_taken_back(store: Store, key: Key) -> None:
    child = child_of(store, worker_of(store))
    writes.decide(store, DecisionRequest(SENTINEL.decode(), date(2026, 9, 2), AboutChild(child)), ME)
    store.close()
    reencrypt(store.path, None, key)
    assert SENTINEL not in bytes_in(store.path.parent)
    reencrypt(store.path, key, None)
    assert SENTINEL in bytes_in(store.path.parent)
    with closing(open_store(store.path)) as plain:
        assert decided(plain) == [(SENTINEL.decode(),)]
        assert verify(plain).faults == ()


def test_the_bytes_of_what_was_plain_are_written_over(store: Store, key: Key) -> None:
    child = child_of(store, worker_of(store))
    writes.decide(store, DecisionRequest(SENTINEL.decode(), date(2026, 9, 2), AboutChild(child)), ME)
    store.close()
    os.link(store.path, store.path.with_name("the-same-file"))  # a second name shows what became of the first's bytes
    reencrypt(store.path, None, key)
    assert not any(store.path.with_name("the-same-file").read_bytes())


def test_a_store_in_use_keeps_its_key(secret: Store, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.swap.BUSY_SECONDS", 0.2)
    with secret.reading():
        secret.database.execute_sql("SELECT count(*) FROM entry").fetchone()
        with pytest.raises(StoreError, match="Another program has the store"):
            reencrypt(secret.path, key, None)
    assert decided(secret) == [(SENTINEL.decode(),)]


@pytest.mark.parametrize("left", [b"", b"\0" * 28 + b"a page of it"])
def test_a_journal_left_by_a_power_cut_is_cleared_away(secret: Store, key: Key, left: bytes) -> None:
    secret.close()
    journal = Path(f"{secret.path}-journal")
    journal.write_bytes(left)
    assert decided(open_store(secret.path, key=key)) == [(SENTINEL.decode(),)]
    assert not journal.exists()


def test_a_wrong_key_changes_nothing(secret: Store) -> None:
    secret.close()
    before = secret.path.read_bytes()
    with pytest.raises(WrongKey):
        reencrypt(secret.path, key_of(secret.path, "wrong"), None)
    assert secret.path.read_bytes() == before


def test_a_copy_that_does_not_hold_the_same_is_not_put_in_place(
    secret: Store, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret.close()
    monkeypatch.setattr("db.reencrypt._contents", lambda path, key: ["row 7 missing from index"])
    with pytest.raises(StoreError, match="does not hold the same"):
        reencrypt(secret.path, key, None)
    with closing(raw_connection(secret.path, key)) as still:
        assert still.execute("SELECT count(*) FROM decision").fetchone() == (1,)


def test_what_is_saved_into_a_store_that_was_replaced_is_refused(secret: Store, key: Key) -> None:
    secret.close()
    reencrypt(secret.path, key, key)
    with pytest.raises(StoreError, match="was moved, or another put in its place"):
        worker_of(secret, "Tom Ellery")
