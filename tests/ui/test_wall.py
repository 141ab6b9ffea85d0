"""The wall: nothing of a worker's own file is on any page, in any export, in any figure but where it is asked for."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from db import models, open_store
from db.engine import Store
from oversight_tui.cli import main
from oversight_tui.command_list import COMMANDS
from oversight_tui.services.agenda import session_in_hand
from oversight_tui.services.board import load_board
from oversight_tui.services.brief import brief_for
from oversight_tui.services.changes import changes
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.journal import newest
from oversight_tui.services.personal import personal_file
from oversight_tui.ui.dialogs.correct import CorrectForm, WithdrawForm
from oversight_tui.ui.dialogs.personal import PersonalForm
from oversight_tui.ui.dialogs.session_record import SessionRecordForm
from oversight_tui.ui.screens.own_effect import OwnEffectScreen
from oversight_tui.ui.screens.personal import PersonalScreen
from tests.made_once import MONDAY
from tests.ui.every_screen import Walk, name_of
from tests.ui.laden_team import ABOUT_WORDS, OWN_WORDS, whose_own_file

# Exports with the file they are written to; a workbook and a Word file are looked at part by part.
EXPORTS = (
    *(("child", "{child}", form) for form in (".html", ".docx", ".pdf")),
    *(("child", "{child}", "--sensitive", form) for form in (".html", ".docx")),
    *(("worker", "{worker}", form) for form in (".html", ".docx", ".pdf")),
    ("subject-access", "child", "{child}", "--sensitive", ".html"),
    ("subject-access", "worker", "{worker}", ".html"),
    ("handover", "{worker}", ".html"),
    *(("sight", form) for form in (".html", ".docx", ".pdf")),
    *(("inspection", "--children", "50", form) for form in (".txt", ".json", ".html")),
    ("tables", ".xlsx"),
    ("calendar", ".ics"),
    ("digest", "--names", ".txt"),
)
# Commands that print, with what they need; {child} and {worker} are filled in.
PRINTING = (
    ("brief",),
    ("today",),
    ("today", "--print"),
    ("today", "--ahead", "30"),
    ("search", "xylo"),
    ("search", "vermilion", "--old"),
    ("child", "{child}"),
    ("child", "{child}", "--as-child"),
    ("child", "{child}", "--significant"),
    ("worker", "{worker}"),
    ("agenda", "{worker}"),
    ("outlook", "--leaves", "{worker}", "--more", "2"),
    ("agenda", "{manager}"),
    ("supervision", "sheet", "{worker}"),
    ("supervision", "record", "{worker}"),
    ("calendar",),
    ("regularity",),
    ("visits",),
    ("decisions",),
    ("brief",),
    ("audit", "list"),
    ("incident", "list"),
    ("sight",),
    ("sight", "--rows", "actions_late"),
    ("effect",),
    ("effect", "--rows", "drift_actions"),
    ("export", "digest", "--names"),
    ("cover", "{worker}", "--open"),
    ("cover", "{manager}", "--open"),
    ("wording",),
    # What the id of an entry of that file is given to.
    ("copy", "{own}"),
    ("correct", "{own}", "--child", "{child}"),
    ("because", "{own}", "x"),
    ("mark", "{own}", "significant"),
    ("withdraw", "{own}", "--because", "x"),
    ("action", "list"),
    ("changes",),
    ("journal",),
    ("note", "list"),
    ("undo",),
    ("redo",),
    ("mine",),
    ("policy", "show"),
    ("verify",),
    ("retention", "list", "--all"),
    ("backup",),
    ("restore",),
    ("doctor", "--rehearse"),
)
SILENT = {  # what only records, or prints nothing of the store
    *(
        "demo",
        "import",
        "discuss",
        "filed",
        "decide",
        "review",
        "disagree",
        "worry",
        "risk",
        "seen",
        "escalate",
        "consult",
        "heard",
        "posts",
        "programme",
        *("book", "duty", "referral", "waiting", "planned-handover"),
        "dates",
        "book",
        "duty",
        "referral",
        "waiting",
        "planned-handover",
    ),
    *(
        "answered",
        "absence",
        "work",
        "workers",
        "children",
        "handover",
        "personal",
        "opening",
        "keys",
        "where",
        "passphrase",
        "load",
        "move",
        "server",
    ),
}


def leaks(text: str) -> list[str]:
    return [word for word in (*OWN_WORDS, *ABOUT_WORDS) if word in text]


def test_every_command_is_looked_at() -> None:
    assert {words[0] for words in PRINTING} | SILENT == set(COMMANDS)


@pytest.mark.parametrize("words", PRINTING, ids=" ".join)
@pytest.mark.parametrize("as_json", [False, True])
def test_no_command_prints_it(
    laden: Store, words: tuple[str, ...], as_json: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    board = load_board(laden, MONDAY)
    worker = whose_own_file(laden)
    child = next(row.child for row in board.children if row.child.worker_id == worker.id)
    assert board.manager is not None
    own = personal_file(laden, worker.id).entries[-1].id
    given = {"child": child.reference, "worker": worker.name, "manager": board.manager.manager.name, "own": own}
    filled = [word.format(**given) for word in words]
    main([*filled, "--store", str(laden.path), "--today", "2026-11-23", *(["--json"] if as_json else [])])
    said = capsys.readouterr()
    assert leaks(said.out + said.err) == []


@pytest.mark.parametrize("words", EXPORTS, ids=" ".join)
def test_no_file_that_goes_out_holds_it(laden: Store, words: tuple[str, ...], tmp_path: Path) -> None:
    worker = whose_own_file(laden)
    child = next(row.child for row in load_board(laden, MONDAY).children if row.child.worker_id == worker.id)
    *asked, ending = (word.format(child=child.reference, worker=worker.name) for word in words)
    path = tmp_path / f"out{ending}"
    assert main(["export", *asked, "--to", str(path), "--store", str(laden.path), "--today", "2026-11-23"]) == 0
    written = all_text_of(path)
    assert len(written) > 200
    assert leaks(written) == []


def all_text_of(path: Path) -> str:
    """Every text that a file holds, read by another library than wrote it."""
    if path.suffix == ".pdf":
        return " ".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix in (".xlsx", ".docx"):
        with ZipFile(path) as parts:
            return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return path.read_text("utf-8-sig")


def test_no_page_holds_it_that_a_screen_or_an_export_is_drawn_from(laden: Store) -> None:
    board = load_board(laden, MONDAY)
    worker = whose_own_file(laden)
    pages: list[object] = [
        board,
        worker_page(laden, worker.id, MONDAY),
        session_in_hand(laden, worker.id, MONDAY),
    ]
    pages += [child_page(laden, row.child.id, MONDAY) for row in board.children if row.child.worker_id == worker.id]
    pages += [brief_for(laden, row.worker.id, MONDAY) for row in board.everybody]
    pages += [changes(laden), newest(laden)]
    assert [leaks(repr(page)) for page in pages] == [[] for _ in pages]


def test_it_is_read_where_it_is_asked_for_and_the_journal_says_so(
    laden: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    worker = whose_own_file(laden)
    main(["worker", worker.name, "--personal", "--store", str(laden.path), "--today", "2026-11-23"])
    assert leaks(capsys.readouterr().out) == [*OWN_WORDS, *ABOUT_WORDS]
    main(["journal", "--personal", "--store", str(laden.path)])
    assert "opened_personal" in capsys.readouterr().out


def test_no_screen_shows_it_but_its_own(every_page_without_names: Walk, every_page: Walk) -> None:
    """Also not beyond the edges of a widget, nor in one that is not displayed."""
    own = {name_of(PersonalScreen), name_of(OwnEffectScreen), name_of(CorrectForm)}
    over_it = {
        name_of(one) for one in (WithdrawForm, PersonalForm, SessionRecordForm)
    }  # the file stays in sight beside them
    for walked, may_hold, may_show in ((every_page, own, own | over_it), (every_page_without_names, set(), set())):
        assert {page.screen for page in walked.pages if leaks(page.held)} == may_hold
        showing = {(page.screen, page.where) for page in walked.pages if leaks(page.painted + page.held)}
        assert {screen for screen, _ in showing} == may_show, showing
        assert all("own_file" in where or where.endswith("open_page, K") for _, where in showing), showing


def test_no_table_but_its_own_holds_it(laden: Store) -> None:
    """Nor does what is derived from the records."""
    store = open_store(Path(laden.path))
    with store.reading():
        for table in {models.name_of(each) for each in models.ALL_TABLES} - {"personal_record", "journal_content"}:
            held = repr(store.rows(f'SELECT * FROM "{table}"')).lower()
            assert [word for word in OWN_WORDS if word.lower() in held] == [], table
    store.close()
