"""A legal hold placed or lifted, and records erased for good."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.requests import Erase, LiftHold, PlaceHold, Request
from oversight_tui.practice.retention import KeptRow
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.confirmed import ConfirmedForm
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import FormName, key_about, key_named
from oversight_tui.words.typed import Unread


class LegalHoldForm(Form):
    """Why nothing about a child or worker may be erased."""

    about_a_child = False
    AUTO_FOCUS = "#because"

    def __init__(self, about: About) -> None:
        fields = (Field("because", "Because", "An inquiry, a claim, proceedings: why nothing may go", 2, needed=True),)
        super().__init__(key_about(FormName.LEGAL_HOLD, about), f"A legal hold on {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The hold."""
        return PlaceHold(self.about.someone, typed["because"])


class LiftHoldForm(Form):
    """Why a legal hold ends."""

    about_a_child = False
    AUTO_FOCUS = "#because"

    def __init__(self, row: KeptRow, shown: str) -> None:
        fields = (Field("because", "Because", "Why it is no longer needed", 2, needed=True),)
        super().__init__(key_named(FormName.LIFT_HOLD, row.key), f"Lift the legal hold on {shown}", fields)
        self.row = row

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The lifting."""
        if self.row.about is None:
            raise Unread("Nothing is held here.")
        return LiftHold(self.row.about, typed["because"])


class EraseForm(ConfirmedForm):
    """Why what is due is erased. Nothing brings it back; `stays` says where it is held all the same."""

    about_a_child = False
    AUTO_FOCUS = "#because"

    def __init__(self, row: KeptRow, shown: str, stays: str) -> None:
        fields = (Field("because", "Because", "Why; this stays for good, so name nobody in it", 2, needed=True),)
        super().__init__(key_named(FormName.ERASE, row.key), f"Erase for good: {shown}", fields)
        self.row = row
        self.stays = stays

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The erasure."""
        row = self.row
        months = self.program.backups.longest_months
        return Erase(row.about, typed["because"], row.kind, months)

    def question(self, typed: Mapping[str, str]) -> str:
        """It is always asked."""
        undo = self.program.keymap.shown("undo")
        asked = f"y erases it for good. It cannot be undone, and {undo} does not bring it back."
        return f"{asked} {self.stays}".strip()
