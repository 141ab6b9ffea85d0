"""`oversight import --mappings` and `--forget-mapping NAME`: what is kept of the columns of tables of children."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from oversight_tui.commands.options import store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.services.importing.column_maps import ColumnMap, forget_map, maps_there_are


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
