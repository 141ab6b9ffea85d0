"""Sessions of which it is not said that the worker agreed to their record, or sees it otherwise.

Behind the wall, as what is said of a record: on a server they are asked for by who may read the own file alone.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from db.question import places
from db.reading import read_in_order
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.session_records import ASKED_FOR, Unsettled

if TYPE_CHECKING:
    from db.engine import Store

_UNSETTLED = """
SELECT e.root_id, e.worker_id, e.happened_on,
    (SELECT MAX(f.happened_on) FROM personal_record p JOIN entry_in_force f ON f.id = p.entry_id
     WHERE p.session_id = e.root_id AND p.step = 'sent')
FROM entry_in_force e JOIN session_held d ON d.entry_id = e.id
WHERE e.kind = 'session_held' AND e.happened_on BETWEEN ? AND ? AND d.session_kind = 'one_to_one' AND NOT d.opening
    AND e.worker_id IN ({workers}) AND NOT EXISTS (
        SELECT 1 FROM personal_record p JOIN entry_in_force f ON f.id = p.entry_id
        WHERE p.session_id = e.root_id AND p.step IN ('agreed', 'otherwise')){theirs}
ORDER BY e.happened_on NULLS LAST, e.id
"""
# Who reads no own file at all may not ask what is in one either.
_READS_OWN_FILES = "SELECT main.carries() OR cardinality(main.my_own_files()) > 0"
_THEIRS = " AND (main.carries() OR e.worker_id IN (SELECT unnest(main.my_own_files())))"


def unsettled(store: Store, workers: Collection[WorkerId], today: date) -> list[Unsettled]:
    """Those of these workers, oldest first, of the days in which one is asked for."""
    if not workers or (store.on_a_server and not store.row(_READS_OWN_FILES)[0]):
        return []
    theirs = _THEIRS if store.on_a_server else ""
    days = ((today - ASKED_FOR).isoformat(), today.isoformat())
    asked = _UNSETTLED.format(workers=places(tuple(workers)), theirs=theirs)
    return read_in_order(Unsettled, store.rows(asked, (*days, *workers)))


def records_asked_for(store: Store, workers: Collection[WorkerId], today: date) -> list[OpenItem]:
    """The same as open things in the workers' own files; when each is due, the policy says."""
    return [
        OpenItem(one.session, "own_file", "", one.held_on, worker_id=one.worker, session_kind="one_to_one")
        for one in unsettled(store, workers, today)
    ]
