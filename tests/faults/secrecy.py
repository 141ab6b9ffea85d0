"""What a program writes that must show nowhere; then it waits with a transaction open, to be killed.

python -c "from tests.faults.secrecy import works; works()" STORE WORKBOOK
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stdout
from pathlib import Path

from oversight_tui.cli import main as oversight
from oversight_tui.services import drafts
from oversight_tui.services.passphrase import change
from oversight_tui.services.typed_key import key_for_new
from tests.faults.every_path import Manager, brings_in
from tests.faults.stores import PASSPHRASE, PASSPHRASES, asked, opened

WORD = "Zwetschgenmus"
EVENTS = 120
LIST_OF = 600


def works() -> None:
    """Record, import, draft, change the passphrase, and leave a large transaction open; says how many records."""
    path, workbook = Path(sys.argv[1]), sys.argv[2]
    after = PASSPHRASES[1]
    assert after is not None
    os.umask(0o022)
    store = opened(path, PASSPHRASE)
    store.engine.changes()
    for count, _ in enumerate(Manager(store, words=WORD).works(), 1):
        if count == EVENTS:
            break
    brings_in(store, [f"{WORD} {number}" for number in range(LIST_OF)])
    old = store.key
    store.close()
    told, tell = os.pipe()
    os.write(tell, f"{PASSPHRASE}\n".encode())
    os.close(tell)
    words = ["import", workbook, "--as-at", "2026-09-30", "--yes", "--store", str(path), "--passphrase-fd", str(told)]
    with redirect_stdout(io.StringIO()):
        assert oversight(words) == 0
    change(path, old, key_for_new(after))
    store = opened(path, after)
    store.engine.changes()
    drafts.keep(store, "decide:child:1", {"because": WORD * 5000})
    with store.writing():
        ((records,),) = asked(store, "SELECT count(*) FROM entry")
        store.database.execute_sql("PRAGMA cache_size = 10")  # so that pages are written before it ends
        for number in range(50):
            store.database.execute_sql(
                "INSERT INTO draft (form, content, saved_at) VALUES (?, ?, '2026')", (f"{WORD} {number}", WORD * 2000)
            )
        print(records, flush=True)
        sys.stdin.readline()
