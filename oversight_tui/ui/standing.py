"""What stands at the top of every screen: the protective marking, and what kind of store it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content

from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from oversight_tui.ui.app import OversightApp


class Standing(TextLine):
    """A line of its own, so that nothing pushes it out; none at all where there is nothing to say."""

    DEFAULT_CSS = """
    Standing { dock: top; text-align: center; background: $panel; }
    """

    def on_mount(self) -> None:
        """Fill it; it stays so for as long as the program runs."""
        parts = standing_parts(cast("OversightApp", self.app))
        self.show(parts)
        self.display = bool(parts)


def standing_parts(app: OversightApp) -> tuple[Part, ...]:
    """The marking, whether the store is not encrypted, whether the team is made up; the marking is never cut first."""
    said = [Part(f" {app.marking} ", "bold")] if app.marking else []
    if not app.worker.encrypted:
        said.append(Part(" not encrypted ", "bold $text-warning"))
    if app.made_up:
        said.append(Part(" made-up team ", "reverse"))
    return tuple(said)


def marking_of(app: OversightApp) -> Content:
    """The marking for the border of a dialog, which may cover the line at the top."""
    return Content(app.marking)
