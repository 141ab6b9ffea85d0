"""What is asked of lists that fall short of those before: one is not here, a column is empty, children are fewer."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_tui.services.importing.asked import Choice, ImportOptions, ImportQuestion, quoted
from oversight_tui.services.importing.cover import COLUMNS, AbsentList, Cover, EmptiedColumn
from oversight_tui.services.importing.plan import ImportPlan
from oversight_tui.services.importing.questions_of_children import named
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.text import match_key


def of_lists(plan: ImportPlan) -> Iterator[ImportQuestion]:
    """Each way in which they fall short that was not answered yet."""
    without = {_list_name(one) for one in plan.asked.without}
    for absent in plan.cover.absent:
        if absent.list_name not in without:
            yield _absent(absent)
    for column in plan.cover.emptied:
        if column.field not in (*plan.asked.kept, *plan.asked.emptied):
            yield _emptied(column)
    if (plan.cover.fewer or plan.cover.teams) and not plan.asked.fewer:
        yield _fewer(plan.cover)


def _list_name(given: str) -> str:
    """`8`, `list 8`, `List_8`: a list as Annex A names it."""
    return f"List {match_key(given).removeprefix('list').strip(' _')}"


def _absent(absent: AbsentList) -> ImportQuestion:
    def without(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(without=(*asked.without, absent.list_name))

    what = "is empty" if absent.is_empty else "is not here"
    were = "1 child was" if len(absent.children) == 1 else f"{len(absent.children):,} children were"
    says = f"{absent.list_name} {what}, and {were} in the last one. Go on without it?"
    alone = (
        f"{named(absent.alone)}: in no other list; still on the board, as the last list had them and with its day."
        if absent.alone
        else "All of them are in other lists."
    )
    yes = Choice("y", "Yes", "go on: what it said before stays", without, f"--without {quoted(absent.list_name)}")
    return ImportQuestion("absent", says, (yes,), evidence=(alone,), must=True, about=absent.list_name)


def _emptied(column: EmptiedColumn) -> ImportQuestion:
    def keep(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(kept=(*asked.kept, column.field))

    def take(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(emptied=(*asked.emptied, column.field))

    heading = COLUMNS[column.field].heading
    number = len(column.children)
    says = f"The column {heading} is empty now, and {number:,} of these children had something in it. Is it meant?"
    choices = (
        Choice("n", "No", "keep what was known of them", keep, f"--keep {column.field}"),
        Choice("y", "Yes", "they have none any more", take, f"--empty {column.field}"),
    )
    return ImportQuestion("emptied", says, choices, evidence=(named(column.children),), must=True, about=column.field)


def _fewer(cover: Cover) -> ImportQuestion:
    def fewer(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(fewer=True)

    parts = [f"{one.list_name} has {one.now:,} children, and had {one.before:,}" for one in cover.fewer]
    parts += [
        f"{one.team} is in none of them, and has {count(one.children, 'child', 'children')}" for one in cover.teams
    ]
    day = f" of {long_day(cover.day)}" if cover.day else ""
    says = f"These lists cover less than those{day}: {'; '.join(parts)}. Is the file whole?"
    yes = Choice("y", "Yes", "take it: who is in no list is asked about, and nobody is closed by it", fewer, "--fewer")
    return ImportQuestion("fewer", says, (yes,), must=True, about="all")
