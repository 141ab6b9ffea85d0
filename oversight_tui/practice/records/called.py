"""What people call a record: an opening date is not said to be a session that was held, or a talk."""

from __future__ import annotations

from oversight_tui.practice.records.base import Content
from oversight_tui.practice.records.children import ExtractRow, Missing
from oversight_tui.practice.records.sessions import SessionHeld
from oversight_tui.practice.records.talks import Discussion

OPENING_DATE = "an opening date"


def is_opening(content: Content) -> bool:
    """Whether it says when somebody was last supervised, or discussed, before anything was recorded here."""
    if isinstance(content, SessionHeld):
        return content.opening
    return isinstance(content, Discussion) and content.setting == "opening"


def called(content: Content) -> str:
    """The kind as people call it, with its article."""
    if isinstance(content, ExtractRow) and not content.open:
        return "a closing"
    if isinstance(content, Missing) and content.note is not None:
        return "an answer that a child is still ours"
    return OPENING_DATE if is_opening(content) else content.kind.called
