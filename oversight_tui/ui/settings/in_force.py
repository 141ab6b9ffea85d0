"""Settings that were kept, put in force in the program that runs: nobody has to leave and come back for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from oversight_tui.config_writing import FileChange
from oversight_tui.ui.keymap import Keymap, keymap_of
from oversight_tui.ui.marking import mark_anew
from oversight_tui.ui.present.glyphs import GLYPHS
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.program import Program, ProgramScreen
from oversight_tui.ui.themes import theme_at_start

if TYPE_CHECKING:
    from oversight_tui.config import Config
    from oversight_tui.ui.lock import ScreenLock
    from oversight_tui.ui.settings.every import InForce
    from oversight_tui.ui.settings.items import Change


class ChangingProgram(Program, Protocol):
    """What settings change of the program besides what a screen may ask of it."""

    screen_lock: ScreenLock
    theme: str
    no_color: bool

    @property
    def open_screens(self) -> Sequence[ProgramScreen[object]]:
        """Every screen that is open, the board first."""

    def set_keymap(self, keymap: Mapping[str, str]) -> None:
        """Other keys for these actions."""


def put_in_force(program: ChangingProgram, now: InForce, back: Change) -> None:
    """Everything that holds at once: words, kinds, backups, lock, marking, signs, keys. The board comes by itself. The
    theme follows where it is the one that `back` takes back: else one that could not be written goes on being worn.
    """
    config = now.config
    if isinstance(back, FileChange) and back.key == "theme":
        program.theme = theme_at_start(config.theme, no_color=program.no_color)
    program.kinds, program.audit_questions = now.policy.decision_kinds, now.policy.audit_questions
    program.sentences, program.headings, program.questions = config.sentences, config.headings, config.questions
    program.hints.own = config.language
    program.backups = program.worker.daily_backup.limits = config.backups
    program.screen_lock.lock_after(config.lock_minutes)
    _mark(program, config)
    _sign(program, config)
    _put_keys(program, keymap_of(config.keys))


def _mark(program: ChangingProgram, config: Config) -> None:
    if program.marking != config.marking:
        program.marking = config.marking
        mark_anew(program.open_screens)


def _sign(program: ChangingProgram, config: Config) -> None:
    if program.names.glyphs != GLYPHS[config.glyphs]:
        program.names = Names(GLYPHS[config.glyphs], program.names.hidden)
        for screen in program.open_screens:
            screen.show_names()


def _put_keys(program: ChangingProgram, keymap: Keymap) -> None:
    if program.keymap.changed != keymap.changed:
        program.keymap = program.worker.thread.keymap = keymap
        program.set_keymap({action_id: ",".join(keys) for action_id, keys in keymap.changed.items()})
        for screen in program.open_screens:
            screen.clear_flash()
