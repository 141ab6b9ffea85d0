"""Colours and weights of text as programs write them, made into what pyte reads."""

from __future__ import annotations

from functools import cache

_UNDERLINE_COLOUR = "58"
_NO_UNDERLINE, _UNDERLINE = 24, 4


@cache
def rendition(parameters: str) -> tuple[int, ...]:
    """The numbers of one sequence, colons made into semicolons and colours of underlines left out."""
    found: list[int] = []
    fields = iter(parameters.split(";"))
    for field in fields:
        if field == _UNDERLINE_COLOUR:  # pyte would take what follows for further weights
            for _ in range(1 if next(fields, "") == "5" else 3):
                next(fields, "")
        elif ":" in field:
            found += _with_colons(field.split(":"))
        else:
            found.append(int(field or 0))
    return tuple(found)


def _with_colons(parts: list[str]) -> list[int]:
    if parts[0] in ("38", "48") and len(parts) >= 5 and parts[1] == "2":
        return [int(parts[0]), 2, *(int(one or 0) for one in parts[-3:])]
    if parts[0] in ("38", "48") and len(parts) >= 3 and parts[1] == "5":
        return [int(parts[0]), 5, int(parts[2] or 0)]
    if parts[0] == "4":
        return [_NO_UNDERLINE if parts[1] == "0" else _UNDERLINE]
    return []
