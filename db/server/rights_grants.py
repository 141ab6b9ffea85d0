"""Which group may say what of which table; whose rows those are is for the policies to tell (`rights`)."""

from __future__ import annotations

from collections.abc import Iterator

from db import models
from db.models import Derived, Working, fields_of, name_of, tables_of
from db.moved import MOVED_TO
from db.server.guards import guarded
from db.server.members import APPLICATION, AUDITOR, CARRIER, ERASER, EVERY_TEAM, READER, SERVICE

GROUPS = (APPLICATION, READER, SERVICE, AUDITOR, EVERY_TEAM, CARRIER, ERASER)
_WORKING = tuple(name_of(table) for table in tables_of(Working))
_JOURNAL = ("journal", "journal_content")
_NOTE = name_of(models.OwnNote)
_OPEN = ("schema_step", "number_given", "chain", "moved_on")  # no row of these is anybody's


def granted() -> dict[tuple[str, str], frozenset[str]]:
    """What each group may say of each table, by group and table; nothing where it is not named."""
    found: dict[tuple[str, str], set[str]] = {}

    def give(group: str, tables: tuple[str, ...], *words: str) -> None:
        for table in tables:
            found.setdefault((group, table), set()).update(words)

    every = tuple(name_of(table) for table in models.ALL_TABLES)
    derived = tuple(name_of(table) for table in tables_of(Derived))
    for group in (READER, APPLICATION, AUDITOR):  # of which an auditor's policies show no row
        give(group, (*every, "entry_in_force"), "SELECT")
    for group in (READER, APPLICATION, SERVICE, AUDITOR):
        give(group, _OPEN, "SELECT")
        give(group, _JOURNAL, "SELECT", "INSERT")
        give(group, _WORKING, "SELECT", "INSERT", "UPDATE", "DELETE")
    give(APPLICATION, guarded(), "INSERT")
    give(APPLICATION, derived, "INSERT", "UPDATE", "DELETE")
    give(CARRIER, guarded(), "INSERT")
    give(CARRIER, ("number_given",), "SELECT", "UPDATE")
    give(ERASER, (*(one for one in every if one != _NOTE), "entry_in_force", *_OPEN), "SELECT")
    give(ERASER, guarded(), "UPDATE", "DELETE")
    give(ERASER, (*derived, *_WORKING), "INSERT", "UPDATE", "DELETE")
    return {one: frozenset(words) for one, words in found.items()}


def statements() -> Iterator[str]:
    """What grants just that, whatever was granted before; as the owner."""
    everybody = ", ".join((*GROUPS, "PUBLIC"))
    moved = f"what = '{MOVED_TO}'"
    yield (
        "CREATE OR REPLACE VIEW main.chain AS SELECT seq, at, hash, CASE WHEN "
        f"{moved} THEN what END AS what FROM main.journal"
    )
    yield (
        "CREATE OR REPLACE VIEW main.moved_on AS SELECT j.what, j.at, c.after FROM main.journal j"
        f" LEFT JOIN main.journal_content c ON c.seq = j.seq WHERE j.{moved}"
        " AND j.seq = (SELECT max(last.seq) FROM main.journal last)"
    )
    for name in ("main", "rollup"):
        yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {name} FROM {everybody}"
        yield f"REVOKE ALL ON SCHEMA {name} FROM {everybody}"
    yield "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA main FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA main TO {', '.join(GROUPS)}"
    for (group, table), words in granted().items():
        yield f'GRANT {", ".join(sorted(words))} ON main."{table}" TO {group}'
    about = ", ".join(str(one.column_name) for one in fields_of(models.OwnNote) if one.name != "text")
    yield f"GRANT SELECT ({about}) ON main.{_NOTE} TO {ERASER}"  # who erases one reads no word of it
