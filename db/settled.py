"""What became, when a store was opened, of what broken-off work had left."""

from __future__ import annotations

from msgspec import Struct


class Settled(Struct, frozen=True):
    """What was found at a start, by the names of the files.

    `finished` are the copies that were given the store's key, `removed` what was of no use, `stays` what could not be
    removed; `shut` are the copies that do not open as the store does, told where something was finished or removed.
    `erasing` says that bytes of what was erased are still to be written over.
    """

    finished: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    shut: tuple[str, ...] = ()
    erasing: bool = False
