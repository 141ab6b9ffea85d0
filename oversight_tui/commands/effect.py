"""`oversight effect`: what came of it, for a team in numbers that open their rows; of a worker from their own file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.commands.shapes import personal_shape
from oversight_tui.commands.span_options import add_span_options, span_of
from oversight_tui.practice.sight.effect_values import EVERY_KEY, PARTS, Effect, EffectKey, EffectRow, TeamEffect
from oversight_tui.practice.sight.effect_words import ALL_APART, effect_lines, figure_said, own_lines, row_said
from oversight_tui.practice.sight.own_effect import CameOf, OwnEffect, own_effect
from oversight_tui.practice.span import A_QUARTER, Span
from oversight_tui.services.find import find_worker
from oversight_tui.services.personal import personal_file
from oversight_tui.services.sight.effect import load_effect
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.then import passed_words


class WhoseEffect(PlainProblem):
    """A worker without their own file, or the file without saying whose."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Over which days; the rows of one number; whose own file."""
    parser.add_argument("worker", metavar="WORKER", nargs="?", help="with --personal: whose own file")
    parser.add_argument(
        "--personal", action="store_true", help="what the worker's own file says of it; the journal says so"
    )
    parser.add_argument("--rows", metavar="KEY", choices=EVERY_KEY, help="the rows that a number counts, by its key")
    add_span_options(parser, "thirteen weeks")


def run(options: argparse.Namespace) -> int:
    """Print it; 0."""
    store, today = store_of(options, looking_back=not options.personal), day_of(options)
    span = span_of(options, today, A_QUARTER)
    if options.worker is None and not options.personal:
        effect = load_effect(store, span, today, options.team, all_teams=options.all_teams)
        _print_effect(effect, today, options.rows, as_json=options.json)
        return 0
    _must_be_of_one_file(options)
    own = own_effect(personal_file(store, find_worker(store, options.worker)), span)
    if options.json:
        print_json(_own_shape(own, today))
    else:
        print_marking()
        print_lines(f"{('', '  ', '  - ')[level]}{words}" for level, words in own_lines(own))
    return 0


def _must_be_of_one_file(options: argparse.Namespace) -> None:
    if not options.personal:
        raise WhoseEffect(
            "What supervision changed for one worker is in their own file: --personal opens it, and the journal says "
            "so. Without a name this is about the team."
        )
    if options.worker is None:
        raise WhoseEffect("Say whose own file it is: `oversight effect WORKER --personal`.")
    if options.rows is not None:
        raise WhoseEffect("--rows opens the numbers of a team. A worker's own file is printed whole; leave it out.")


def _print_effect(effect: Effect, today: date, key: EffectKey | None, *, as_json: bool) -> None:
    if as_json:
        print_json(_shape(effect, today, key))
        return
    print_marking()
    print_lines(_rows(effect, today, key) if key is not None else _lines(effect))


def _lines(effect: Effect) -> Iterator[str]:
    yield f"What came of it, {effect.span.says()}"
    if effect.then is not None:
        yield passed_words(effect.then.recorded_by)
    for team in effect.teams:
        yield ""
        yield team.team or "Children of no team"
        for line in effect_lines(effect, team):
            yield f"  {line.of_how_many} {line.text} [{line.key}]" if line.key else line.text
    yield ""
    yield f"{ALL_APART} --rows KEY prints the rows that a number counts."


def _rows(effect: Effect, today: date, key: EffectKey) -> Iterator[str]:
    for team in effect.teams:
        yield f"{team.team or 'Children of no team'}, {figure_said(effect, key)}: {team.count(key)}"
        yield from (f"  {row_said(row, effect.references, today)}" for row in team.figures[key].rows)


def _shape(effect: Effect, today: date, key: EffectKey | None) -> dict[str, object]:
    return {
        "as_of": today.isoformat(),
        "recorded_by": _recorded_by(effect),
        "from": effect.span.first.isoformat(),
        "to": effect.span.last.isoformat(),
        "seen_within_days": effect.seen_within,
        "drift_carried": effect.drift_carried,
        "drift_talks": effect.drift_talks,
        "teams": [_team(effect, team, key) for team in effect.teams],
    }


def _recorded_by(effect: Effect) -> str | None:
    day = effect.then.recorded_by if effect.then is not None else None
    return day.isoformat() if day is not None else None


def _team(effect: Effect, team: TeamEffect, key: EffectKey | None) -> dict[str, object]:
    rows: dict[str, object] = {}
    if key is not None:
        rows = {"count": team.count(key), "rows": [_row(effect, row) for row in team.figures[key].rows]}
    return {
        "team": team.team,
        "of": {subject: team.of(subject) for subject in PARTS},
        "figures": {one: team.count(one) for one in EVERY_KEY},
        **rows,
    }


def _row(effect: Effect, row: EffectRow) -> dict[str, object]:
    return {
        "child": effect.references[row.child],
        "about": printed_id(row.about),
        "evidence": [
            {"what": one.what, "on": one.on.isoformat(), "id": printed_id(one.entry), "number": one.number}
            for one in row.evidence
        ],
    }


def _own_shape(own: OwnEffect, today: date) -> dict[str, object]:
    return {
        **_days(own.span, today),
        "changed": [personal_shape(one) for one in own.changed],
        "nothing": [personal_shape(one) for one in own.nothing],
        "not_said": [personal_shape(one) for one in own.not_said],
        "held": [day.isoformat() for day in own.held],
        "not_asked": [day.isoformat() for day in own.not_asked],
        "learning": [_came_of(one) for one in own.learning],
        "goals": [_came_of(one) for one in own.goals],
    }


def _days(span: Span, today: date) -> dict[str, object]:
    return {"as_of": today.isoformat(), "from": span.first.isoformat(), "to": span.last.isoformat()}


def _came_of(one: CameOf) -> dict[str, object]:
    return {"entry": personal_shape(one.entry), "after": [personal_shape(after) for after in one.after]}
