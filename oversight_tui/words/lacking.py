"""What is said of a supervision or a talk that has no day here: never, not yet, or not known. The same everywhere.

*Never*: none was recorded, and the first limit has passed. *Not yet*: none was recorded, and the first limit is still
to come. *Not known*: the last one may have been before this record, and its opening date is still to be entered.
"""

from __future__ import annotations

from typing import Literal

Lacking = Literal["never", "not yet", "not known"]


def lacking_words(lacking: Lacking | None, done: str = "") -> str:
    """In a sentence: `never supervised`, `not yet discussed`, `not known when discussed`; without `done` alone."""
    said = lacking or "never"
    if not done:
        return said
    return f"{said} when {done}" if said == "not known" else f"{said} {done}"


def told_as(state: str, lacking: Lacking | None) -> str:
    """The state of a clock where it goes out: of what was never done `never`, `not_yet` or `not_known`."""
    return lacking.replace(" ", "_") if lacking else state
