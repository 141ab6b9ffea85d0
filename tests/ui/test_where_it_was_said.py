"""A talk in supervision is told from a same-day talk, and a decision can carry what the child says of it."""

from db.engine import Store
from oversight_tui.practice.requests import DiscussionRequest, SessionTalk
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.copying import plain_text
from oversight_tui.services.files import child_page
from oversight_tui.ui.dialogs.decide import DecideForm
from oversight_tui.ui.dialogs.field import FieldInput
from oversight_tui.ui.present.row_keys import key_of
from tests.made_once import MONDAY
from tests.ui.manager import sitting


async def test_what_was_said_in_supervision_is_told_from_a_same_day_talk(team: Store) -> None:
    shown = load_board(team, MONDAY)
    worker = next(row.worker for row in shown.workers if row.children > 1 and row.absence is None)
    one, other = (row.child for row in shown.children_with(worker.id)[:2])
    record.talk_in_session(team, SessionTalk(worker.id, (one.reference,), MONDAY, text="Xylograph"), MONDAY)
    record.discuss(team, DiscussionRequest((other.id,), "Quokka", MONDAY), MONDAY)
    talks = {row.text: row for row in load_board(team, MONDAY).talks}
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await manager.presses("4", "plus")
        manager.pane("talks").select(key_of(talks["Xylograph"].id))
        await manager.settles()
        manager.sees("In supervision: Xylograph", "In supervision 23 Nov: not on")
        manager.pane("talks").select(key_of(talks["Quokka"].id))
        await manager.settles()
        manager.sees("Same-day talk 23 Nov")
        manager.sees_not("In supervision: Quokka")
    said = {text: plain_text(team, talks[text].id, MONDAY).splitlines()[1] for text in ("Xylograph", "Quokka")}
    assert said == {
        "Xylograph": "In supervision, Mon 23 Nov 2026",
        "Quokka": "Same-day talk, Mon 23 Nov 2026",
    }
    rows = {row.kind: row for row in load_board(team, MONDAY).attention_to_entry(talks["Xylograph"].id)}
    assert all(row.summary == "In supervision 23 Nov: Xylograph" for row in rows.values())


async def test_a_decision_about_one_child_carries_what_the_child_says_of_it(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await manager.presses("d", "v", "tab", *"Why")
        manager.app.screen.query_one("#childs_view", FieldInput).focus()
        await manager.types("Glad of it")
        manager.sees("Child's view", "Glad of it")
        await manager.presses("ctrl+s")
        manager.sees("Decision recorded")
        await manager.presses("5", "g", "space", "space", "d")
        assert isinstance(manager.app.screen, DecideForm)
        assert not manager.app.screen.query("#childs_view")  # what one child says is not for another's file
        await manager.presses("escape", "escape", "2", "d")
        assert isinstance(manager.app.screen, DecideForm)
        assert not manager.app.screen.query("#childs_view")
    made = [one for one in child_page(team, child, MONDAY).entries if one.happened_on == MONDAY]
    assert [one.text for one in made if one.kind == "decision"] == ["Visit\nThe child's view: Glad of it"]
