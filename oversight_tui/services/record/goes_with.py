"""What goes with an entry that is withdrawn, and what is not withdrawn without that which it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.contents import following
from db.queries.entries import EntryAbout, entry_about
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records import Content, HandOverPlanEnd, columns_of, kind_named
from oversight_tui.services.record.checks import RecordProblem, about_whom

if TYPE_CHECKING:
    from db.engine import Store


def going_with(store: Store, entry: EntryAbout) -> list[EntryAbout]:
    """What stands of an entry besides itself: how it went on and how it ended, which mean nothing without it. What is
    told on the entry itself stays there to be read.
    """
    told_as = kind_named(entry.kind).kind.told_as
    found: dict[EntryId, EntryAbout] = {}
    waiting = following(store, entry.id)
    while waiting:
        about = entry_about(store, waiting.pop())
        if about is None or about.withdrawn or about.id in found:
            continue
        kind = kind_named(about.kind)
        if columns_of(kind).follows_always and told_as is not None and kind.kind.told_as == told_as:
            found[about.id] = about
            waiting += following(store, about.id)
    return sorted(found.values(), key=lambda each: each.id)


def must_not_undo_a_handover(store: Store, entry: EntryAbout, content: Content) -> None:
    """That a planned handover took place is not taken back while the child stays with whom it went to."""
    if isinstance(content, HandOverPlanEnd) and content.outcome == "took_place":
        raise RecordProblem(
            f"{about_whom(store, entry)} went where it was planned, and that stays as it is if only this is withdrawn. "
            f"Take back the handing over itself with undo, hand the child over again, or withdraw the plan "
            f"({content.plan}). Nothing was recorded."
        )
