"""What a command says of the columns of tables of children, and what is kept of them: listed, forgotten."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from oversight_tui.commands.options import store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.services.importing.column_maps import (
    ColumnMap,
    ColumnsSaid,
    forget_map,
    map_typed,
    maps_there_are,
)
from oversight_tui.services.importing.plan import ImportPlan


def add_column_arguments(parser: argparse.ArgumentParser) -> None:
    """What is said of columns, of rows and of names in tables of children."""
    parser.add_argument(
        "--map", metavar="HEADING=FIELD", action="append", default=[], help="what a column of a table of children holds"
    )
    parser.add_argument("--mapping", metavar="NAME", help="read the columns as was said of a table kept as NAME")
    parser.add_argument("--each-row", choices=("child", "worker"), help="what a row stands for where that is unclear")
    parser.add_argument("--mappings", action="store_true", help="list what is kept of the columns of tables")
    parser.add_argument("--forget-mapping", metavar="NAME", help="forget what is kept of the columns of a table")
    parser.add_argument("--names", choices=("yes", "no"), help="whether lists give names to children who have none")


def columns_said(options: argparse.Namespace) -> ColumnsSaid:
    """What the options say of columns. Raises FileProblem."""
    return ColumnsSaid(map_typed(options.map), (), options.mapping, options.each_row)


def taken_for_shape(plan: ImportPlan) -> dict[str, object]:
    """What each tab was taken for, in the shape other programs read."""
    return {
        "taken_for": [
            {"file": one.file, "tab": one.tab, "kind": one.kind, "mapping": one.by or None} for one in plan.tables.taken
        ]
    }


def kept_columns(options: argparse.Namespace) -> int:
    """List them, or forget one."""
    store = store_of(options)
    if options.forget_mapping:
        print_lines([forget_map(store, options.forget_mapping)])
        return 0
    maps = maps_there_are(store)
    if options.json:
        print_json([{"name": one.name, "columns": one.columns, "each_row": one.each_row} for one in maps])
    else:
        print_lines(_lines(maps))
    return 0


def _lines(maps: tuple[ColumnMap, ...]) -> Iterator[str]:
    for one in maps:
        said = [f"{one.spelled(key)} is {field.replace('_', ' ')}" for key, field in sorted(one.columns.items())]
        rows = [f"each row is a {one.each_row}"] if one.each_row else []
        yield f"{one.name}: {', '.join([*said, *rows])}."
    if not maps:
        yield "Nothing is kept of the columns of any table."
