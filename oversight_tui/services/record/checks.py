"""What must hold before anything is written, each with the sentence that says why it does not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.queries.entries import EntryAbout, child_reference, entry_about, worker_name
from oversight_tui.practice.requests import AgreedAction
from oversight_tui.services.find import whole_name
from oversight_tui.words.dates import long_day
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line, paragraphs
from oversight_tui.words.typed import whole_number

if TYPE_CHECKING:
    from db.engine import Store


class RecordProblem(PlainProblem):
    """Something that cannot be recorded as it was asked; nothing was written. The text says why and what would do."""


def happened(on: date, today: date, what: str) -> date:
    """A day on which something took place: today or before."""
    if on > today:
        raise RecordProblem(f"{what} cannot have been on {long_day(on)}, which is still to come. Nothing was recorded.")
    return on


def to_come(on: date, today: date, what: str) -> date:
    """A day on which something is to take place: today or after."""
    if on < today:
        raise RecordProblem(f"{what} cannot be for {long_day(on)}, which has passed. Nothing was recorded.")
    return on


def said(text: str | None, what: str) -> str:
    """Text that must hold something, cleaned."""
    cleaned = paragraphs(text or "")
    if not cleaned:
        raise RecordProblem(f"{what} is empty. Write a few words; nothing was recorded.")
    return cleaned


def said_or_nothing(text: str | None) -> str | None:
    """Text that may be left out, cleaned; None where it holds nothing."""
    return paragraphs(text or "") or None


def name_or_nothing(text: str | None) -> str | None:
    """A name that may be left out, on one line."""
    return one_line(text or "") or None


def checked_actions(store: Store, actions: Sequence[AgreedAction], agreed_on: date) -> tuple[AgreedAction, ...]:
    """Agreed actions, cleaned: each says what and who, and is for that day or later."""
    for agreed in actions:
        to_come(agreed.by, agreed_on, "An action")
    return tuple(
        agreed.__replace__(
            text=said(agreed.text, "An action"), owner=whole_name(store, said(agreed.owner, "Its owner"))
        )
        for agreed in actions
    )


def checked_scales(scales: Sequence[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Numbers from 0 to 10, each with the person who said it."""
    if any(not 0 <= number <= 10 for _, number in scales):
        raise RecordProblem("The scale runs from 0 (cannot live at home) to 10 (safe enough to close).")
    return tuple((one_line(said(who, "Whose number it is")), number) for who, number in scales)


def the_worker(store: Store, worker_id: str) -> str:
    """The name of the worker with this id."""
    name = worker_name(store, int(worker_id))
    if name is None:
        raise RecordProblem(f"There is no worker with the id {worker_id}. Nothing was recorded.")
    return name


def the_child(store: Store, child_id: str) -> str:
    """The reference of the child with this id."""
    reference = child_reference(store, int(child_id))
    if reference is None:
        raise RecordProblem(f"There is no child with the id {child_id}. Nothing was recorded.")
    return reference


def about(store: Store, child_id: str | None, worker_id: str | None) -> str:
    """The child's reference or the worker's name; exactly one of the two must be given."""
    if (child_id is None) == (worker_id is None):
        raise RecordProblem("It must be about one child or one worker. Nothing was recorded.")
    return the_child(store, child_id) if child_id is not None else the_worker(store, worker_id or "")


def whose(store: Store, entry: EntryAbout) -> str:
    """The reference of the child, or the name of the worker, whom an entry is about."""
    if entry.child is not None:
        return the_child(store, str(entry.child))
    return the_worker(store, str(entry.worker))


def the_entry(store: Store, entry_id: str, kind: str, thing: str) -> EntryAbout:
    """The entry of a kind that is to be answered, closed or taken back; `thing` is what people call it."""
    number = whole_number(entry_id)
    found = entry_about(store, number) if number is not None else None
    if found is None or (kind and found.kind != kind):
        raise RecordProblem(
            f"There is no {thing} with the id {one_line(entry_id)}. `oversight today --json` names the ids."
        )
    if found.withdrawn:
        raise RecordProblem(f"The {thing} {entry_id} was withdrawn. Nothing was recorded.")
    return found


def still_open(entry: EntryAbout, kinds: tuple[str, ...], sentence: str) -> None:
    """The entry must still be open as one of these kinds of open thing."""
    if entry.open_as not in kinds:
        raise RecordProblem(f"{sentence} Nothing was recorded.")
