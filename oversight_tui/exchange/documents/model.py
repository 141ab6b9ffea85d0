"""What a document says, as plain values: a face, a title, sections, and in them paragraphs, entries and tables.

Knows no form that it is written in. Text in it was cleaned already (`words_of`); each writer writes it as it stands,
never as markup.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from math import floor
from typing import Literal

from msgspec import Struct

from oversight_tui.words.text import paragraphs

# What stands out in a text: a third party's name, words that count no more, a label, what was left out.
Mark = Literal["third_party", "gone", "strong", "left_out"]
_PARTING = (" ", "\n")
State = Literal["stands", "replaced", "withdrawn", "left_out"]


class Span(Struct, frozen=True):
    """Some words of one text that look alike; `mark` is None for plain ones."""

    text: str
    mark: Mark | None = None


class Words(Struct, frozen=True):
    """One text; `right_to_left` says that its first letter is of a script that is read so."""

    spans: tuple[Span, ...]
    right_to_left: bool = False


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """A paragraph; a `note` is set apart from what the document itself says. With `room` something is written under it
    by hand.
    """

    words: Words
    note: bool = False
    room: bool = False


class Bullets(Struct, frozen=True, tag="bullets"):
    """A list of short things. With `room` something is written by hand beside and under each."""

    items: tuple[Words, ...]
    room: bool = False


class Line(Struct, frozen=True):
    """One thing that is known: what it is called, and what it is."""

    label: str
    words: Words


class Lines(Struct, frozen=True, tag="lines"):
    """Several things that are known, one below the other."""

    lines: tuple[Line, ...]


class Column(Struct, frozen=True):
    """A column by its heading; `share` is how wide it is beside the others."""

    heading: str
    share: float = 1


MOST_AT_FULL_SIZE = 10  # columns; the template of the PDF has the same number


class Table(Struct, frozen=True, tag="table"):
    """Rows of cells under headings that are said again on each page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]

    @property
    def is_wide(self) -> bool:
        """Whether it has so many columns that it is set smaller."""
        return len(self.columns) > MOST_AT_FULL_SIZE


class Series(Struct, frozen=True):
    """One line of a chart by its name; a value of None is a gap in it, and never 0."""

    name: str
    values: tuple[float | None, ...]


class Chart(Struct, frozen=True):
    """Lines over named steps, all of them of one length. `says` is in a sentence what can be seen in it; `decimals`,
    with how many a value is written. A `percent` is drawn from 0 to 100.
    """

    title: str
    says: Words
    steps: tuple[str, ...]
    series: tuple[Series, ...]
    decimals: int = 0
    percent: bool = False

    def written(self, value: float | None) -> str:
        """A value as it stands in a table; nothing for a gap. A percent is rounded down, as a share is."""
        if value is None:
            return ""
        return f"{floor(value)}" if self.percent else f"{value:.{self.decimals}f}"


class Charts(Struct, frozen=True, tag="charts"):
    """Charts beside and below each other."""

    charts: tuple[Chart, ...]


class Entry(Struct, frozen=True, tag="entry"):
    """Something recorded, under a heading of its own. `by` says who wrote it and when; `remark` what became of it."""

    heading: str
    by: str
    lines: tuple[Line, ...]
    state: State = "stands"
    remark: str = ""


Block = Paragraph | Bullets | Lines | Table | Charts | Entry


class Section(Struct, frozen=True):
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


class Face(Struct, frozen=True):
    """What every page bears. `marking` is the protective marking, which may be empty; `as_at` the day of the rules and
    of the newest lists, `made` who made the document and when, both in words.
    """

    marking: str
    as_at: str
    made: str


class Document(Struct, frozen=True):
    """A document as a whole. `author` is who made it; `dense` sets it small and tight, to be carried on few pages.

    Headings, labels and what is said of an entry are one line each, and cleaned by whoever makes them (`one_line`).
    """

    face: Face
    title: str
    author: str
    sections: tuple[Section, ...]
    dense: bool = False


def as_table(chart: Chart) -> Table:
    """Every number of a chart: a row a step, a column a line."""
    rows = ((step, *(chart.written(one.values[at]) for one in chart.series)) for at, step in enumerate(chart.steps))
    return Table(
        (Column("Month"), *(Column(one.name) for one in chart.series)),
        tuple(tuple(words_of(cell) for cell in row) for row in rows),
    )


def words_of(*parts: str | Span) -> Words:
    """A text of these parts, each cleaned; a part without letters is left out."""
    cleaned = (part if isinstance(part, Span) else Span(part) for part in parts)
    spans = tuple(Span(text, span.mark) for span in cleaned if (text := _cleaned(span.text)))
    return Words(spans, _is_right_to_left("".join(span.text for span in spans)))


def line(label: str, *parts: str | Span) -> Line:
    """One thing that is known, from its parts."""
    return Line(label, words_of(*parts))


def paragraph(*parts: str | Span) -> Paragraph:
    """A paragraph from its parts."""
    return Paragraph(words_of(*parts))


def note(*parts: str | Span) -> Paragraph:
    """A paragraph about the document, from its parts."""
    return Paragraph(words_of(*parts), note=True)


def _cleaned(text: str) -> str:
    """A part made safe; a space or line break at its ends stays, for it parts it from its neighbours."""
    inner = paragraphs(text)
    before = text[:1] if text[:1] in _PARTING else ""
    after = text[-1:] if text[-1:] in _PARTING else ""
    return f"{before}{inner}{after}" if inner else ""


def _is_right_to_left(text: str) -> bool:
    """By the first letter that has a direction, as the Unicode bidirectional algorithm reads a paragraph (P2, P3)."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def texts_of(document: Document) -> Iterator[str]:
    """Everything that is written in a document, in any order."""
    yield from (document.title, document.author, document.face.marking, document.face.as_at, document.face.made)
    for section in document.sections:
        yield section.heading
        for block in section.blocks:
            yield from _texts_of_block(block)


def _texts_of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Entry):
        yield from (block.heading, block.by, block.remark)
    if isinstance(block, Table):
        yield from (column.heading for column in block.columns)
    if isinstance(block, Entry | Lines):
        yield from (one.label for one in block.lines)
    if isinstance(block, Charts):
        for chart in block.charts:
            yield from (chart.title, *chart.steps, *(one.name for one in chart.series))
    for words in _words_of_block(block):
        yield from (span.text for span in words.spans)


def _words_of_block(block: Block) -> Iterable[Words]:
    if isinstance(block, Paragraph):
        return (block.words,)
    if isinstance(block, Bullets):
        return block.items
    if isinstance(block, Table):
        return (cell for row in block.rows for cell in row)
    if isinstance(block, Charts):
        return (chart.says for chart in block.charts)
    return (one.words for one in block.lines)
