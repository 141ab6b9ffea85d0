"""The end of a session: how long it took."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.ui.dialogs.form import Asked, Field, Form
from oversight_tui.ui.dialogs.session import read_minutes


class FinishForm(Form):
    """Minutes, and what is carried over."""

    about_a_child = False

    AUTO_FOCUS = "#minutes"

    def __init__(self, session_id: str, worker: str, left: int) -> None:
        hint = f"How long it took; {left} not reached go onto the next agenda" if left else "How long it took"
        super().__init__(
            f"finish:{session_id}", f"Supervision with {worker} ends", (Field("minutes", "Minutes", hint),)
        )
        self.session_id = session_id

    def asks(self, typed: Mapping[str, str]) -> Asked:
        """The end."""
        return Asked("finish_session", (self.session_id, read_minutes(typed["minutes"])))
