"""The ranked morning list: what needs the manager now, and why.

Each row's score is the sum of a few named factors (`factors`); each family of rows has a file of its own. The weights
are the policy's and local. Ties are broken by kind, lateness and name, so that the same facts give the same list.
"""

from oversight_tui.practice.attention.rank import ranked
from oversight_tui.practice.attention.unranked import UnrankedRow

__all__ = ["UnrankedRow", "ranked"]
