"""What is pasted is text, also where it holds escape characters. Knows the marks that a terminal puts around a paste.

Textual takes an escape character within a paste for the beginning of a key: the characters after it then act as if they
had been pressed, before the rest of the paste arrives. Most terminals take them out of a paste; tmux does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual._xterm_parser import XTermParser
from textual.message import Message

from oversight_tui.ui.bursts import Bursts

_READ = XTermParser.feed
ESCAPE, BEGINS, ENDS = "\x1b", "\x1b[200~", "\x1b[201~"


class Pastes:
    """Goes along with what a terminal sends, piece by piece, and takes the escape characters out of every paste."""

    def __init__(self) -> None:
        self._inside = False
        self._before = ""
        self._kept = ""

    def amid_one(self, piece: str) -> bool:
        """Whether a piece is of a paste, or holds one, or may hold the beginning of one."""
        return self._inside or BEGINS in self._before + piece

    def as_text(self, piece: str) -> str:
        """The next piece without them. What may begin the end of a paste is kept until the next piece."""
        found = []
        while piece or self._kept:
            if self._inside:
                text, mark, piece = (self._kept + piece).partition(ENDS)
                self._kept = "" if mark else _beginning_of_end(text)
                found.append(text[: len(text) - len(self._kept)].replace(ESCAPE, "") + mark)
                self._inside = not mark
                if not mark:
                    break
            else:
                seen = len(self._before)
                text, mark, rest = (self._before + piece).partition(BEGINS)
                found.append((text + mark)[seen:])
                self._before = "" if mark else text[1 - len(BEGINS) :]
                self._inside = bool(mark)
                piece = rest
        return "".join(found)


def _beginning_of_end(text: str) -> str:
    """As much of the end of a text as may be the beginning of the mark that ends a paste."""
    lengths = range(min(len(ENDS) - 1, len(text)), 0, -1)
    return next((text[-length:] for length in lengths if ENDS.startswith(text[-length:])), "")


def take_pastes_as_text() -> None:
    """Let every terminal's input go through `Pastes` and `Bursts` as Textual reads it, for every board."""

    def feed(parser: XTermParser, data: str) -> Iterable[Message]:
        pastes: Pastes = vars(parser).setdefault("pastes", Pastes())
        bursts: Bursts = vars(parser).setdefault("bursts", Bursts())
        marked = pastes.amid_one(data)
        text = pastes.as_text(data) if data else ""
        if not data or (text and marked):
            return _READ(parser, text)
        return bursts.messages_of(text, partial(_READ, parser)) if text else ()

    setattr(XTermParser, "feed", feed)  # noqa: B010  a method of another library, which has no place for this
