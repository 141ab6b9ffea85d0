"""Text that is to be pasted goes to a clipboard, and it is said where it is; then a whole session can be filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from oversight_tui.ui.clipboard import Where
    from oversight_tui.ui.page_messages import Copied
    from oversight_tui.ui.program import Program


def hand_out(program: Program, copied: Copied) -> None:
    """Put it into a clipboard under its marking, say where it is, and ask whether what was copied is filed now."""
    marking, text = program.marking, copied.text
    lines = count(len(text.splitlines()), "line")
    # A made-up team is in no store that a command would find.
    otherwise = "" if program.made_up else f"oversight copy {copied.entry}"

    def told(where: Where) -> None:
        says = {
            "system": f"{lines} copied.",
            "terminal": f"{lines} sent to the terminal's clipboard."
            + (f" Not there? {otherwise}" if otherwise else ""),
            "nowhere": "Nothing was copied: this terminal takes no text."
            + (f" {otherwise} prints it." if otherwise else ""),
        }[where]
        program.flash(says)
        if copied.waiting and where != "nowhere":
            _offer_to_file(program, copied, says)

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
