"""Peewee without the libraries for servers: it loads whichever it finds, which takes longer than all of itself.

It words this program's questions, and nothing is asked of a server through it (`db.engines.postgres`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

_FOR_SERVERS = ("psycopg", "psycopg2", "psycopg2cffi", "pymysql", "MySQLdb")


class _Alone(Loader):
    """Loads a module as another loader does, with those libraries out of its sight."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        with _out_of_sight():
            self._loader.exec_module(module)


class _FindsPeewee(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != "peewee":
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Alone(spec.loader)
        return spec


@contextmanager
def _out_of_sight() -> Iterator[None]:
    hidden = [name for name in _FOR_SERVERS if name not in sys.modules]
    known: dict[str, Any] = sys.modules  # None in it says to Python that there is no such library
    known.update(dict.fromkeys(hidden))
    try:
        yield
    finally:
        for name in hidden:
            del known[name]


def keep_alone() -> None:
    """From now on Peewee is loaded so, whoever asks for it."""
    if not any(isinstance(finder, _FindsPeewee) for finder in sys.meta_path):
        sys.meta_path.insert(0, _FindsPeewee())
