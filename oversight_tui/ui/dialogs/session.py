"""A supervision session that was held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from oversight_tui.practice.facts import OpenItem, SessionKind
from oversight_tui.practice.requests import HoldSession, Request, SessionFeedback, TypedSession
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import (
    DAY_CELLS,
    FEEDBACK,
    FEEDBACK_WORDS,
    NAME_CELLS,
    TIME_CELLS,
    read_yes_no,
)
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.goes_on import goes_on
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date
from oversight_tui.words.labels import SESSION
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.typed import typed_references, whole_number


class MinutesUnread(PlainProblem):
    """A length that is no number of minutes."""


class KindUnread(PlainProblem):
    """A kind of session that there is not."""


COUNTS = Field(
    "counts",
    "Counts as supervision",
    "Said of one that was cut short; Backspace leaves it open",
    choices=YES_NO,
    unsaid="not cut short",
)


_KINDS = tuple(Choice(words, words) for words in SESSION.values())


class HoldForm(Form):
    """A session that was held, with the children who were discussed; as it was planned, where that is known."""

    about_a_child = False

    AUTO_FOCUS = "#on"

    def __init__(self, about: About, planned: OpenItem | None = None) -> None:
        on = planned.due_on.isoformat() if planned is not None and planned.due_on else "today"
        kind = SESSION[planned.session_kind or "one_to_one"] if planned is not None else SESSION["one_to_one"]
        fields = (
            Field("on", "Held on", "today, yesterday, mon, 3 Apr", 1, on, day="happened", cells=DAY_CELLS),
            minutes_field(),
            Field("children", "Children", "Who was discussed: references or names, with commas between", named="child"),
            *kind_and_by(kind),
            COUNTS,
            FEEDBACK,
            FEEDBACK_WORDS,
        )
        super().__init__(
            DraftKey(FormName.HOLD_SESSION, worker_id=about.worker_id),
            f"Supervision with {about.shown} was held",
            fields,
        )
        self.about = about

    def fill(self) -> None:
        """Whether it helped is one key, after which the word with it can be typed."""
        super().fill()
        self.sheet.when_chosen = on_to_the_word(self)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The session."""
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        request = HoldSession(
            self.about.its_worker,
            on,
            read_session_kind(typed["kind"]),
            minutes=read_minutes(typed["minutes"]),
            supervisor=typed["supervisor"],
            counts=read_yes_no(typed["counts"]),
            feedback=feedback_of(typed),
        )
        return TypedSession(request, typed_references(typed["children"]))


def kind_and_by(kind: str) -> tuple[Field, Field]:
    """What sort of session it is, and who supervises."""
    return (
        Field("kind", "Kind", "What sort of session", 1, kind, choices=_KINDS, needed=True),
        Field(
            "supervisor",
            "By",
            "Who supervises; empty is you, or your own manager where it is about you",
            named="worker",
            cells=NAME_CELLS,
        ),
    )


def minutes_field() -> Field:
    """How long a session takes."""
    return Field("minutes", "Minutes", "How long; may be left empty", cells=TIME_CELLS, reads=read_minutes)


def on_to_the_word(form: Form) -> Callable[[str, str, bool], None]:
    """What a form does with a choice: the letter that says whether a session helped goes on to the word with it."""

    def chosen(field: str, value: str, picked: bool) -> None:
        if picked and field == FEEDBACK.id:
            goes_on(form, FEEDBACK_WORDS.id)

    return chosen


def feedback_of(typed: Mapping[str, str]) -> SessionFeedback | None:
    """What the worker said of the session, None where nothing was."""
    words = typed.get("feedback_words", "").strip()
    said = read_yes_no(typed.get("feedback", ""))
    return SessionFeedback(said, words) if words or said is not None else None


def read_session_kind(typed: str) -> SessionKind:
    """The kind of session that the first letters name."""
    wanted = typed.strip().casefold()
    found = [kind for kind, words in SESSION.items() if wanted and words.startswith(wanted)]
    if len(found) != 1:
        raise KindUnread(f"A session is {', '.join(SESSION.values())}.")
    return cast(SessionKind, found[0])


def read_minutes(typed: str) -> int | None:
    """A number of minutes, None where nothing was typed."""
    if not typed.strip():
        return None
    minutes = whole_number(typed.strip())
    if minutes is None:
        raise MinutesUnread("Minutes are a number, such as 90.")
    return minutes
