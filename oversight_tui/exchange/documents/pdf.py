"""A document as PDF: tagged, for PDF/UA-1, set by Typst from data that it never reads as markup.

Typst is imported here only when a PDF is asked for. It is handed the document as JSON in an input and reads no other
file than the template beside this one.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from oversight_tui.exchange.documents.charts import as_svg
from oversight_tui.exchange.documents.model import Chart, Charts, Document, note, texts_of

if TYPE_CHECKING:
    from typst import Compiler

_TEMPLATE = Path(__file__).with_name("document.typ")
_STANDARD: Final = "ua-1"
_PROBE = b'#set document(title: "probe")\n#set text(lang: "en", font: "Libertinus Serif")\n#sys.inputs.letter\n'
_SURELY_THERE = 0x17F  # up to the end of Latin Extended-A every letter is in the fonts that Typst carries
_JOINER = "\u200d"
_UNSEEN = (_JOINER, "\u200c", "\ufe0e", "\ufe0f")
LACKING = (
    "Some letters are in no font of this computer. Each is written here as its name or number in square brackets; "
    "the HTML file has them as they were typed."
)


class Pdf(msgspec.Struct, frozen=True):
    """The file, how many pages it has, and the letters that no font had."""

    content: bytes
    pages: int
    lacking: frozenset[str]


def as_pdf(document: Document, made_at: datetime) -> Pdf:
    """Set it: with the fonts that Typst carries, where these do not do with those of the system."""
    import typst

    lacking: frozenset[str] = frozenset()
    compiler = typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, font_paths=typst.Fonts(include_system_fonts=False))
    unusual = {letter for text in texts_of(document) for letter in _letters(text) if max(letter) > chr(_SURELY_THERE)}
    if _without_a_glyph(compiler, unusual):
        compiler = typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, font_paths=typst.Fonts(include_system_fonts=True))
        lacking = _without_a_glyph(compiler, unusual)
    data = {"document": _data(document, lacking), "pictures": _pictures(document)}
    try:
        content = _compiled(compiler, data, made_at, accessible=True)
    except typst.TypstError:
        # letters that a font has one by one and not beside each other: tagged all the same
        content = _compiled(compiler, data, made_at, accessible=False)
    pages = compiler.query("<pages>", field="value", one=True)
    return Pdf(content, int(json.loads(pages)), lacking)


def _compiled(compiler: Compiler, data: dict[str, str], made_at: datetime, *, accessible: bool) -> bytes:
    content = compiler.compile(
        _TEMPLATE,
        format="pdf",
        sys_inputs=data,
        pdf_standards=[_STANDARD] if accessible else [],
        timestamp=made_at.replace(microsecond=0),  # Typst takes whole seconds only
    )
    assert isinstance(content, bytes)
    return content


def _pictures(document: Document) -> str:
    """The picture of every chart in the order in which they stand, and what it shows in words, as JSON."""
    charts = [
        chart
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Charts)
        for chart in block.charts
    ]
    return json.dumps([{"svg": as_svg(one, at), "shows": _shown(one)} for at, one in enumerate(charts)])


def _shown(chart: Chart) -> str:
    """Every number of a chart, for who does not see it."""
    lines = (
        f"{one.name}: "
        + ", ".join(
            f"{step} {chart.written(value)}"
            for step, value in zip(chart.steps, one.values, strict=True)
            if value is not None
        )
        for one in chart.series
    )
    return f"{chart.title}. {'; '.join(lines)}."


def _letters(text: str) -> Iterator[str]:
    """What a reader sees as one letter: with the marks on it, and all that a joiner makes one picture of."""
    letter = ""
    for one in text:
        if letter and (one in _UNSEEN or unicodedata.category(one).startswith("M") or letter.endswith(_JOINER)):
            letter += one
        else:
            yield from filter(None, (letter,))
            letter = one
    yield from filter(None, (letter,))


def _without_a_glyph(compiler: Compiler, letters: Iterable[str]) -> frozenset[str]:
    """Which of these no font has: Typst refuses a document for PDF/UA with such a letter in it."""
    from typst import TypstError

    found = set()
    for letter in letters:
        try:
            compiler.compile(_PROBE, format="pdf", sys_inputs={"letter": letter}, pdf_standards=[_STANDARD])
        except TypstError:
            found.add(letter)
    return frozenset(found)


def _data(document: Document, lacking: frozenset[str]) -> str:
    """The document as JSON; letters that are lacking are spelt out, and its first section says so."""
    if not lacking:
        return msgspec.json.encode(document).decode()
    first, *others = document.sections
    told = first.__replace__(blocks=(note(LACKING), *first.blocks))
    written = msgspec.json.encode(document.__replace__(sections=(told, *others))).decode()
    longest_first = sorted(lacking, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), lambda found: _spelt(found[0]), written)


def _spelt(letter: str) -> str:
    return "".join(one if one <= chr(_SURELY_THERE) else f"[{_called(one)}]" for one in letter if one not in _UNSEEN)


def _called(letter: str) -> str:
    """A symbol by its name, a letter by its number."""
    name = unicodedata.name(letter, "") if unicodedata.category(letter) == "So" else ""
    return name.lower() or f"U+{ord(letter):04X}"
