"""A line of the doctor's page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from db.errors import StoreError
from oversight_tui.services.problems import SAID_PLAINLY

State = Literal["ok", "look", "broken", "not_asked", "unchecked"]


class Line(Struct, frozen=True):
    """What was looked at, how it is, in words, and what to do about it (empty where there is nothing to do).

    What is "unchecked" cannot be looked at on this system, or from here; it is neither well nor wrong.
    """

    subject: str
    state: State
    says: str
    do: str = ""


RESTORE = "`oversight restore` lists the backups."
TELL_KEEPER = "Tell whoever keeps the server."


def examined(subject: str, look: Callable[[], Iterable[Line]], do: str = RESTORE) -> list[Line]:
    """The lines of one look; one that breaks is a line itself, so that the others are still had. `do` is what to do
    where the store cannot be read.
    """
    try:
        return list(look())
    except SAID_PLAINLY as problem:
        return [Line(subject, "broken", str(problem), do if isinstance(problem, StoreError) else "")]
    except OSError as problem:
        says = f"{problem.filename or 'This'} could not be looked at: {problem.strerror}"
        return [Line(subject, "broken", says, "Check the rights on it and on the folders above it.")]
    except Exception as problem:  # a doctor that stops at the first fault finds no second
        return [Line(subject, "broken", f"This could not be looked at ({type(problem).__name__}).")]
