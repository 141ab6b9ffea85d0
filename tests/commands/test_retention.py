"""`oversight retention` as it is typed."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import open_store
from oversight_tui.services.identity import choose
from tests.commands.saying import Says, commands_for, told
from tests.services.test_retention import close, everything

BECAUSE = ("--because", "Its time has come")


@pytest.fixture
def says(small_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Says:
    """Everything was said about C-2, who has been closed for many years."""
    monkeypatch.setattr("oversight_tui.services.record.retention.now", lambda: datetime(2099, 1, 1, tzinfo=UTC))
    store = open_store(shutil.copy(small_team, tmp_path / "team.oversight"))
    choose(store, "Mary Okoro", None)
    everything(store)
    close(store)
    store.close()
    return commands_for(store.path, "2045-03-01", capsys)


def test_the_list_says_what_is_due_and_by_which_figure(says: Says) -> None:
    code, out, _ = says("retention", "list")
    assert code == 0
    assert "Due to be erased:\n" in out
    assert "Child C-2," in out
    assert "child in need plan: 3 years from the 18th birthday, 5 Apr 2030 (source: Devon" in out
    assert "C-3" not in out
    assert "C-3" in says("retention", "list", "--all")[1]
    due = next(row for row in told(says, "retention", "list") if row["name"] == "C-2")
    assert (due["state"], due["due_on"], due["hold"]) == ("due", "2033-04-05", None)


def test_nobody_to_ask_erases_nothing(says: Says) -> None:
    code, _, complaint = says("retention", "erase", "C-2", *BECAUSE)
    assert (code, "Give --yes. Nothing was erased." in complaint) == (2, True)
    assert says("child", "C-2")[0] == 0


def test_a_hold_then_its_lifting_then_the_erasure(says: Says) -> None:
    assert "Legal hold on C-2" in says("retention", "hold", "C-2", "--because", "An inquiry")[1]
    assert "since Wed 1 Mar 2045, Mary Okoro: An inquiry" in says("retention", "list")[1]
    assert "Legal hold, Mary Okoro: An inquiry" in says("child", "C-2")[1]
    code, _, complaint = says("retention", "erase", "C-2", "--yes", *BECAUSE)
    assert (code, "An inquiry" in complaint) == (2, True)
    assert says("retention", "lift", "C-2", "--because", "It has ended")[0] == 0
    assert "Erased for good" in told(says, "retention", "erase", "C-2", "--yes", *BECAUSE)["says"]
    code, _, complaint = says("child", "C-2")
    assert (code, "no child with the reference" in complaint) == (2, True)
    assert says("verify")[0] == 0
    assert "erased" in says("journal")[1]
    assert "Nothing of yours" not in says("undo")[1]


def test_notes_and_drafts_by_name(says: Says) -> None:
    says("retention", "erase", "C-2", "--yes", *BECAUSE)
    says("note", "add", "Ask Helen")
    code, _, complaint = says("retention", "erase", "notes", "--yes", *BECAUSE)
    assert (code, "No note to yourself is old enough" in complaint) == (2, True)
    assert "1 entry" in says("retention", "erase", "drafts", "--yes", *BECAUSE)[1]


def test_a_worker_who_is_here_is_not_erased_and_can_be_held(says: Says) -> None:
    says("retention", "hold", "Amira Khan", "--because", "A grievance")
    assert "Legal hold, Mary Okoro: A grievance" in says("worker", "Amira Khan")[1]
    says("retention", "lift", "Amira Khan", "--because", "Settled")
    code, _, complaint = says("retention", "erase", "Amira Khan", "--yes", *BECAUSE)
    assert (code, "still here" in complaint) == (2, True)
