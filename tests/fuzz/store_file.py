"""The store's own file, damaged: it is opened and read, or refused in one sentence.

python -m tests.fuzz.store_file --rounds 2000 --seed 1
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from db import open_store
from tests.db.test_board_facts import import_team
from tests.engines import settle
from tests.faults.every_path import TODAY
from tests.fuzz.campaign import Case, clear, long_form, told, wrong_with

PAGE_BYTES = 4096
ASKED = (
    ("today", "--json"),
    ("verify",),
    ("child", "C-1", "--json"),
    ("worker", "Amira", "--json"),
    ("journal", "--json", "--personal"),
    ("changes", "--json"),
    ("agenda", "Ben", "--json"),
    ("action", "list"),
    ("where",),
    ("decide", "C-2", "Visit", "--because", "Not seen"),
    ("undo",),
)

# A damaged store may be doubted, and may have lost its guards.
WHAT_MAY_BE_SAID = ("No backup was made", "This store is ", "Somebody changed the store")


def damage(content: bytearray, chance: random.Random) -> None:
    """Change the file as a failing disk, a stray program or an ill-meaning person would."""
    kind, pages = chance.randrange(8), max(1, len(content) // PAGE_BYTES)
    at = chance.randrange(pages) * PAGE_BYTES
    if kind <= 1:
        for _ in range(chance.choice((1, 1, 3, 50))):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif kind == 2:
        del content[chance.randrange(len(content)) :]
    elif kind == 3:
        content[at : at + PAGE_BYTES] = bytes(PAGE_BYTES)
    elif kind == 4:
        other = chance.randrange(pages) * PAGE_BYTES
        here, there = content[at : at + PAGE_BYTES], content[other : other + PAGE_BYTES]
        content[at : at + PAGE_BYTES], content[other : other + PAGE_BYTES] = there, here
    elif kind == 5:
        content[at : at + PAGE_BYTES] = chance.randbytes(PAGE_BYTES)
    elif kind == 6:
        content[chance.randrange(100)] = chance.randrange(256)  # the header
    else:
        change_a_word(content, chance)


def change_a_word(content: bytearray, chance: random.Random) -> None:
    """Change what is written in the rows and leave the form of the file as it is."""
    word = chance.choice((b"2026-", b"in_need", b"Amira", b"C-1", b'{"', b"allocation", b"extract", b"lead", b"CREATE"))
    places = []
    at = content.find(word)
    while at >= 0:
        places.append(at)
        at = content.find(word, at + 1)
    for place in chance.sample(places, min(len(places), chance.choice((1, 3, 1000)))):
        content[place + chance.randrange(len(word))] = chance.choice((0x20, 0x30, 0x39, 0x7A, 0xFF, 0x1B, 0))


@contextmanager
def case() -> Iterator[Case]:
    """One damaged copy a round, asked a few things."""
    with tempfile.TemporaryDirectory() as name:
        new, path = Path(name) / "new", Path(name) / "team.oversight"
        store = open_store(new)
        import_team(store)
        store.close()
        at = ("--store", str(path), "--today", TODAY.isoformat())
        for words in (
            ("discuss", "C-1", "--text", "Seen at home", "--action", "Ring school; Amira Khan; fri"),
            ("worry", "raise", "C-2", "Not in school", "--review", "+7d"),
            ("supervision", "plan", "Amira", "--on", "+3d"),
            ("risk", "C-1", "high", "--because", "Seen alone at night"),
            ("absence", "Ben", "--from", "today", "--because", "leave"),
        ):
            assert told(*words, "--store", str(new), "--today", TODAY.isoformat())[0] == 0
        store = open_store(new)
        settle(store)
        store.close()
        whole = new.read_bytes()

        def one(chance: random.Random) -> Sequence[str]:
            clear(Path(name))
            if chance.random() < 0.8:
                content = bytearray(whole)
                damage(content, chance)
                path.write_bytes(content)
            else:
                shutil.copy(new, path)
            if chance.random() < 0.2:
                (Path(name) / "team.oversight-wal").write_bytes(chance.randbytes(chance.choice((10, 4152, 50_000))))
            wrong = []
            for words in chance.sample(ASKED, 4):
                code, out, complaint = told(*words, *at)
                while code != 2 and complaint.startswith(WHAT_MAY_BE_SAID):
                    complaint = complaint.partition("\n")[2]  # the work goes on, and that has to be said
                found = wrong_with(code, out, complaint, as_json="--json" in words)
                wrong += [f"{words[0]}: {fault}" for fault in found]
            return wrong

        yield one


def main() -> None:
    """Print what was found."""
    with case() as one:
        long_form(one, __doc__)


if __name__ == "__main__":
    main()
