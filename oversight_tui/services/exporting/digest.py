"""The weekly digest as plain text for an e-mail; the journal says that it was made."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from db.queries.week import happened_between
from oversight_tui.practice.board import AttentionRow
from oversight_tui.practice.day_told import without_worker_words
from oversight_tui.practice.digest import DAYS, Digest, Shows, about, about_ahead, by_day, digest_of, first_day_of
from oversight_tui.practice.morning import build_board
from oversight_tui.services.board import team_as_it_stood
from oversight_tui.services.exporting.face import Face, face_of, note_exported
from oversight_tui.services.exporting.to_file import IN_JOURNAL, path_shown
from oversight_tui.services.paper import said_counts
from oversight_tui.words.dates import as_at_said, count, long_day, month_day, weekday_day
from oversight_tui.words.labels import KIND, STATE, words_for
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store

WIDTH = 78
MOST_LINES = 60  # of what is late, and of what comes: an e-mail is read, a whole authority is not
# What is of a worker and names no child: on the morning list, and of the days to come.
_OF_WORKERS = frozenset(("supervision", "supervision ideal", "supervision limit", "session"))
_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "·": "-", "\u00a0": " "}
)


def weekly_digest(
    store: Store, today: date, marking: str, teams: tuple[str, ...], *, all_teams: bool, shows: Shows
) -> tuple[Digest, str]:
    """The digest, and its text of lines of at most 78 columns. Raises NoSuchTeam."""
    with store.writing():
        with team_as_it_stood(store, today, teams, all_teams) as (facts, policy):
            week, face = happened_between(store, first_day_of(today), today), face_of(store, today, marking)
        board = build_board(facts, policy, today)
        digest = digest_of(board, week)
        note_exported(store, "digest", {"teams": list(board.teams), "on": today.isoformat(), "shows": shows})
    return digest, "".join(f"{line}\n" for line in _wrapped(_lines(digest, face, shows)))


def said_of(path: Path, digest: Digest, shows: Shows) -> str:
    """What was written and where, in a sentence."""
    named = {"names": "with names", "references": "without names", "counts": "with nobody in it"}[shows]
    return f"Written to {path_shown(path)}: the week to {long_day(digest.week.last)}, {named}. {IN_JOURNAL}"


def _lines(digest: Digest, face: Face, shows: Shows) -> Iterator[str]:
    board, week = digest.board, digest.week
    whose = f", {', '.join(board.teams)}" if board.teams and shows != "counts" else ""
    yield face.marking
    yield f"Weekly digest{whose}, {long_day(face.as_of)}"
    yield f"{as_at_said(face.as_of, face.data_as_at)}. Made by {face.by}."
    yield ""
    yield f"THE WEEK, {weekday_day(week.first)} to {weekday_day(week.last)}"
    yield f"- Supervision: {count(week.sessions_held, 'session')} held, {week.sessions_cancelled} cancelled."
    discussed = count(week.children_discussed, "child", "children")
    yield f"- {discussed} discussed; {count(week.decisions, 'decision')}."
    yield f"- Actions: {week.actions_agreed} agreed, {week.actions_done} done."
    yield f"- Worries: {week.worries_raised} raised, {week.worries_closed} closed."
    yield f"- {count(week.children_allocated, 'child', 'children')} given to a worker."
    yield ""
    yield "WHERE WE STAND"
    counts = board.counts
    yield (
        f"- {count(counts.children, 'child', 'children')} with {count(counts.workers, 'worker')}; "
        f"without a worker: {without_worker_words(counts)}."
    )
    yield f"- On the morning list: {said_counts(counts)}."
    yield ""
    yield from _late(digest, shows)
    yield ""
    yield from _ahead(digest, shows)
    yield ""
    yield face.marking


def _late(digest: Digest, shows: Shows) -> Iterator[str]:
    yield f"WHAT IS LATE OR WAS NEVER DONE: {len(digest.late)}"
    if shows == "counts":
        for kind, number in Counter(row.kind for row in digest.late).most_common():
            yield f"- {words_for(KIND, kind)}: {number}"
    else:
        counted = [row for row in digest.late if _counts_workers(row.kind, shows)]
        if counted:
            yield f"- {_supervision_said(counted)}"
        told = [row for row in digest.late if not _counts_workers(row.kind, shows)]
        for row in told[:MOST_LINES]:
            late = f"{count(row.days_over, 'day')} over" if row.days_over else STATE[row.state]
            many = f", {count(row.count, 'child', 'children')}" if row.count else ""
            yield f"- {_said(words_for(KIND, row.kind), about(digest.board, row, shows))}{many}: {late}"
        yield from _more(len(told))
    if not digest.late:
        yield "- Nothing."


def _ahead(digest: Digest, shows: Shows) -> Iterator[str]:
    first, last = digest.week.last + timedelta(days=1), digest.week.last + timedelta(days=DAYS)
    yield f"WHAT COMES, {weekday_day(first)} to {weekday_day(last)}: {len(digest.ahead)}"
    told = 0
    for day, rows in by_day(digest.ahead):
        if shows == "counts":
            kinds = Counter(row.called for row in rows)
            yield f"- {month_day(day)}: {', '.join(f'{number} {kind}' for kind, number in kinds.items())}"
            continue
        workers = Counter(row.called for row in rows if _counts_workers(row.what, shows))
        for what, number in workers.items():
            yield f"- {weekday_day(day)}, {what}: {count(number, 'worker')}"
        for row in [row for row in rows if not _counts_workers(row.what, shows)][: MOST_LINES - told]:
            told += 1
            yield f"- {weekday_day(day)}, {_said(row.called, about_ahead(row, shows))}"
    if shows != "counts":
        yield from _more(sum(not _counts_workers(row.what, shows) for row in digest.ahead))
    if not digest.ahead:
        yield "- Nothing."


def _counts_workers(what: str, shows: Shows) -> bool:
    """Whether it is about a worker, and without names says nothing but for how many it is so."""
    return shows == "references" and what in _OF_WORKERS


def _supervision_said(rows: Sequence[AttentionRow]) -> str:
    """Of how many workers supervision is late, and by how much at most."""
    longest = max(row.days_over or 0 for row in rows)
    workers = count(len(rows), "worker")
    if not longest:
        return f"{workers}: never supervised"
    most = "the longest " if len(rows) > 1 else ""
    return f"{workers}: supervision over the limit, {most}{count(longest, 'day')}"


def _said(what: str, whom: str) -> str:
    return f"{what} {whom}" if whom else what


def _more(number: int) -> Iterator[str]:
    if number > MOST_LINES:
        yield f"- and {number - MOST_LINES:,} more, which are on the board."


def _wrapped(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        clean = one_line(line.translate(_PLAIN))
        yield from textwrap.wrap(clean, WIDTH, subsequent_indent="  ", break_on_hyphens=False) or [""]
