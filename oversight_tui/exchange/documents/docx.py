"""A document as a Word file: real headings, header rows that are said again, page numbers that Word counts.

python-docx is imported here only when such a file is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from oversight_tui.exchange.documents.model import (
    Block,
    Bullets,
    Charts,
    Document,
    Entry,
    Lines,
    Paragraph,
    Table,
    Words,
    as_table,
)

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import _Footer, _Header
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

_FONT, _LANGUAGE = "Calibri", "en-GB"
_CELL_ROOM = "30"  # twentieths of a point
_SIZE, _SMALL = 10.5, 7.5  # points, of a usual document and of a dense one
_SMALLEST = 6.5  # of a table with many columns


def as_docx(document: Document, made_at: datetime) -> bytes:
    """Write it."""
    import docx
    from docx.shared import Cm, Pt

    word = docx.Document()
    _set_up(word, document, made_at)
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    margin = Cm(1.3 if document.dense else 2.2)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = margin
    page.header_distance = page.footer_distance = Cm(0.7)
    _face(page.header, page.footer, document)
    word.add_heading(document.title, 1)
    faint = word.add_paragraph(document.face.as_at)
    faint.runs[0].font.size = Pt(8)
    for section in document.sections:
        word.add_heading(section.heading, 2)
        for block in section.blocks:
            _block(word, block, page.page_width - 2 * margin)
    written = BytesIO()
    word.save(written)
    return written.getvalue()


def _set_up(word: WordFile, document: Document, made_at: datetime) -> None:
    """Fonts, sizes, the language of every text, and what the file says of itself."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    size = _SMALL if document.dense else _SIZE
    for name, of_it in (("Normal", 1.0), ("Heading 1", 1.6), ("Heading 2", 1.25), ("Heading 3", 1.05)):
        style = word.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size * of_it)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(0 if name == "Normal" else size * 0.6)
        style.paragraph_format.space_after = Pt(size * 0.2)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for themed in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{themed}"), None)
    word.styles["Footer"].font.size = Pt(8)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)
    about = word.core_properties
    about.title, about.author, about.language = document.title, document.author, _LANGUAGE
    about.created = about.modified = made_at.replace(tzinfo=None)
    about.comments, about.last_modified_by = "", document.author


def _face(header: _Header, footer: _Footer, document: Document) -> None:
    """The marking over and under every page, who made it, and which page it is."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    top, foot = header.paragraphs[0], footer.paragraphs[0]
    last = footer.add_paragraph(style=foot.style)
    for one in (top, foot):
        one.alignment = WD_ALIGN_PARAGRAPH.CENTER
        one.add_run(document.face.marking).bold = True
    last.alignment = WD_ALIGN_PARAGRAPH.CENTER
    last.add_run(f"{document.face.made}. Page ")
    _field(last, "PAGE")
    last.add_run(" of ")
    _field(last, "NUMPAGES")


def _field(paragraph: WordParagraph, counts: str) -> None:
    """A number that Word works out itself."""
    run = paragraph.add_run()
    run._r.append(_element("fldChar", fldCharType="begin"))
    instruction = _element("instrText")
    instruction.text = counts
    run._r.append(instruction)
    run._r.append(_element("fldChar", fldCharType="separate"))
    run.add_text("1")
    run._r.append(_element("fldChar", fldCharType="end"))


def _element(name: str, **values: str) -> BaseOxmlElement:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _leave_room(written: WordParagraph, *, room: bool) -> None:
    """Under what is answered by hand a line or two stay free."""
    from docx.shared import Pt

    if room:
        written.paragraph_format.space_after = Pt(26)


def _block(word: WordFile, block: Block, room: int) -> None:
    """Write it; `room` is the width between the margins."""
    if isinstance(block, Paragraph):
        written = word.add_paragraph()
        _write(written, block.words)
        _leave_room(written, room=block.room)
        if block.note:
            written._p.get_or_add_pPr().append(_element("shd", val="clear", color="auto", fill="F1F3F5"))
    elif isinstance(block, Bullets):
        for one in block.items:
            written = word.add_paragraph(style="List Bullet")
            _write(written, one)
            _leave_room(written, room=block.room)
    elif isinstance(block, Lines):
        for line in block.lines:
            _write(word.add_paragraph(), line.words, line.label)
    elif isinstance(block, Table):
        _table(word, block, room)
    elif isinstance(block, Charts):
        for chart in block.charts:
            word.add_heading(chart.title, 3)
            _write(word.add_paragraph(), chart.says)
            _table(word, as_table(chart), room)
    else:
        _entry(word, block)


def _entry(word: WordFile, entry: Entry) -> None:
    from docx.shared import Cm, Pt, RGBColor

    word.add_heading(entry.heading, 3)
    inset = Cm(0 if entry.state == "stands" else 0.5)
    written = []
    if entry.remark:
        written.append(word.add_paragraph())
        written[0].add_run(entry.remark).bold = True
    for line in entry.lines:
        written.append(word.add_paragraph())
        _write(written[-1], line.words, line.label)
    if entry.by:
        written.append(word.add_paragraph())
        by = written[-1].add_run(entry.by)
        by.font.size, by.font.color.rgb = Pt(8), RGBColor(0x44, 0x44, 0x44)
    for one in written:
        one.paragraph_format.left_indent = inset
    for one in written[:-1]:
        one.paragraph_format.keep_with_next = len(written) <= 4  # a short entry stays on one page


def _table(word: WordFile, table: Table, room: int) -> None:
    whole = sum(column.share for column in table.columns)
    made = word.add_table(rows=1 + len(table.rows), cols=len(table.columns), style="Table Grid")
    made.autofit = False
    made._tbl.tblPr.append(_cell_margins(is_wide=table.is_wide))
    for place, column in enumerate(table.columns):
        made.columns[place].width = int(room * column.share / whole)
    cells = made._cells  # all at once: asking for each row's is slow in a long table
    width = len(table.columns)
    for place, column in enumerate(table.columns):
        _write_cell(cells[place], column.heading, int(room * column.share / whole))
    for number, row in enumerate(table.rows, 1):
        for place, said in enumerate(row):
            cell = cells[number * width + place]
            cell.width = int(room * table.columns[place].share / whole)
            _write(cell.paragraphs[0], said)
    if table.is_wide:
        _set_smaller(cells)
    made.rows[0]._tr.get_or_add_trPr().append(_element("tblHeader"))
    for drawn in made.rows:
        drawn._tr.get_or_add_trPr().append(_element("cantSplit"))


def _cell_margins(*, is_wide: bool) -> BaseOxmlElement:
    """Room over and under the text of every cell, so that no letter touches a line; beside it Word's own, which a wide
    table has no room for.
    """
    margins = _element("tblCellMar")
    for side in ("top", "left", "bottom", "right") if is_wide else ("top", "bottom"):
        margins.append(_element(side, w=_CELL_ROOM, type="dxa"))
    return margins


def _set_smaller(cells: Iterable[_Cell]) -> None:
    from docx.shared import Pt

    for cell in cells:
        for run in cell.paragraphs[0].runs:
            run.font.size = Pt(_SMALLEST)


def _write_cell(cell: _Cell, heading: str, width: int) -> None:
    from docx.shared import Emu

    cell.width = Emu(width)
    cell.paragraphs[0].add_run(heading).bold = True
    cell._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill="E6E9EC"))


def _write(paragraph: WordParagraph, words: Words, label: str = "") -> None:
    """The words of one text; those read from right to left in a paragraph that is."""
    from docx.enum.text import WD_COLOR_INDEX

    if label:
        paragraph.add_run(f"{label}: ").bold = True
    for span in words.spans:
        run = paragraph.add_run(span.text)
        run.bold = True if span.mark == "strong" else None
        run.italic = True if span.mark == "left_out" else None
        run.font.strike = True if span.mark == "gone" else None
        if span.mark == "third_party":
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        if words.right_to_left:
            run.font.rtl = True
    if words.right_to_left:
        paragraph._p.get_or_add_pPr().append(_element("bidi"))
