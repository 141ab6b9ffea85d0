"""What a file was taken for, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oversight_tui.services.importing.sorting import TakenFor

_LIST = re.compile(r"list (\d+)")
_NOT_YET = "not read before its questions are answered"


def taken_for(file: str, taken: Sequence[TakenFor]) -> str:
    """`Annex A, lists 6 and 7`, `a caseload table, read with the columns of 'North'`; each tab where they differ."""
    of_file = [one for one in taken if one.file == file]
    lists = [one for one in of_file if one.kind == "annex_a"]
    others = [one for one in of_file if one.kind != "annex_a"]
    said = [*_lists(lists), *_others(others, several=len(of_file) > len(lists) + 1 or bool(lists and others))]
    return " and ".join(said) or _NOT_YET


def _lists(lists: Sequence[TakenFor]) -> Iterator[str]:
    numbers = sorted({int(found[1]) for one in lists if (found := _LIST.fullmatch(one.called))})
    if numbers:
        shown = [str(number) for number in numbers]
        which = f"lists {', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else f"list {shown[0]}"
        yield f"Annex A, {which}"


def _others(others: Sequence[TakenFor], *, several: bool) -> Iterator[str]:
    for called, columns in dict.fromkeys((one.called, _columns(one)) for one in others):
        tabs = [one.tab for one in others if (one.called, _columns(one)) == (called, columns)]
        where = f" in {'tab' if len(tabs) == 1 else 'tabs'} {', '.join(tabs)}" if several else ""
        yield f"{called}{where}{columns}"


def _columns(one: TakenFor) -> str:
    if one.by:
        return f", read with the columns of '{one.by}'"
    return f" (what was said of it is kept as '{one.keeps}')" if one.keeps else ""
