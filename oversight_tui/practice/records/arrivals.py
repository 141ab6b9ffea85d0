"""Children who are new, who wait for a worker, and who are to go to another one: referrals, the weekly look, and
handovers to come.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from oversight_tui.practice.facts import Bucket
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.records.base import Content, Follows, Kind, Names, Reason, Text, TypedName
from oversight_tui.words.day_labels import REFERRAL_OUTCOME, URGENCY
from oversight_tui.words.labels import BUCKET, words_for

Urgency = Literal["same_day", "soon", "not_urgent"]
ReferralOutcome = Literal["assessment", "strategy_discussion", "early_help", "advice", "no_further_action", "other"]
HandOverEnd = Literal["took_place", "called_off"]


class Referral(Content, frozen=True):
    """A referral that came in on the entry's day, at its time: from whom, about what, how urgent."""

    kind: ClassVar = Kind(
        name="referral",
        called="a referral",
        page="child",
        heading="Referral",
        news="Referral",
        told_as="referral",
        correctable=True,
        dated=True,
    )
    text: Text
    from_whom: TypedName
    urgency: Urgency

    def told(self, names: Names) -> str:
        """About what, from whom, how urgent."""
        return f"{self.text} (from {self.from_whom}, {words_for(URGENCY, self.urgency)})"


class ReferralDecision(Content, frozen=True):
    """What was decided about a referral, and because of what."""

    kind: ClassVar = Kind(
        name="referral_decision",
        called="the decision about a referral",
        page="child",
        heading="Referral",
        news="Referral decided",
        told_as="referral",
        correctable=True,
        dated=True,
    )
    referral: Follows
    outcome: ReferralOutcome
    reason: Reason

    def told(self, names: Names) -> str:
        """What was decided."""
        return f"Decided: {words_for(REFERRAL_OUTCOME, self.outcome)}"


class WaitingLook(Content, frozen=True):
    """A child whom no worker holds was looked at again, with a word; `who` did, None for who recorded it."""

    kind: ClassVar = Kind(
        name="waiting_look",
        called="a look at a child without a worker",
        page="child",
        heading="Management oversight",
        news="Looked at again",
        told_as="waiting",
        correctable=True,
        dated=True,
    )
    text: Text
    who: TypedName | None = None

    def told(self, names: Names) -> str:
        """The word, and by whom where that is somebody else than who recorded it."""
        return f"{self.text} ({self.who})" if self.who else self.text


class HandOverPlan(Content, frozen=True):
    """A child who is to go to a worker or into a bucket on the entry's day, which is confirmed when it has come.

    `with_actions` gives the open actions of who holds the child now to the new worker too.
    """

    kind: ClassVar = Kind(
        name="handover_plan",
        called="a handover to come",
        page="child",
        heading="Handover",
        news="Handover planned",
        told_as="handover",
        correctable=True,
        dated=True,
        told_before=True,
    )
    going_to: WorkerId | None = None
    bucket: Bucket | None = None
    with_actions: bool = False
    reason: Reason | None = None

    def told(self, names: Names) -> str:
        """To whom."""
        if self.going_to is not None:
            return f"To go to {names.workers.get(self.going_to, 'another worker')}"
        return f"To be {words_for(BUCKET, self.bucket)}"

    @property
    def is_to_come(self) -> bool:
        """It is planned beforehand."""
        return True


class HandOverPlanEnd(Content, frozen=True):
    """What became of a handover that was to come: it took place, or it was called off and why."""

    kind: ClassVar = Kind(
        name="handover_plan_end",
        called="what became of a planned handover",
        page="child",
        heading="Handover",
        told_as="handover",
    )
    plan: Follows
    outcome: HandOverEnd
    reason: Reason | None = None

    def told(self, names: Names) -> str:
        """Which of both."""
        return "Took place" if self.outcome == "took_place" else "Called off"
