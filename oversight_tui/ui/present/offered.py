"""The rows of the palette: what can be done where one is, workers, children, and where something was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from msgspec import Struct
from rich.cells import cell_len, set_cell_size

from oversight_tui.practice.board import Board
from oversight_tui.practice.hits import Hit, Hits
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, Subject, WorkerId
from oversight_tui.practice.searching import excerpt
from oversight_tui.ui.actions import Action, ActionId
from oversight_tui.ui.other_words import called_otherwise
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.offers import Offer
from oversight_tui.ui.widgets.rows import Cell, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import long_day, short_day
from oversight_tui.words.text import one_line

_NOT_OFFERED: frozenset[ActionId] = frozenset({"palette", "back"})
_HEADINGS: Mapping[str, str] = {
    "lately": "Lately",
    "here": "Do",
    "do": "Do",
    "not here": "Not here",
    "worker": "Workers",
    "child": "Children",
    "own": "Own files",
    "said": "Said",
}
_IN_A_ROW, _IN_FULL = 64, 220  # characters of what was said
_WHOM = 22  # cells at most for whom it is about, before what was said


# What can be chosen: an action, a worker or child, or where something was said.
Choice = ActionId | Subject | Hit


class Row(Struct, frozen=True):
    """One row: what it chooses, how it is shown, and what is said of it while the cursor is on it.

    `cannot` is why it cannot be chosen where one is; empty where it can.
    """

    key: str
    group: str
    choice: Choice
    text: str
    right: str = ""
    tone: Tone = "plain"
    cannot: str = ""
    more: tuple[Passage, ...] = ()

    def says(self) -> tuple[Passage, ...]:
        """Why it cannot be chosen, or what more there is to be said of it."""
        return (Passage(self.cannot, "warn"),) if self.cannot else self.more


class Offered:
    """Everything that can be chosen before anything is typed, each row made when it is to be seen."""

    def __init__(
        self, board: Board | None, actions: Sequence[Action], cannot: Callable[[ActionId], str], names: Names
    ) -> None:
        self._names = names
        self._rows: dict[str, Callable[[], Row]] = {}
        self._actions = [action for action in actions if action.id not in _NOT_OFFERED]
        self._cannot = cannot
        self._workers = {row.worker.id: row.worker for row in (board.everybody if board is not None else ())}
        self._children = {row.child.id: row for row in (board.children if board is not None else ())}
        self.offers = [*self._of_actions(), *self._of_workers(), *self._of_children()]

    def _of_actions(self) -> Iterable[Offer]:
        for action in self._actions:
            key = _key(action.id)
            self._rows[key] = partial(self._action, action, "do")
            yield Offer(key, "do", partial(" ".join, (action.help, action.label)), called_otherwise(action.id))

    def _of_workers(self) -> Iterable[Offer]:
        for worker in self._workers.values():
            key = _key(AboutWorker(worker.id))
            self._rows[key] = partial(self._worker, worker.id)
            yield Offer(key, "worker", partial(self._names.worker, worker.name), "worker")

    def _of_children(self) -> Iterable[Offer]:
        for row in self._children.values():
            key = _key(AboutChild(row.child.id))
            self._rows[key] = partial(self._child, row.child.id)
            yield Offer(key, "child", partial(self._names.child, row.child), "child")

    def at_first(self, lately: Sequence[Choice]) -> list[Row]:
        """What was chosen lately, what can be done here, everybody, and what cannot be done here."""
        known = [row for choice in lately if (row := self._again(choice)) is not None]
        actions = [self._action(action, "here") for action in self._actions]
        return [
            *known,
            *(row for row in actions if not row.cannot),
            *(self._worker(number) for number in self._workers),
            *(row.__replace__(group="not here") for row in actions if row.cannot),
            *(self._child(number) for number in self._children),
        ]

    def meant(self, offers: Iterable[Offer]) -> list[Row]:
        """The rows of these offers."""
        return [self._rows[offer.key]() for offer in offers]

    def said(self, hits: Hits, today: date) -> list[Row]:
        """Where it was said, with the words about it, one under the other."""
        wide = min(max((cell_len(self._whom(hit)) for hit in hits.hits), default=0), _WHOM)
        return [self._hit(hit, hits.looked_for, today, wide) for hit in hits.hits]

    def _again(self, choice: Choice) -> Row | None:
        """What was chosen before, where it is still there."""
        made = self._rows.get(_key(choice))
        if made is None:
            return None
        row = made()
        return row.__replace__(key=f"lately {row.key}", group="lately")

    def _action(self, action: Action, group: str) -> Row:
        why_not = self._cannot(action.id)
        text = f"{action.help[:1].upper()}{action.help[1:]}"
        tone: Tone = "quiet" if why_not else "plain"
        return Row(_key(action.id), group, action.id, text, action.shown, tone, why_not, (Passage(text),))

    def _worker(self, number: WorkerId) -> Row:
        choice, worker = AboutWorker(number), self._workers[number]
        name = self._names.worker(worker.name)
        about = ", ".join(filter(None, (name, worker.role, worker.team)))
        return Row(_key(choice), "worker", choice, name, "", "strong", more=(Passage(about),))

    def _child(self, number: ChildId) -> Row:
        choice, row = AboutChild(number), self._children[number]
        child, holder = self._names.child(row.child), self._names.worker(row.worker)
        about = f"{child}, {holder}" if holder else child
        right = self._names.short_worker(row.worker)
        return Row(_key(choice), "child", choice, child, right, "strong", more=(Passage(about),))

    def _hit(self, hit: Hit, looked_for: Sequence[str], today: date, wide: int) -> Row:
        names = self._names
        whom = self._whom(hit)
        said = names.text(excerpt(hit.text, looked_for, _IN_A_ROW))
        day = short_day(hit.on, today) if hit.on else ""
        old = "" if hit.stands else ", corrected or taken back since"
        when = f", {long_day(hit.on)}" if hit.on else ""
        head = ", ".join(filter(None, (hit.heading, whom, names.worker(hit.worker) if hit.reference else "")))
        more = (Passage(f"{head}{when}{old}", "quiet"), Passage(names.text(excerpt(hit.text, looked_for, _IN_FULL))))
        beside = set_cell_size(whom, wide) if cell_len(whom) <= wide else f"{set_cell_size(whom, wide - 1)}…"
        text = f"{beside}  {said}" if wide else said
        group = "own" if hit.read_in == "own_file" else "said"
        return Row(_key(hit), group, hit, text, day, "plain" if hit.stands else "quiet", more=more)

    def _whom(self, hit: Hit) -> str:
        """The child, or the worker whom it is about, as names are written now."""
        if hit.reference is not None:
            name = f" {one_line(hit.name)}" if hit.name and not self._names.hidden else ""
            return f"{one_line(hit.reference)}{name}"
        return self._names.worker(hit.worker)


def place_among(hits: Hits, row: Row | None) -> str:
    """How often it was said, and which of these a row is; empty where it was not said at all."""
    if not hits.hits:
        return ""
    at = hits.hits.index(row.choice) + 1 if row is not None and isinstance(row.choice, Hit) else 0
    best = f", the best {len(hits.hits)} are here" if hits.more else ""
    return f" · said {f'{at} of ' if at else ''}{hits.of}{best}"


def in_groups(rows: Sequence[Row]) -> list[Line]:
    """The lines of a list, each group under its heading: the first of its rows has it."""
    found, before = [], ""
    for row in rows:
        heading = "" if row.group == before else _HEADINGS[row.group]
        found.append(Line(row.key, (Cell(heading, "quiet"), Cell(row.text, row.tone), Cell(row.right, "quiet"))))
        before = row.group
    return found


def _key(choice: Choice) -> str:
    """By what a choice is known in the list."""
    match choice:
        case Hit():
            return f"said {choice.entry}"
        case AboutWorker():
            return f"worker {choice.id}"
        case AboutChild():
            return f"child {choice.id}"
        case _:
            return f"do {choice}"
