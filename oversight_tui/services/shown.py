"""A child as the lists showed them last, as it is kept with what they showed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

from msgspec import DecodeError, Struct
from msgspec.json import Decoder, Encoder

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

    def closed(self, because: str, on: date) -> Shown:
        """The child as they were shown, closed by what was said of them and by no list."""
        return self.__replace__(open=False, closed_on=on.isoformat(), closed_because=because)

    def written(self) -> tuple[str, str]:
        """It as canonical JSON, and the digest of that."""
        content = _ENCODER.encode(self)
        return content.decode(), hashlib.sha256(content).hexdigest()


NEVER_SHOWN = Shown()
_DECODER = Decoder(Shown)
_ENCODER = Encoder(order="sorted")


def shown_before(known: Mapping[str, KnownChild]) -> dict[str, Shown]:
    """Each child whom a list showed, as it showed them last. Raises StoreError where that cannot be read."""
    return {reference: as_shown(child.content) for reference, child in known.items() if child.content is not None}


def as_shown(content: str) -> Shown:
    """A child as a list showed them, from what is kept of it. Raises StoreError where that cannot be read."""
    try:
        return _DECODER.decode(content)
    except (DecodeError, UnicodeEncodeError):
        raise stored.damaged("a content") from None
