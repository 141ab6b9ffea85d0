"""The container of old office files: streams in a chain of sectors, found by their names.

The shapes are those of Microsoft's description of the format, MS-CFB.
"""

from __future__ import annotations

import struct

from oversight_tui.exchange.spreadsheet_signs import DAMAGED, NotTaken

_IN_HEADER = 109  # numbers of the first sectors of the table of chains that stand in the header
_LAST = 0xFFFFFFFA  # numbers from here on are no sectors
_ENTRY = 128


class OldOffice:
    """An old office file in memory. Raises NotTaken for a chain that leads nowhere or into itself, struct.error where
    the file ends too early.
    """

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.size = 1 << int(struct.unpack_from("<H", content, 30)[0])
        self.small_size = 1 << int(struct.unpack_from("<H", content, 32)[0])
        tables, directory, self.large_from, small_table, _, more, _ = struct.unpack_from(
            "<I I 4x I I I I I", content, 44
        )
        self.chains = self._table(tables, more)
        self.entries = self._directory(self._stream(directory))
        self.small_chains = self._numbers(self._stream(small_table)) if small_table < _LAST else ()
        self.small = self._stream(self.entries[""][0]) if "" in self.entries else b""

    def names(self) -> frozenset[str]:
        """The names of all streams."""
        return frozenset(self.entries)

    def stream(self, name: str) -> bytes:
        """What a stream holds."""
        first, length = self.entries[name]
        if length >= self.large_from:
            return self._stream(first)[:length]
        pieces = (
            self.small[at * self.small_size : (at + 1) * self.small_size] for at in self._chain(first, small=True)
        )
        return b"".join(pieces)[:length]

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self.size
        return self.content[at : at + self.size]

    def _table(self, count: int, more: int) -> tuple[int, ...]:
        numbers = list(struct.unpack_from(f"<{_IN_HEADER}I", self.content, 76))
        while more < _LAST and len(numbers) < count + _IN_HEADER:
            further = self._numbers(self._sector(more))
            numbers += further[:-1]
            more = further[-1]
        return self._numbers(b"".join(self._sector(number) for number in numbers if number < _LAST))

    def _numbers(self, content: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])

    def _chain(self, first: int, *, small: bool = False) -> list[int]:
        table = self.small_chains if small else self.chains
        found: list[int] = []
        while first < _LAST:
            if first >= len(table) or len(found) > len(table):
                raise NotTaken(DAMAGED)
            found.append(first)
            first = table[first]
        return found

    def _stream(self, first: int) -> bytes:
        return b"".join(map(self._sector, self._chain(first)))

    def _directory(self, content: bytes) -> dict[str, tuple[int, int]]:
        """The first sector and the length of each stream; that of the small ones has the empty name here."""
        found = {}
        for at in range(0, len(content) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", content, at + 64)
            name = content[at : at + max(0, length - 2)].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<II", content, at + 116)
            if kind in (2, 5):
                found["" if kind == 5 else name] = first, size
        return found
