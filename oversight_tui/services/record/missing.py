"""What became of a child who is not in the latest list, as the manager says it: closed, moved, or still ours."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.missing import missing_child
from oversight_tui.practice.ids import AboutChild, ChildId, EntryId
from oversight_tui.practice.records import ExtractRow, Missing
from oversight_tui.practice.requests import Recorded, SayMissing
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem, must_have_happened, required_text, the_child
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.shown import NEVER_SHOWN, as_shown
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.missing import MissingChild


@records(SayMissing)
def say_missing(store: Store, request: SayMissing, today: date) -> Recorded:
    """Closed, moved, or ours until a list shows the child again. Raises RecordProblem for a child whom lists have."""
    with store.writing():
        reference = the_child(store, request.child_id)
        missing = missing_child(store, request.child_id)
        if missing is None:
            raise RecordProblem(f"{reference} is not missing from the latest list. Nothing was recorded.")
        because = required_text(request.because, "The reason", "because")
        if request.became == "ours":
            return _ours(store, request, missing, reference, because)
        return _gone(store, request, missing, reference, because, today)


def close_by_hand(
    store: Store, child: ChildId, content: str | None, ended: date, because: str, after: date | None
) -> EntryId:
    """End what is known of a child, whom lists showed last as `content` has it, from that day, and not before `after`
    in the order of things; the entry of the closing. A list that brings the child later opens them again.
    """
    shown = as_shown(content) if content is not None else NEVER_SHOWN
    row = ExtractRow(False, *shown.closed(because, ended).written())
    return writes.close_child(store, child, row, ended, because, max(ended, after or ended), author(store))


def _ours(store: Store, request: SayMissing, missing: MissingChild, reference: str, because: str) -> Recorded:
    if request.on is not None:
        raise RecordProblem("A child who is still ours has no day: leave it out. Nothing was recorded.", "on")
    about = AboutChild(request.child_id)
    entry = writes.add_about(store, Missing(because), about, missing.since, author(store))
    says = f"{reference} is still ours; not asked again until a list has the child."
    return Recorded(entry, Missing.kind.name, says)


def _gone(
    store: Store, request: SayMissing, missing: MissingChild, reference: str, because: str, today: date
) -> Recorded:
    ended = must_have_happened(request.on or missing.since, today, "The end")
    because = f"{because} (with another team or authority)" if request.became == "moved" else because
    entry = close_by_hand(store, request.child_id, missing.content, ended, because, missing.last_began)
    what = "closed" if request.became == "closed" else "with another team or authority, and closed here"
    return Recorded(entry, ExtractRow.kind.name, f"{reference} is {what} from {long_day(ended)}.")
