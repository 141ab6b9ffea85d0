"""The words that somebody looks for, marked where they stand in a line: underlined and bold, so without colour too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style


class Span(NamedTuple):
    """From one character of a text up to another."""

    start: int
    end: int


# Where in a text the words stand, in their order.
Finds = Callable[[str], Sequence[Span]]


class FoundIn(NamedTuple):
    """In which cell of a row words are marked."""

    place: int
    finds: Finds


_FOUND = Style(bold=True, underline=True)


def marked(segments: Iterable[Segment], finds: Finds | None) -> Iterator[Segment]:
    """The same text, with what is found in it marked."""
    for text, style, _ in segments:
        base, done = style or Style(), 0
        for start, end in finds(text) if finds is not None else ():
            if done < start:
                yield Segment(text[done:start], base)
            yield Segment(text[start:end], base + _FOUND)
            done = end
        if done < len(text):
            yield Segment(text[done:], base)
