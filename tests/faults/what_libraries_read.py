"""Which variables of the environment a library reads, found in its sources."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from msgspec import Struct

_READERS = ("environ.get", "environ.pop", "environ.setdefault", "getenv", "get_environ")
_HELPER = "_get_environ_"


class Reads(Struct, frozen=True):
    """The names that are written out, and each other place where the environment is looked at, as `file: code`."""

    names: frozenset[str]
    elsewhere: frozenset[str]


def read_by(library: ModuleType) -> Reads:
    """All that the installed library reads in the environment."""
    (folder,) = map(Path, library.__path__)
    names: set[str] = set()
    elsewhere: set[str] = set()
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for child in ast.iter_child_nodes(node):
                if _is_environment(child) and not _is_reader(node):
                    elsewhere.add(f"{path.relative_to(folder)}: {ast.unparse(node)}")
            for asked in _asked(node):
                if isinstance(asked, ast.Constant) and isinstance(asked.value, str):
                    names.add(asked.value)
                else:
                    elsewhere.add(f"{path.relative_to(folder)}: {ast.unparse(node)}")
            if isinstance(node, ast.Constant) and str(node.value).startswith("TEXTUAL") and str(node.value).isupper():
                names.add(str(node.value))
    return Reads(frozenset(names), frozenset(elsewhere))


def _is_environment(node: ast.AST) -> bool:
    """`os.environ`, or what is called so."""
    if not isinstance(node, ast.Attribute | ast.Name) or isinstance(node.ctx, ast.Store):
        return False
    return ast.unparse(node).rpartition(".")[2].lstrip("_") in ("environ", "environb")


def _is_reader(node: ast.AST) -> bool:
    """What asks `environ` for one name, which `_asked` finds, or is a part of it."""
    if isinstance(node, ast.Attribute):
        return ast.unparse(node).endswith(_READERS)
    return isinstance(node, ast.Subscript | ast.Compare)


def _asked(node: ast.AST) -> Iterator[ast.AST]:
    """What stands where the name of a variable belongs."""
    if isinstance(node, ast.Call) and node.args:
        called = ast.unparse(node.func)
        if called.endswith(_READERS) or called.startswith(_HELPER):
            yield node.args[0]
    elif isinstance(node, ast.Subscript) and _is_environment(node.value):
        yield node.slice
    elif isinstance(node, ast.Compare) and any(map(_is_environment, node.comparators)):
        yield node.left
