"""What happens while the screen is locked waits, is read afterwards, and is lost to nobody."""

from datetime import timedelta

from textual import events

from db import open_store
from db.engine import Store
from db.key import Key
from oversight_tui.practice.requests import HoldSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.drafts import kept
from oversight_tui.ui.page_messages import PageLoaded
from tests.made_once import MONDAY
from tests.ui.conftest import PASSPHRASE
from tests.ui.desk import at_the_desk


async def test_keys_typed_after_the_passphrase_are_for_the_screen_that_comes_back(secret: Store) -> None:
    async with at_the_desk(secret) as manager:
        await manager.presses("1", "g")
        first = manager.pane("today").key
        for sign in ("Q", *(" ".join(PASSPHRASE.split()),)):
            manager.app.post_message(events.Paste(PASSPHRASE) if len(sign) > 1 else events.Key(sign, sign))
        manager.app.post_message(events.Key("enter", "\r"))
        manager.app.post_message(events.Key("j", "j"))
        for _ in range(12):
            await manager.settles()
        assert not secret.locked
        assert manager.pane("today").key != first
        assert manager.app.screen is manager.app.board_screen


async def test_what_others_record_meanwhile_and_a_new_day_are_there_afterwards(secret: Store, key: Key) -> None:
    before = load_board(secret, MONDAY)
    async with at_the_desk(secret) as manager:
        await manager.presses("Q")
        late = next(row for row in before.workers if row.supervision.state == "overdue")
        other = open_store(secret.path, key=key)
        record.hold(other, HoldSession(late.worker.id, MONDAY), MONDAY)
        other.close()
        manager.app.worker.scope.now = lambda: MONDAY + timedelta(days=1)
        manager.app.look()  # and no error of a locked store is said
        await manager.settles()
        await manager.unlocks()
        manager.sees("Tue 24 Nov")
        manager.sees_not("locked")
        after = load_board(secret, MONDAY + timedelta(days=1))
        manager.sees(f"{after.counts.overdue} overdue")


async def test_what_comes_while_it_is_locked_waits_for_the_one_who_asked(secret: Store) -> None:
    """A page that was asked for and a decision that was being saved, both answered after the lock came down."""
    from oversight_tui.services.files import child_page

    async with at_the_desk(secret) as manager:
        child = load_board(secret, MONDAY).children[0].child
        page = child_page(secret, child.id, MONDAY)
        await manager.presses("n", "d", "k", *"Saved", "enter")
        form = manager.app.screen
        await manager.presses("ctrl+l")
        manager.app.post_message(PageLoaded(page, beside_board=False))
        form.dismiss("Decision recorded for whoever it was")
        await manager.settles()
        manager.sees("Locked")
        manager.sees_not(child.reference, "Decision recorded")
        await manager.unlocks()
        await manager.settles()
        manager.sees(f"Child {child.reference}")
        await manager.presses("escape")
        assert manager.app.screen is manager.app.board_screen


async def test_a_lock_in_the_middle_of_saving_loses_nothing(secret: Store) -> None:
    before = _decisions(secret)
    async with at_the_desk(secret) as manager:
        await manager.presses("n", "d", "k", *"Saved")
        manager.app.post_message(events.Key("ctrl+s", None))
        manager.app.post_message(events.Key("ctrl+l", None))
        for _ in range(12):
            await manager.settles()
        assert secret.locked
        await manager.unlocks()
        await manager.settles()
        assert manager.app.screen is manager.app.board_screen
        assert _decisions(secret) == before + 1
        assert kept(secret) == {}


def _decisions(store: Store) -> int:
    with store.reading():
        return int(store.database.execute_sql("SELECT COUNT(*) FROM decision").fetchone()[0])
