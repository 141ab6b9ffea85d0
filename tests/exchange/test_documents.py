"""A document as it is opened by whoever gets it: by other readers than the writers know of."""

import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree

import pytest
import typst
from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, PdfObject

from oversight_tui.exchange.documents.docx import as_docx
from oversight_tui.exchange.documents.html import as_html
from oversight_tui.exchange.documents.model import (
    Block,
    Bullets,
    Column,
    Document,
    Entry,
    Face,
    Section,
    Span,
    Table,
    line,
    note,
    paragraph,
    words_of,
)
from oversight_tui.exchange.documents.pdf import LACKING, as_pdf

CARRIED = typst.Fonts(include_system_fonts=False)
AT = datetime(2026, 11, 23, 9, 30, 15, 123456, tzinfo=UTC)
FACE = Face("OFFICIAL-SENSITIVE", "As at Mon 23 Nov 2026; no list imported.", "Made by Angela on Mon 23 Nov 2026 09:30")
HOSTILE = "#let x = 1; *bold* _it_ <script>alert(1)</script> {{x}} ${y} $z$ `c` @d [e] \\ // &amp; =1+1 #sys.inputs"
WORD = "7" * 320  # no rule of hyphenation knows where it may be broken
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document(*blocks: Block, dense: bool = False, face: Face = FACE) -> Document:
    return Document(face, "Child's file: C-1", "Angela", (Section("What was said", blocks),), dense)


def rich() -> Document:
    entry = Entry(
        heading="Fri 2 Oct 2026: Same-day talk",
        by="Angela, written Fri 2 Oct 2026 10:00, no. 7",
        lines=(line("", HOSTILE), line("Because", "Seen by ", Span("[third party: Mr Green]", "third_party"))),
        state="withdrawn",
        remark="Withdrawn: it stays readable and counts no more.",
    )
    rows = tuple((words_of(f"C-{number}"), words_of("Looked after. " * 9)) for number in range(90))
    table = Table((Column("Child"), Column("What happened", 3)), rows)
    return document(note("Read this first."), entry, Bullets((words_of("One"), words_of("Two"))), table)


class Page(HTMLParser):
    """What a browser would find."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_in_html_what_was_typed_is_text_and_nothing_runs() -> None:
    page = Page(as_html(rich()))
    assert HOSTILE in page.text
    assert not page.named("script")
    assert {"content": "default-src 'none'; style-src 'unsafe-inline'", "http-equiv": "Content-Security-Policy"} in (
        page.named("meta")
    )


def test_html_has_headings_header_cells_the_language_and_the_marking_twice() -> None:
    page = Page(as_html(rich()))
    assert page.named("html") == [{"lang": "en-GB"}]
    assert [tag for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h3"]
    assert page.named("th") == [{"scope": "col"}] * 2
    assert page.text.count("OFFICIAL-SENSITIVE") == 2
    assert FACE.as_at in page.text
    assert FACE.made in page.text
    assert "@page" in page.text
    assert "prefers-color-scheme: dark" in page.text


def test_a_title_of_any_letters_stays_a_title() -> None:
    page = Page(as_html(document(paragraph("x")).__replace__(title='</title><b a="', author='"><i>')))
    assert not page.named("b")
    assert not page.named("i")
    assert '</title><b a="' in page.text


@pytest.mark.parametrize("writer", ["html", "docx", "pdf"])
def test_a_text_that_turns_the_line_round_is_cleaned_in_every_form(writer: str) -> None:
    made = document(paragraph("safe \u202e\u2066evil\x1b[31m\x00 end"))
    assert TEXT_OF[writer](made).count("safe evil[31m end") == 1


def in_html(made: Document) -> str:
    return Page(as_html(made)).text


def in_docx(made: Document) -> str:
    parts = zipfile.ZipFile(BytesIO(as_docx(made, AT)))
    tree = ElementTree.fromstring(parts.read("word/document.xml"))
    return "\n".join("".join(text.text or "" for text in one.iter(f"{W}t")) for one in tree.iter(f"{W}p"))


def in_pdf(made: Document) -> str:
    """Its text on one line, without what Typst adds for lines to break at."""
    pages = PdfReader(BytesIO(as_pdf(made, AT).content)).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split()).replace("\u200b", "").replace("\xad ", "")


TEXT_OF = {"html": in_html, "docx": in_docx, "pdf": in_pdf}


@pytest.mark.parametrize(("writer", "times"), [("html", 16), ("docx", 12), ("pdf", 15)])
def test_what_was_typed_is_text_and_no_markup_in_a_heading_too(writer: str, times: int) -> None:
    """HTML says its title twice, Word keeps what stands over and under each page in files of their own."""
    entry = Entry(HOSTILE, HOSTILE, (line(HOSTILE, HOSTILE),), "withdrawn", HOSTILE)
    table = Table((Column(HOSTILE),), ((words_of(HOSTILE),),))
    section = Section(HOSTILE, (note(HOSTILE), Bullets((words_of(Span(HOSTILE, "gone")),)), entry, table))
    made = Document(Face(HOSTILE, HOSTILE, HOSTILE), HOSTILE, HOSTILE, (section,))
    text = TEXT_OF[writer](made)
    assert re.sub(r"\s|\xad", "", text).count(re.sub(r"\s", "", HOSTILE)) == times  # lines of a page end anywhere


def test_a_word_file_has_headings_header_rows_marking_language_and_page_numbers() -> None:
    parts = zipfile.ZipFile(BytesIO(as_docx(rich(), AT)))
    tree = ElementTree.fromstring(parts.read("word/document.xml"))
    styles = [style.get(f"{W}val") for style in tree.iter(f"{W}pStyle")]
    assert [style for style in styles if style and style.startswith("Heading")] == ["Heading1", "Heading2", "Heading3"]
    rows = list(tree.iter(f"{W}tr"))
    assert [bool(list(row.iter(f"{W}tblHeader"))) for row in rows] == [True] + [False] * 90
    for part in ("word/header1.xml", "word/footer1.xml"):
        assert "OFFICIAL-SENSITIVE" in "".join(ElementTree.fromstring(parts.read(part)).itertext())
    foot = ElementTree.fromstring(parts.read("word/footer1.xml"))
    assert [one.text for one in foot.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
    languages = {one.get(f"{W}val") for one in ElementTree.fromstring(parts.read("word/styles.xml")).iter(f"{W}lang")}
    assert languages == {"en-GB"}
    about = "".join(ElementTree.fromstring(parts.read("docProps/core.xml")).itertext())
    assert "Child's file: C-1" in about
    assert "python-docx" not in about


def test_a_pdf_is_tagged_and_each_page_has_the_marking_twice_and_its_number() -> None:
    made = as_pdf(rich(), AT)
    reader = PdfReader(BytesIO(made.content))
    root = reader.root_object
    marked = root["/MarkInfo"].get_object()
    assert isinstance(marked, DictionaryObject)
    assert marked["/Marked"]
    assert str(root["/Lang"]) == "en-GB"
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Child's file: C-1", "Angela")
    assert b"pdfuaid" in made.content
    assert {"/H1", "/H2", "/H3", "/TH", "/Table", "/L", "/P"} <= set(_kinds(root["/StructTreeRoot"]))
    assert made.pages == len(reader.pages) > 2
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert text.count("OFFICIAL-SENSITIVE") == 2
        assert f"{number} of {made.pages}" in text
        assert FACE.made in text
        assert max(_set_apart(page), default=0) < _TAKEN_FOR_A_SPACE


# Thousandths of the size of the letters: from a twentieth on, what searches a PDF reads "SENSI TI VE".
_TAKEN_FOR_A_SPACE = 50


def _set_apart(page: PageObject) -> Iterator[float]:
    """By how much each letter of a page is set apart from the one after it."""
    for operands, operator in ContentStream(page.get_contents(), None).operations:
        if operator == b"TJ":
            yield from (-float(one) for one in operands[0] if isinstance(one, int | float))


def _kinds(element: PdfObject) -> Iterator[str]:
    """What the parts of a document are, as whoever reads it aloud is told."""
    one = element.get_object()
    if isinstance(one, ArrayObject):
        for inner in one:
            yield from _kinds(inner)
    elif isinstance(one, DictionaryObject):
        if "/S" in one:
            yield str(one["/S"])
        if "/K" in one:
            yield from _kinds(one["/K"])


def test_scripts_of_all_kinds_are_there_and_what_no_font_has_is_spelt_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a computer with no fonts but those that come with Typst."""
    monkeypatch.setattr(typst, "Fonts", lambda include_system_fonts: CARRIED)
    said = "Łódź Ωμέγα Жанна مرحبا नमस्ते"
    joined = paragraph("\u4e2d and \U0001f468\u200d\U0001f467\ufe0f, \u0e01\u0e48 n\u1ab0 o\u0323 \u0e01")
    typed = document(paragraph(said), paragraph("مرحبا بالعالم"), joined)
    made = as_pdf(typed, AT)
    assert made.lacking == {"\u4e2d", "\U0001f468\u200d\U0001f467\ufe0f", "\u0e01\u0e48", "\u0e01", "n\u1ab0"}
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(made.content)).pages)
    assert {"Łódź", "Ωμέγα", "Жанна"} <= set(text.split())
    assert "[U+4E2D] and [man][girl], [U+0E01][U+0E48] n[U+1AB0] \u1ecd [U+0E01]" in text
    assert LACKING[:40] in " ".join(text.split())
    assert b"pdfuaid" in made.content
    page = Page(as_html(typed))
    assert said in page.text
    assert [one.get("dir") for one in page.named("p")].count("rtl") == 1
    assert said in in_docx(typed)


def test_a_word_that_no_line_holds_is_broken_and_nothing_of_it_is_lost() -> None:
    table = Table((Column("A"), Column("B", 9)), ((words_of(WORD), words_of("x")),))
    made = document(paragraph(WORD), table)
    assert in_pdf(made).replace(" ", "").count("7") == 640
    [page] = PdfReader(BytesIO(as_pdf(made, AT).content)).pages
    lines = [line for line in page.extract_text().splitlines() if "777" in line]
    assert len(lines) > 15  # most of them in the narrow column
    assert max(map(len, lines)) < 120


def test_without_a_marking_nothing_stands_in_its_place() -> None:
    bare = document(paragraph("x"), face=Face("", "a", "b"))
    assert not [one for one in Page(as_html(bare)).named("div") if one.get("class") == "marking"]
    assert as_pdf(bare, AT).pages == 1
    assert in_docx(bare)
