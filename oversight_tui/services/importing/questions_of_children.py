"""What is asked of children: one or two, closed or open, with what status, and what became of who is in no list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oversight_tui.exchange.annex_children import UnreadEnd
from oversight_tui.exchange.statuses import Meant
from oversight_tui.practice.changes import KnownChild
from oversight_tui.practice.facts import Gone
from oversight_tui.services.importing.asked import Choice, ImportOptions, ImportQuestion, as_asked, quoted
from oversight_tui.services.importing.plan import ImportPlan
from oversight_tui.services.importing.references import AlikeReferences
from oversight_tui.words.dates import count
from oversight_tui.words.labels import STATUS
from oversight_tui.words.text import one_line

MOST_SAID = 8  # children that a question names, before it only counts the rest
_ASKED_SINGLY = 3  # children missing from the lists of one team, before they are asked about together
_KEYS: tuple[tuple[str, Meant], ...] = (
    ("l", "looked_after"),
    ("p", "protection_plan"),
    ("i", "in_need"),
    ("a", "assessment"),
    ("c", "care_leaver"),
    ("e", "closed"),
)
_GONE: tuple[tuple[str, str, Gone, str], ...] = (
    ("c", "Closed", "closed", "closes: off the board and the caseload; what is still open stays on the list"),
    ("m", "Moved", "moved", "with another team or authority: closes here, and says so"),
    ("o", "Ours", "ours", "still ours, and only missing from the list: stays, and is not asked about again"),
)


def which_child(plan: ImportPlan) -> Iterator[ImportQuestion]:
    """Of references that differ only by what a spreadsheet does to them."""
    certain = [pair for pair in plan.references if not pair.is_doubtful]
    if len(certain) > 1:
        yield _all_the_same(certain)
    for pair in plan.references:
        if pair.is_doubtful or len(certain) == 1:
            yield _the_same(pair)


def open_or_closed(plan: ImportPlan) -> Iterator[ImportQuestion]:
    """Of ends that cannot be read, and of what a status means."""
    for end in plan.unclear.ends:
        yield _end(end)
    for wording, children in plan.unclear.statuses.items():
        yield _status(wording, children)
    if plan.unclear.without_status:
        yield _no_status(plan.unclear.without_status)


def what_became(plan: ImportPlan) -> Iterator[ImportQuestion]:
    """Of who is in no list any more: one by one where they are few, else all of one team together."""
    by_team: dict[str, list[KnownChild]] = {}
    for child in plan.gone:
        by_team.setdefault(child.team or "", []).append(child)
    for team, children in by_team.items():
        if len(children) <= _ASKED_SINGLY:
            yield from (_gone((child,), child.reference, _one_gone(child)) for child in children)
        else:
            of_team = f" of {team}" if team else ""
            yield _gone(children, team, f"{len(children)} children{of_team} are in no list any more. What of them?")


def named(references: Sequence[str]) -> str:
    """The first few of them, and how many more there are."""
    more = f" and {len(references) - MOST_SAID:,} more" if len(references) > MOST_SAID else ""
    return f"{', '.join(references[:MOST_SAID])}{more}"


def _all_the_same(pairs: Sequence[AlikeReferences]) -> ImportQuestion:
    def same(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(references="same")

    def different(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(references="different")

    first = pairs[0]
    says = (
        f"{len(pairs)} references differ from others only by zeros at the front, capitals or .0: {first.other} "
        f"({first.where[0]}) and {first.reference} ({first.where[1]}). Are they the same children?"
    )
    choices = (
        Choice("y", "Yes", "the same children, now and in later lists", same, "--references same"),
        Choice("n", "No", "other children", different, "--references different"),
    )
    evidence = tuple(pair.says for pair in pairs[:MOST_SAID])
    return ImportQuestion("references", says, choices, evidence=evidence, must=True, about="all")


def _the_same(pair: AlikeReferences) -> ImportQuestion:
    def same(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(same={**(asked.same or {}), pair.other: pair.reference})

    def different(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(different=(*asked.different, (pair.other, pair.reference)))

    both = quoted(f"{pair.other}={pair.reference}")
    doubt = " They were born on different days." if pair.is_doubtful else ""
    says = f"Are {pair.other} ({pair.where[0]}) and {pair.reference} ({pair.where[1]}) the same child?{doubt}"
    choices = (
        Choice("y", "Yes", f"the same child: {pair.reference}, now and in later lists", same, f"--same {both}"),
        Choice("n", "No", "two children", different, f"--different {both}"),
    )
    return ImportQuestion("references", says, choices, evidence=(pair.says,), must=True, about=pair.other)


def _end(end: UnreadEnd) -> ImportQuestion:
    def closed(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(closed=(*asked.closed, end.child))

    def is_open(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(open=(*asked.open, end.child))

    shown = f" ('{one_line(end.shown)}')" if end.shown else ""
    of_list = end.list_name[:1].lower() + end.list_name[1:]
    says = f"{end.child} ends in {of_list} on a day that cannot be read{shown}: closed or open?"
    reference = quoted(end.child)
    choices = (
        Choice("c", "Closed", "over, on a day that is not known", closed, f"--closed {reference}"),
        Choice("o", "Open", "still open", is_open, f"--open {reference}"),
    )
    return ImportQuestion("end", says, choices, must=True, about=f"{end.child} {end.list_name}")


def _status(wording: str, children: Sequence[str]) -> ImportQuestion:
    who = count(len(children), "child has", "children have")
    says = f"{who} the status '{wording}', which is not understood. What is it?"
    choices = tuple(_means(wording, key, meant) for key, meant in _KEYS)
    return ImportQuestion("status", says, choices, evidence=(named(children),), must=True, about=wording)


def _means(wording: str, key: str, meant: Meant) -> Choice:
    def then(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(statuses={**asked.statuses, wording: meant})

    label = STATUS.get(meant, meant).capitalize()
    return Choice(
        key, label, f"{label.lower()}, now and in later lists", then, f"--status {quoted(f'{wording}={meant}')}"
    )


def _no_status(children: Sequence[str]) -> ImportQuestion:
    def as_status(key: str, meant: Meant) -> Choice:
        def then(asked: ImportOptions) -> ImportOptions:
            return asked.__replace__(statuses={**asked.statuses, **dict.fromkeys(children, meant)})

        label = STATUS.get(meant, meant).capitalize()
        options = " ".join(f"--status {quoted(f'{one}={meant}')}" for one in children[:MOST_SAID])
        return Choice(key, label, label.lower(), then, options)

    who = "1 child has" if len(children) == 1 else f"{len(children):,} children have"
    says = (
        f"{who} no status in list 6, and is not known here. What is it?"
        if len(children) == 1
        else (f"{who} no status in list 6, and are not known here. What are they?")
    )
    each = (as_status(key, meant) for key, meant in _KEYS if meant != "closed")
    leave = Choice("n", "Not known", "not known: they stand so on the board", as_asked)
    return ImportQuestion("no_status", says, (*each, leave), evidence=(named(children),), about="all")


def _one_gone(child: KnownChild) -> str:
    held = f", last with {child.worker_name}," if child.worker_name else ""
    return f"{child.reference}{held} is in no list any more. What became of the child?"


def _gone(children: Sequence[KnownChild], about: str, says: str) -> ImportQuestion:
    references = [child.reference for child in children]

    def as_gone(key: str, label: str, answer: Gone, does: str) -> Choice:
        def then(asked: ImportOptions) -> ImportOptions:
            return asked.__replace__(missing={**asked.missing, **dict.fromkeys(references, answer)})

        options = " ".join(f"--missing {quoted(f'{one}={answer}')}" for one in references[:MOST_SAID])
        return Choice(key, label, does, then, options)

    later = Choice("n", "Not now", "a row of the board asks about each until you say", as_asked)
    evidence = (named(references),) if len(references) > 1 else ()
    return ImportQuestion("missing", says, (*(as_gone(*one) for one in _GONE), later), evidence=evidence, about=about)
