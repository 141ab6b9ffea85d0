"""Files of rows, mutated: real Annex A workbooks, generated ones, rosters, absences. Each is brought in, or refused.

python -m tests.fuzz.workbooks --rounds 2000 --seed 1
"""

from __future__ import annotations

import csv
import io
import os
import random
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager, suppress
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.exceptions import IllegalCharacterError

from db import open_store
from tests.db.test_board_facts import import_team
from tests.exchange.forms import as_ods, as_xls, as_xlsb
from tests.exchange.workbooks import LIST_6, LIST_7, LIST_8, LIST_9, invented, write
from tests.fuzz import hostile
from tests.fuzz.campaign import Case, clear, long_form, told, wrong_with

AS_AT = date(2026, 9, 1)
WHO = ("name", "worker_id")
ROSTER = (
    *WHO,
    "role",
    "team",
    "fte",
    "newly_qualified_from",
    "agency",
    "starts",
    "leaves",
    "supervisor",
    "last_supervised",
)
ABSENCES = (*WHO, "from", "to", "reason")
NAMES = ("list.xlsx", "list.csv", "=1+1.csv", "\x1b]0;owned\x07.xlsx", "\u202exslx.csv", "[b].xlsx", "C-1 Zebedee.csv")
# Escapes of the format itself, which become control signs when they are read.
ESCAPED = ("_x001B_]0;owned_x0007_", "_x0000_", "_x202E_x", "_x000D__x000A_", "_xD800_", "_x009B_2J")
VALUES: tuple[Any, ...] = (
    *(0, 1, -1, 0.5, 60, 61, 1e15, 1e300, 46_000, 2_958_465, 2_958_466, 10**40, True, False, None),
    *(date(1900, 1, 1), date(1904, 1, 1), date(9999, 12, 31), datetime(2026, 2, 3, 4, 5), time(1, 2)),  # noqa: DTZ001
    *(timedelta(days=400), "=1+1", '=HYPERLINK("http://x")', "#REF!", "#N/A", "1234567.0", "000123", "46000", "1e5"),
    *("x" * 32_000, *ESCAPED),
)


def cell(chance: random.Random) -> Any:
    """What a cell may hold."""
    kind = chance.random()
    if kind < 0.5:
        return chance.choice(VALUES)
    return hostile.day(chance) if kind < 0.7 else hostile.text(chance)


def put(sheet: Any, row: int, column: int, value: Any) -> None:
    """Put it where the format takes it at all."""
    with suppress(IllegalCharacterError, ValueError, AttributeError, TypeError):  # a merged cell cannot be written
        sheet.cell(row, column).value = value


@cache
def bases() -> tuple[bytes, ...]:
    """Workbooks to begin from: generated ones, and the real ones where they are at hand."""
    with tempfile.TemporaryDirectory() as folder:
        made = [write(invented(12, 2, AS_AT, seed), Path(folder) / f"{seed}.xlsx").read_bytes() for seed in (1, 2)]
    samples = os.environ.get("OVERSIGHT_SAMPLES")
    return (*made, *(path.read_bytes() for path in sorted(Path(samples).glob("*.xlsx")))) if samples else tuple(made)


def workbook(chance: random.Random) -> bytes:
    """A workbook of lists, a roster or absences, some of its cells changed, and its form now and then."""
    if chance.random() < 0.35:
        return broken(chance.choice(bases()), chance)
    book = load_workbook(io.BytesIO(chance.choice(bases()[:2]))) if chance.random() < 0.6 else tables(chance)
    for _ in range(chance.choice((1, 3, 10, 40))):
        sheet = chance.choice(book.worksheets)
        put(sheet, chance.randint(1, sheet.max_row + 2), chance.randint(1, max(1, sheet.max_column) + 1), cell(chance))
    change_form(book, chance)
    held = io.BytesIO()
    try:
        book.save(held)
    except (AttributeError, TypeError, ValueError):  # more than the writer of the format takes
        return chance.choice(bases())
    return broken(held.getvalue(), chance) if chance.random() < 0.15 else held.getvalue()


def other_form(chance: random.Random) -> bytes:
    """A list or a roster as .xls, .xlsb or .ods, whole or with some of its bytes changed."""
    headings = chance.choice((LIST_6, LIST_7, LIST_8, LIST_9, ROSTER, ABSENCES))
    rows = [headings, *([plain(cell(chance)) for _ in headings] for _ in range(chance.randint(0, 5)))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        try:
            chance.choice((as_xls, as_xlsb, as_ods))(path, {"List_6": rows})
        except Exception:
            return chance.choice(bases())  # more than the writer of the format takes
        content = bytearray(path.read_bytes())
    if content[:2] == b"PK" and chance.random() < 0.5:
        return broken(bytes(content), chance)
    for _ in range(chance.choice((0, 0, 1, 10, 200))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def plain(value: Any) -> Any:
    """A value that every form of file has: a day without its time, no span of time."""
    if isinstance(value, datetime):
        return value.date()
    return str(value) if isinstance(value, time | timedelta) else value


def tables(chance: random.Random) -> Any:
    """A workbook with a few tabs of headings that are known, and rows of anything."""
    book = Workbook()
    for _ in range(chance.randint(0, 2)):
        book.create_sheet()
    for sheet in book.worksheets:
        headings = chance.choice((LIST_6, LIST_7, LIST_8, LIST_9, ROSTER, ABSENCES))
        sheet.append(list(headings))
        for row in range(2, chance.randint(2, 6)):
            for column in range(1, len(headings) + 1):
                put(sheet, row, column, cell(chance))
            put(sheet, row, 1, chance.choice(("C-1", "C-9", "Amira Khan", 100001.0, "Ben Ortiz")))
    return book


def change_form(book: Any, chance: random.Random) -> None:
    """Tabs twice, cells joined, days counted from 1904, tabs and columns of other names or gone."""
    sheet = chance.choice(book.worksheets)
    if chance.random() < 0.2:
        book.copy_worksheet(sheet)
    if chance.random() < 0.2:
        sheet.merge_cells(start_row=1, start_column=1, end_row=chance.randint(1, 5), end_column=chance.randint(1, 9))
    if chance.random() < 0.2:
        book.epoch = CALENDAR_MAC_1904
    if chance.random() < 0.2:
        with suppress(ValueError):
            sheet.title = hostile.text(chance)[:31]
    if chance.random() < 0.2:
        sheet.delete_cols(chance.randint(1, 14))
    if chance.random() < 0.1:
        sheet.sheet_state = "hidden"


def broken(content: bytes, chance: random.Random) -> bytes:
    """The file cut, its bytes changed, or one of its parts exchanged, emptied or left out."""
    kind = chance.randrange(5)
    if kind == 0:
        return content[: chance.randrange(len(content))]
    if kind == 1:
        changed = bytearray(content)
        for _ in range(chance.choice((1, 10, 200))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        names = old.namelist()
        chosen = chance.choice([name for name in names if "sheet" in name or chance.random() < 0.3] or names)
        for name in names:
            part = old.read(name)
            if name == chosen:
                if kind == 2:
                    continue
                part = chance.randbytes(50) if kind == 3 else changed_xml(part, chance)
            made.writestr(name, part)
    return held.getvalue()


def changed_xml(part: bytes, chance: random.Random) -> bytes:
    """The part with numbers, types and tags of it changed."""
    swaps = ((b't="s"', b't="n"'), (b't="n"', b't="d"'), (b"<v>", b"<v>-"), (b"<v>", b"<v>99999"), (b'r="', b'r="Z'))
    more = ((b"<row", b"<row spans='x'"), (b's="', b's="9'), (b"</c>", b""), (b"<v>", b"<v>&#x1b;"), (b"1", b"1e999"))
    old, new = chance.choice((*swaps, *more))
    return part.replace(old, new, chance.choice((1, 5, -1)))


def table(chance: random.Random) -> bytes:
    """A roster, absences or a list as CSV."""
    headings = list(chance.choice((ROSTER, ABSENCES, LIST_6, LIST_8)))
    if chance.random() < 0.3:
        headings[chance.randrange(len(headings))] = hostile.text(chance)
    known = ("Amira Khan", "Ben Ortiz", "C-1", "C-7", "Sam O’Test", "")
    rows = [[chance.choice(known), *(str(cell(chance)) for _ in headings[1:])] for _ in range(chance.randint(0, 5))]
    held = io.StringIO()
    delimiter = chance.choice(",,,;\t")
    with suppress(csv.Error):
        csv.writer(held, delimiter=delimiter, lineterminator=chance.choice(("\r\n", "\n", "\r"))).writerows(
            [headings, *rows]
        )
    text = held.getvalue()
    if chance.random() < 0.2:
        text = text.replace('"', "", chance.choice((1, -1)))
    encoding = chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"))
    content = text.encode(encoding, "ignore" if encoding != "utf-8" else "surrogatepass")
    if chance.random() < 0.1 and content:
        content = content[: chance.randrange(len(content))] + chance.randbytes(20)
    return content


@contextmanager
def case() -> Iterator[Case]:
    """One file or two a round, shown and brought in, and the board asked for after it."""
    with tempfile.TemporaryDirectory() as name, chdir(name):
        folder = Path(name)
        new, path = folder / "new", folder / "team.oversight"
        store = open_store(new)
        import_team(store)
        store.close()
        at = ("--store", str(path), "--today", "2026-10-02")

        def one(chance: random.Random) -> Sequence[str]:
            clear(folder)
            shutil.copy(new, path)
            files = []
            for _ in range(chance.choice((1, 1, 1, 2))):
                file = folder / chance.choice(NAMES)
                kind = chance.random()
                file.write_bytes((workbook if kind < 0.4 else other_form if kind < 0.6 else table)(chance))
                files.append(str(file))
            options = ["--as-at", chance.choice(("2026-10-01", "1/9", "today"))] if chance.random() < 0.9 else []
            options += ["--team", "North Team"] if chance.random() < 0.2 else []
            wrong = []
            code = 0
            for how in (("--dry-run", "--json"), ("--dry-run",), ("--yes", "--json"), ("--yes",))[
                chance.randrange(2) :: 2
            ]:
                code, *said = told("import", *files, *options, *how, *at)
                wrong += wrong_with(code, *said, as_json="--json" in how)
                wrong += ["an entry that breaks a rule of the store"] if "breaks one of its rules" in said[1] else []
            if code == 0:
                wrong += [f"then today: {fault}" for fault in wrong_with(*told("today", "--json", *at), as_json=True)]
                wrong += [f"then verify: {fault}" for fault in wrong_with(*told("verify", *at))]
            for written in files:
                Path(written).unlink(missing_ok=True)
            return wrong

        yield one


def main() -> None:
    """Print what was found."""
    with case() as one:
        long_form(one, __doc__)


if __name__ == "__main__":
    main()
