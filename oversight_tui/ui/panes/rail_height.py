"""How the panes of the rail share its height: none is cut while the team above it has lines to spare."""

from __future__ import annotations

from collections.abc import Sequence

from oversight_tui.ui.panes.pane import Pane

# Of the rail's height, what the styles give each of those under the team at most.
SHARES = (0.4, 0.3)


def share(height: int, team: Pane, under: Sequence[Pane]) -> None:
    """Give those under the team, in a rail so high, what it does not need; no more than the styles do where the height
    is 0.
    """
    given = [min(_needs(pane), int(height * part)) for pane, part in zip(under, SHARES, strict=True)]
    spare = height - _needs(team) - sum(given)
    for pane, has in zip(under, given, strict=True):
        more = max(0, min(spare, _needs(pane) - has)) if height else 0
        spare -= more
        pane.styles.max_height = has + more if more else None


def _needs(pane: Pane) -> int:
    """How high it is with all its rows in sight."""
    return 1 if pane.has_class("-folded") else pane.get_content_height(pane.size, pane.size, pane.size.width) + 2
