"""The walk misses nothing: every screen of the program, every key of the registry."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from typing import Any

from textual.screen import Screen

import oversight_tui.ui
from oversight_tui.ui.actions import BOARD
from oversight_tui.ui.dialogs.agree import AgreeDialog
from oversight_tui.ui.dialogs.booking import GiveForm
from oversight_tui.ui.dialogs.finish import FinishForm
from oversight_tui.ui.page_actions import PAGE
from oversight_tui.ui.screens.lock import LockScreen
from oversight_tui.ui.screens.new_passphrase import NewPassphraseScreen
from oversight_tui.ui.screens.recovery import RecoveryScreen
from oversight_tui.ui.screens.shut_out import ShutOutScreen
from tests.ui.every_screen import CHANGES_MUCH, LEAVES, Walk, name_of

# One covers every screen of an encrypted store, with nobody's name, in test_lock; one asks before more than one entry
# is taken back, in test_recording; one ends a session that is held, in test_holding_a_session.
# One gives several bookings to somebody, in test_the_day.
# Two come before there is a store, in test_before_a_store.
ELSEWHERE = {
    name_of(one)
    for one in (LockScreen, ShutOutScreen, AgreeDialog, FinishForm, GiveForm, NewPassphraseScreen, RecoveryScreen)
}


def screens() -> set[type[Screen[Any]]]:
    """Every screen of the program that no other is made from."""
    for module in pkgutil.walk_packages(oversight_tui.ui.__path__, "oversight_tui.ui."):
        import_module(module.name)

    def under(kind: type[Screen[Any]]) -> set[type[Screen[Any]]]:
        own = {one for one in kind.__subclasses__() if one.__module__.startswith(("oversight_tui.", "textual."))}
        return own.union(*(under(one) for one in own))

    found = [kind for kind in under(Screen) if kind.__module__.startswith("oversight_tui.")]
    return {kind for kind in found if not any(issubclass(other, kind) and other != kind for other in found)}


def test_every_screen_of_the_program_is_walked_over(every_page: Walk) -> None:
    assert {name_of(one) for one in screens()} - ELSEWHERE - {page.screen for page in every_page.pages} == set()


def test_every_key_is_pressed_but_those_that_leave_or_change_what_is_walked_over(every_page: Walk) -> None:
    pressed = {part for page in every_page.pages for part in page.where.split(", ")}
    assert {action.id for action in BOARD} - LEAVES - CHANGES_MUCH - pressed == set()
    on_pages = {page.where.split(", ")[-1] for page in every_page.pages if ", open_page, " in page.where}
    assert {action.keys[0] for action in PAGE if action.id not in LEAVES | CHANGES_MUCH} - on_pages == set()


def test_every_style_holds_for_something(every_page: Walk) -> None:
    elsewhere = tuple(name.rpartition(".")[2] for name in ELSEWHERE)
    assert [one for one in sorted(every_page.dead_styles) if not one.startswith(elsewhere)] == []


def test_no_screen_has_a_scrollbar_that_is_not_its_own(every_page_without_names: Walk, every_page: Walk) -> None:
    assert every_page.bars | every_page_without_names.bars == frozenset()


def test_esc_closes_what_stands_over_a_screen_and_goes_back_from_a_screen(every_page: Walk) -> None:
    assert {word for page in every_page.pages for word in re.findall(r"\besc (\w+)", page.painted)} == {"Close", "Back"}


def test_no_key_is_silent(every_page: Walk) -> None:
    assert "\n".join(sorted(every_page.silent)) == ""
