"""Pages as they stood on a day that has passed; as they stand, where nothing has happened since."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from db.as_at import Reach, of_child, of_worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.then import Then
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.find import NotFound, NotInStore
from oversight_tui.services.then import as_it_stood_of
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


class NotThereThen(NotFound):
    """Nothing was known of a child or worker on a day that has passed."""

    def __init__(self, what: str, day: date) -> None:
        super().__init__(f"This {what} was not in the store on {long_day(day)}. A later day has them.")


def child_then(store: Store, child_id: ChildId, today: date, *, opened: Collection[EntryId] = ()) -> ChildPage:
    """A child's page as `child_page` gives it, of what had happened by then. Raises NotInStore, and NotThereThen."""
    with store.reading():
        now = child_page(store, child_id, today, opened=opened)
        with _asked(store, today, "child", lambda _: of_child(store, child_id)) as then:
            page = now if then is None else child_page(store, child_id, today, opened=opened, then=then)
            if then is not None and not (page.row.child.open or page.allocations or page.entries):
                raise NotThereThen("child", today)  # what has no day, as the name used here, is all there is
    return page.__replace__(then=then, left_out=len(now.entries) - len(page.entries))


def worker_then(store: Store, worker_id: WorkerId, today: date, *, opened: Collection[EntryId] = ()) -> WorkerPage:
    """The same of a worker's page."""
    with store.reading():
        now = worker_page(store, worker_id, today, opened=opened)
        with _asked(store, today, "worker", lambda moment: of_worker(store, worker_id, today, moment)) as then:
            page = now if then is None else worker_page(store, worker_id, today, opened=opened, then=then)
    left_out = len(now.entries) + len(now.sessions) - len(page.entries) - len(page.sessions)
    return page.__replace__(then=then, left_out=left_out)


@contextmanager
def worker_as_they_stood(store: Store, worker_id: WorkerId, today: date) -> Iterator[None]:
    """Inside, the store says of a worker, and of the teams that were ever theirs, what had happened by then."""
    with store.reading(), _asked(store, today, "worker", lambda moment: of_worker(store, worker_id, today, moment)):
        yield


@contextmanager
def _asked(store: Store, today: date, what: str, reach: Callable[[str | None], Reach]) -> Iterator[Then | None]:
    """The store as it stood, where who is not there was not there yet."""
    with as_it_stood_of(store, today, reach) as then:
        try:
            yield then
        except NotInStore:
            if then is None:
                raise
            raise NotThereThen(what, today) from None
