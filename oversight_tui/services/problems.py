"""The problems whose text is meant for the person who asked."""

from db.errors import ConnectionLost, StoreError
from oversight_tui.words.problems import PlainProblem

__all__ = ["SAID_PLAINLY", "ConnectionLost"]

SAID_PLAINLY = (PlainProblem, StoreError)
