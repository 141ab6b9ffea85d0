"""A letter that chooses and goes on to the field in which words follow: keys typed at once are for that field."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.form import Form


def goes_on(form: Form, field: str) -> None:
    """On to this field of the form, which the next keys are meant for."""
    meant_for_it = form.program.key_queue.hold()
    form.sheet.input(field).focus()
    form.call_after_refresh(meant_for_it)
