"""Everything that an import asks, in its order: what the files are, what they bring, whose names they hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from oversight_tui.services.importing.column_questions import column_questions
from oversight_tui.services.importing.name_question import names_question
from oversight_tui.services.importing.plan import ImportPlan
from oversight_tui.services.importing.questions import ImportQuestion, questions


def every_question(plan: ImportPlan, answered: Collection[ImportQuestion] = ()) -> Iterator[ImportQuestion]:
    """What is to be asked of a plan; while a table is not understood, nothing else of it."""
    of_tables = tuple(column_questions(plan.tables.asked))
    yield from of_tables
    if not of_tables:
        yield from questions(plan, answered)
        yield from names_question(plan, answered)
