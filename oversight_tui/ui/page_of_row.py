"""From the row of a list to the page of whom it is about."""

from __future__ import annotations

from oversight_tui.practice.ids import AboutChild, Subject
from oversight_tui.ui.program import Program


def open_page_of(about: Subject | None, program: Program) -> None:
    """Open the page of a child or a worker, or say that the row has none."""
    if about is None:
        program.flash("This row is about no child and no worker, so there is no page to open.")
        return
    program.key_queue.hold()  # the next key is for the page
    if isinstance(about, AboutChild):
        program.worker.pages.open_child(about.id)
    else:
        program.worker.pages.open_worker(about.id)
