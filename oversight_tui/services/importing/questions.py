"""What an import asks before it is written, one thing at a time, each with the answers there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from oversight_tui.services.importing.asked import Asked, Choice, ImportOptions, ImportQuestion, as_asked, quoted
from oversight_tui.services.importing.column_questions import column_questions
from oversight_tui.services.importing.name_question import names_question
from oversight_tui.services.importing.plan import ImportPlan, OlderLists
from oversight_tui.services.importing.questions_of_children import open_or_closed, what_became, which_child
from oversight_tui.services.importing.questions_of_files import of_files
from oversight_tui.services.importing.questions_of_holders import of_holders
from oversight_tui.services.importing.questions_of_lists import of_lists
from oversight_tui.services.importing.questions_of_people import of_people

__all__ = ["Asked", "Choice", "ImportQuestion", "older_lists", "questions", "quoted"]

BACK_TO_THE_DAY = "go back to the day"


def older_lists(problem: OlderLists) -> ImportQuestion:
    """Whether lists that are older than those in the store are meant to be taken."""
    take = Choice("y", "Yes", "take what they add; newer lists hold", _with_force, "--force")
    return ImportQuestion("older", problem.says, (take, Choice("n", "No", BACK_TO_THE_DAY, as_asked)))


def questions(plan: ImportPlan, answered: Collection[ImportQuestion] = ()) -> Iterator[ImportQuestion]:
    """What is to be asked of a plan, but for what was asked before: who is meant first, then what became of them."""
    before = {one.is_of for one in answered}
    names = {one.name for one in answered if one.asked == "same"}
    for question in _all_of(plan):
        if question.is_of not in before and not (question.asked == "desk" and question.name in names):
            yield question


def _all_of(plan: ImportPlan) -> Iterator[ImportQuestion]:
    """While a table is not understood, nothing else is worth the asking."""
    if plan.tables.asked:
        yield from column_questions(plan.tables.asked)
        return
    yield from of_files(plan)
    yield from of_holders(plan)
    if not plan.says:
        of_children = which_child(plan), of_people(plan), of_lists(plan), open_or_closed(plan), what_became(plan)
        yield from chain(*of_children, names_question(plan))


def _with_force(asked: ImportOptions) -> ImportOptions:
    return asked.__replace__(force=True)
