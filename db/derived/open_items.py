"""Everything that waits for somebody, about some children or some workers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db import stored
from db.derived.live import About, Spine
from db.derived.of_the_day import of_the_day
from db.derived.own_files import own_files
from db.derived.rows import Row
from db.derived.sessions import open_sessions
from db.derived.waiting import Latest, Waiting, item, latest
from db.queries.contents import sensitive_among
from oversight_tui.practice import records
from oversight_tui.practice.facts import OpenKind
from oversight_tui.practice.ids import EntryId

if TYPE_CHECKING:
    from db.engine import Store

# What settles an entry is about the very child that the entry is about. Compared as values of an expression, so that
# SQLite goes from the entry to what names it, and not through all that was ever said of the child.
_SAME_CHILD = " AND COALESCE(se.child_id, 0) = COALESCE(e.child_id, 0)"


def derive_open_items(store: Store, about: About, ids: Sequence[int]) -> list[Row]:
    """One row for each open thing about these children (`child_id`), or about these workers alone (`worker_id`)."""
    waiting = Waiting(store, about, ids)
    items = [
        *_worries(waiting),
        *_actions(waiting),
        *_decisions(waiting),
        *_talks(waiting),
        *_escalations(waiting),
        *_consultations(waiting),
        *_work(waiting),
        *own_files(store, about, ids),
        *open_sessions(store, about, ids),
        *of_the_day(waiting),
        *_conflicts(waiting),
    ]
    entries = [EntryId(entry) for item in items if isinstance(entry := item["entry"], int)]
    hidden = sensitive_among(store, entries)
    return [_without_words(item) if item["entry"] in hidden else item for item in items]


def _without_words(item: Row) -> Row:
    """The item without what may not be read; of what somebody was told or asked about a worker not even who it was."""
    about_a_worker = item["kind"] in ("escalation", "consultation") and item["child"] is None
    return {**item, "text": "", "sensitive": True, **({"who": None} if about_a_worker else {})}


def _worries(waiting: Waiting) -> Iterator[Row]:
    reviewed = latest((one.says.worry, one.says.next_on) for one in waiting.all(records.WorryReview))
    for one in waiting.without(records.Worry, records.WorryClose, "worry"):
        worry, spine = one.says, one.spine
        again = reviewed.get(spine.entry, Latest(worry.review_on, 0))
        yield item(
            "worry",
            spine,
            worry.text,
            who=worry.who,
            severity=worry.severity,
            owner_name=worry.owner,
            due_on=again.day,
            carried_over=again.times,
        )


def _actions(waiting: Waiting) -> Iterator[Row]:
    carried = latest((one.says.action, one.says.due_on) for one in waiting.all(records.ActionCarried))
    for one in waiting.without(records.Action, records.ActionOutcome, "action"):
        again = carried.get(one.spine.entry, Latest(one.says.due_on, 0))
        yield item(
            "action",
            one.spine,
            one.says.text,
            who=one.says.owner,
            due_on=again.day,
            carried_over=again.times,
            owner=one.says.owner_worker,
            which="audit" if one.says.audit is not None else None,
        )


def _decisions(waiting: Waiting) -> Iterator[Row]:
    reviewed = latest((one.says.decision, one.says.next_on) for one in waiting.all(records.DecisionReview))
    settled_by_review = {one.says.decision for one in waiting.all(records.DecisionReview, " AND d.next_on IS NULL")}
    reasoned = {one.says.decision for one in waiting.all(records.DecisionReason)}
    for one in waiting.all(records.Decision):
        again = reviewed.get(one.spine.entry, Latest(one.says.review_on, 0))
        due_on = None if one.spine.entry in settled_by_review else again.day
        reasonless = one.says.because is None and one.spine.entry not in reasoned
        if reasonless or due_on is not None:
            kind: OpenKind = "decision_without_because" if reasonless else "decision_review"
            yield item(kind, one.spine, one.says.text, due_on=due_on, carried_over=again.times)


def _talks(waiting: Waiting) -> Iterator[Row]:
    """A talk that was corrected to another child answers nothing that was asked about the first, and what was put on
    the first one's file is not on the other's.
    """
    for one in waiting.without(records.Discussion, records.Filing, "discussion", " AND NOT d.asked_for", _SAME_CHILD):
        if one.says.setting != "opening":
            yield item("discussion_not_on_file", one.spine, one.says.text)
    for one in waiting.without(records.Discussion, records.Discussion, "answers", " AND d.asked_for", _SAME_CHILD):
        yield item("discussion_open", one.spine, one.says.text, due_on=one.spine.on)


def _work(waiting: Waiting) -> Iterator[Row]:
    """Work that waits to be signed off, and work that was returned and is not handed in again yet."""
    answers, again = waiting.all(records.WorkAnswer), waiting.all(records.WorkHandedInAgain)
    for one in waiting.all(records.WorkHandedIn):
        said = [answer for answer in answers if answer.says.work == one.spine.entry]
        if any(answer.says.approved for answer in said):
            continue
        handed_in = [one.spine, *(more.spine for more in again if more.says.work == one.spine.entry)][-1]
        returned = said[-1] if said else None
        by = {"who": one.says.author, "owner": one.says.author_worker, "carried_over": len(said)}
        if returned is None or _came_after(handed_in, returned.spine):
            yield item("sign_off", one.spine, one.says.text, **by, **_on(handed_in))
        else:
            text = f"{one.says.text}; missing: {returned.says.reason}"
            yield item("work_returned", one.spine, text, **by, **_on(returned.spine))


def _came_after(one: Spine, other: Spine) -> bool:
    return (one.on or date.min, one.entry) > (other.on or date.min, other.entry)


def _on(spine: Spine) -> Row:
    return {"since": spine.on, "at": spine.at}


def _escalations(waiting: Waiting) -> Iterator[Row]:
    for one in waiting.without(records.Escalation, records.EscalationAnswer, "escalation"):
        yield item("escalation", one.spine, one.says.text, who=one.says.sent_to)


def _consultations(waiting: Waiting) -> Iterator[Row]:
    """What was asked and not answered yet; who was kept sighted owes no answer."""
    asked = " AND NOT d.for_information"
    for one in waiting.without(records.Consultation, records.ConsultationAnswer, "consultation", asked):
        yield item("consultation", one.spine, one.says.text, who=one.says.asked_of, owner_name=one.spine.by)


def _conflicts(waiting: Waiting) -> Iterator[Row]:
    if waiting.about != "child_id":
        return
    newest = {one.spine.child: one for one in waiting.all(records.ExtractRow)}
    for one in newest.values():
        conflict = stored.content(one.says.content).get("conflict")
        if conflict and one.says.open:
            yield item("import_conflict", one.spine, conflict)
