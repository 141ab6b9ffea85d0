"""What is asked of files that know more of who holds a child, and of calendars of leave: which role, and whose."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_tui.services.importing.asked import Choice, ImportOptions, ImportQuestion, quoted
from oversight_tui.services.importing.leave import whose_says
from oversight_tui.services.importing.planned import ImportPlan
from oversight_tui.words.dates import count

_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
_MOST = 9  # as many as there are digits; a further role is named by the option


def of_holders(plan: ImportPlan) -> Iterator[ImportQuestion]:
    """To be answered before anybody is taken to hold a child, or to be away."""
    if plan.roles_met:
        yield _role(plan)
    if plan.nobodys:
        yield _whose(plan)


def _role(plan: ImportPlan) -> ImportQuestion:
    choices = tuple(_of_role(str(key), role, number) for key, (role, number) in enumerate(plan.roles_met[:_MOST], 1))
    says = "Which role is that of the worker who holds a child? No role in the file is known for it."
    return ImportQuestion("role", says, choices, must=True)


def _of_role(key: str, role: str, number: int) -> Choice:
    def with_role(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(roles=(*asked.roles, role))

    does = f"{count(number, 'allocation')} open now; the answer is remembered"
    return Choice(key, role, does, with_role, f"--role {quoted(role)}")


def _whose(plan: ImportPlan) -> ImportQuestion:
    choices = tuple(_theirs(key, name) for key, name in zip(_KEYS, plan.names, strict=False))
    return ImportQuestion("whose", whose_says(plan.nobodys), choices, must=True)


def _theirs(key: str, name: str) -> Choice:
    def of(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(of=name)

    return Choice(key, name, "the calendar of this worker", of, f"--of {quoted(name)}")
