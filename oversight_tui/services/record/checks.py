"""What must hold before anything is written, each with the sentence that says why it does not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from db.queries.entries import EntryAbout, child_reference, entry_about, worker_name
from oversight_tui.practice.facts import OpenKind, SessionKind
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, Subject, WorkerId
from oversight_tui.practice.records import Content
from oversight_tui.practice.requests import AgreedAction, Scales
from oversight_tui.practice.wording import vague_in
from oversight_tui.services.find import person
from oversight_tui.services.policy import policy_in_force
from oversight_tui.words.dates import long_day
from oversight_tui.words.meant_days import CHILDREN_ACT
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line, paragraphs
from oversight_tui.words.times import TimeProblem, parse_time
from oversight_tui.words.typed import whole_number

if TYPE_CHECKING:
    from db.engine import Store

LONGEST_MINUTES = 24 * 60
# Nobody who works here today began before, or is away since then.
EARLIEST_AT_WORK = date(1960, 1, 1)
# A care leaver is one until 25: nothing is set for a day that a child born today would not see as one.
FURTHEST = timedelta(days=25 * 365 + 7)

# A registration, an insurance or a contract ran out within a working life, or does so within years.
LONGEST_AT_WORK, LONGEST_SET = timedelta(days=60 * 365 + 15), timedelta(days=10 * 365 + 3)


class RecordProblem(PlainProblem):
    """Something that cannot be recorded as it was asked; nothing was written. The text says why and what would do,
    `field` in which field of a form.
    """

    def __init__(self, says: str, field: str = "") -> None:
        super().__init__(says)
        self.field = field


def optional_time(typed: str | None) -> str | None:
    """The time of day that was typed as HH:MM, None where none was."""
    if not typed:
        return None
    try:
        return parse_time(typed)
    except TimeProblem as problem:
        raise RecordProblem(f"{problem} Nothing was recorded.", "at") from None


def must_have_happened(on: date, today: date, what: str) -> date:
    """A day on which something took place: today or before, and within what anybody here can remember."""
    if on > today:
        raise RecordProblem(f"{what} cannot have been on {long_day(on)}, which is still to come. Nothing was recorded.")
    return must_be_sensible(on, what)


def must_be_sensible(on: date, what: str, earliest: date = CHILDREN_ACT) -> date:
    """A day that is not as long ago as only a slip can be."""
    if on < earliest:
        raise RecordProblem(
            f"{what} cannot have been on {long_day(on)}: no day before {long_day(earliest)} is taken. Nothing was "
            "recorded."
        )
    return on


def must_be_to_come(on: date, today: date, what: str) -> date:
    """A day on which something is to take place: today or after."""
    if on < today:
        raise RecordProblem(f"{what} cannot be for {long_day(on)}, which has passed. Nothing was recorded.")
    if on > today + FURTHEST:
        raise RecordProblem(f"{what} cannot be for {long_day(on)}, more than 25 years ahead. Nothing was recorded.")
    return on


def must_be_within_a_working_life(on: date, today: date, what: str) -> date:
    """A day of somebody who works here, passed or to come: nobody is registered or insured further than that."""
    must_be_sensible(on, what, today - LONGEST_AT_WORK)
    if on > today + LONGEST_SET:
        raise RecordProblem(f"{what} cannot be for {long_day(on)}, more than 10 years ahead. Nothing was recorded.")
    return on


def must_not_end_before(first: date, last: date | None, what: str) -> None:
    """The last day, where one is known, must not be before the first."""
    if last is not None and last < first:
        raise RecordProblem(f"The last day {what}, {long_day(last)}, is before the first. Nothing was recorded.")


def required_text(text: str | None, what: str, field: str = "") -> str:
    """Text that must hold something, cleaned. `field` is where a form has it."""
    cleaned = paragraphs(text or "")
    if not cleaned:
        raise RecordProblem(f"{what} is empty. Write a few words; nothing was recorded.", field)
    return cleaned


def optional_text(text: str | None) -> str | None:
    """Text that may be left out, cleaned; None where it holds nothing."""
    return paragraphs(text or "") or None


def optional_name(text: str | None) -> str | None:
    """A name that may be left out, on one line."""
    return one_line(text or "") or None


def optional_because(because: str | None, decision: str | None) -> str | None:
    """The because of a decision that may be left out, cleaned. There is none without a decision."""
    cleaned = optional_text(because)
    if cleaned and not decision:
        raise RecordProblem("A because was given and no decision. Write what was decided; nothing was recorded.")
    return cleaned


def checked_minutes(minutes: int | None) -> int | None:
    """How long a session lasts: up to a day, None where it was not said."""
    if minutes is not None and not 1 <= minutes <= LONGEST_MINUTES:
        raise RecordProblem(f"A session lasts from 1 to {LONGEST_MINUTES:,} minutes. Nothing was recorded.")
    return minutes


def checked_actions(store: Store, actions: Sequence[AgreedAction], agreed_on: date) -> tuple[AgreedAction, ...]:
    """Agreed actions, cleaned: each says what and who, and is for that day or later."""
    for agreed in actions:
        must_be_to_come(agreed.by, agreed_on, "An action")
    checked = []
    for agreed in actions:
        owner = person(store, required_text(agreed.owner, "Its owner"))
        text = required_text(agreed.text, "An action", "text")
        checked.append(agreed.__replace__(text=text, owner=owner.name, owner_worker=owner.worker))
    return tuple(checked)


def waits_for_its_reason(decision: str | None, because: str | None) -> str:
    """That a decision lacks its reason and waits for it, with a space before it; empty where it does not."""
    if decision is None or because is not None:
        return ""
    return " No reason yet: it stays listed."


def vague_wording(actions: Sequence[AgreedAction]) -> str | None:
    """A hint on the first of these actions that may say too little."""
    return next((hint for hint in (vague_in(agreed.text) for agreed in actions) if hint), None)


def checked_scales(scales: Scales) -> Scales:
    """Numbers from 0 to 10, each with the person who said it."""
    if any(not 0 <= number <= 10 for _, number in scales):
        raise RecordProblem("The scale runs from 0 (cannot live at home) to 10 (safe enough to close).")
    return tuple((one_line(required_text(who, "Whose number it is")), number) for who, number in scales)


def decision_kind_words(store: Store, kind: str) -> str:
    """What the policy calls this kind of decision."""
    kinds = policy_in_force(store).decision_kinds
    if kind not in kinds:
        raise RecordProblem(f"There is no decision kind '{kind}'. There are {', '.join(kinds)}.")
    return kinds[kind]


def only_a_group_has(others: Sequence[WorkerId], kind: SessionKind) -> None:
    """Further workers are at group sessions only."""
    if others and kind != "group":
        raise RecordProblem("Several workers are at a group session: say group as its kind. Nothing was recorded.")


def the_worker(store: Store, worker_id: WorkerId) -> str:
    """The name of the worker with this id."""
    name = worker_name(store, worker_id)
    if name is None:
        raise RecordProblem(f"There is no worker with the id {worker_id}. Nothing was recorded.")
    return name


def the_child(store: Store, child_id: ChildId) -> str:
    """The reference of the child with this id."""
    reference = child_reference(store, child_id)
    if reference is None:
        raise RecordProblem(f"There is no child with the id {child_id}. Nothing was recorded.")
    return reference


def about(store: Store, subject: Subject) -> str:
    """The child's reference or the worker's name."""
    return the_child(store, subject.id) if isinstance(subject, AboutChild) else the_worker(store, subject.id)


def subject_of(entry: EntryAbout) -> Subject | None:
    """The child, or the worker, on whose page an entry stands; None where it is on nobody's."""
    if entry.child is not None:
        return AboutChild(entry.child)
    return AboutWorker(entry.worker) if entry.worker is not None else None


def about_whom(store: Store, entry: EntryAbout) -> str:
    """The reference of the child, or the name of the worker, whom an entry is about; empty where it is nobody."""
    subject = subject_of(entry)
    return about(store, subject) if subject is not None else ""


def entry_typed(typed: str, thing: str = "entry") -> EntryId:
    """The number of an entry as somebody typed it; `thing` is what people call it."""
    number = whole_number(typed)
    if number is None:
        raise _no_such(thing, one_line(typed))
    return EntryId(number)


def the_entry(
    store: Store, entry_id: EntryId, content: type[Content] | None = None, thing: str = "entry"
) -> EntryAbout:
    """The entry that is to be answered, closed or taken back: of this kind, of any where None. `thing` is what people
    call it.
    """
    found = entry_about(store, entry_id)
    if found is None or (content is not None and found.kind != content.kind.name):
        raise _no_such(thing, str(entry_id))
    if found.withdrawn:
        raise RecordProblem(f"The {thing} {entry_id} was withdrawn. Nothing was recorded.")
    return found


def still_open(entry: EntryAbout, kind: OpenKind, sentence: str) -> None:
    """The entry must still be open as this kind of open thing."""
    if entry.open_as != kind:
        raise RecordProblem(f"{sentence} Nothing was recorded.")


def _no_such(thing: str, number: str) -> RecordProblem:
    return RecordProblem(f"There is no {thing} with the id {number}. `oversight today --json` names the ids.")
