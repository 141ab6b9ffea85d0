"""The page for the case for resources as passages: every number in words, so that it reads without colour."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_tui.practice.sight.outlook_words import Section, page_of
from oversight_tui.practice.sight.team_outlook import TeamOutlook
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.text import one_line


def outlook_passages(found: TeamOutlook, names: Names) -> tuple[Passage, ...]:
    """The page, heading by heading; workers go by initials while names are hidden."""
    hides = _Hides(found, names)
    passages = (passage for section in page_of(found) for passage in _section(section, hides))
    return tuple(passages)[1:]  # nothing stands above the first heading


class _Hides:
    """Sentences that name workers, and the names in them, as they are written now."""

    def __init__(self, found: TeamOutlook, names: Names) -> None:
        longest_first = sorted(found.names.values(), key=len, reverse=True)
        self._shown = [(name, names.worker(name)) for name in longest_first] if names.hidden else []

    def said(self, words: str) -> str:
        """A sentence of the page."""
        for name, shown in self._shown:
            words = words.replace(name, shown)
        return one_line(words)


def _section(section: Section, hides: _Hides) -> Iterator[Passage]:
    yield Passage()
    yield Passage(hides.said(section.heading), "heading")
    for line in section.lines:
        yield Passage(hides.said(line), "quiet" if section.columns or section.is_method else "plain", indent=2, hang=2)
    for worker, fte, *cells in section.rows:
        yield Passage(f"{hides.said(worker)}, {fte}", "strong", indent=2)
        for column, cell in zip(section.columns[2:], cells, strict=True):
            yield Passage(f"{column}: {cell}", _tone(cell), indent=4, hang=2)


def _tone(cell: str) -> Tone:
    return "warn" if "short by" in cell else "plain"
