"""Text that is to be pasted goes to a clipboard, and it is said where it is; then a whole session can be filed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from oversight_tui.ui.clipboard import Where
    from oversight_tui.ui.page_messages import Copied
    from oversight_tui.ui.program import Program


def hand_out(program: Program, copied: Copied) -> None:
    """Put it into a clipboard under its marking, say where it is, and ask whether what was copied is filed now."""

    def told(where: Where, says: str) -> None:
        if copied.waiting and where != "nowhere":
            _offer_to_file(program, copied, says)

    put_out(program, copied.text, f"oversight copy {copied.entry}", told)


def put_out(
    program: Program, text: str, command: str, then: Callable[[Where, str], None] = lambda where, says: None
) -> None:
    """Put text into a clipboard under its marking, and say where it is; `command` prints the same."""
    lines = count(len(text.splitlines()), "line")
    # A made-up team is in no store that a command would find.
    otherwise = "" if program.made_up else command

    def told(where: Where) -> None:
        says = {
            "system": f"{lines} copied.",
            "terminal": f"{lines} sent to the terminal's clipboard."
            + (f" Not there? {otherwise}" if otherwise else ""),
            "nowhere": "Nothing was copied: this terminal takes no text."
            + (f" {otherwise} prints it." if otherwise else ""),
        }[where]
        program.flash(says)
        then(where, says)

    marking = program.marking
    program.clipboard_in_use.put(f"{marking}\n{text}" if marking else text, told)


def _offer_to_file(program: Program, copied: Copied, says: str) -> None:
    """Once it is pasted, one answer puts all talks of the session on file; a no leaves them to be filed one by one."""
    from oversight_tui.practice.requests import FileDiscussion
    from oversight_tui.ui.dialogs.agree import AgreeDialog

    first, *also = copied.waiting
    talks = count(len(copied.waiting), "discussion")
    question = f"{says}\n\nOnce it is pasted: put {talks} of this session on file?"

    def answered(yes: bool | None) -> None:
        if yes:
            program.worker.record(FileDiscussion(first, program.worker.today(), tuple(also)))

    program.open(AgreeDialog("Put on file", question, yes="They are on file", shows_words=False), answered)
