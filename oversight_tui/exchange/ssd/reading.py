"""Files of the Standard Safeguarding Dataset, read together: each child's spells and where the child stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from oversight_tui.exchange.change_reasons import in_words
from oversight_tui.exchange.headings import Layout
from oversight_tui.exchange.involved import Involved, Professional, Spell
from oversight_tui.exchange.rows_of_tables import TableRow, rows_of
from oversight_tui.exchange.ssd import standing, tables
from oversight_tui.exchange.tables import FileProblem, Remark, Workbook
from oversight_tui.words.text import match_key

_PADDED = "XX"  # what Mosaic puts before an id where there is no registration number
_NAMES_BY_HAND = "kept by hand, so that no list changes it; E on a child, or `oversight children name`"


def is_ssd(workbook: Workbook) -> bool:
    """Whether any tab is a table of the dataset."""
    return any(tables.table_of(tab) is not None for tab in workbook.tabs)


def read_ssd(workbooks: Iterable[Workbook], as_at: date) -> Involved:
    """What these files hold on this day. Raises FileProblem where nobody's involvements are among them."""
    reading = _Reading()
    for workbook in workbooks:
        reading.warnings += workbook.warnings
        for tab in workbook.tabs:
            layout = tables.table_of(tab)
            if layout is not None:
                reading.rows[layout.name] += rows_of(tab, layout, tables.DAYS, reading.refused)
                reading.met[layout.name] = None
    if tables.INVOLVEMENTS.name not in reading.met:
        met = ", ".join(reading.met)
        raise FileProblem(f"{met} does not say who holds a child. Give ssd_involvements with it, in one import.")
    return reading.put_together(as_at)


class _Reading:
    """The rows of each table, and what was noted."""

    def __init__(self) -> None:
        self.rows: dict[str, list[TableRow]] = defaultdict(list)
        self.met: dict[str, None] = {}
        self.refused: list[Remark] = []
        self.warnings: list[Remark] = []
        self.not_taken: list[Remark] = []

    def of(self, layout: Layout) -> Sequence[TableRow]:
        return self.rows[layout.name]

    def put_together(self, as_at: date) -> Involved:
        """Everything of every table; who is a duplicate in one is left out of all."""
        teams = {row.texts["team"]: row.texts["name"] for row in self.of(tables.DEPARTMENT) if len(row.texts) > 1}
        of_referrals = {row.texts["referral"]: row.texts["child"] for row in self.of(tables.CIN_EPISODES) if _both(row)}
        duplicates = set(self._duplicates())
        spells = [one for one in self._spells(teams, of_referrals) if one.child not in duplicates]
        stands = {
            child: one for child, one in standing.standing_of(self.rows, as_at).items() if child not in duplicates
        }
        legacy = {
            row.texts["child"]: row.texts["legacy_id"]
            for row in self.of(tables.PERSON)
            if "child" in row.texts and "legacy_id" in row.texts
        }
        return Involved(
            lists=("SSD",),
            spells=tuple(spells),
            professionals={one.number: one for one in self._professionals()},
            standing=stands,
            knows=standing.known_by(self.met) | ({"team"} if tables.DEPARTMENT.name in self.met else set()),
            other_references=legacy,
            refused=tuple(self.refused),
            warnings=tuple(self.warnings),
            not_taken=tuple(self.not_taken),
            not_read=tuple(self._not_read()),
        )

    def _spells(self, teams: dict[str, str], of_referrals: dict[str, str]) -> Iterator[Spell]:
        for row in self.of(tables.INVOLVEMENTS):
            says = row.texts
            child = says.get("child") or of_referrals.get(says.get("referral", ""))
            if child is None:
                reason = "no child's id; the row was left out"
                self.refused.append(Remark(row.place, says.get("number", ""), reason))
                continue
            starts, ends = row.days.get("starts"), row.days.get("ends")
            if starts is not None and ends is not None and ends < starts:
                self.refused.append(
                    Remark(row.places["ends"], ends.isoformat(), "before the start; taken as not known")
                )
                ends = starts
            yield Spell(
                child=child,
                worker_id=says.get("worker"),
                role=says.get("role"),
                team=teams.get(says.get("team", "")),
                starts=starts,
                ends=ends,
                because=in_words(says.get("because")),
                number=says.get("number", ""),
                place=row.place,
            )

    def _professionals(self) -> Iterator[Professional]:
        for row in self.of(tables.PROFESSIONALS):
            says = row.texts
            if "worker" not in says or "name" not in says:
                continue
            registration = says.get("registration", "")
            also = (says.get("staff_id", ""), "" if registration.startswith(_PADDED) else registration)
            numbers = tuple(one for one in dict.fromkeys(also) if one and one != says["worker"])
            yield Professional(says["worker"], says["name"], says.get("role"), self._fte(row), row.place, numbers)

    def _fte(self, row: TableRow) -> float | None:
        written = row.texts.get("fte")
        if written is None:
            return None
        try:
            found = float(written)
        except ValueError:
            found = -1.0
        if not 0 <= found <= 2:
            self.refused.append(Remark(row.places["fte"], written, "not a number between 0 and 2"))
            return None
        return found

    def _duplicates(self) -> Iterator[str]:
        """Persons who are marked as the second entry of somebody: nobody is to be taken for two children."""
        for row in self.of(tables.PERSON):
            name = " ".join(row.texts[part] for part in ("forename", "surname") if part in row.texts)
            child = row.texts.get("child")
            if child is None:
                continue
            if "duplicate" in match_key(name):
                self.not_taken.append(Remark(row.place, child, "the name says DUPLICATE; not brought in"))
                yield child
            elif "died" in row.days:
                reason = "a date of death stands there; nothing is closed by it"
                self.warnings.append(Remark(row.places["died"], child, reason))

    def _not_read(self) -> Iterator[Remark]:
        for field, column in (("forename", "pers_forename"), ("surname", "pers_surname")):
            row = next((one for one in self.of(tables.PERSON) if field in one.texts), None)
            if row is not None:
                yield Remark(row.places[field], column, _NAMES_BY_HAND)


def _both(row: TableRow) -> bool:
    return "referral" in row.texts and "child" in row.texts
