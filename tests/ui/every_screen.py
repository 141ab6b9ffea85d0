"""One walk over every screen of the program, and what each of them showed and held.

It presses every key of the board from a row of each kind, and then every key that the screen which opened has for
itself. What is added to the program later is walked too: keys are read from the registry and from the screens.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct
from textual.screen import Screen
from textual.strip import Strip

from db import open_store
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import WorkerId
from oversight_tui.ui.actions import BOARD, EVERYWHERE, Action
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.page_actions import PAGE
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.ui.screens.board_detail import STORY_AFTER_SECONDS
from oversight_tui.ui.screens.keys import KeysScreen
from oversight_tui.ui.screens.page import PageScreen
from oversight_tui.ui.widgets.text_line import TextLine
from tests.made_once import MONDAY
from tests.ui.laden_team import names_on, whose_own_file
from tests.ui.manager import SIZES, Manager, sitting
from tests.ui.styles_that_hold import Styles, bars_of_textual
from tests.ui.what_is_held import in_sight_and_held

LATER = date(2060, 11, 22)  # when much of what is kept is due to be erased
LEAVES = {"quit", "page_quit", "page_back", "page_child"}
CHANGES_MUCH = {"undo", "redo", "page_undo", "page_redo", "filed", "page_filed", "hide_names", "lock", "only_mine"}
SAME_FROM_EVERY_ROW = {
    *("decide_marked", "talk_asked", "calendar", "all_actions", "undo", "redo", "go_on", "referral", "add_worker"),
    *("posts", "day"),
    *(
        "own_notes",
        "changes",
        "journal",
        "regularity",
        "decisions",
        "audits",
        "visit_reasons",
        "sight",
        "retention",
        "palette",
        "filter",
        "only",
        "opening_dates",
        "whose_board",
    ),
    *("settings", "theme", "back_up"),
    *("zoom", "unzoom", "reload", "help", "back", "pane_1", "pane_2", "pane_3", "pane_4", "pane_5"),
    *("next_overdue", "previous_overdue", "import_lists", "tour"),
}

# Letters that most screens have no use for, and what opens a row: of these too something is said.
NO_KEYS = ("enter", "3", "B", "z", "ampersand")

# Rows from which an action opens another form.
OTHER_FORMS = {
    *(("2 away", "absence"), ("1 review", "look_again"), ("1 sign_off", "look_again")),
    *(("1 to_write_up", "look_again"), ("1 to_write_up", "talk"), ("1 not_in_latest_list", "look_again")),
    *(("1 escalation", "escalation_answer"), ("1 consultation", "escalation_answer"), ("1 own_file", "open_page")),
    *(("1 incident", "look_again"), ("1 audit", "look_again"), ("1 worker_date", "look_again")),
    *(("1 booking", "book"), ("1 work_due", "look_again"), ("1 referral", "look_again")),
    *(("1 handover", "look_again"), ("1 unallocated", "look_again")),
}


class Page(Struct, frozen=True):
    """A screen as it stood at one moment of the walk: what was painted, what the widgets in sight hold beyond that,
    and what all of them hold.
    """

    where: str
    screen: str
    names_hidden: bool
    painted: str
    in_sight: str
    held: str


def name_of(screen: type[Screen[Any]]) -> str:
    return f"{screen.__module__}.{screen.__qualname__}"


class Walk(Struct, frozen=True):
    """The pages of a walk, every name that is known to the store it went over, the styles that held for nothing, the
    scrollbars that are Textual's own, and the keys of a screen after which nothing was other than before.
    """

    pages: tuple[Page, ...]
    names: frozenset[str]
    dead_styles: frozenset[str]
    bars: frozenset[str]
    silent: frozenset[str]


async def walk(team: Path, folder: Path, size: tuple[int, int], *, names_hidden: bool) -> Walk:
    """Walk over every screen at this size, with names hidden all the way, or only for a moment on each."""
    pages: list[Page] = []
    looks = Looks()
    path = folder / "walked.oversight"
    shutil.copy(team, path)
    store = open_store(path)
    worker = whose_own_file(store).id
    names = frozenset(names_on(store))
    store.close()
    for today, goes in ((MONDAY, Walker.over_everything), (LATER, Walker.over_what_is_due)):
        async with sitting(path, today, size) as manager:
            await goes(Walker(manager, worker, pages, looks, names_hidden))
    async with sitting(folder / "empty.oversight", MONDAY, size) as manager:
        first = Walker(manager, worker, pages, looks, names_hidden)
        first.reads("first morning")
        for way in ("b", "i"):
            await manager.presses(way)
            first.reads(f"first morning, {way}")
            await manager.presses("escape")
    return Walk(tuple(pages), names, looks.styles.dead, frozenset(looks.bars), frozenset(looks.silent))


class Looks:
    """What is kept of how the screens look besides their text."""

    def __init__(self) -> None:
        self.styles = Styles()
        self.bars: set[str] = set()
        self.silent: set[str] = set()


class Walker:
    """Goes from row to row and presses what there is to press."""

    def __init__(self, manager: Manager, worker: WorkerId, pages: list[Page], looks: Looks, names_hidden: bool) -> None:
        self.manager, self.worker, self.pages, self.names_hidden = manager, worker, pages, names_hidden
        self.how_it_looks = looks
        self.board = manager.app.board_screen
        self._explored: set[object] = set()
        self._hid_on: set[object] = set()
        self._acted: set[str] = set()

    async def over_everything(self) -> None:
        """From a worker, a child, a worry, a talk, and a row of the morning list of each kind."""
        if self.names_hidden:
            await self.manager.presses("h")
        board = self.board.board
        assert board is not None
        size = self.manager.app.size
        for width, height in {*SIZES, size}:
            await self.manager.resizes(width, height)
            for pane in ("1", "3", "4", "5", "2"):
                await self.manager.presses(pane)
                await asyncio.sleep(STORY_AFTER_SECONDS if width == SIZES[-1][0] else 0)
                await self.manager.settles()
                await self.looks(f"pane {pane} at {width}x{height}")
        await self.manager.resizes(*size)
        for row, goes in self._rows(board).items():
            await self.from_row(row, goes)

    async def over_what_is_due(self) -> None:
        """The list of what is due to be erased, which has rows only after years."""
        if self.names_hidden:
            await self.manager.presses("h")
        await self.acts("what is due", next(action for action in BOARD if action.id == "retention"))

    def _rows(self, board: Board) -> dict[str, Callable[[], object]]:
        pane = self.manager.pane
        rows: dict[str, Callable[[], object]] = {
            "2 worker": lambda: pane("team").select(key_of(self.worker)),
            "5 child": lambda: pane("caseload").action_end(False),
            "3 worry": lambda: pane("worries").action_end(False),
            "4 talk": lambda: pane("talks").action_end(False),
            "2 away": lambda: pane("team").select(next(key_of(row.worker.id) for row in board.workers if row.absence)),
        }
        for found in board.attention:
            key = attention_key(found)
            many = " of many" if found.child_id is None and found.worker_id is None else ""
            rows.setdefault(f"1 {found.kind}{many}", lambda key=key: pane("today").select(key))  # type: ignore[misc]
        return rows

    async def from_row(self, row: str, goes: Callable[[], object]) -> None:
        """Every action from a worker and a child; from other rows those which could not act before."""

        async def stands() -> None:
            await self.manager.presses(row[0])
            goes()
            await self.manager.settles()

        main = row in ("2 worker", "5 child")
        await stands()
        at = self.manager.here, self.manager.pane(str(self.manager.here)).key
        for action in BOARD:
            if action.id in LEAVES | CHANGES_MUCH or (action.id in self._acted and not self._again(action, row, main)):
                continue
            if self.board.cannot(action.id):
                continue
            if (self.manager.here, self.board.panes.here.key) != at:
                await stands()
            self._acted.add(action.id)
            await self.acts(row, action)

    def _again(self, action: Action, row: str, main: bool) -> bool:
        return (main and action.id not in SAME_FROM_EVERY_ROW) or (row, action.id) in OTHER_FORMS

    async def acts(self, row: str, action: Action) -> None:
        """One action of the board, what opens, and what is there when it has been left."""
        where = f"{row}, {action.id}"
        await self._does(action)
        await self.looks(where)
        if action.id == "decide_marked":
            self.board.moves.unmark_all()  # what is about one row cannot act while others are marked
        if self.manager.app.screen is not self.board:
            await self.explores(where, action)
            await self.leaves(self.board, where)
        elif self._reads_letters():
            await self.manager.presses("escape")
        elif self.board.panes.view is not None or self.board.panes.of_worker is not None:
            self.board.panes.narrow(None)  # the rows that are gone to must be there; Esc would take the marks first

    async def _does(self, action: Action) -> None:
        assert not self._reads_letters(), f"{action.id} would be typed"
        if action.keys:
            await self.manager.presses(action.keys[0])
        else:
            self.board.action_do(action.id)  # the palette does so too
            await self.manager.settles()

    async def explores(self, where: str, action: Action) -> None:
        """Every key of its own that a screen has, each once."""
        there: Screen[Any] = self.manager.app.screen
        kind = self._kind()
        if isinstance(there, Form | KeysScreen) or kind in self._explored:
            return
        self._explored.add(kind)
        for key in (*own_keys(there), *NO_KEYS):
            there = self.manager.app.screen
            if isinstance(there, PageScreen):
                await self.manager.presses("n")
            before = self._picture()
            await self.manager.presses(key)
            if self._picture() == before and not self.manager.app.flashed:
                self.how_it_looks.silent.add(f"{name_of(type(there))} {key}")
            await self.looks(f"{where}, {key}")
            await self.leaves(there, f"{where}, {key}")
            if self.manager.app.screen is self.board:
                await self._does(action)

    def _picture(self) -> list[Strip]:
        """What is painted, with its colours: a cursor is nothing else."""
        return self.manager.app.screen._compositor.render_strips()

    async def leaves(self, below: Screen[Any], where: str) -> None:
        """Esc until the screen below is there again."""
        for _ in range(3):
            if self.manager.app.screen in (below, self.board):
                break
            await self.manager.presses("escape")
        self.reads(f"{where}, left")

    async def looks(self, where: str) -> None:
        """Read what is there; where h is no letter, with names hidden too."""
        self.reads(where)
        app = self.manager.app
        kind = where.partition(",")[0] if app.screen is self.board else self._kind()
        if self.names_hidden or isinstance(app.screen, Form) or self._reads_letters() or kind in self._hid_on:
            return
        self._hid_on.add(kind)
        await self.manager.presses("h")
        assert app.names.hidden, where
        self.reads(f"{where}, h")
        await self.manager.presses("h")

    def _kind(self) -> object:
        """What sort of screen is there; a child's page is another than a worker's."""
        there = self.manager.app.screen
        return type(there), type(getattr(there, "page", None))

    def _reads_letters(self) -> bool:
        focused = self.manager.app.focused
        return focused is not None and focused.check_consume_key("h", "h")

    def reads(self, where: str) -> None:
        """Keep what is shown and held now."""
        app = self.manager.app
        screen = app.screen
        page = Page(
            where,
            name_of(type(screen)),
            app.names.hidden,
            self.manager.text,
            *in_sight_and_held(screen),
        )
        self.pages.append(page)
        self.how_it_looks.styles.look_at(app, screen)
        self.how_it_looks.bars.update(bars_of_textual(screen))


def own_keys(screen: Screen[Any]) -> list[str]:
    """The keys that stand in a screen's key line, and on a page those of the registry; without those of everywhere."""
    if isinstance(screen, PageScreen):
        return [action.keys[0] for action in PAGE if action.id not in LEAVES | CHANGES_MUCH]
    lines = screen.query("#keys").results(TextLine)
    said = [part.text.strip() for line in lines for part in line._versions[0] if part.style.startswith("bold")]
    keys = [key if key == "enter" else key[0] for key in said if key[:1].isalnum() and key != "esc"]
    return [key for key in keys if key not in {key for action in EVERYWHERE for key in action.keys}]
