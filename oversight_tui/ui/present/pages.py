"""A child's and a worker's page: what is told, what stands beside it or above it, and the words over both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.language import Hint
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.ui.present.as_child import as_the_child_reads_it
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.standing import child_background, child_standing, headed
from oversight_tui.ui.present.told import author_of, by_author, told_as_story
from oversight_tui.ui.present.worker_page import children_passages, supervised_by, worker_standing, worker_story
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import count
from oversight_tui.words.then import as_at_words

Way = Literal["all", "significant", "child"]
_WAYS: Mapping[Way, str] = {
    "all": "",
    "significant": ": significant events and decisions",
    "child": ", as the child will read it",
}
_STANDING = "Where things stand"
_NOT_OF_THE_STORY = ("allocation", "status")


class PageParts(Struct, frozen=True):
    """What is told, with the words over it, where whom it is about stands, and what is background to both, under a
    `list_heading` where that is a list, which is given the height beside all the rest.
    """

    heading: str
    told: tuple[Passage, ...]
    standing: tuple[Passage, ...]
    background: Callable[[int], tuple[Passage, ...]] = lambda width: ()  # as there are cells for it
    alone: bool = False  # nothing of the rest stands over or under it
    list_heading: str = ""

    def headings(self) -> tuple[str, str]:
        """The words over the story and over what stands beside it."""
        return (_STANDING, self.list_heading) if self.list_heading else (self.heading, _STANDING)

    def story(self) -> tuple[Passage, ...]:
        """What is read where something stands beside it."""
        return self._standing_and_told() if self.list_heading else self.told

    def beside(self, width: int) -> tuple[Passage, ...]:
        """What stands beside the story."""
        return self.background(width) if self.list_heading else (*self.standing, *self.background(width))

    def in_one(self, width: int) -> tuple[Passage, ...]:
        """One under the other, where there is no room beside the story."""
        if self.alone:
            return self.told
        under = self.background(width)
        return (*self._standing_and_told(), *(headed(self.list_heading, under) if self.list_heading else under))

    def _standing_and_told(self) -> tuple[Passage, ...]:
        return (*self.standing, Passage(), Passage(self.heading, "heading"), *self.told)


def page_title(page: ChildPage | WorkerPage, way: Way, names: Names) -> str:
    """Whose page it is, who holds a child, and how it is read."""
    if isinstance(page, WorkerPage):
        return f" Worker {names.worker(page.row.worker.name)}"
    holder = page.row.worker if page.row.child.open else None
    return f" Child {names.child_of_worker(page.row.child, holder)}{_WAYS[way]}"


def page_then(page: ChildPage | WorkerPage, today: date) -> tuple[str, ...]:
    """That a page is of a past day, first with how much of later is left out; nothing where it is of today."""
    if page.then is None:
        return ()
    said = as_at_words(today, page.then.recorded_by)
    later = count(page.left_out, "later entry", "later entries")
    return (*((f" {said}, {later} not shown ",) if page.left_out else ()), f" {said} ")


def page_parts(
    page: ChildPage | WorkerPage, way: Way, wording: Callable[[str], Iterable[Hint]], today: date, names: Names
) -> PageParts:
    """The page as it is read: all of it, what is significant, or as the child reads it, with hints on the `wording`."""
    if isinstance(page, WorkerPage):
        return worker_parts(page, today, names)
    parts = child_parts(page, today, names, only_significant=way == "significant")
    if way != "child":
        return parts
    letters = as_the_child_reads_it(page, wording, names)
    return parts.__replace__(heading="As the child will read it", told=letters, alone=True)


def child_parts(page: ChildPage, today: date, names: Names, *, only_significant: bool = False) -> PageParts:
    """A child's page, or of its entries only significant events and decisions."""
    shown = [one for one in reversed(page.entries) if not only_significant or one.significant or one.kind == "decision"]
    author = author_of(shown)
    told = tuple(told_as_story(shown, author, today, names, _asked_for(page))) or (
        Passage("Nothing is recorded yet.", "quiet"),
    )
    return PageParts(
        ", ".join(filter(None, (f"Story {len(shown)}", "newest first", by_author(author, names)))),
        told,
        child_standing(page, today, names),
        lambda width: child_background(page, today, names),
    )


def worker_parts(page: WorkerPage, today: date, names: Names) -> PageParts:
    """A worker's page."""
    heading = ", ".join((f"Sessions {len(page.sessions)}", "newest first", *supervised_by(page, names)))
    told, standing = worker_story(page, today, names), worker_standing(page, today, names)
    children = f"Children {page.row.children}, when last discussed" if page.children else ""
    return PageParts(heading, told, standing, partial(children_passages, page, names), list_heading=children)


def story(page: ChildPage, today: date, names: Names) -> tuple[Passage, ...]:
    """What was said and decided about a child, newest first, for the column beside the board."""
    entries: list[Entry] = [one for one in reversed(page.entries) if one.kind not in _NOT_OF_THE_STORY]
    if not entries:
        return (Passage(), Passage("Nothing is recorded about this child yet.", "quiet"))
    author = author_of(entries)
    heading = Passage(f"Story, {by_author(author, names)}", "heading")
    return (Passage(), heading, *told_as_story(entries, author, today, names, _asked_for(page), narrow=True))


def _asked_for(page: ChildPage) -> frozenset[EntryId]:
    """Talks about the child that are still to be held: what is not held is on no file."""
    return frozenset(one.id for one in page.open_items if one.kind == "discussion_open")
