"""The line at the top of every screen: the protective marking, and what kind of store it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.content import Content

from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from textual.screen import Screen

    from oversight_tui.ui.program import Program


class MarkedLine(TextLine):
    """A line of its own, so that nothing pushes it out; none at all where there is nothing to say. It says what it is
    given, also where there is no store yet.
    """

    DEFAULT_CSS = """
    MarkedLine { dock: top; text-align: center; background: $panel; }
    """

    def __init__(self, parts: tuple[Part, ...] = ()) -> None:
        super().__init__()
        self._parts = parts

    def on_mount(self) -> None:
        """Fill it."""
        self.say_marking()

    def say_marking(self) -> None:
        """The marking as it is now."""
        self.put(self._parts)

    def put(self, parts: tuple[Part, ...]) -> None:
        """Say this."""
        self.show(parts)
        self.display = bool(parts)


class MarkingLine(MarkedLine):
    """The same over every screen of a store."""

    def say_marking(self) -> None:
        """The marking as it is now; it stays so until another is set."""
        self.put(marking_parts(cast("Program", self.app)))


def marking_parts(program: Program) -> tuple[Part, ...]:
    """The marking, whether the store is not what was seen of it, was moved, cannot be reached or is not encrypted, or
    on which server it is, whether the team is made up; the marking is never cut first.
    """
    parts = list(words_of_marking(program.marking))
    if program.worker.doubted:
        parts.append(Part(" not as it was left: run oversight verify ", "bold reverse $text-error"))
    if program.worker.moved:
        parts.append(Part(" moved: nothing is recorded here ", "bold reverse $text-error"))
    if program.worker.away:
        parts.append(Part(" no connection ", "bold reverse $text-error"))
    if program.worker.on_a_server:
        parts.append(Part(f" {one_line(program.worker.store_name)} "))
    elif not program.worker.encrypted:
        parts.append(Part(" not encrypted ", "bold $text-warning"))
    if program.made_up:
        parts.append(Part(" made-up team ", "reverse"))
    return tuple(parts)


def mark_anew(screens: Iterable[Screen[object]]) -> None:
    """Say on every one of these screens what is to be said now."""
    for screen in screens:
        for line in screen.query(MarkingLine):
            line.say_marking()


def words_of_marking(marking: str) -> tuple[Part, ...]:
    """The marking alone; nothing where none is set."""
    return (Part(f" {marking} ", "bold"),) if marking else ()


def marking_of(program: Program) -> Content:
    """The marking for the border of a dialog, which may cover the line at the top."""
    return Content(program.marking)
