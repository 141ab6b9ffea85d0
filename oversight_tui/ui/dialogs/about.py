"""Whom or what a form is about."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, Subject, WorkerId


class About(Struct, frozen=True):
    """A child or a worker: the ids of the store, the child's reference, the worker's name, and what the title says.

    `text` is what the entry of the row says, where the form is about one; `visit_late` says that a visit to the child
    is overdue, `matter` what they would be taken to somebody senior about, `told` what stands at the head of a form
    about them: why they are on the list, when it was last, each with what it is. `runs_out` is which date of a worker
    it is about, and when.
    """

    child_id: ChildId | None
    worker_id: WorkerId | None
    reference: str | None
    worker: str | None
    shown: str
    text: str = ""
    visit_late: bool = False
    told: tuple[tuple[str, str], ...] = ()
    matter: str = ""
    runs_out: tuple[str, date] | None = None

    @property
    def subject(self) -> Subject | None:
        """Whom it is about, None for nobody: a child is the same child, whoever holds them."""
        if self.child_id is not None:
            return AboutChild(self.child_id)
        return AboutWorker(self.worker_id) if self.worker_id is not None else None

    @property
    def someone(self) -> Subject:
        """Whom it is about. Raises ValueError for nobody: the key of such a form says that it cannot act."""
        if self.subject is None:
            raise ValueError("This form is about somebody, and nobody is selected.")
        return self.subject

    @property
    def child(self) -> ChildId:
        """The child. Raises ValueError where it is about none: the key of such a form says that it cannot act."""
        if self.child_id is None:
            raise ValueError("This form is about a child, and none is selected.")
        return self.child_id

    @property
    def its_worker(self) -> WorkerId:
        """The worker, also of a child. Raises ValueError where there is none: the key says that it cannot act."""
        if self.worker_id is None:
            raise ValueError("This form is about a worker, and none is selected.")
        return self.worker_id


NOBODY = About(None, None, None, None, "")
