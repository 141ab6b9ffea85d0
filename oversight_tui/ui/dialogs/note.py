"""A note to self."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.requests import NoteRequest, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import FormName, key_about


class NoteForm(Form):
    """The manager's own note, on nobody's page."""

    about_a_child = False

    AUTO_FOCUS = "#text"

    def __init__(self, about: About) -> None:
        hint = "On nobody's page and in no report; the law can still ask for it"
        super().__init__(
            key_about(FormName.NOTE, about),
            f"A note to yourself: {about.shown or 'about nobody'}",
            (Field("text", "Note", hint, 5, needed=True),),
        )
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The note."""
        return NoteRequest(typed["text"], self.about.subject)
