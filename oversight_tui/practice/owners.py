"""Whose an action is: for whom it is late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from oversight_tui.practice.facts import Child, OpenItem, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, WorkerId, under
from oversight_tui.words.persons import is_oneself
from oversight_tui.words.text import match_key


class Owners(Struct, frozen=True):
    """The people of a team by their ids and names, the children by theirs, and who the manager is.

    `manager` is None where no worker has the manager's name.
    """

    people: frozenset[WorkerId]
    by_name: Mapping[str, WorkerId]
    children: Mapping[ChildId, Child]
    manager_key: str | None
    manager: WorkerId | None

    def of(self, item: OpenItem) -> WorkerId | None:
        """For whom an action is late: its owner; where nobody of the team owns it, the child's worker, or whom it is
        about. None where that is nobody, or a manager who is no worker here.
        """
        if item.owner_id in self.people:
            return item.owner_id
        key = match_key(item.who or "")
        if is_oneself(key) or (key and key == self.manager_key):
            return self.manager
        if item.owner_id is None and key in self.by_name:
            return self.by_name[key]
        child = under(self.children, item.child_id)
        return child.worker_id if child is not None else item.worker_id


def owners_of(facts: TeamFacts) -> Owners:
    """The owners among the people of these facts, the manager included."""
    children = {child.id: child for child in (*facts.children, *facts.closed, *facts.children_elsewhere)}
    own = facts.manager.worker if facts.manager is not None else None
    people = [*facts.workers, *facts.colleagues, *((own,) if own is not None else ())]
    named = Counter(key for worker in _each_once(people) if (key := match_key(worker.name)))
    by_name = {key: worker.id for worker in people if named[key := match_key(worker.name)] == 1}
    manager_key = match_key(facts.manager.name) if facts.manager is not None else None
    return Owners(
        frozenset(worker.id for worker in people),
        by_name,
        children,
        manager_key,
        own.id if own is not None else by_name.get(manager_key or ""),
    )


def late_by_owner(late: Iterable[OpenItem], owners: Owners) -> Counter[WorkerId | None]:
    """How many of these actions are late for each worker."""
    return Counter(owners.of(item) for item in late)


def _each_once(workers: Iterable[Worker]) -> Iterable[Worker]:
    return {worker.id: worker for worker in workers}.values()
