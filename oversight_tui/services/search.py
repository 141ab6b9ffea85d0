"""Everything that was said and typed, searched: what may be read on the pages of children and workers, and the
manager's own notes. Nothing of that is written down; opening what was found is, as ever, and so is looking through a
worker's own file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.queries.notes import own_notes
from db.queries.said import Found, LookedFor, children_called, entries_saying
from db.queries.single import child_names, worker_names
from oversight_tui.practice.hits import Hit, Hits
from oversight_tui.practice.ids import AboutChild, AboutWorker, EntryId, Number, Subject, WorkerId
from oversight_tui.practice.pages import OwnNote
from oversight_tui.practice.personal import PERSONAL
from oversight_tui.practice.records import DecisionReason, SessionCancelled, Withdrawal
from oversight_tui.practice.records import OwnNote as NoteRecord
from oversight_tui.practice.records.base import typed_in
from oversight_tui.practice.searching import search_key, words_of
from oversight_tui.services.find import name_of_worker
from oversight_tui.services.identity import teams_named, whose
from oversight_tui.services.personal import personal_file
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store

MOST_HITS = 50
SHORTEST = 2  # letters of the longest word: fewer tell nothing apart
LONGEST = 2_000  # characters in which a store is searched
MOST_WORDS = 100  # different words that are looked for in one question
_SHORTEST_NAME = 3  # letters by which somebody is taken to be named
_MOST_CALLED = 50  # children or workers of one name, beyond which it names nobody


class NothingToSearch(PlainProblem):
    """What was typed holds no word that could be looked for."""


class TooMuchToSearch(PlainProblem):
    """What was typed holds more than is looked for at once."""


def can_be_searched(text: str) -> bool:
    """Whether anything in a text is long enough to be looked for, and the whole of it not too long."""
    return any(len(word) >= SHORTEST for word in words_of(text)) and not _is_too_much(text)


def search(
    store: Store, text: str, teams: Sequence[str] = (), *, all_teams: bool = False, also_old: bool = False
) -> Hits:
    """Where every word of a text was said or typed, by the beginnings of words, accents and capitals apart; a word may
    be that of a name or reference instead: then what was said of them is found.

    Of the named teams; with none named, of those that were said to be the manager's; with `all_teams` or none said, of
    the whole authority. `also_old` are versions that were corrected or taken back. Raises NoSuchTeam, NothingToSearch,
    TooMuchToSearch.
    """
    text = one_line(text)
    _refuse(text)
    with store.reading():
        mine = whose(store)
        chosen = {} if all_teams else teams_named(store, teams or mine.teams)
        looked_for = _looked_for(store, text)
        found = entries_saying(store, looked_for, chosen or None, also_old=also_old, most=MOST_HITS + 1)
        notes = own_notes(store, mine.names)
    hits = [(one.match.in_full, _hit(one)) for one in found]
    hits += [
        (_in_full(key, looked_for), _of_note(note, mine.name))
        for note in notes
        if _says(key := search_key((note.text, note.about)), looked_for)
    ]
    hits.sort(key=lambda one: (one[0], one[1].on or date.min, one[1].entry), reverse=True)
    every = _each_once([hit for _, hit in hits])
    unread = (found[0].match.of if found else 0) - len(found)
    return Hits(tuple(words_of(text)), tuple(every[:MOST_HITS]), len(every) + unread)


def search_own_files(store: Store, workers: Sequence[WorkerId], text: str) -> Hits:
    """Where every word stands in these workers' own files, newest first; the journal says that each was opened."""
    _refuse(text)
    looked_for = [LookedFor(words) for words in _in_rows(text)]
    hits = [hit for worker in workers for hit in _said_in_own_file(store, worker, looked_for)]
    hits.sort(key=lambda hit: (hit.on or date.min, hit.entry), reverse=True)
    return Hits(tuple(words_of(text)), tuple(hits[:MOST_HITS]), len(hits))


def _said_in_own_file(store: Store, worker: WorkerId, looked_for: Sequence[LookedFor]) -> list[Hit]:
    own, name = personal_file(store, worker), name_of_worker(store, worker)
    of_the_file = [
        *((one.id, one.on, one.by, PERSONAL[one.kind], one.words) for one in own.entries),
        *(
            (one.id, one.happened_on, one.by, one.kind.capitalize(), tuple(filter(None, (one.text, one.because))))
            for one in own.about
            if not one.replaced and not one.withdrawn
        ),
    ]
    return [
        Hit(entry, entry, AboutWorker(worker), heading, on, by, _joined(words), worker=name, read_in="own_file")
        for entry, on, by, heading, words in of_the_file
        if _says(search_key(words), looked_for)
    ]


def _refuse(text: str) -> None:
    if _is_too_much(text):
        raise TooMuchToSearch(
            f"That is too much to search for at once: at most {MOST_WORDS} words in {LONGEST:,} characters."
            " Nothing was searched."
        )
    if not can_be_searched(text):
        raise NothingToSearch(f"Give a word of at least {SHORTEST} letters to search for. Nothing was searched.")


def _is_too_much(text: str) -> bool:
    return len(text) > LONGEST or len(set(text.split())) > MOST_WORDS


def _in_rows(text: str) -> list[tuple[str, ...]]:
    """The words that were typed, those in a row that nothing but a dash or the like parts: "C-2034"."""
    return [words for typed in text.split() if (words := words_of(typed))]


def _looked_for(store: Store, text: str) -> list[LookedFor]:
    children, workers = child_names(store), worker_names(store)
    named = [(one.id, words_of(one.name)) for one in children]
    called = [(one.id, words_of(one.name)) for one in workers]
    found = []
    for typed in dict.fromkeys(text.split()):
        words = words_of(typed)
        if not words:
            continue
        if len(typed) < _SHORTEST_NAME:
            found.append(LookedFor(words))
            continue
        of_children = [number for number, name in named if _begins(name, words)]
        of_children += children_called(store, typed, _MOST_CALLED)
        of_workers = [number for number, name in called if _begins(name, words)]
        found.append(LookedFor(words, _few(of_children), _few(of_workers)))
    return found


def _begins(name: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(part.startswith(word) for part in name) for word in words)


def _few(numbers: Sequence[Number]) -> tuple[Number, ...]:
    return tuple(dict.fromkeys(numbers)) if len(numbers) <= _MOST_CALLED else ()


def _says(key: str, looked_for: Sequence[LookedFor]) -> bool:
    return all(f" {one.in_a_row}" in key for one in looked_for)


def _in_full(key: str, looked_for: Sequence[LookedFor]) -> int:
    return sum(f" {one.in_a_row} " in key for one in looked_for)


def _hit(found: Found) -> Hit:
    match, content = found.match, found.content
    return Hit(
        entry=match.id,
        shown_at=_shown_at(found),
        about=_about(found),
        heading=content.kind.heading or f"{content.kind.called[:1].upper()}{content.kind.called[1:]}",
        on=match.on,
        by=match.by,
        text=_joined(typed_in(content)),
        reference=match.reference,
        name=match.name,
        worker=match.worker,
        stands=match.stands,
    )


def _about(found: Found) -> Subject | None:
    if found.match.child_id is not None:
        return AboutChild(found.match.child_id)
    return AboutWorker(found.match.worker_id) if found.match.worker_id is not None else None


def _shown_at(found: Found) -> EntryId:
    """The entry of its page with which it is read."""
    match found.content:
        case Withdrawal(withdrawn=other) | DecisionReason(decision=other) | SessionCancelled(plan=other):
            return other
    return found.match.id


def _of_note(note: OwnNote, name: str) -> Hit:
    heading = NoteRecord.kind.called.capitalize()
    return Hit(note.id, note.id, None, heading, note.on, name, note.text, worker=note.about, read_in="own_notes")


def _joined(texts: Sequence[str]) -> str:
    return " · ".join(texts)


def _each_once(hits: Sequence[Hit]) -> list[Hit]:
    """Without what says the same of the same child on the same day: a list ends a status and a holding in one."""
    seen: dict[tuple[Subject | None, date | None, str], Hit] = {}
    for hit in hits:
        seen.setdefault((hit.about, hit.on, hit.text) if hit.about else (None, None, str(hit.entry)), hit)
    return list(seen.values())
