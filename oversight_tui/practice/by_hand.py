"""A team as it is typed on the first morning, before there is any list."""

from __future__ import annotations

from msgspec import Struct


class TypedWorker(Struct, frozen=True):
    """A worker and the references of the children they hold; without a name, of children nobody holds yet."""

    name: str
    children: tuple[str, ...]


class TypedTeam(Struct, frozen=True):
    """Who the manager is, what the team is called, and who is on it."""

    manager: str
    team: str
    workers: tuple[TypedWorker, ...]
