"""Somebody asked about a child or a worker, or kept sighted; what was heard, and what that changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records.consultations import ADVISERS, Adviser
from oversight_tui.practice.requests import ConsultRequest, HeardRequest, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import NAME_CELLS, day_field
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.ui.widgets.chips import Choice, lettered
from oversight_tui.words.dates import parse_date
from oversight_tui.words.typed import typed_yes, unread_in

_ADVISERS = lettered(Choice(words, words) for words in ADVISERS.values())


class ConsultForm(Form):
    """Whom, what, and whether an answer is awaited."""

    AUTO_FOCUS = "#adviser"

    def __init__(self, about: About) -> None:
        fields = (
            Field("adviser", "Whom", "A letter chooses, Enter goes on", choices=_ADVISERS, needed=True),
            Field("of", "Name", "Who it is; left empty it is the office", cells=NAME_CELLS),
            Field("text", "The question", "What they are asked, or what they are to know", 3, needed=True),
            Field("answer", "Awaits an answer", "no keeps them sighted", 1, "yes", choices=YES_NO),
            day_field("on", "Day", "When they were asked: today, yesterday, mon", "today"),
        )
        super().__init__(key_about(FormName.CONSULT, about), f"Ask somebody about {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The consultation."""
        adviser = read_adviser(typed["adviser"])
        name = typed["of"].strip()
        if not name and adviser in ("fellow_manager", "senior_leader", "other"):
            raise unread_in("of", "Say who it is.")
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        sighted = not typed_yes(typed["answer"] or "yes")
        return ConsultRequest(typed["text"], name or ADVISERS[adviser], on, self.about.someone, adviser, sighted)


class HeardForm(Form):
    """What was heard, and what it changed."""

    AUTO_FOCUS = "#text"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field("text", "You heard", "What they said", 3, needed=True),
            Field("changed", "It changed", "What is done otherwise because of it; empty where nothing is", 2),
            day_field("on", "Day", "When you heard it: today, yesterday, mon", "today"),
        )
        super().__init__(DraftKey(FormName.HEARD, entry_id=entry_id), f"What you heard about {about.shown}", fields)
        self.entry_id = entry_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The answer."""
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        return HeardRequest(self.entry_id, typed["text"], on, typed["changed"])


def read_adviser(typed: str) -> Adviser:
    """The adviser that the first letters of the words name."""
    wanted = typed.strip().casefold()
    found: list[Adviser] = [one for one in get_args(Adviser) if wanted and ADVISERS[one].casefold().startswith(wanted)]
    if len(found) != 1:
        raise unread_in("adviser", f"Whom you ask is one of {', '.join(ADVISERS.values())}.")
    return found[0]
