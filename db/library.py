"""The library that keeps every store, encrypted or plain: SQLite within SQLCipher, as its own module brings it.

Python's own SQLite is whatever the system has, years old on many; it opens no store. Which faults of SQLite's are known
here is asked of this one place.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

_Version = tuple[int, int, int]


class Library(Struct, frozen=True):
    """The versions, as each says its own: SQLite's (`3.53.4`) and that of SQLCipher around it (`4.19.0 community`)."""

    sqlite: str
    cipher: str

    def __str__(self) -> str:
        return f"SQLite {self.sqlite} in SQLCipher {self.cipher}"


class KnownFault(Struct, frozen=True):
    """A fault of SQLite's that could harm a store, in words, and the first version with it and the first without.

    `mended_in` holds the older lines that were mended too, each by the last number of its first version without.
    """

    says: str
    since: _Version
    until: _Version
    mended_in: Mapping[tuple[int, int], int] = field(default_factory=dict)

    def is_in(self, version: _Version) -> bool:
        """Whether this version of SQLite has it."""
        mended = self.mended_in.get(version[:2])
        return self.since <= version < self.until and (mended is None or version[2] < mended)


KNOWN_FAULTS = (
    # https://sqlite.org/wal.html#walresetbug and https://sqlite.org/releaselog/3_51_3.html
    KnownFault("two programs at one store can damage it", (3, 7, 0), (3, 51, 3), {(3, 44): 6, (3, 50): 7}),
    # https://nvd.nist.gov/vuln/detail/CVE-2025-6965
    KnownFault("a question too long can overwrite memory (CVE-2025-6965)", (3, 0, 0), (3, 50, 2)),
)


def library() -> Library:
    """What this program has, asked without a store."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        return Library(dbapi2.sqlite_version, str(connection.execute("PRAGMA cipher_version").fetchone()[0]))
    finally:
        connection.close()


def known_faults(sqlite: str) -> tuple[KnownFault, ...]:
    """The known faults that a version of SQLite has."""
    major, minor, patch = (int(part) for part in sqlite.split(".")[:3])
    return tuple(fault for fault in KNOWN_FAULTS if fault.is_in((major, minor, patch)))
