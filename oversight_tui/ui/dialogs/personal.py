"""An entry in a worker's own file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.personal import PERSONAL, OwnFileKind
from oversight_tui.practice.requests import PersonalRequest, Request
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, FEEDBACK, day_field, look_again_field, read_yes_no
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date
from oversight_tui.words.typed import Unread

_KINDS = tuple(Choice(one, one) for one in PERSONAL)


class PersonalForm(Form):
    """What kind, the words, and what belongs to it; `follows` is the entry it tells more of."""

    about_a_child = False

    AUTO_FOCUS = "#kind"

    def __init__(
        self, worker_id: WorkerId, worker: str, follows: EntryId | None = None, kind: OwnFileKind = "reflection"
    ) -> None:
        fields = (
            Field("kind", "Kind", "What it is", 1, kind, choices=_KINDS, needed=True),
            Field("text", "Words", "The worker may read them", 4, needed=True),
            Field("support", "Support", "What support is offered; a performance concern needs it"),
            Field("next_step", "Next step", "What is done next; a performance concern needs it"),
            Field("signed_by_worker", "Signed: worker", "The day, of an agreement", day="happened", cells=DAY_CELLS),
            Field("signed_by_manager", "Signed: you", "The day, of an agreement", day="happened", cells=DAY_CELLS),
            Field("renew", "Renew on", "When an agreement is to be renewed", day="to_come", cells=DAY_CELLS),
            look_again_field("look_again", ": it comes back on that day"),
            FEEDBACK.__replace__(hint="Of feedback: whether the worker says that supervision changed something"),
            day_field("on", "Day", "today, yesterday, mon, 3 Apr", "today"),
        )
        more = " goes on" if follows else ""
        super().__init__(DraftKey(FormName.OWN_FILE, worker_id=worker_id), f"The own file of {worker}{more}", fields)
        self.worker_id = worker_id
        self.follows = follows

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The entry."""
        today = self.program.worker.today()
        return PersonalRequest(
            self.worker_id,
            read_kind(typed["kind"]),
            typed["text"],
            parse_date(typed["on"] or "today", today),
            support_offered=typed["support"],
            next_step=typed["next_step"],
            follows=self.follows,
            signed_by_worker=_day(typed["signed_by_worker"], today),
            signed_by_manager=_day(typed["signed_by_manager"], today),
            renew_on=_to_come(typed["renew"], today),
            changed=read_yes_no(typed["feedback"]),
            look_again_on=_to_come(typed["look_again"], today),
        )


def read_kind(typed: str) -> OwnFileKind:
    """The kind that the first letters name."""
    wanted = typed.strip().casefold()
    found = [kind for kind in PERSONAL if wanted and kind.startswith(wanted)]
    if len(found) != 1:
        raise Unread(f"A worker's own file holds {', '.join(PERSONAL)}.")
    return found[0]


def _day(typed: str, today: date) -> date | None:
    return parse_date(typed, today) if typed.strip() else None


def _to_come(typed: str, today: date) -> date | None:
    return parse_date(typed, today, weekdays="forward") if typed.strip() else None
