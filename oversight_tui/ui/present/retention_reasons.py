"""Why a key of the list of what is kept cannot act on the row that is selected."""

from __future__ import annotations

from oversight_tui.practice.retention import KeptRow
from oversight_tui.ui.actions import ActionId


def cannot_about_kept(action_id: ActionId, row: KeptRow) -> str:
    """Only what is due is erased, and a hold stands once, on a child or a worker; empty where the key can act."""
    if action_id == "retention_erase" and row.state == "held":
        return "A legal hold stands on this. Lift it first."
    if action_id == "retention_erase" and row.state != "due":
        return f"This is not due to be erased: {row.because}."
    if action_id == "retention_hold" and row.hold is not None:
        return "This is under a legal hold already."
    if action_id == "retention_hold" and not row.name:
        return "A legal hold is on a child or a worker; it keeps the notes about them too."
    if action_id == "retention_lift" and row.hold is None:
        return "There is no legal hold on this."
    return ""
