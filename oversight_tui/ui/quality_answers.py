"""What opens when the store has answered: decisions as a list, audits, why children were not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight_tui.ui import quality_messages as answered

if TYPE_CHECKING:
    from oversight_tui.ui.messages import StoreAnswer
    from oversight_tui.ui.program import Program


def take(program: Program, answer: StoreAnswer) -> bool:
    """Do what the answer asks for; False where it is none of these."""
    match answer:
        case answered.DecisionsLoaded():
            from oversight_tui.ui.screens.decisions import DecisionsScreen

            program.open(DecisionsScreen(answer.decisions))
        case answered.AuditsLoaded():
            from oversight_tui.ui.screens.audits import AuditsScreen

            program.open(AuditsScreen(answer.board, answer.audits))
        case answered.VisitsLoaded():
            from oversight_tui.ui.screens.late_visits import LateVisitsScreen

            program.open(LateVisitsScreen(answer.late, answer.worker))
        case answered.ListCopied():
            from oversight_tui.ui.handing_out import put_out

            put_out(program, answer.text, answer.command)
        case _:
            return False
    return True
