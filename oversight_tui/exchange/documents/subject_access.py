"""A subject-access extract: what is held about one child, or one worker, as it might be given to them, and a list of
what was left out and why. A person reads it, decides, and gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from oversight_tui.exchange.documents import left_out
from oversight_tui.exchange.documents.child_file import record_sections
from oversight_tui.exchange.documents.entries import day_of, is_left_out, is_withheld, names_who_came
from oversight_tui.exchange.documents.left_out import LeftOut
from oversight_tui.exchange.documents.model import Document, Face, Section, note
from oversight_tui.exchange.documents.telling import Teller
from oversight_tui.exchange.documents.worker_file import own_file_sections, supervision_sections
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.gaps import WorkerRegularity
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.personal import OwnFile
from oversight_tui.practice.span import Span
from oversight_tui.practice.story import MOVED
from oversight_tui.practice.third_parties import ThirdParties
from oversight_tui.words.dates import count
from oversight_tui.words.text import one_line

_PROPOSED = (
    "This extract is proposed by a program. A person who may decide it reads it from end to end, decides each line of "
    "the list at its end, and looks for names that nobody entered as names: those no program finds."
)
_NOT_IN_IT = (
    "It holds what this program holds, and not the case system, letters or e-mail. What UK GDPR Article 15(1) asks to "
    "be said besides (why the data is held, for how long, who receives it, how to complain) is in the authority's "
    "privacy notice and goes with it."
)
_LIST = "What was left out, and why"


def for_a_child(
    page: ChildPage, third_parties: ThirdParties, face: Face, author: str, today: date, *, with_sensitive: bool
) -> Document:
    """The extract for a child, or for who may ask in the child's name."""
    teller = Teller(third_parties, withholds=True)
    record = record_sections(page, teller, today, with_sensitive=with_sensitive)
    found = tuple(_left_out_of_child(page, teller, with_sensitive=with_sensitive))
    title = one_line(f"Subject access: {page.row.child.reference}")
    return _document(face, title, author, record, found)


def for_a_worker(
    page: WorkerPage,
    year: tuple[Span, WorkerRegularity],
    own: OwnFile | None,
    third_parties: ThirdParties,
    face: Face,
    author: str,
    today: date,
) -> Document:
    """The extract for a worker; their own file is in it where `own` is given."""
    teller = Teller(third_parties, withholds=True)
    record = supervision_sections(page, year, today, teller=teller)
    if own is not None:
        record += own_file_sections(own, teller)
    found = tuple(_left_out_of_worker(page, own, teller))
    return _document(face, one_line(f"Subject access: {page.row.worker.name}"), author, record, found)


def _document(face: Face, title: str, author: str, record: tuple[Section, ...], found: tuple[LeftOut, ...]) -> Document:
    first = Section("Before this is given", (note(_PROPOSED), note(_NOT_IN_IT)))
    last = Section(_LIST, left_out.told(found))
    return Document(face, title, author, (first, *record, last))


def _left_out_of_child(page: ChildPage, teller: Teller, *, with_sensitive: bool) -> Iterator[LeftOut]:
    yield from left_out.third_parties(teller.found)
    hidden = [] if with_sensitive else [day_of(one) for one in page.entries if one.sensitive]
    if hidden:
        what = f"The words of {count(len(hidden), 'sensitive entry', 'sensitive entries')}"
        yield LeftOut(what, "; ".join(hidden), left_out.SERIOUS_HARM)
    yield from _advice(page.entries, teller)
    came = [
        day_of(one)
        for one in page.entries
        if names_who_came(one) and not is_left_out(one, with_sensitive=with_sensitive)
    ]
    if came:
        yield LeftOut("Who came to us with a worry", "; ".join(came), left_out.RIGHTS_OF_OTHERS)
    moved = [day_of(one) for one in page.entries if one.replaced and one.text == MOVED]
    if moved:
        yield LeftOut("Entries written here by mistake about another child", "; ".join(moved), left_out.NOT_THEIRS)
    if page.hold is not None:
        yield LeftOut("Why a legal hold stands", "The child's record", left_out.PRIVILEGE)
    yield LeftOut("What was said and decided about workers", "Workers' own files", left_out.NOT_THEIRS)
    yield LeftOut(
        "A manager's notes to self, drafts, backups, and the journal of who read what",
        "Elsewhere in this program",
        left_out.NOT_SEARCHED,
    )


def _advice(entries: Iterable[Entry], teller: Teller) -> Iterator[LeftOut]:
    """What a lawyer was asked and advised."""
    found = [day_of(one) for one in entries if is_withheld(one, teller)]
    if found:
        yield LeftOut("What a lawyer was asked, or advised", "; ".join(found), left_out.PRIVILEGE)


def _left_out_of_worker(page: WorkerPage, own: OwnFile | None, teller: Teller) -> Iterator[LeftOut]:
    yield from left_out.third_parties(teller.found)
    if any(one.children for one in page.sessions):
        yield LeftOut("Which children were discussed", "Sessions", left_out.RIGHTS_OF_OTHERS)
    if any(one.others for one in page.sessions):
        yield LeftOut("Who else was at a group session", "Sessions", left_out.RIGHTS_OF_OTHERS)
    if page.children:
        yield LeftOut(count(len(page.children), "child held", "children held"), "Children", left_out.NOT_THEIRS)
    yield from _advice(own.about if own is not None else (), teller)
    if own is None:
        yield LeftOut("The worker's own file", "Own file", left_out.NOT_ASKED_FOR)
    if page.absences:
        yield LeftOut("Why the worker was away, in words", "Absences", left_out.NOT_SEARCHED)
    if page.hold is not None:
        yield LeftOut("Why a legal hold stands", "The worker's record", left_out.PRIVILEGE)
    yield LeftOut(
        "Where entries about children name the worker; a manager's notes to self, drafts and backups",
        "Elsewhere in this program",
        left_out.NOT_SEARCHED,
    )
