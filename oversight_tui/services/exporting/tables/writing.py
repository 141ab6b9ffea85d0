"""Writing lists as one workbook, as one CSV, or as a folder of CSVs; the journal says so before anything is there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct

from oversight_tui.exchange.table_csv import csv_file
from oversight_tui.exchange.table_xlsx import ABOUT, write_xlsx
from oversight_tui.practice.board import Board
from oversight_tui.practice.lists.base import Cell, Listing
from oversight_tui.practice.morning import build_board
from oversight_tui.services.board import read_team, team_as_it_stood
from oversight_tui.services.exporting.face import Face, face_of, note_exported
from oversight_tui.services.exporting.tables.lists import lists_of, names
from oversight_tui.services.exporting.to_file import (
    IN_JOURNAL,
    AlreadyThere,
    NotWritten,
    path_shown,
    refuse_in_the_way,
    write_pieces,
)
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store

XLSX, CSV = ".xlsx", ".csv"
# A line each: a cell of a workbook grows no higher by itself.
LEFT_OUT = (
    "nothing of a worker's own file, nothing that was decided, agreed or taken further about a worker",
    "no notes to self, no words of what is sensitive, and not why somebody is away",
    "entries that were taken back; those that were corrected are here as they stand now",
)


class TablesAsked(Struct, frozen=True):
    """Which lists (all of them where none is named), of which teams."""

    lists: tuple[str, ...]
    teams: tuple[str, ...]
    all_teams: bool


class _AboutLine(Struct, frozen=True):
    """A line of what stands about all the tables."""

    what: str
    says: str
    rows: int | None


def refuse_target(path: Path, asked: Sequence[str], *, replace: bool) -> None:
    """Raise NotWritten where what is asked for may not be written there: before anything is read for it."""
    kind = path.suffix.lower()
    if kind == CSV and len(set(asked)) != 1:
        raise NotWritten("One CSV file takes one list: name it with --list, or give --to a folder or an .xlsx file.")
    if kind in (XLSX, CSV):
        refuse_in_the_way(path, replace=replace)
        return
    if path.exists() and not path.is_dir():
        raise NotWritten(
            f"{one_line(path.name)} is a file. Give --to a folder, or a file that ends with .xlsx or .csv."
        )
    for file in files_of(path, asked):
        if os.path.lexists(file) and not replace:
            raise AlreadyThere(
                f"{file.name} is in that folder already. Give another folder, or --replace to write over its files."
            )
        if os.path.lexists(file):
            refuse_in_the_way(file, replace=replace)


def files_of(path: Path, asked: Sequence[str]) -> tuple[Path, ...]:
    """The files that are written: the one that was named, or those of the folder."""
    if path.suffix.lower() in (XLSX, CSV):
        return (path,)
    return tuple(path / f"{name}{CSV}" for name in (*(asked or names()), ABOUT))


def said_of(path: Path, rows: Mapping[str, int]) -> str:
    """What was written and where, in a sentence."""
    lists = f"{count(len(rows), 'list')}, {count(sum(rows.values()), 'row')}"
    return f"Written to {path_shown(path)}: {lists}. {IN_JOURNAL}"


def write_tables(store: Store, path: Path, today: date, marking: str, asked: TablesAsked) -> Mapping[str, int]:
    """Write them; returns how many rows each list has. Raises NoSuchTeam, NotWritten and TooLong."""
    with store.writing():
        board = build_board(*read_team(store, today, asked.teams, asked.all_teams), today)
        about = {"lists": list(asked.lists or names()), "teams": list(board.teams), "on": today.isoformat()}
        note_exported(store, "tables", about)
    with store.reading(), team_as_it_stood(store, today, asked.teams, asked.all_teams):
        return _written(store, path, board, face_of(store, today, marking), asked.lists)


def _written(store: Store, path: Path, board: Board, face: Face, lists: Sequence[str]) -> Mapping[str, int]:
    found = lists_of(store, board, lists)
    if path.suffix.lower() == XLSX:
        return _workbook(path, face, board, found)
    if path.suffix.lower() == CSV:
        counted: dict[str, int] = {}
        for one in found:
            write_pieces(path, csv_file(one, _last_columns(face), counted))
        return counted
    return _folder(path, face, board, found)


def _workbook(path: Path, face: Face, board: Board, found: Iterable[Listing]) -> dict[str, int]:
    """Put together from parts in a folder beside its place, which its owner alone may enter and which goes, and then
    given its name.
    """
    try:
        with TemporaryDirectory(prefix=".", suffix=".unfinished", dir=path.parent) as parts:
            fresh = Path(parts) / path.name
            os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            counted = write_xlsx(fresh, _lines(face, board), face.marking, found)
            os.replace(fresh, path)
    except OSError as problem:
        raise NotWritten(f"{one_line(path.name)} cannot be written: {problem.strerror}. Nothing was.") from None
    return counted


def _folder(path: Path, face: Face, board: Board, found: Iterable[Listing]) -> dict[str, int]:
    """Each list in a file of its own, and last, once all are there, what they are."""
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except OSError as problem:
        raise NotWritten(f"The folder {one_line(path.name)} cannot be made: {problem.strerror}.") from None
    counted: dict[str, int] = {}
    told: list[tuple[str, str]] = []
    for one in found:
        write_pieces(path / f"{one.name}{CSV}", csv_file(one, _last_columns(face), counted))
        told.append((one.name, one.says))
    lines = [_AboutLine(what, says, None) for what, says in _lines(face, board)]
    lines += [_AboutLine(name, says, counted[name]) for name, says in told]
    about = Listing(ABOUT, "what the files of this folder are", _AboutLine, lines)
    write_pieces(path / f"{ABOUT}{CSV}", csv_file(about, _last_columns(face), {}))
    return counted


def _lines(face: Face, board: Board) -> list[tuple[str, str]]:
    """What stands first: marking, day, by whom, of which teams, and what is left out."""
    return [
        ("marking", face.marking),
        ("as at", long_day(face.as_of)),
        ("newest list", long_day(face.data_as_at) if face.data_as_at else "none imported"),
        ("made by", face.by),
        ("teams", ", ".join(board.teams) or "none"),
        *(("left out", one) for one in LEFT_OUT),
        ("moments", "recorded_at and at are in UTC; every other day is as it was typed or imported"),
    ]


def _last_columns(face: Face) -> dict[str, Cell]:
    return {"figures_as_of": face.as_of, "figures_newest_list": face.data_as_at, "figures_marking": face.marking}
