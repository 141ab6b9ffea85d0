"""What was said about a child in the session in hand: the common headings, earlier actions, what is decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from textual.widget import Widget

from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.limit_words import set_for
from oversight_tui.practice.requests import Request, SessionTalk, SettledAction
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import SCALES, SENSITIVE, action_field, reason_field, typed_actions
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.words.labels import HEADINGS
from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.typed import typed_references, typed_scale, typed_yes, unread_in

MOST_EARLIER = 4
# A terminal with fewer rows shows less of what was there last time, so that the fields stay in sight.
LOW_ROWS = 34
# With this many columns it stands beside the agenda.
BESIDE_THE_AGENDA = 80


class SessionTalkForm(Form):
    """One entry for each child of the field; earlier actions are closed or carried over with a word.

    What was there last time stays in sight above the fields, the agenda beside them.
    """

    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [(0, "-whole"), (BESIDE_THE_AGENDA, "-half")]
    takes_questions = True

    def __init__(
        self,
        about: About,
        since: Sequence[Passage],
        headings: Mapping[str, str],
        earlier: Sequence[OpenItem],
        talk: SessionTalk,
        today: date,
    ) -> None:
        self.earlier = tuple(earlier[:MOST_EARLIER])
        fields = _fields(about, {**HEADINGS, **headings}, self.earlier, today)
        super().__init__(
            DraftKey(FormName.SESSION_TALK, worker_id=talk.worker_id, reference=about.reference),
            f"In supervision: {about.shown}",
            fields,
        )
        self.talk = talk
        self.since = tuple(since)
        self.child_id = about.child_id

    def above(self) -> Iterable[Widget]:
        """What was there last time."""
        last = TextBlock(id="last")
        last.set_class(self.app.size.height < LOW_ROWS, "-low")
        yield last

    def fill(self) -> None:
        """Show what was there last time, as far as it is read."""
        super().fill()
        self._show_since()

    def show_since(self, child_id: ChildId, since: Sequence[Passage]) -> None:
        """The file of a child was read after the form was opened, or while it is on its way."""
        if child_id == self.child_id:
            self.since = tuple(since)
            self._show_since()

    def _show_since(self) -> None:
        for last in self.query("#last").results(TextBlock):
            last.display = bool(self.since)
            last.show(self.since)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The entry."""
        return _written(typed, self.talk, self.earlier, self.program.worker.today())


def _written(typed: Mapping[str, str], talk: SessionTalk, earlier: Sequence[OpenItem], today: date) -> SessionTalk:
    return SessionTalk(
        worker_id=talk.worker_id,
        children=typed_references(typed["children"]),
        one_family=False,
        on=talk.on,
        session_id=talk.session_id,
        planned_id=talk.planned_id,
        text=typed["text"],
        what_changed=typed["what_changed"],
        worries=typed["worries"],
        going_well=typed["going_well"],
        analysis=typed["analysis"],
        childs_view=typed["childs_view"],
        decision=typed["decision"],
        because=typed["because"],
        actions=typed_actions(typed, today),
        scales=typed_scale(typed["scales"]),
        settled=tuple(
            _settled(one.id, typed, today)
            for one in earlier
            if any(typed[f"earlier_{one.id}_{part}"].strip() for part in _PARTS)
        ),
        sensitive=typed_yes(typed["sensitive"]),
    )


_PARTS = ("how", "to", "why")
_DONE, _GIVEN_UP, _LATER = "done", "given up", "later"
_HOW = tuple(Choice(how, how, how[0]) for how in (_DONE, _GIVEN_UP, _LATER))


def _settled(action: EntryId, typed: Mapping[str, str], today: date) -> SettledAction:
    """What came of an earlier action: a day alone carries it over too."""
    how, to, why = (typed[f"earlier_{action}_{part}"].strip() for part in _PARTS)
    if to and how in (_DONE, _GIVEN_UP):
        raise unread_in(
            f"earlier_{action}_to", "A day is for an action that is carried over: take it out, or choose l."
        )
    if not how and not to:
        raise unread_in(f"earlier_{action}_how", "Say what came of it: done, given up or later.")
    if how == _DONE:
        return SettledAction(action, True, text=why or None)
    if how == _GIVEN_UP:
        return SettledAction(action, False, text=why or None)
    try:
        return SettledAction(action, False, day_meant(to, today, "to_come"), why or None)
    except PlainProblem as problem:
        problem.field = f"earlier_{action}_to"
        raise


def _earlier(item: OpenItem, today: date) -> Field:
    how, to, why = (f"earlier_{item.id}_{part}" for part in _PARTS)
    parts = (
        Field(how, "Done?", "Empty leaves it as it is; later takes the day", choices=_HOW, cells=30),
        Field(to, "Until", "The day it is carried over to: fri, +2w", ghost="Until", day="to_come", cells=14),
        Field(why, "Because", "Why not, or why later", ghost="Because"),
    )
    return Field(f"earlier_{item.id}", "Earlier", ghost=f"{item.who}: {item.text}{_by(item, today)}", parts=parts)


def _by(item: OpenItem, today: date) -> str:
    return f" ({set_for(item.due_on, today)})" if item.due_on else ""


def _fields(about: About, names: Mapping[str, str], earlier: Sequence[OpenItem], today: date) -> list[Field]:
    return [
        Field(
            "children",
            "Children",
            "Brothers and sisters too: an entry each",
            1,
            about.reference or "",
            named="child",
            needed=True,
        ),
        Field("text", names["text"], "In words the child may read one day", 3),
        Field("decision", "Decision", "What is decided; the plan is kept where nothing else is said"),
        reason_field(2),
        action_field(),
        *(_earlier(one, today) for one in earlier),
        *(Field(key, names[key], "May be left empty") for key in HEADINGS if key != "text"),
        SCALES,
        SENSITIVE,
    ]
