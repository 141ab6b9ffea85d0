"""Names of keys, and the bytes a terminal sends for them.

`jj<Enter><C-q>` are four keys: plain characters, and names in angle brackets with `C-`, `A-` or `S-` before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Name: bytes without kitty's protocol, its number and its final character there; of `u` the number says which key.
NAMED = {
    "Enter": ("\r", 13, "u"),
    "Esc": ("\x1b", 27, "u"),
    "Tab": ("\t", 9, "u"),
    "Backspace": ("\x7f", 127, "u"),
    "Space": (" ", 32, "u"),
    "Up": ("\x1b[A", 1, "A"),
    "Down": ("\x1b[B", 1, "B"),
    "Right": ("\x1b[C", 1, "C"),
    "Left": ("\x1b[D", 1, "D"),
    "Home": ("\x1b[H", 1, "H"),
    "End": ("\x1b[F", 1, "F"),
    "PageUp": ("\x1b[5~", 5, "~"),
    "PageDown": ("\x1b[6~", 6, "~"),
}
_STILL_PLAIN = (13, 9, 127, 32)  # Enter, Tab, Backspace and Space stay as they were, unless every key is reported
_MODIFIERS = {"S": 1, "A": 2, "C": 4}
_EVERY_KEY, _WITH_ITS_TEXT = 8, 16
_SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))  # a keyboard of the US
_KEY = re.compile(r"<((?:[CAS]-)*)([A-Za-z]+)>")


@dataclass(frozen=True, slots=True)
class Key:
    """One key: a name of NAMED or a character, and what is held down with it, as kitty counts."""

    base: str
    held: int = 0

    def sent(self, kitty: int) -> bytes:
        """The bytes; `kitty` is what the program has asked for of kitty's protocol, 0 for nothing."""
        if self.base in NAMED:
            return self._named(kitty).encode()
        if kitty & _EVERY_KEY or (kitty and self.held & ~1):
            return self._numbered(kitty).encode()
        plain = chr(ord(self.base.upper()) & 0x1F) if self.held & 4 else self.base
        return (("\x1b" if self.held & 2 else "") + plain).encode()

    def _named(self, kitty: int) -> str:
        plain, number, final = NAMED[self.base]
        if final != "u":
            start = f"\x1b[{number};{self.held + 1}"
            return start + final if self.held else plain
        if kitty and (number not in _STILL_PLAIN or kitty & _EVERY_KEY or self.held):
            return f"\x1b[{number}{f';{self.held + 1}' if self.held else ''}u"
        if number == NAMED["Tab"][1] and self.held == 1:
            return "\x1b[Z"
        return ("\x1b" if self.held & 2 else "") + plain

    def _numbered(self, kitty: int) -> str:
        """A character as kitty says it: the number of the key, what is held down, and the text it makes."""
        key, held = _SHIFTED.get(self.base, self.base.lower()), self.held
        if key != self.base:
            held |= 1
        modified = f";{held + 1}" if held else ""
        if kitty & _WITH_ITS_TEXT and not held & ~1:
            return f"\x1b[{ord(key)}{modified or ';'};{ord(self.base)}u"
        return f"\x1b[{ord(key)}{modified}u"


def keys_of(text: str) -> list[Key]:
    """The keys of a text. Raises ValueError where a name is no key's."""
    found: list[Key] = []
    place = 0
    while place < len(text):
        named = _KEY.match(text, place)
        if named is None:
            found.append(Key(text[place]))
            place += 1
            continue
        if named[2] not in NAMED and len(named[2]) > 1:
            raise ValueError(f"There is no key <{named[2]}>.")
        found.append(Key(named[2], sum(_MODIFIERS[one] for one in named[1].replace("-", ""))))
        place = named.end()
    return found
