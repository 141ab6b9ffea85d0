"""A form that always has something to ask before it saves, for what is hard to bring back."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.ui.dialogs.form import Form


class ConfirmedForm(Form):
    """Saving asks the form's question, y saves, any other key goes back to the words."""

    def question(self, typed: Mapping[str, str]) -> str:
        """What y does; empty where it is saved at once."""
        raise NotImplementedError
