"""The line at the top of every screen: the protective marking, and what kind of store it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content

from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from oversight_tui.ui.program import Program


class MarkingLine(TextLine):
    """A line of its own, so that nothing pushes it out; none at all where there is nothing to say."""

    DEFAULT_CSS = """
    MarkingLine { dock: top; text-align: center; background: $panel; }
    """

    def on_mount(self) -> None:
        """Fill it."""
        self.say_marking()

    def say_marking(self) -> None:
        """The marking as it is now; it stays so until another is set."""
        parts = marking_parts(cast("Program", self.app))
        self.show(parts)
        self.display = bool(parts)


def marking_parts(program: Program) -> tuple[Part, ...]:
    """The marking, whether the store is not what was seen of it or not encrypted, whether the team is made up; the
    marking is never cut first.
    """
    parts = [Part(f" {program.marking} ", "bold")] if program.marking else []
    if program.worker.doubted:
        parts.append(Part(" not as it was left: run oversight verify ", "bold reverse $text-error"))
    if not program.worker.encrypted:
        parts.append(Part(" not encrypted ", "bold $text-warning"))
    if program.made_up:
        parts.append(Part(" made-up team ", "reverse"))
    return tuple(parts)


def marking_of(program: Program) -> Content:
    """The marking for the border of a dialog, which may cover the line at the top."""
    return Content(program.marking)
