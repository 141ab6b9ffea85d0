"""What Enter opens in line of sight: the rows of a number, the evidence of one, the page of a worker."""

from __future__ import annotations

from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.sight.values import Figure
from oversight_tui.ui.page_of_row import open_page_of
from oversight_tui.ui.present.sight.now import worker_of_row
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.sight_rows import SightRowsScreen
from oversight_tui.ui.screens.sight_views import SightViews

_NO_NUMBER = "Nothing stands behind this. A number opens the rows that it counts."
_NONE = "There is none, so there is nothing to open."


class SightOpening:
    """Opens what stands in a row, and knows which number's rows are open."""

    def __init__(self, program: Program, views: SightViews) -> None:
        self._program = program
        self._views = views
        self._number: tuple[int | None, str] | None = None  # of which team, and its key

    def open(self, key: str, opens: str) -> None:
        """What the row with this key opens; in a table what the number does that is chosen in it."""
        views = self._views
        if views.view == "supervisors":
            worker = views.supervisor(key)
            open_page_of(AboutWorker(worker) if worker is not None else None, self._program)
        elif views.view == "effect":
            self._open_evidence(key)
        elif (late := worker_of_row(key)) is not None:
            open_page_of(AboutWorker(late), self._program)
        else:
            self._open_number(views.team_at(key) if views.is_table else views.chosen, opens or key)

    def figure_now(self) -> Figure | None:
        """What the number counts now whose rows were opened last; None where none were."""
        return self._views.figure(*self._number) if self._number is not None else None

    def _open_evidence(self, key: str) -> None:
        """What a number of what came of it counts, with the entries it rests on."""
        rows = self._views.evidence(key)
        if rows is None or not rows.figure.count:
            self._program.flash(_NO_NUMBER if rows is None else _NONE)
        else:
            self._number = None
            self._program.open(SightRowsScreen(self._views.evidence_of(rows), rows))

    def _open_number(self, team: int | None, key: str) -> None:
        """The rows that a number counts."""
        figure = self._views.figure(team, key)
        if figure is None or not figure.count:
            self._program.flash(_NO_NUMBER if figure is None else _NONE)
            return
        self._number = team, key
        self._program.key_queue.hold()  # the next key is for the rows
        self._program.worker.sight.open_rows(figure, self._views.what(team, key))
