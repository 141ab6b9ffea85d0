"""A child as the lists showed them last, as it is kept with what they showed."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import DecodeError, Struct
from msgspec.json import Decoder

from db import stored
from oversight_tui.practice.changes import KnownChild


class Shown(Struct, frozen=True):
    """A child as the lists show them, in plain values. It is stored as JSON and compared with what a newer list shows,
    so a field keeps its name and its form.
    """

    open: bool = False
    worker: str | None = None
    team: str | None = None
    adviser: str | None = None
    status: str | None = None
    status_since: str | None = None
    date_of_birth: str | None = None
    last_seen: str | None = None
    last_seen_source: str | None = None
    closed_on: str | None = None
    closed_because: str | None = None
    conflict: str | None = None
    lists: tuple[str, ...] = ()


NEVER_SHOWN = Shown()
_DECODER = Decoder(Shown)


def shown_before(known: Mapping[str, KnownChild]) -> dict[str, Shown]:
    """Each child whom a list showed, as it showed them last. Raises StoreError where that cannot be read."""
    try:
        return {
            reference: _DECODER.decode(child.content) for reference, child in known.items() if child.content is not None
        }
    except (DecodeError, UnicodeEncodeError):
        raise stored.damaged("a content") from None
