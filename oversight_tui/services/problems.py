"""The problems whose text is meant for the person who asked."""

from db.errors import ConnectionLost, LetInNoMore, StoreError
from oversight_tui.words.problems import PlainProblem

__all__ = ["SAID_PLAINLY", "ConnectionLost", "LetInNoMore"]

SAID_PLAINLY = (PlainProblem, StoreError)
