"""A manager looks at what is set, sees what another value would do, and keeps it; the mouse does what keys do."""

from pathlib import Path

import pytest

from db.engine import Store
from oversight_tui.config import Config, config_of
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.settings import SETTINGS
from oversight_tui.ui.keymap import PLACES
from oversight_tui.ui.settings.every import InForce, every_item
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting

MINE = '# Mine, by hand.\nmarking = "OFFICIAL"  # as we write it\n'


@pytest.fixture
def settings(tmp_path: Path) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(MINE, "utf-8")
    return config_of(path, MINE)


async def finds(manager: Manager, words: str) -> None:
    """Stand on the first setting that holds these words."""
    await manager.presses("slash", "ctrl+u")
    await manager.types(words)
    await manager.presses("enter")


def settings_now(settings: Config) -> Config:
    return config_of(settings.path, settings.path.read_text("utf-8"))


async def types_over(manager: Manager, text: str) -> None:
    await manager.presses("ctrl+u")
    await manager.types(text)


async def test_a_number_of_the_policy_is_changed_with_its_consequences_in_sight(team: Store, settings: Config) -> None:
    async with sitting(team, MONDAY, config=settings) as manager:
        await manager.presses("comma")
        manager.sees("Supervision of workers", "1 set otherwise than the default", "◆   Protective marking")
        await manager.presses("N")
        manager.sees("There is no heading above this row.")
        await finds(manager, "supervision overdue after")
        manager.sees(
            "A worker's supervision: overdue after.",
            "Now: 1 month, which is the default",
            "Source: CYP Now",
            "Kept in: the store",
        )
        await manager.presses("enter")
        await manager.types("soon")  # in the place of what stood there
        manager.sees("'soon' is not a length of time.")
        await manager.presses("enter")
        manager.sees("'soon' is not a length of time.")  # it stays, with what was typed
        await types_over(manager, "1 week")
        manager.sees("A worker's supervision cannot be in time", "overdue after 1 week. Change")
        await manager.presses("enter")
        manager.sees("A worker's supervision cannot be in time", "overdue after 1 week. Change")
        await types_over(manager, "3 weeks")
        manager.sees("2 more workers become late.", "Comfort Asante: 9 days over → 19 days")
        late = manager.app.board_screen.board
        await manager.presses("escape")
        manager.sees("Now: 1 month, which is the default")
        await manager.presses("enter")
        await types_over(manager, "3 weeks")
        await manager.presses("enter")
        manager.sees(
            "A worker's supervision: overdue after is now 3 weeks. It is in force from today.",
            "Default: 1 month",
            "Source: local; the default",
        )
        assert manager.app.board_screen.board != late
        await manager.presses("x")
        manager.sees("2 workers are no longer late.")
        await manager.presses("enter")
        manager.sees("A worker's supervision: overdue after is now 1 month.")
        await manager.presses("u")
        manager.sees("Undone: A worker's supervision: overdue after is now 3 weeks.")
        manager.sees_not("in force from today")
        await manager.presses("u")
        manager.sees("A worker's supervision: overdue after is now 1 month.")
        await manager.presses("x")
        manager.sees("This is the default already.")
        await manager.presses("slash", "escape", "v")
        manager.sees("Protective marking")
        manager.sees_not("Supervision of workers")


async def test_settings_of_the_machine_hold_at_once_and_stand_in_the_file(team: Store, settings: Config) -> None:
    async with sitting(team, MONDAY, (80, 24), config=settings) as manager:
        await manager.presses("comma")
        await finds(manager, "protective marking")
        await manager.presses("enter")
        await types_over(manager, "PROTECTED")
        manager.sees("Every screen and page says PROTECTED.", "OFFICIAL ")
        await manager.presses("enter")
        assert "PROTECTED" in manager.screen[0]
        assert settings.path.read_text("utf-8") == MINE.replace('"OFFICIAL"', '"PROTECTED"')
        await finds(manager, "record a decision about")
        await manager.presses("enter", "t")
        manager.sees("the key t would stand for both 'decide' and 'talk'")
        await manager.presses("enter")
        manager.sees("the key t would stand for both 'decide' and 'talk'")  # it is not kept
        await manager.presses("f4")
        manager.sees("No other action of the same screen has this key.")
        await manager.presses("enter")
        manager.sees("is now f4. Kept in", "your settings file.")
        await manager.presses("enter", "f5", "enter", "u")
        manager.sees("of this row is now f4.")
        await finds(manager, "key 1 the reason")
        before = settings_now(settings).sentences
        await manager.presses("enter")
        await types_over(manager, "")
        await manager.presses("backspace", "enter")
        assert settings_now(settings).sentences == before[1:]
        await manager.presses("u")
        assert settings_now(settings).sentences == before  # no other one lost its place
        await finds(manager, "one more kind")
        await manager.presses("enter")
        await manager.types("Take legal advice")
        await manager.presses("enter", "u")
        manager.sees_not("Take legal advice", "One more kind is now")
        await finds(manager, "key 1 the reason")
        await manager.presses("enter")
        await types_over(manager, "We looked again, and it holds.")
        await manager.presses("enter", "escape", "escape", "f4", "a")
        manager.sees("We looked again, and it holds.")
        assert manager.app.screen is not manager.app.board_screen
        await manager.presses("escape", "comma")
        await finds(manager, "folder of backups")
        await manager.presses("enter")
        await types_over(manager, str(settings.path))
        manager.sees("no folder: no")
        await types_over(manager, f"{settings.path.parent}/new")
        manager.sees("spelt")
        await types_over(manager, str(settings.path.parent))
        manager.sees("Backups go to")
        settings.path.write_text("broken = [", "utf-8")
        await types_over(manager, "elsewhere")
        manager.sees("TOML")
        assert settings.path.read_text("utf-8") == "broken = ["


async def test_the_mouse_changes_a_setting_too(team: Store, settings: Config) -> None:
    async with sitting(team, MONDAY, config=settings) as manager:
        await manager.presses("comma")
        row = next(place for place, line in enumerate(manager.screen) if "Passphrase from the keyring" in line)
        await manager.pilot.click(offset=(10, row))
        await manager.settles()
        await manager.pilot.click(offset=(10, row), times=2)
        await manager.settles()
        choices = next(place for place, line in enumerate(manager.screen) if " yes " in line and " no " in line)
        await manager.pilot.click(offset=(manager.screen[choices].index(" yes ") + 1, choices))
        await manager.settles()
        manager.sees("The keyring is asked first.")
        keep = next(place for place, line in enumerate(manager.screen) if "Keep it" in line)
        await manager.pilot.click(offset=(manager.screen[keep].index("Keep it"), keep))
        await manager.settles()
        manager.sees("Passphrase from the keyring is now yes.", "Another value holds from the next start.")
        assert "keyring = true" in settings.path.read_text("utf-8")


async def test_a_theme_is_seen_before_it_is_kept(team: Store, settings: Config) -> None:
    async with sitting(team, MONDAY, config=settings) as manager:
        await manager.presses("colon")
        await manager.types("theme")
        await manager.presses("enter", "j")
        assert manager.app.theme == "oversight-light"
        manager.sees("Today", "Dark words on a light ground")  # the board is in sight, and wears it
        await manager.presses("escape")
        assert manager.app.theme == "oversight-dark"
        assert settings.path.read_text("utf-8") == MINE
        await manager.presses("colon")
        await manager.types("theme")
        await manager.presses("enter", "j", "j", "enter")
        assert manager.app.theme == "oversight-contrast"
        assert config_of(settings.path, settings.path.read_text("utf-8")).theme == "oversight-contrast"
        manager.sees("Kept in your settings file.")
        await manager.presses("comma")
        await finds(manager, "theme")
        await manager.presses("enter", "k", "enter")
        assert manager.app.theme == "oversight-light"
        await manager.presses("u")
        assert manager.app.theme == settings_now(settings).theme == "oversight-contrast"
        manager.sees("Theme is now high contrast.")


def test_everything_that_can_be_set_has_a_row_with_a_source() -> None:
    items = every_item(InForce(DEFAULT, Config(Path("none"))))
    found = {item.id for item in items}
    assert len(found) == len(items)
    assert {f"{one.section}.{one.key}" for one in SETTINGS} <= found
    assert {f"keys.{one.id}" for _, actions in PLACES.values() for one in actions if one.keys} <= found
    assert [item.id for item in items if not (item.source and item.meaning and item.name and item.kept_in)] == []
    assert [item.id for item in items if item.is_own] == []
