"""A document as one HTML file that stands alone: for a screen in the dark or the light, and for paper.

Every text is escaped, and the file forbids itself scripts and anything from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from oversight_tui.exchange.documents.charts import as_svg, legend
from oversight_tui.exchange.documents.model import (
    Block,
    Bullets,
    Chart,
    Charts,
    Document,
    Entry,
    Lines,
    Mark,
    Paragraph,
    Table,
    Words,
)

_STYLE = Path(__file__).with_name("document.css")
_TAG: dict[Mark, str] = {"third_party": "mark", "gone": "s", "strong": "strong", "left_out": "em"}
_HEAD = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">"""


def as_html(document: Document) -> bytes:
    """Write it, in UTF-8."""
    return "\n".join(_lines(document)).encode()


def _lines(document: Document) -> Iterator[str]:
    face = document.face
    marking = f'<div class="marking">{escape(face.marking)}</div>' if face.marking else ""
    yield _HEAD
    yield f'<meta name="author" content="{escape(document.author)}">'
    yield f"<title>{escape(document.title)}</title>"
    yield f"<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>"
    yield '<body class="dense">' if document.dense else "<body>"
    yield f"<header>{marking}</header>\n<main>"
    yield f'<h1 dir="auto">{escape(document.title)}</h1>'
    yield f'<p class="faint">{escape(face.as_at)}</p>'
    for section in document.sections:
        yield f'<section>\n<h2 dir="auto">{escape(section.heading)}</h2>'
        for block in section.blocks:
            yield from _block(block)
        yield "</section>"
    yield f'</main>\n<footer>{marking}<p class="faint">{escape(face.made)}</p></footer>\n</body>\n</html>\n'


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _paragraph(block.words, "note" if block.note else "room" if block.room else "")
    elif isinstance(block, Bullets):
        yield '<ul class="room">' if block.room else "<ul>"
        yield from (f"<li{_direction(one)}>{_spans(one)}</li>" for one in block.items)
        yield "</ul>"
    elif isinstance(block, Lines):
        yield from (_paragraph(one.words, "", one.label) for one in block.lines)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Charts):
        yield '<div class="charts">'
        for number, chart in enumerate(block.charts):
            yield from _chart(chart, number)
        yield "</div>"
    else:
        yield from _entry(block)


def _entry(entry: Entry) -> Iterator[str]:
    yield f'<article class="{entry.state}">\n<h3 dir="auto">{escape(entry.heading)}</h3>'
    if entry.remark:
        yield f'<p dir="auto"><strong>{escape(entry.remark)}</strong></p>'
    yield from (_paragraph(one.words, "", one.label) for one in entry.lines)
    if entry.by:
        yield f'<p class="faint by" dir="auto">{escape(entry.by)}</p>'
    yield "</article>"


def _table(table: Table) -> Iterator[str]:
    whole = sum(column.share for column in table.columns)
    yield '<div class="wide"><table>\n<colgroup>' if table.is_wide else "<table>\n<colgroup>"
    yield from (f'<col style="width: {100 * column.share / whole:.1f}%">' for column in table.columns)
    yield "</colgroup>\n<thead><tr>"
    yield from (f'<th scope="col">{escape(column.heading)}</th>' for column in table.columns)
    yield "</tr></thead>\n<tbody>"
    for row in table.rows:
        yield "<tr>"
        yield from (f"<td{_direction(cell)}>{_spans(cell)}</td>" for cell in row)
        yield "</tr>"
    yield "</tbody>\n</table></div>" if table.is_wide else "</tbody>\n</table>"


def _chart(chart: Chart, number: int) -> Iterator[str]:
    """The picture, which a screen reader passes over, and every number of it as a table, which it reads."""
    yield f'<figure>\n<figcaption dir="auto">{escape(chart.title)}</figcaption>'
    yield as_svg(chart, number, "var(--ink)")
    yield from (
        f'<span class="line"><svg aria-hidden="true" viewBox="0 0 40 6"><line x1="0" y1="3" x2="40" y2="3" '
        f'stroke="var(--ink)" stroke-width="2" stroke-dasharray="{strokes}"/></svg>{escape(name)}</span>'
        for name, strokes in legend(chart)
    )
    yield f"{_paragraph(chart.says, 'says')}\n<details><summary>Numbers</summary>\n<table><thead><tr>"
    yield "".join(f'<th scope="col">{escape(one)}</th>' for one in ("Month", *(one.name for one in chart.series)))
    yield "</tr></thead>\n<tbody>"
    for at, step in enumerate(chart.steps):
        cells = "".join(f"<td>{chart.written(one.values[at])}</td>" for one in chart.series)
        yield f'<tr><th scope="row">{escape(step)}</th>{cells}</tr>'
    yield "</tbody>\n</table>\n</details>\n</figure>"


def _paragraph(words: Words, kind: str, label: str = "") -> str:
    said = f"<strong>{escape(label)}:</strong> " if label else ""
    styled = f' class="{kind}"' if kind else ""
    return f"<p{styled}{_direction(words)}>{said}{_spans(words)}</p>"


def _direction(words: Words) -> str:
    return ' dir="rtl"' if words.right_to_left else ""


def _spans(words: Words) -> str:
    return "".join(_span(one.text, one.mark) for one in words.spans)


def _span(text: str, mark: Mark | None) -> str:
    return escape(text) if mark is None else f"<{_TAG[mark]}>{escape(text)}</{_TAG[mark]}>"
