"""A child handed to another worker, a child who came in today, and who helps out while a worker is away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from oversight_tui.practice.requests import CoverRequest, Request, TypedHandOver, TypedReferral
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, NAME_CELLS, day_field
from oversight_tui.ui.dialogs.field import YES_NO, Field, last_since
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.words.dates import parse_date
from oversight_tui.words.typed import typed_references, typed_yes


class HandOverForm(Form):
    """To whom the children go."""

    about_a_child = False

    AUTO_FOCUS = "#to"

    def __init__(self, about: Sequence[About], siblings: str = "") -> None:
        """`siblings` says which brothers and sisters stay with who holds these children; empty for none."""
        references = " ".join(one.reference for one in about if one.reference)
        holders = {one.worker or "" for one in about}
        fields = (
            Field(
                "children",
                "Children",
                "References or names, with commas between",
                1,
                references,
                named="child",
                needed=True,
            ),
            Field(
                "to",
                "To",
                "A worker's name or part of it; or unallocated, duty, manager",
                named="worker",
                but=holders.pop() if len(holders) == 1 else "",
                needed=True,
                cells=NAME_CELLS,
            ),
            Field("because", "Because", "Why: it is kept with the child", needed=True),
            Field(
                "actions",
                "Actions too",
                "yes gives the new worker the open actions of who held the child",
                1,
                "no",
                choices=YES_NO,
            ),
            Field("siblings", "Siblings too", "Those of the same worker", 1, "no", siblings, choices=YES_NO, cells=18),
            day_field("on", "From", "today, yesterday, mon, 3 Apr", "today"),
        )
        several = DraftKey(FormName.HAND_OVER, name="marked")
        key = key_about(FormName.HAND_OVER, about[0]) if len(about) == 1 else several
        shown = about[0].shown if len(about) == 1 else references
        super().__init__(key, f"Hand over {shown}", fields)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The handing over."""
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        return TypedHandOver(
            typed_references(typed["children"]),
            typed["to"],
            on,
            typed["because"],
            with_actions=typed_yes(typed["actions"]),
            with_siblings=typed_yes(typed["siblings"]),
        )


class ReferralForm(Form):
    """A child whom no list has shown yet."""

    about_a_child = False

    AUTO_FOCUS = "#reference"

    def __init__(self, about: About) -> None:
        fields = (
            Field(
                "reference",
                "Reference",
                "As the case system writes it: the next list finds the child by it",
                needed=True,
                cells=NAME_CELLS,
            ),
            Field("name", "Name here", "The name the child goes by here; may be left empty", cells=NAME_CELLS),
            Field(
                "worker",
                "Worker",
                "Who takes the child; empty while nobody does",
                1,
                "",
                named="worker",
                cells=NAME_CELLS,
            ),
            Field(
                "born",
                "Born",
                "Date of birth, or when it is expected; may be left empty",
                day="long_ago",
                cells=DAY_CELLS,
            ),
        )
        super().__init__(DraftKey(FormName.REFERRAL, name="today"), "A child who came in today", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The child."""
        born = typed["born"].strip()
        day = parse_date(born, self.program.worker.today()) if born else None
        return TypedReferral(typed["reference"], typed["name"], typed["worker"], day)


class CoverForm(Form):
    """Who sees to a worker's children."""

    about_a_child = False

    AUTO_FOCUS = "#by"

    def __init__(self, about: About) -> None:
        fields = (
            Field(
                "by",
                "Who",
                "Who sees to the children: a name of the team, or outside: name",
                named="worker",
                needed=True,
                cells=NAME_CELLS,
            ),
            Field(
                "first",
                "From",
                "Empty from today, or while an absence to come lasts; mon, 3 Apr",
                day="either",
                cells=DAY_CELLS,
            ),
            Field("last", "To", "The last day; empty until further notice", day="either", cells=DAY_CELLS),
        )
        super().__init__(
            DraftKey(FormName.COVER, worker_id=about.worker_id), f"Who helps out for {about.shown}", fields
        )
        self.about = about

    def days(self, typed: Mapping[str, str]) -> Iterable[Field]:
        """The last day is none before the first, nor before today where none is typed."""
        today, first = self.program.worker.today(), typed["first"].strip()
        return last_since(self.fields, parse_date(first, today, weekdays="from_today") if first else today)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The cover."""
        today, first, last = self.program.worker.today(), typed["first"].strip(), typed["last"].strip()
        return CoverRequest(
            self.about.its_worker,
            typed["by"],
            parse_date(first, today, weekdays="from_today") if first else None,
            parse_date(last, today, weekdays="from_today") if last else None,
        )
