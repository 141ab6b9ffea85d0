"""What only SQLite understands stands in the files that are about SQLite, so that the rest could ask PostgreSQL.

The strings of a file are read without running it; what stands in the braces of an f-string counts as a gap.
"""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from peewee import BooleanField, Model

from db import models
from db.models import ALL_TABLES, fields_of

DB = Path(__file__).parents[2] / "db"
# About SQLite itself: how its file is opened, guarded, looked through, copied, written anew and replaced.
ABOUT_SQLITE = {
    *("connections.py", "contents.py", "errors.py", "guards.py", "library.py", "opening.py"),
    *("backup.py", "reencrypt.py", "restore.py", "shape.py", "swap.py"),
    "engines/sqlite_file.py",
    "models/base.py",  # numbers that are never given twice
    *(path.relative_to(DB).as_posix() for path in (DB / "migrations").rglob("*.py")),
}
# About the server itself: its own commands, catalogue and triggers.
ABOUT_THE_SERVER = {
    *(path.relative_to(DB).as_posix() for path in (DB / "server").rglob("*.py")),
    *(path.relative_to(DB).as_posix() for path in (DB / "engines").glob("postgres*.py")),
}
GAP = "{}"
TRUTHS = {field.column_name for table in ALL_TABLES for field in fields_of(table) if isinstance(field, BooleanField)}
TRUTH = rf"\b(?:{'|'.join(sorted(TRUTHS))})"
ONLY_SQLITE = {
    "a function of JSON": r"\bjson_\w+",
    "a pragma": r"\bPRAGMA\b",
    "a table or function of SQLite's own": r"\bsqlite_\w+",
    "INSERT OR": r"\b(?:INSERT|UPDATE) OR\b|\bREPLACE INTO\b",
    "AUTOINCREMENT": r"\bAUTOINCREMENT\b",
    "VACUUM": r"\bVACUUM\b",
    "a row's hidden number": r"\b(?:_?rowid_?|oid|last_insert_rowid)\b",
    "a number for true or false": rf"{TRUTH}\"?\s*(?:=|<>|!=)\s*[01]\b|\bCOALESCE\([^()]*{TRUTH}\"?,\s*[01]\)",
    "GLOB": r"\b(?:GLOB|REGEXP)\b",
    "a function of days": r"\b(?:strftime|julianday|unixepoch|datetime|date|time)\s*\(",
    "another function": r"\b(?:ifnull|iif|typeof|printf|group_concat|total|instr|changes|hex|randomblob)\s*\(",
    "a parameter with a name": r"(?<![:\w}]):[A-Za-z_]\w*|\?\d",
    "IS between values": r"\bIS (?:NOT )?(?:\?|\d|'|\w+\.\w)",
    "two signs for equal": r"[\w\"?)] == [\w\"'?(]",
    "a sign before a column": r"\b(?:BY|WHERE|AND|OR) \+",
    "an empty list": r"\bIN \(\s*\)",
    "a place to begin before the limit": r"\bLIMIT (?:\?|\d+)\s*,",
    "a temporary schema of SQLite's": r"\btemp\.",
    "an index by its name": r"\b(?:NOT INDEXED|INDEXED BY)\b",
}
FIELDS = {
    name: {field.null for table in ALL_TABLES for field in fields_of(table) if field.column_name == name}
    for name in {field.column_name for table in ALL_TABLES for field in fields_of(table)}
}
TABLES: tuple[type[Model], ...] = (*ALL_TABLES, models.EntryInForce)
NULLABLE = {field for table in TABLES for field in fields_of(table) if field.null}
MAY_BE_NULL = {name for name, found in FIELDS.items() if found == {True}}
AGGREGATES = re.compile(r"\b(?:count|sum|avg|max|min)\s*\(", re.IGNORECASE)


def complaints_about(sql: str) -> list[str]:
    """What of a string only SQLite would take."""
    found = [what for what, pattern in ONLY_SQLITE.items() if re.search(pattern, sql, re.IGNORECASE)]
    found += [f"{name} of several values" for name in ("max", "min") if takes_several(sql, name)]
    found += [f"NULLs of {column} in no said place" for column in ordered_without_nulls(sql)]
    found += ["a subquery without a name" for _ in unnamed(sql)]
    return found + [f"beside GROUP BY, {column}" for one in selects(sql) for column in bare_columns(one)]


def takes_several(sql: str, name: str) -> bool:
    """Whether a function that goes over rows is given several values, of which SQLite takes the one at the end."""
    return any(len(split(inside(sql, found.end() - 1))) > 1 for found in re.finditer(rf"\b{name}\(", sql, re.I))


def ordered_without_nulls(sql: str) -> Iterator[str]:
    """Columns that may be NULL and are ordered by, where it is not said whether NULLs come first."""
    for ordered in re.finditer(r"\bORDER BY ", sql, re.I):
        for one in split(inside(f"({sql[ordered.end() :]})", 0)):
            column = re.match(r"(?:\w+\.)?\"?(\w+)\"?(?: ASC| DESC)?(?=$| LIMIT\b)", one)
            if column is not None and column[1] in MAY_BE_NULL:
                yield column[1]


def unnamed(sql: str) -> Iterator[str]:
    """Subqueries in FROM that are given no name, which a server asks for."""
    for found in re.finditer(r"\b(?:FROM|JOIN) (?=\(\s*SELECT\b)", sql, re.I):
        within = inside(sql, found.end())
        if not re.match(
            r"\s*(?:AS )?(?!WHERE\b|ORDER\b|GROUP\b|ON\b)[A-Za-z{]", sql[found.end() + len(within) + 2 :], re.I
        ):
            yield within


def inside(sql: str, opening: int) -> str:
    """What stands in the brackets that open at a place."""
    depth = 0
    for place in range(opening, len(sql)):
        depth += {"(": 1, ")": -1}.get(sql[place], 0)
        if depth == 0:
            return sql[opening + 1 : place]
    return sql[opening + 1 :]


def split(listed: str) -> list[str]:
    """The parts between commas that stand in no brackets."""
    parts, depth = [""], 0
    for sign in listed:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [" ".join(part.split()) for part in parts]


def selects(sql: str) -> Iterator[str]:
    """Every SELECT, those in brackets first, each with a gap for those inside it."""
    opening = re.search(r"\(\s*SELECT\b", sql)
    while opening:
        within = inside(sql, opening.start())
        yield from selects(within)
        sql = sql[: opening.start()] + GAP + sql[opening.start() + len(within) + 2 :]
        opening = re.search(r"\(\s*SELECT\b", sql)
    yield from re.split(r"\bUNION(?: ALL)?\b", sql)


def bare_columns(select: str) -> Iterator[str]:
    """Columns beside GROUP BY that are neither grouped by nor counted, so that SQLite takes them from some row."""
    parts = re.search(
        r"\bSELECT (?:DISTINCT )?(.+?)\bFROM\b.*\bGROUP BY (.+?)(?:\bHAVING\b|\bORDER BY\b|\bLIMIT\b|$)", select, re.S
    )
    if parts is None:
        return
    columns, grouped = split(parts[1]), split(parts[2])
    grouped += [columns[int(one) - 1] for one in grouped if one.isdecimal()]
    for column in columns:
        if column not in grouped and not AGGREGATES.search(column) and not re.fullmatch(r"\d+|'[^']*'|\?", column):
            yield column


def strings_of(source: str) -> Iterator[tuple[int, str]]:
    """Every string that is no docstring, with its line."""
    tree = ast.parse(source)
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            first = node.body[0]
            assert isinstance(first, ast.Expr)
            skipped.add(id(first.value))
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values}
            yield node.lineno, "".join(part.value if isinstance(part, ast.Constant) else GAP for part in node.values)  # type: ignore[misc]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


def ordered_in_peewee(source: str) -> Iterator[str]:
    """Fields that may be NULL and are ordered by as they are."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "order_by":
            for one in map(ast.unparse, node.args):
                field = re.fullmatch(r"(?:models\.)?(\w+)\.(\w+)(?:\.(?:asc|desc)\(\))?", one)
                if field and getattr(getattr(models, field[1], None), field[2], None) in NULLABLE:
                    yield one


def found_in(path: Path) -> list[str]:
    return [
        f"{path.relative_to(DB)}:{line}: {complaint}"
        for line, text in strings_of(path.read_text("utf-8"))
        for complaint in complaints_about(text)
    ]


FILES = sorted(path for path in DB.rglob("*.py"))


def named(paths: Sequence[Path], *, about_sqlite: bool) -> list[str]:
    names = [path.relative_to(DB).as_posix() for path in paths]
    names = [name for name in names if name not in ABOUT_THE_SERVER]
    return [name for name in names if (name in ABOUT_SQLITE) is about_sqlite]


@pytest.mark.parametrize("name", named(FILES, about_sqlite=False))
def test_what_only_sqlite_understands_stands_nowhere_else(name: str) -> None:
    assert found_in(DB / name) == []


@pytest.mark.parametrize("name", named(FILES, about_sqlite=False))
def test_where_values_that_are_missing_come_is_said(name: str) -> None:
    assert list(ordered_in_peewee((DB / name).read_text("utf-8"))) == []


def test_it_would_be_found_in_peewee_too() -> None:
    asked = "Entry.select(Entry.id).order_by(OpenItem.due_on, EntryInForce.happened_on.desc(), OpenItem.entry)"
    assert list(ordered_in_peewee(asked)) == ["OpenItem.due_on", "EntryInForce.happened_on.desc()"]


def test_no_file_is_excused_that_is_not_about_sqlite() -> None:
    plain = [name for name in ABOUT_SQLITE if not name.startswith("migrations/") and not found_in(DB / name)]
    assert plain == []
    assert set(named(FILES, about_sqlite=True)) == ABOUT_SQLITE


@pytest.mark.parametrize(
    ("sql", "complaint"),
    [
        ("SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?))", "a function of JSON"),
        ("SELECT seq FROM journal_content WHERE json_extract(after, '$.child') = ?", "a function of JSON"),
        ("PRAGMA secure_delete = ON", "a pragma"),
        ("SELECT seq FROM sqlite_sequence WHERE name = ?", "a table or function of SQLite's own"),
        ("INSERT OR REPLACE INTO setting VALUES (?, ?)", "INSERT OR"),
        ("VACUUM", "VACUUM"),
        ("SELECT rowid FROM entry", "a row's hidden number"),
        ("SELECT 1 FROM child_now c WHERE c.open = 1 AND c.worker_id = ?", "a number for true or false"),
        ("SELECT 1 FROM discussion d WHERE d.asked_for = 0", "a number for true or false"),
        ('UPDATE open_item SET "sensitive" = 1', "a number for true or false"),
        ("SELECT COALESCE(n.open, 0) FROM child_now n", "a number for true or false"),
        ("SELECT 1 FROM entry WHERE recorded_at GLOB '2026*'", "GLOB"),
        ("SELECT strftime('%Y', happened_on) FROM entry", "a function of days"),
        ("SELECT max(a.first_day, a.last_day) FROM absence a", "max of several values"),
        ("SELECT min(COALESCE(a.last_day, ?), ?) FROM absence a", "min of several values"),
        ("SELECT 1 FROM entry WHERE child_id = :id", "a parameter with a name"),
        ("SELECT 1 FROM entry WHERE child_id = ?1", "a parameter with a name"),
        ("SELECT 1 FROM entry e WHERE e.child_id IS ?", "IS between values"),
        ("SELECT 1 FROM entry WHERE kind == 'action'", "two signs for equal"),
        ("SELECT 1 FROM entry e ORDER BY +e.happened_on", "a sign before a column"),
        ("SELECT name FROM worker_now WHERE worker_id IN ()", "an empty list"),
        ("SELECT 1 FROM entry e ORDER BY e.happened_on, e.id", "NULLs of happened_on in no said place"),
        ("SELECT 1 FROM (SELECT id FROM entry) WHERE id > 1", "a subquery without a name"),
        ('DROP TABLE temp."child_now"', "a temporary schema of SQLite's"),
        ("SELECT d.id, max(e.on), d.about FROM note d GROUP BY 1", "beside GROUP BY, d.about"),
        ("SELECT 1 FROM a WHERE id IN (SELECT b.x FROM b GROUP BY b.y)", "beside GROUP BY, b.x"),
        ("SELECT a FROM b UNION ALL SELECT c, count(*) FROM d GROUP BY e ORDER BY 1", "beside GROUP BY, c"),
    ],
)
def test_it_would_be_found(sql: str, complaint: str) -> None:
    assert complaint in complaints_about(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT c.worker_id, t.name, count(*) FROM child_now c WHERE c.open = ? GROUP BY c.worker_id, t.name",
        "SELECT COALESCE(d.ends, e.on), max(d.id) FROM d JOIN e ON e.id = d.id GROUP BY 1 HAVING count(*) > 1",
        "SELECT max(COALESCE(e.happened_on, substr(e.recorded_at, 1, 10))) FROM entry e WHERE NOT e.sensitive",
        "SELECT COALESCE(n.open, FALSE) FROM child_now n WHERE n.severity = 1 ORDER BY COALESCE(n.on, ''), n.id",
        "SELECT 1 FROM entry e WHERE e.child_id IS NOT NULL AND e.id IN ({}) LIMIT 1",
        "SELECT 1 FROM (SELECT id FROM entry) f JOIN team t ON t.id = f.id ORDER BY COALESCE(t.happened_on, ''), f.id",
        "SELECT 1 FROM entry e ORDER BY e.happened_on NULLS FIRST, e.id LIMIT 1",
        "INSERT INTO t (a, b) VALUES (?, ?) ON CONFLICT (a) DO UPDATE SET b = excluded.b",
        "The store {} is damaged: keep the file. Nothing was saved at 10:30.",
    ],
)
def test_what_both_understand_is_let_be(sql: str) -> None:
    assert complaints_about(sql) == []


def test_docstrings_are_no_sql_and_the_parts_of_a_string_are_read_as_one() -> None:
    source = '"""PRAGMA."""\nSQL = f"SELECT {what} FROM x WHERE x.open "\\\n    f"= 1 AND y = {z}"\n'
    assert [text for _, text in strings_of(source)] == ["SELECT {} FROM x WHERE x.open = 1 AND y = {}"]
