"""Every text that can be recorded, as anything: what is stored is what was typed without what steers a terminal.

python -m tests.fuzz.typed --rounds 5000 --seed 1
"""

from __future__ import annotations

import random
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from msgspec import UNSET, Struct

from db import open_store
from db.engine import Store
from db.models import ALL_TABLES, name_of
from db.whole_rows import columns_of
from oversight_tui.practice.ids import AboutChild, ChildId, EntryId, WorkerId
from oversight_tui.practice.personal import PERSONAL
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    AddWorker,
    AgreedAction,
    CancelSession,
    CarryAction,
    ChildDateRequest,
    CloseAction,
    CloseWorry,
    ConsultRequest,
    Correction,
    CoverRequest,
    DecisionRequest,
    Disagree,
    DiscussionRequest,
    EditWorker,
    EscalationRequest,
    GiveReason,
    HeardRequest,
    KnownOfWorker,
    NoteRequest,
    PersonalRequest,
    PlanSession,
    PostsRequest,
    ProgrammeRequest,
    ReviewDecision,
    ReviewWorry,
    RiskRequest,
    SessionTalk,
    TypedChild,
    TypedHandOver,
    TypedReferral,
    Withdraw,
    WorryRequest,
)
from oversight_tui.services import drafts, record
from oversight_tui.services.entries import entry_words
from oversight_tui.services.problems import SAID_PLAINLY
from oversight_tui.words.text import folded, match_key, one_line, paragraphs
from tests.db.test_board_facts import import_team
from tests.faults.every_path import TODAY
from tests.fuzz import hostile
from tests.fuzz.campaign import Case, clear, long_form, steers
from tests.made_once import AMIRA, C1

SOON = TODAY + timedelta(days=7)
ROUNDS_ON_ONE_STORE = 60
Recorder = Callable[[Store, str, str, str], Any]


class Everything(Struct):
    """Each way to record words, by what it is called; `ids` are those of a child, a worker and entries of each kind."""

    child: ChildId = C1
    worker: WorkerId = AMIRA

    def ways(self) -> dict[str, Recorder]:
        """What can be recorded with three texts."""
        return {**self.about_children(), **self.that_answer(), **self.about_workers()}

    def about_children(self) -> dict[str, Recorder]:
        child = self.child
        return {
            "discuss": lambda s, a, b, c: record.discuss(
                s,
                DiscussionRequest(
                    (child,),
                    a,
                    TODAY,
                    what_changed=b,
                    going_well=c,
                    childs_view=a,
                    decision=b,
                    because=c,
                    actions=(AgreedAction(a, b, SOON),),
                    scales=((c, 4),),
                ),
                TODAY,
            ),
            "in a session": lambda s, a, b, c: record.talk_in_session(
                s,
                SessionTalk(
                    self.worker,
                    ("C-1",),
                    TODAY,
                    text=a,
                    what_changed=b,
                    worries=c,
                    going_well=a,
                    analysis=b,
                    childs_view=c,
                    decision=a,
                    because=b,
                    actions=(AgreedAction(c, a, SOON),),
                ),
                TODAY,
            ),
            "decide": lambda s, a, b, c: record.decide(
                s, DecisionRequest(a, TODAY, AboutChild(child), because=b, actions=(AgreedAction(c, a, SOON),)), TODAY
            ),
            "worry": lambda s, a, b, c: record.raise_worry(
                s, WorryRequest(child, a, TODAY, who=b, if_nothing_changes=c, owner=b, scales=((a, 1),)), TODAY
            ),
            "action": lambda s, a, b, c: record.add_action(
                s, ActionRequest(AboutChild(child), a, b, SOON, TODAY), TODAY
            ),
            "risk": lambda s, a, b, c: record.rate_risk(s, RiskRequest(child, "high", a, TODAY), TODAY),
            "escalate": lambda s, a, b, c: record.escalate(s, EscalationRequest(a, b, TODAY, AboutChild(child)), TODAY),
            "consult": lambda s, a, b, c: record.consult(s, ConsultRequest(a, b, TODAY, AboutChild(child)), TODAY),
            "child's date": lambda s, a, b, c: record.child_date(
                s, ChildDateRequest(child, "visit_interval", days=10, reason=a), TODAY
            ),
            "child by hand": lambda s, a, b, c: record.refer(s, TypedReferral(a, b), TODAY),
            "child's name": lambda s, a, b, c: record.describe_child(s, TypedChild(child, a, b), TODAY),
            "reference": lambda s, a, b, c: record.hand_over_to(s, TypedHandOver((a,), b, TODAY), TODAY),
        }

    def that_answer(self) -> dict[str, Recorder]:
        child = self.child

        def decided(s: Store) -> EntryId:
            return record.decide(s, DecisionRequest("Visit", TODAY, AboutChild(child)), TODAY).entry

        def worried(s: Store) -> EntryId:
            return record.raise_worry(s, WorryRequest(child, "Not in school", TODAY), TODAY).entry

        def consulted(s: Store) -> EntryId:
            return record.consult(s, ConsultRequest("How", "Legal", TODAY, AboutChild(child)), TODAY).entry

        def agreed(s: Store) -> EntryId:
            asked = ActionRequest(AboutChild(child), "Ring school", "Amira Khan", SOON, TODAY)
            return record.add_action(s, asked, TODAY).entry

        return {
            "because": lambda s, a, b, c: record.give_reason(s, GiveReason(decided(s), a, TODAY), TODAY),
            "review": lambda s, a, b, c: record.review_decision(s, ReviewDecision(decided(s), a, TODAY, SOON), TODAY),
            "disagree": lambda s, a, b, c: record.disagree(s, Disagree(decided(s), b, a, TODAY), TODAY),
            "worry reviewed": lambda s, a, b, c: record.review_worry(s, ReviewWorry(worried(s), SOON, TODAY, a), TODAY),
            "worry closed": lambda s, a, b, c: record.close_worry(s, CloseWorry(worried(s), a, TODAY), TODAY),
            "action closed": lambda s, a, b, c: record.close_action(s, CloseAction(agreed(s), TODAY, text=a), TODAY),
            "action carried": lambda s, a, b, c: record.carry_action(s, CarryAction(agreed(s), SOON, TODAY, a), TODAY),
            "correct": lambda s, a, b, c: record.correct(
                s, Correction(decided(s), text=a, because=b, child=c if len(c) < 3 else None), TODAY
            ),
            "withdraw": lambda s, a, b, c: record.withdraw(s, Withdraw(decided(s), a, TODAY), TODAY),
            "heard": lambda s, a, b, c: record.heard(s, HeardRequest(consulted(s), a, TODAY, b), TODAY),
            "an id": lambda s, a, b, c: record.give_reason(s, GiveReason(record.entry_typed(a), b, TODAY), TODAY),
        }

    def about_workers(self) -> dict[str, Recorder]:
        worker = self.worker
        return {
            "absence": lambda s, a, b, c: record.absence(s, AbsenceRequest(worker, TODAY, None, "leave", a, b), TODAY),
            "cover": lambda s, a, b, c: record.cover(s, CoverRequest(worker, a, TODAY), TODAY),
            "plan": lambda s, a, b, c: record.plan(s, PlanSession(worker, SOON, supervisor=a), TODAY),
            "cancel": lambda s, a, b, c: record.cancel(
                s, CancelSession(record.plan(s, PlanSession(worker, SOON), TODAY).entry, a, TODAY), TODAY
            ),
            "programme": lambda s, a, b, c: record.programme(s, ProgrammeRequest(worker, a, TODAY), TODAY),
            "posts": lambda s, a, b, c: record.posts(s, PostsRequest(a, 7.5, TODAY), TODAY),
            "worker by hand": lambda s, a, b, c: record.add_worker(
                s, AddWorker(a, KnownOfWorker(role=b, supervisor=c)), TODAY
            ),
            "worker changed": lambda s, a, b, c: record.edit_worker(
                s,
                EditWorker(worker, KnownOfWorker(role=a, second_supervisor=b, own_limit=c if len(c) < 3 else UNSET)),
                TODAY,
            ),
            "note": lambda s, a, b, c: record.note(s, NoteRequest(a, AboutChild(self.child)), TODAY),
            "own file": lambda s, a, b, c: record.personal(
                s,
                PersonalRequest(
                    worker, list(PERSONAL)[len(a) % len(PERSONAL)], a, TODAY, support_offered=b, next_step=c
                ),
                TODAY,
            ),
            "draft": lambda s, a, b, c: drafts.keep(s, "decide:child:1", {"text": a, b: c}),
        }


def stray_in(store: Store) -> list[str]:
    """What of the store holds a sign that steers a terminal, by table and column; drafts hold what was typed."""
    found = []
    with store.reading():
        for table in ALL_TABLES:
            name, columns = name_of(table), columns_of(table)
            if name in ("draft", "policy"):
                continue
            for row in store.rows(f'SELECT {", ".join(columns)} FROM "{name}"'):
                for column, value in zip(columns, row, strict=True):
                    if isinstance(value, str) and any(steers(sign) for sign in value):
                        found.append(f"{name}.{column} holds a sign that steers")
    return sorted(set(found))


def spelled(text: str) -> list[str]:
    """The letters, marks and digits alone; marks may stand in another order."""
    return sorted(sign for sign in unicodedata.normalize("NFD", text) if unicodedata.category(sign)[0] in "LMN")


def cleaned_wrongly(text: str) -> list[str]:
    """What the cleaning of one text does wrong."""
    longer, line, key, found = paragraphs(text), one_line(text), match_key(text), folded(text)
    wrong = [
        f"{name} lets a sign through"
        for name, value in (("paragraphs", longer), ("one_line", line), ("match_key", key), ("folded", found))
        if any(steers(sign) for sign in value) or (name != "paragraphs" and any(sign in "\n\t" for sign in value))
    ]
    wrong += ["cleaning again changes it"] if paragraphs(longer) != longer or one_line(line) != line else []
    if spelled(text) != spelled(longer):
        wrong.append("a letter or a digit was lost")
    return wrong


@contextmanager
def case() -> Iterator[Case]:
    """Three texts a round, recorded in one way and read back."""
    with tempfile.TemporaryDirectory() as name:
        new, path = Path(name) / "new", Path(name) / "team.oversight"
        store = open_store(new)
        import_team(store)
        store.close()
        ways = Everything().ways()
        opened: list[Store] = []
        rounds = iter(range(10**9))

        def one(chance: random.Random) -> Sequence[str]:
            if next(rounds) % ROUNDS_ON_ONE_STORE == 0:
                for old in opened:
                    old.close()
                clear(Path(name))
                shutil.copy(new, path)
                opened[:] = [open_store(path)]
            (store,) = opened
            texts = [hostile.text(chance) for _ in range(3)]
            way = chance.choice(list(ways))
            wrong = [fault for text in texts for fault in cleaned_wrongly(text)]
            try:
                recorded = ways[way](store, *texts)
            except SAID_PLAINLY as problem:
                return [*wrong, *([] if str(problem).strip() else [f"{way}: a refusal without a word"])]
            wrong += [f"{way}: {fault}" for fault in stray_in(store)]
            if way in ("discuss", "decide", "worry", "action"):
                first = recorded[0] if isinstance(recorded, list) else recorded
                if entry_words(store, first.entry).text != paragraphs(texts[0]):
                    wrong.append(f"{way}: what is read back is not what was typed")
            elif (
                way == "draft" and texts[0] not in drafts.kept(store)["decide:child:1"].values() and texts[1] != "text"
            ):
                wrong.append("draft: it is not what was typed")
            return wrong

        try:
            yield one
        finally:
            for left in opened:
                left.close()


def main() -> None:
    """Print what was found."""
    with case() as one:
        long_form(one, __doc__)


if __name__ == "__main__":
    main()
