"""The sheet before a session and the record after it as a document: told lines, under their headings."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from oversight_tui.exchange.documents.model import (
    Block,
    Bullets,
    Document,
    Face,
    Section,
    Span,
    paragraph,
    words_of,
)
from oversight_tui.words.text import one_line


def session_paper(title: str, told: Iterable[tuple[int, str]], face: Face, author: str) -> Document:
    """The document; what belongs to a thing stands under it as a list. What ends with a colon is answered by hand."""
    lines = tuple(told)
    levels = (*(level for level, _ in lines[1:]), 0)
    sections: list[tuple[str, list[Block]]] = []
    below: list[str] = []
    for (level, words), following in zip(lines, levels, strict=True):
        if level == 2:
            below.append(words)
            continue
        _put(sections, below)
        if level == 0:
            sections.append((one_line(words), []))
        else:
            said = paragraph(Span(words, "strong") if following == 2 else words)
            sections[-1][1].append(said.__replace__(room=words.endswith(":")))
    _put(sections, below)
    found = tuple(Section(heading, tuple(blocks)) for heading, blocks in sections)
    return Document(face, one_line(title), author, found)


def _put(sections: list[tuple[str, list[Block]]], below: list[str]) -> None:
    """What was gathered under the last thing goes there; with what is answered by hand apart."""
    for room, some in groupby(below, key=lambda words: words.endswith(":")):
        sections[-1][1].append(Bullets(tuple(map(words_of, some)), room=room))
    below.clear()
