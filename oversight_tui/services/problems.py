"""The problems whose text is meant for the person who asked."""

from db.errors import StoreError
from oversight_tui.words.problems import PlainProblem

SAID_PLAINLY = (PlainProblem, StoreError)
