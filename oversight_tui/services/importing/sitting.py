"""An import as it goes at the screen: files read once, the day, questions one by one, the plan, the writing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.imports import known_snapshots
from oversight_tui.config import Config
from oversight_tui.exchange.spreadsheet import read_workbook
from oversight_tui.exchange.tables import Workbook
from oversight_tui.practice.ids import EntryId
from oversight_tui.services.backups import back_up_first
from oversight_tui.services.importing import apply_plan
from oversight_tui.services.importing.asked import ImportOptions
from oversight_tui.services.importing.plan import ImportPlan, OlderLists, plan_of
from oversight_tui.services.importing.questions import Choice, ImportQuestion, older_lists, questions
from oversight_tui.services.importing.reach import OF_CHILDREN
from oversight_tui.services.importing.sorting import shows_children
from oversight_tui.services.importing.telling import Told, told, written
from oversight_tui.words.named_days import day_in_name
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.changes import KnownSnapshot

Progress = Callable[[float, str], None]  # how much of the whole, from 0 to 1, and what is being done
READ = 0.8  # of the way to the plan, as it is told, the rest being the comparing
GONE_THROUGH = 0.3  # of the way to the answer, as far as the children were gone through
WRITTEN = 0.9  # of the way to the answer, the rest being what the board is worked out from
EVERY = 25  # children that are written between two words of it


class ReadFiles(Struct, frozen=True):
    """Whether the day that the files show has to be said, which it may be, whether that stands in a name, and the day
    of the newest lists here.
    """

    needs_day: bool
    guess: date | None
    is_in_name: bool = False
    newest: date | None = None


class Written(Struct, frozen=True):
    """What was written, and the entry by which it is taken back."""

    says: str
    newest: EntryId | None
    remark: str


class ImportSitting:
    """Lives in the store's thread, from the first file to the answer. Where there is no store yet, it can be told what
    would be written; a store is there before that is.
    """

    def __init__(self, store: Store | None, today: date, config: Config) -> None:
        self._store, self._config = store, config
        self._asked = ImportOptions(today)
        self._workbooks: list[Workbook] = []
        self._answers: list[tuple[ImportQuestion, Choice]] = []
        self._plan: ImportPlan | None = None

    def read(self, paths: Sequence[Path], tell: Progress) -> ReadFiles:
        """Read the files. Raises FileProblem for one that is not taken."""
        self._workbooks = []
        for number, path in enumerate(paths):
            tell(READ * number / len(paths), f"Reading {one_line(path.name)}")
            self._workbooks.append(read_workbook(path, self._config.spreadsheet))
        tell(READ, "Read")
        lists = [one for one in self._workbooks if shows_children(one)]
        newest = max((one.as_at for one in self._snapshots() if one.format in OF_CHILDREN), default=None)
        named = next((day for one in lists if (day := day_in_name(one.name, self._asked.today)) is not None), None)
        return ReadFiles(bool(lists), named or self._newest_in(lists), named is not None, newest)

    def _snapshots(self) -> Sequence[KnownSnapshot]:
        if self._store is None:
            return ()
        with self._store.reading():
            return known_snapshots(self._store)

    def goes_into(self, store: Store) -> None:
        """There is a store now: what was read and answered holds, and is compared with what is in it."""
        self._store = store
        self._plan = None

    def _newest_in(self, lists: Sequence[Workbook]) -> date | None:
        """The newest day in any of their cells that is not still to come."""
        today = self._asked.today
        cells = (value for one in lists for tab in one.tabs for row in tab.rows for value in row.values)
        return max((day for day in cells if isinstance(day, date) and day <= today), default=None)

    def shows(self, day: date | None) -> None:
        """The day that the lists show; what was said of names holds, whether older lists are meant is asked anew."""
        self._asked = self._asked.__replace__(as_at=day)
        self._answers = [one for one in self._answers if one[0].asked != "older"]

    def next(self, tell: Progress) -> ImportQuestion | Told:
        """What is to be asked next, or the whole plan in words. Raises FileProblem."""
        tell(READ, "Comparing with what is here")
        asked = self._asked
        for _, choice in self._answers:
            asked = choice.then(asked)
        try:
            self._plan = plan = plan_of(self._store, self._workbooks, asked)
        except OlderLists as problem:
            return older_lists(problem)
        return next(questions(plan, [question for question, _ in self._answers]), None) or told(plan)

    def answer(self, question: ImportQuestion, choice: Choice) -> None:
        """Take an answer; it is not asked again."""
        self._answers.append((question, choice))

    def forget_answer(self) -> bool:
        """Forget the answer that was given last, which is asked for again; False where there is none."""
        if not self._answers:
            return False
        self._answers.pop()
        return True

    @property
    def has_changes(self) -> bool:
        """Whether writing would change anything."""
        return self._plan is not None and self._plan.has_changes

    def write(self, tell: Progress) -> Written:
        """Write the plan, after a backup. Raises StoreError, and then nothing is written."""
        plan, store = self._plan, self._store
        if store is None or plan is None or plan.write is None:
            return Written("There is nothing to write.", None, "")
        total = len(plan.write.children)

        def wrote(number: int) -> None:
            if number % EVERY == 0:
                tell(GONE_THROUGH * number / total, f"Going through {number:,} of {total:,}")

        def settles(share: float) -> None:
            tell(GONE_THROUGH + (WRITTEN - GONE_THROUGH) * share, "Writing, and working out what is late")

        tell(0.0, "Backing up what is here")
        remark = back_up_first(store, self._config.backups) or ""
        newest = apply_plan(store, plan, wrote, settles)
        return Written(written(plan, told(plan)), newest, remark)
