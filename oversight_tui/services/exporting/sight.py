"""Line of sight as a report: read, set, noted in the journal, and only then a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.exchange.documents.forms import Form
from oversight_tui.exchange.documents.sight import Reported, sight_document
from oversight_tui.practice.sight.values import Sight
from oversight_tui.practice.span import A_QUARTER, span_back
from oversight_tui.services.exporting.documents import Exported, document_face, write_document
from oversight_tui.services.sight import load_sight, with_months
from oversight_tui.services.sight.effect import load_effect
from oversight_tui.services.sight.outlook import load_outlooks
from oversight_tui.words.dates import as_at_said
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.then import passed_words

if TYPE_CHECKING:
    from db.engine import Store

SIGHT = "sight"


class NoTeam(PlainProblem):
    """There is no team that a report could be about."""


def export_sight(
    store: Store,
    path: Path,
    form: Form,
    today: date,
    marking: str,
    teams: Sequence[str] = (),
    *,
    all_teams: bool = False,
) -> Exported:
    """Write the report of these teams; which, as in `load_sight`. Raises NoSuchTeam, NoTeam and NotWritten."""
    sight = with_months(store, load_sight(store, today, teams, all_teams=all_teams))
    if not sight.teams:
        raise NoTeam("There is no team yet. Import a list first. Nothing was written.")
    face, by = document_face(store, today, marking)
    face = face.__replace__(as_at=_as_at(sight))
    named = [one.team for one in sight.teams if one.team is not None]
    found = Reported(sight)
    if len(sight.teams) == 1 and named:
        (outlook,) = load_outlooks(store, today, named)
        effect = load_effect(store, span_back(None, None, today, A_QUARTER), today, named)
        found = Reported(sight, outlook, effect)
    children = sum(one.count("children") for one in sight.teams)
    return write_document(
        store, sight_document(found, face, by), path, form, SIGHT, {"teams": named}, children=children
    )


def _as_at(sight: Sight) -> str:
    """Of which day it is and the lists of these teams, and whether that day has passed."""
    passed = f" {passed_words(sight.then.recorded_by)}" if sight.then is not None else ""
    return f"{as_at_said(sight.as_of, sight.data_as_at)}.{passed}"
