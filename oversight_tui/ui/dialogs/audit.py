"""A file that is audited, judged on the authority's questions; and files drawn to be audited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from oversight_tui.practice.audit_questions import called
from oversight_tui.practice.audits import month_seed
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records.parts import AuditSays
from oversight_tui.practice.requests import AnsweredQuestion, AuditRequest, DrawAudit, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import (
    DAY_CELLS,
    NAME_CELLS,
    TIME_CELLS,
    action_field,
    day_field,
    typed_actions,
)
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.words.dates import parse_date
from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.typed import Unread, unread_in, whole_number

_SAYS: tuple[AuditSays, ...] = ("yes", "partly", "no")
_GOOD = Field("good", "Good", "What was good", 2, needed=True)
_CHANGE = Field("change", "To change", "What must change; who does it by when is the action beneath", 2)
_SEED = "Year and month: whoever draws with the same number draws the same files; another draws others"
_AUDITOR = Field("auditor", "Auditor", "You unless said: a name of the team, or outside: name", cells=NAME_CELLS)


class AuditForm(Form):
    """What was good, each question answered, what must change, and the actions that come of it; `pick` is what picked
    the file, None where nothing did.
    """

    AUTO_FOCUS = "#good"

    def __init__(self, about: About, pick: EntryId | None = None) -> None:
        of_pick = DraftKey(FormName.AUDIT, entry_id=pick)
        key = key_about(FormName.AUDIT_FILE, about) if pick is None else of_pick
        super().__init__(key, f"Audit of the file: {about.shown}", (*_first(), *_last()))
        self.about = about
        self.pick = pick

    def fields_now(self) -> Sequence[Field]:
        """With the questions of the policy."""
        return (*_first(), *(_asked(key, words) for key, words in self.program.audit_questions.items()), *_last())

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The audit."""
        today = self.program.worker.today()
        return AuditRequest(
            self.about.child,
            typed["good"],
            parse_date(typed["on"] or "today", today),
            typed["change"].strip() or None,
            tuple(self._answers(typed)),
            typed_actions(typed, today),
            self.pick,
            typed["auditor"].strip() or None,
        )

    def _answers(self, typed: Mapping[str, str]) -> Iterator[AnsweredQuestion]:
        for key, words in self.program.audit_questions.items():
            if answer := typed[_id(key)].strip():
                yield AnsweredQuestion(words, *read_answer(answer))


class AuditPickForm(Form):
    """How many files, by when, by whom; the same number drawn with gives the same files."""

    about_a_child = False
    AUTO_FOCUS = "#number"

    def __init__(self, number: int, today: date) -> None:
        month_ends = today + relativedelta(months=1, day=1, days=-1)
        fields = (
            Field("number", "Files", "How many, out of each status in turn", 1, str(number), needed=True, cells=6),
            Field(
                "due",
                "By when",
                "fri, +2w, 3 Apr",
                1,
                month_ends.isoformat(),
                day="to_come",
                needed=True,
                cells=DAY_CELLS,
            ),
            _AUDITOR,
            Field("seed", "Drawn with", _SEED, 1, str(month_seed(today)), cells=TIME_CELLS),
        )
        super().__init__(DraftKey(FormName.AUDIT_PICK, name="month"), "Files to be audited", fields)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The drawing."""
        number, seed = (whole_number(typed[field].strip()) for field in ("number", "seed"))
        if not number:
            raise unread_in("number", "Say how many files, such as 2.")
        if seed is None:
            raise unread_in("seed", "It is drawn with a whole number, such as that of the month.")
        scope = self.program.worker.scope
        due_on = day_meant(typed["due"], self.program.worker.today(), "to_come")
        auditor = typed["auditor"].strip() or "me"
        return DrawAudit(auditor, due_on, number, seed, tuple(scope.teams), scope.all_teams)


def read_answer(typed: str) -> tuple[AuditSays, str]:
    """Yes, partly or no by its first letters, and the words behind it. Raises Unread."""
    first, _, words = typed.strip().replace(":", " ", 1).partition(" ")
    found = next((says for says in _SAYS if says.startswith(first.casefold())), None)
    if found is None:
        raise Unread("Begin with y for yes, p for partly or n for no; words may follow: n nowhere in the plan.")
    return found, words.strip(" :,;")


def _id(key: str) -> str:
    return f"question_{key}"


def _asked(key: str, words: str) -> Field:
    return Field(_id(key), called(key), f"{words} y, p or n, and in words where", reads=read_answer)


def _first() -> tuple[Field, ...]:
    return (_GOOD,)


def _last() -> tuple[Field, ...]:
    return (_CHANGE, action_field(), _AUDITOR, day_field("on", "Day", "today, yesterday, mon, 3 Apr", "today"))
