"""The inspection pack: read, noted in the journal, and then written to its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, json

from db.queries.holdings import children_held
from db.queries.pages import child_history
from db.queries.regularity import supervised
from oversight_tui.clock import now
from oversight_tui.exchange.documents.forms import Form, written
from oversight_tui.exchange.documents.inspection import inspection_document
from oversight_tui.practice.child_oversight import ChildOversight, child_oversight
from oversight_tui.practice.holdings import HeldChild, held_in
from oversight_tui.practice.inspection import Inspection
from oversight_tui.practice.inspection_text import text_lines
from oversight_tui.practice.page_then import by_then
from oversight_tui.practice.pages import Whose
from oversight_tui.practice.sample import sampled
from oversight_tui.practice.span import Span
from oversight_tui.practice.then import Then
from oversight_tui.services.exporting.face import face_of, note_exported
from oversight_tui.services.exporting.to_file import IN_JOURNAL, NotWritten, path_shown, refuse_in_the_way, write_file
from oversight_tui.services.identity import teams_named, whose
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.regularity import regularity_of
from oversight_tui.services.then import as_it_stood
from oversight_tui.words.dates import count
from oversight_tui.words.text import one_line, paragraphs

if TYPE_CHECKING:
    from db.engine import Store

INSPECTION = "inspection"


class Sampling(Struct, frozen=True):
    """How many children are drawn, and by which seed."""

    children: int
    seed: int


def export_inspection(
    store: Store,
    path: Path,
    span: Span,
    sampling: Sampling,
    today: date,
    *,
    marking: str,
    teams: Sequence[str] = (),
    all_teams: bool = False,
    replace: bool = False,
) -> Inspection:
    """Write the pack of these teams in the form that the file's name ends in, and return it.

    Raises NotWritten for a form that is none or a file that is in the way, and NoSuchTeam; then nothing is noted.
    """
    written = _form_of(path)
    refuse_in_the_way(path, replace=replace)
    with store.writing():
        pack, children = _pack(store, span, sampling, today, marking, None if all_teams else teams)
        days = {"from": span.first.isoformat(), "to": span.last.isoformat()}
        note_exported(store, INSPECTION, {"teams": list(pack.teams), **days, "seed": sampling.seed})
        for child in children:
            note_exported(store, INSPECTION, {"child": child.id, **days})
    write_file(path, written(pack))
    return pack


def said_of(pack: Inspection, path: Path) -> str:
    """What was written and where, in a sentence."""
    drawn = f"{len(pack.children)} of {count(pack.of, 'child', 'children')} (seed {pack.seed})"
    return (
        f"Written to {path_shown(path)}: inspection pack, {count(len(pack.workers), 'worker')}, {drawn}. {IN_JOURNAL}"
    )


def _form_of(path: Path) -> Callable[[Inspection], bytes]:
    ending = path.suffix.casefold()
    if ending not in FORMS:
        raise NotWritten(f"{one_line(path.name)} does not say in which form. End its name in {', '.join(FORMS)}.")
    return FORMS[ending]


def _pack(
    store: Store, span: Span, sampling: Sampling, today: date, marking: str, teams: Sequence[str] | None
) -> tuple[Inspection, Sequence[HeldChild]]:
    """The pack and the children in it; of the manager's own teams where none is named, of every team where None."""
    mine = whose(store)
    chosen = teams_named(store, teams or mine.teams) if teams is not None else {}
    with as_it_stood(store, today, chosen or None) as then:
        in_teams = list(chosen) or None
        workers = supervised(store, in_teams)
        held = children_held(store, in_teams, [one.worker.id for one in workers])
        theirs = {one.worker.id for one in workers}
        days = {one.reference: held_in(one, span, in_teams, theirs) for one in held}
        population = [reference for reference, spans in days.items() if spans]
        drawn = sampled(population, sampling.children, sampling.seed)
        children = sorted((one for one in held if one.reference in drawn), key=lambda one: one.reference)
        kinds = policy_in_force(store).decision_kinds
        face = face_of(store, today, marking)
        pack = Inspection(
            marking=face.marking,
            as_of=face.as_of,
            data_as_at=face.data_as_at,
            by=face.by,
            teams=tuple(chosen.values()),
            first=span.first,
            last=span.last,
            seed=sampling.seed,
            asked=sampling.children,
            of=len(population),
            workers=regularity_of(store, workers, span, today),
            children=tuple(_child(store, one, days[one.reference], span, today, kinds, mine, then) for one in children),
        )
    return pack, children


def _child(
    store: Store,
    child: HeldChild,
    held: Sequence[Span],
    span: Span,
    today: date,
    kinds: Mapping[str, str],
    mine: Whose,
    then: Then | None,
) -> ChildOversight:
    history = child_history(store, child.id)
    told = by_then(history, today) if then is not None else history
    found = child_oversight(child.reference, told, held, span, today, kinds)
    decisions = tuple(one.__replace__(by=mine.told_by(one.by)) for one in found.decisions)
    return found.__replace__(decisions=decisions)


def _as_json(pack: Inspection) -> bytes:
    return json.format(json.encode(pack), indent=1) + b"\n"


def _as_text(pack: Inspection) -> bytes:
    return "".join(f"{_laid_out(line)}\n" for line in text_lines(pack)).encode()


def _laid_out(line: str) -> str:
    """A line made safe, and where its text has several lines, each as far in as the first."""
    inner = line.lstrip(" ")
    before = " " * (len(line) - len(inner))
    return "\n".join(f"{before}{one}" if one else "" for one in paragraphs(inner).splitlines())


def _as_document(form: Form) -> Callable[[Inspection], bytes]:
    return lambda pack: written(inspection_document(pack), form, now()).content


FORMS: Mapping[str, Callable[[Inspection], bytes]] = {
    ".html": _as_document("html"),
    ".docx": _as_document("docx"),
    ".pdf": _as_document("pdf"),
    ".txt": _as_text,
    ".json": _as_json,
}
