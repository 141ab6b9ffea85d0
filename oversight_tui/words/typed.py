"""What people type on one line, read: an action, numbers of the scale, references, yes and no."""

from __future__ import annotations

import re
from datetime import date

from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

_WHOLE = re.compile(r"[0-9]{1,18}")
_FTE = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,2})?")
_NUMBER = re.compile(r"(.+?)\s*[:=]?\s*(\d{1,2})")


class Unread(PlainProblem):
    """Something typed that cannot be read; the text says how it is written."""


def unread_in(field: str, says: str) -> Unread:
    """That what was typed into this field cannot be read, or is wrong beside the others."""
    problem = Unread(says)
    problem.field = field
    return problem


def whole_number(typed: str) -> int | None:
    """The number that plain digits make; None for anything else, and for more digits than the store's numbers have."""
    return int(typed) if _WHOLE.fullmatch(typed) else None


def typed_fte(typed: str) -> float:
    """Full-time equivalents, typed as 8 or 7.5. Raises Unread."""
    if not _FTE.fullmatch(typed.strip()):
        raise Unread(f"'{one_line(typed)[:20]}' is no number of full-time equivalents. Write it as 8 or 7.5.")
    return float(typed)


def typed_action(typed: str, today: date) -> tuple[str, str, date]:
    """(what, who, by when) of an action typed as `Ring school; Amira; fri`."""
    parts = [part.strip() for part in typed.split(";")]
    if len(parts) != 3 or not all(parts):
        raise Unread("An action is typed as: what; who; by when. For example: Ring school; Amira; fri")
    return parts[0], parts[1], day_meant(parts[2], today, "to_come")


def typed_scale(typed: str) -> tuple[tuple[str, int], ...]:
    """(who, number) of each number of the scale, typed as `Mum 4, Amira 6`."""
    found = []
    for part in filter(None, (one.strip() for one in typed.replace(";", ",").split(","))):
        match = _NUMBER.fullmatch(part)
        if match is None or int(match[2]) > 10:
            raise Unread("The scale is typed as a person and a number from 0 to 10: Mum 4, Amira 6")
        found.append((match[1], int(match[2])))
    return tuple(found)


def typed_outcome(typed: str, today: date) -> tuple[bool, date | None, str | None]:
    """(done, carried over to, the word with it) of an action, typed as `yes`, `no: not needed`, `fri: school is
    closed`.
    """
    word, _, text = (part.strip() for part in typed.partition(":"))
    if word.casefold() in ("yes", "y", "done"):
        return True, None, text or None
    if word.casefold() in ("no", "n", "dropped"):
        return False, None, text or None
    return False, day_meant(word, today, "to_come"), text or None


def typed_names(typed: str) -> tuple[str, ...]:
    """Names with commas between."""
    return tuple(filter(None, (part.strip() for part in typed.split(","))))


def typed_references(typed: str) -> tuple[str, ...]:
    """References, and children's names of one word or more, with spaces or commas between.

    A word that holds a digit is a reference; words without one that follow each other are one name.
    """
    found: list[str] = []
    for part in typed.split(","):
        name = False
        for word in part.split():
            goes_on, name = name, not any(sign.isdigit() for sign in word)
            if name and goes_on:
                found[-1] = f"{found[-1]} {word}"
            else:
                found.append(word)
    return tuple(found)


def typed_yes(typed: str) -> bool:
    """Whether a yes was typed; nothing is a no."""
    word = typed.strip().casefold()
    if word in ("", "n", "no"):
        return False
    if word in ("y", "yes"):
        return True
    raise Unread("Type yes, or leave it empty.")
