"""A report as a browser finds it: its figures with their numbers, and all that could run or be loaded."""

from __future__ import annotations

from html.parser import HTMLParser

from msgspec import Struct


class Drawn(Struct):
    """A figure: its caption, and the rows of its table without their heading."""

    pictures: list[dict[str, str | None]]
    caption: str = ""
    rows: list[list[str]] = []


class ReportPage(HTMLParser):
    """Read as it is opened."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.figures: list[Drawn] = []
        self.tables: list[list[list[str]]] = []
        self.said = ""
        self._open: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "col", "line"):
            self._open.append(tag)
        if tag == "figure":
            self.figures.append(Drawn([]))
        elif tag == "svg" and self._open[-2:] == ["figure", "svg"]:
            self.figures[-1].pictures.append(dict(attrs))
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == "table" and "figure" in self._open:
            self.figures[-1].rows = self.tables.pop()[1:]

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is not None or "svg" in self._open:
            return
        self.said += data
        if "figcaption" in self._open:
            self.figures[-1].caption += data
        if self._open and self._open[-1] in ("td", "th"):
            self.tables[-1][-1][-1] += data

    @property
    def attributes(self) -> list[tuple[str, str | None]]:
        """Of every tag, by name."""
        return [one for _, attributes in self.tags for one in attributes.items()]

    def table(self, heading: str) -> list[list[str]]:
        """The rows of the table whose first column is headed so, without the headings."""
        (found,) = (rows for rows in self.tables if rows[0][0] == heading)
        return found[1:]
