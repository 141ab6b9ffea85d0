"""A draft finds its form again: its key as a value, and as it stands in a store that an earlier version has written."""

import pytest

from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, WorkerId
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about, key_named, key_of_text, read_keys
from oversight_tui.ui.forms import ABOUT_AN_ENTRY, ABOUT_ANYBODY, ABOUT_SOMEBODY

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
