"""A draft finds its form again: its key as a value, and as it stands in a store that an earlier version has written.

And it goes with what it was recorded as, whatever happens in between.
"""

import pytest

from db.engine import Store
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, WorkerId
from oversight_tui.practice.requests import Recorded, Request
from oversight_tui.services import drafts, record
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about, key_named, key_of_text, read_keys
from oversight_tui.ui.drafts import Drafts
from oversight_tui.ui.forms import ABOUT_AN_ENTRY, ABOUT_ANYBODY, ABOUT_SOMEBODY
from oversight_tui.ui.program import ProgramScreen
from tests.made_once import MONDAY
from tests.ui.manager import sitting
from tests.ui.quiet import press

CHILD = About(ChildId(12), WorkerId(3), "C-1042", "Amira Khan", "C-1042")
WORKER = About(None, WorkerId(3), None, "Amira Khan", "Amira Khan")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (key_about(FormName.DECIDE, CHILD), "decide:child:12"),
        (key_about(FormName.DECIDE, WORKER), "decide:worker:3"),
        (DraftKey(FormName.DECIDE, name="marked"), "decide:marked"),
        (key_about(FormName.NOTE, NOBODY), "note:worker:None"),
        (DraftKey(FormName.WORRY_ANSWER, entry_id=EntryId(34)), "answer:34"),
        (DraftKey(FormName.SESSION_TALK, worker_id=WorkerId(3), reference="C-1042"), "in_session:3:C-1042"),
        (DraftKey(FormName.SESSION_TALK, worker_id=WorkerId(3), reference="C:1042"), "in_session:3:C:1042"),
        (DraftKey(FormName.SESSION_TALK, worker_id=WorkerId(3)), "in_session:3:None"),
        (DraftKey(FormName.NEW_WORKER, name="today"), "new_worker:today"),
        (key_named(FormName.ERASE, "child:12"), "erase:child:12"),
        (key_named(FormName.LIFT_HOLD, "own_file:3"), "lift_hold:own_file:3"),
    ],
)
def test_a_key_goes_into_the_store_and_comes_out_the_same(key: DraftKey, text: str) -> None:
    assert key.text == text
    assert key_of_text(text) == key


def test_a_draft_of_a_form_this_version_does_not_have_is_left_where_it_is() -> None:
    assert key_of_text("seance:child:12") is None
    assert list(read_keys({"seance:child:12": {}, "risk:child:12": {"because": "x"}})) == [
        key_about(FormName.RISK, CHILD)
    ]


def test_what_is_erased_takes_its_drafts_with_it() -> None:
    assert key_about(FormName.DECIDE, CHILD).is_about(AboutChild(ChildId(12)))
    assert not key_about(FormName.DECIDE, CHILD).is_about(AboutChild(ChildId(1)))
    assert key_about(FormName.OWN_FILE, WORKER).is_about(AboutWorker(WorkerId(3)))
    assert not key_about(FormName.DECIDE, CHILD).is_about(AboutWorker(WorkerId(3)))
    assert not key_about(FormName.NOTE, NOBODY).is_about(AboutWorker(WorkerId(3)))


def test_no_form_is_opened_in_two_ways() -> None:
    assert ABOUT_SOMEBODY.keys() & ABOUT_AN_ENTRY.keys() == set()
    assert ABOUT_SOMEBODY.keys() >= ABOUT_ANYBODY


async def test_when_it_is_recorded_it_is_no_draft_any_more(team: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is killed there would offer it again at the next start, and it would be recorded twice."""
    left: list[int] = []
    recording = record.record

    def watched(store: Store, request: Request, *given: object, **named: object) -> tuple[Recorded, ...]:
        assert len(drafts.kept(store)) == 1
        recorded = recording(store, request, *given, **named)  # type: ignore[arg-type]
        left.append(len(drafts.kept(store)))
        return recorded

    monkeypatch.setattr(record, "record", watched)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "w")
        await manager.types("Lost weight")
        manager.puts(severity="3")
        await manager.presses("ctrl+s")
        manager.sees("Worry raised for")
        assert not manager.app.drafts
    assert left == [0]


async def test_what_is_kept_while_it_is_being_recorded_does_not_bring_it_back(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "w")
        await manager.types("Lost weight")
        manager.puts(severity="3")
        form = manager.app.on_top
        assert isinstance(form, ProgramScreen)
        press(manager.app, "ctrl+s")
        for _ in range(3):
            await manager.pilot.pause()
            form.keep_draft()  # as leaving, locking and the clock of the form do
        await manager.settles()
        manager.sees("Worry raised for")
        assert drafts.kept(team) == {}
        assert not manager.app.drafts


async def test_what_is_refused_stays_a_draft(team: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "record", _refused)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "w")
        await manager.types("Lost weight")
        manager.puts(severity="3")
        await manager.presses("ctrl+s")
        manager.sees("Not today", "Lost weight")
        assert [one["text"] for one in drafts.kept(team).values()] == ["Lost weight"]


def _refused(*given: object, **named: object) -> tuple[Recorded, ...]:
    raise record.RecordProblem("Not today. Nothing was recorded.")


async def test_what_was_typed_here_is_newer_than_what_is_read_from_the_store(team: Store) -> None:
    key, other = key_about(FormName.DECIDE, CHILD), key_about(FormName.RISK, CHILD)
    async with sitting(team, MONDAY) as manager:
        found = Drafts(manager.app.worker)
        found.keep(key, {"because": "newer"})
        found.add({key: {"because": "older"}, other: {"because": "x"}})
        assert found.of(key) == {"because": "newer"}
        assert list(found) == [other, key]
