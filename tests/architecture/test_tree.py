"""What the plan of the house says, held to the tree."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from db import open_store
from tests.db.test_board_facts import import_team

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for top in ("oversight_tui", "db") for path in (ROOT / top).rglob("*.py"))
MOST_LINES, MOST_CLASS_LINES, MOST_FUNCTION_LINES = 400, 300, 50
HEAVY = (
    *("textual", "rich", "python_calamine", "dateutil.parser", "hypothesis", "asyncio", "typst", "docx"),
    *("xlsxwriter", "icalendar", "pygal"),
)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def faults_of_files(faults: Callable[[Path], Iterable[str]]) -> dict[str, list[str]]:
    """What is wrong with each file that has a fault, by its path."""
    found = {str(path.relative_to(ROOT)): sorted(faults(path)) for path in SOURCES}
    return {path: wrong for path, wrong in found.items() if wrong}


def test_a_file_holds_one_small_subject_and_says_which() -> None:
    def faults(path: Path) -> Iterator[str]:
        tree = tree_of(path)
        if tree.body and not ast.get_docstring(tree):
            yield "no docstring says what this file knows"
        if len(path.read_text("utf-8").splitlines()) > MOST_LINES:
            yield "the file is too long"
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                most = MOST_CLASS_LINES if isinstance(node, ast.ClassDef) else MOST_FUNCTION_LINES
                if (node.end_lineno or node.lineno) - node.lineno >= most:
                    yield f"{node.name} is too long"

    assert faults_of_files(faults) == {}


def test_a_class_with_all_that_it_inherits_here_is_small() -> None:
    """A class that is split into parents is as hard to read as one that is not: whoever reads it reads them all."""
    classes = [node for path in SOURCES for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)]
    lines: dict[str, int] = {}
    parents: dict[str, set[str]] = {}
    for node in classes:
        lines[node.name] = max(lines.get(node.name, 0), (node.end_lineno or node.lineno) - node.lineno + 1)
        parents[node.name] = parents.get(node.name, set()) | _inherited(node)

    def family(name: str) -> set[str]:
        return {name}.union(*(family(parent) for parent in parents[name] if parent in parents and parent != name))

    whole = {name: sum(lines[one] for one in family(name)) for name in lines}
    assert {name: size for name, size in whole.items() if size > MOST_CLASS_LINES} == {}


def _inherited(node: ast.ClassDef) -> set[str]:
    """The names of the classes a class inherits from, without what they are made generic with."""
    bases = [base.value if isinstance(base, ast.Subscript) else base for base in node.bases]
    return {base.id for base in bases if isinstance(base, ast.Name)}


def test_no_file_needs_one_that_needs_it() -> None:
    """Also where it is imported for its types only, or within a function: such files can only be read together."""
    files = {_module(path): path for path in SOURCES}
    needs = {module: _needed(path, files.keys()) - {module} for module, path in files.items()}
    TopologicalSorter(needs).prepare()  # raises CycleError, which names the files of the circle


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _needed(path: Path, known: Collection[str]) -> set[str]:
    """The files of this tree that a file imports anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in known else node.module for name in named}
    return found & set(known)


def test_the_clock_is_read_in_one_place() -> None:
    def faults(path: Path) -> Collection[str]:
        calls = (node.func for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))
        asked = {
            f"{called.value.id}.{called.attr}"
            for called in calls
            if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name)
        }
        pure = "practice" in path.parts or "words" in path.parts
        return asked & {"date.today", "datetime.today", "time.time", *(("datetime.now",) if pure else ())}

    assert faults_of_files(lambda path: faults(path) if path.name != "clock.py" else ()) == {}


def test_no_store_is_opened_by_another_sqlite_than_the_one_that_comes_with_the_program() -> None:
    """Two of them in one process do not see each other's locks, and Python's own may be years old."""

    def faults(path: Path) -> Collection[str]:
        nodes = list(ast.walk(tree_of(path)))
        needed = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        needed |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
        called = {ast.unparse(node.func).split(".")[-1] for node in nodes if isinstance(node, ast.Call)}
        others = {name.partition(".")[0] for name in needed} & {"sqlite3", "_sqlite3", "pysqlite3", "apsw"}
        return others | (called & {"SqliteDatabase"})  # Peewee's own makes connections of Python's

    assert faults_of_files(faults) == {}


@pytest.mark.parametrize(
    "command",
    [
        ["today"],
        ["today", "--json"],
        ["sight"],
        ["child", "C-1"],
        ["worker", "Amira"],
        ["mine"],
        ["where"],
        ["policy", "show"],
        ["export", "child", "C-1", "--to", "out.html"],
    ],
    ids=" ".join,
)
def test_a_command_that_opens_no_screen_loads_none(command: list[str], tmp_path: Path) -> None:
    store = open_store(tmp_path / "team.oversight")
    import_team(store)
    store.close()
    told = (
        "import sys\nfrom oversight_tui.cli import main\n"
        f"code = main({[*command, '--store', str(store.path), '--today', '2026-10-02']!r})\n"
        f"found = sorted(set(sys.modules) & set({HEAVY!r}))\n"
        "sys.exit(' '.join(found) or code)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_board_starts_without_what_only_other_tasks_need() -> None:
    told = (
        "import sys\nimport oversight_tui.cli, oversight_tui.commands.board, oversight_tui.ui.app\n"
        "tasks = ('oversight_tui.exchange', 'oversight_tui.services.record', 'oversight_tui.services.importing',\n"
        "         'oversight_tui.made_up_team', 'oversight_tui.practice.requests',\n"
        "         'db.writes', 'db.recording', 'db.journal', 'oversight_tui.practice.retention', 'python_calamine',\n"
        "         'dateutil.parser', 'multiprocessing', 'tomllib', 'secrets')\n"
        "sys.exit(' '.join(name for name in tasks if name in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_two_classes_of_the_screen_share_a_name() -> None:
    """Whoever reads a name in one file knows it in every other; and a style sheet knows a widget by nothing else."""
    names = Counter(
        node.name
        for path in (ROOT / "oversight_tui" / "ui").rglob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, number in names.items() if number > 1] == []
