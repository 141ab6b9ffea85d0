"""One question of an import and its answers; and how an import was asked for, of which each answer makes a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from oversight_tui.exchange.statuses import Meant
from oversight_tui.practice.facts import Gone
from oversight_tui.services.importing.column_maps import ColumnsSaid
from oversight_tui.services.importing.cover import Field

Asked = Literal[
    "same",
    "several",
    "desk",
    "older",
    "references",
    "absent",
    "emptied",
    "fewer",
    "end",
    "status",
    "no_status",
    "missing",
    "role",
    "whose",
    "without",
    "dates",
    "rows",
    "column",
    "names",
]
_IF = {"y": "If so", "n": "If not"}


class ImportOptions(Struct, frozen=True):
    """How the import was asked for.

    `as_at` is the day the lists show; `teams` what the files cover, none meaning every team in them. `same` maps a
    spelling to the name or the reference it stands for, `different` are pairs that are two people or children;
    `references` is that said of all references alike. `duty` names generic holders; `several` are names that people in
    different teams have, `one` those of one person. `statuses` says what a wording, or a child, is; `closed` and `open`
    are children whose end cannot be read. `without` are tabs that are left out knowingly and lists that are not here,
    `month_first` and `day_first` columns of dates, `fewer` that lists are short, `kept` and `emptied` the columns that
    are empty and what that means, `missing` what became of children who are in no list. `force` takes an older list.
    `roles` are those of an allocated worker in a file that has several, `of` is the worker whose calendar it is.
    `columns` is what was said of tables, `names` whether children's names are taken from them, None where that was not
    said now.
    """

    today: date
    as_at: date | None = None
    teams: tuple[str, ...] = ()
    same: Mapping[str, str] | None = None
    duty: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    force: bool = False
    one: tuple[str, ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    references: Literal["same", "different"] | None = None
    statuses: Mapping[str, Meant] = {}
    closed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    fewer: bool = False
    kept: tuple[Field, ...] = ()
    emptied: tuple[Field, ...] = ()
    missing: Mapping[str, Gone] = {}
    roles: tuple[str, ...] = ()
    of: str | None = None
    month_first: tuple[str, ...] = ()
    day_first: tuple[str, ...] = ()
    columns: ColumnsSaid = ColumnsSaid()
    names: bool | None = None


class Choice(Struct, frozen=True, eq=False):
    """One answer: the key that gives it, what it is called, and what it does.

    `then` makes of how the import is asked for how it is once this was answered; `option` is what a command gives for
    it, empty where it is what is done unasked.
    """

    key: str
    label: str
    does: str
    then: Callable[[ImportOptions], ImportOptions]
    option: str = ""

    @property
    def by_option(self) -> str:
        """How a command gives it: `If so: --same 'A. Khan=Amira Khan'`."""
        return f"{_IF.get(self.key, f'For {self.label}')}: {self.option}"


class ImportQuestion(Struct, frozen=True, eq=False):
    """`says` asks it. `name` is whose name it is about, if anybody's, and `evidence` what is known of it; `rows` are
    those of the file that it is about, their headings first. `about` tells it from others of its kind.

    Without an answer to one that `must` be answered nothing is written.
    """

    asked: Asked
    says: str
    choices: tuple[Choice, ...]
    name: str = ""
    evidence: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    must: bool = False
    about: str = ""

    def choice(self, key: str) -> Choice | None:
        """The answer that this key gives, if any."""
        return next((one for one in self.choices if one.key == key), None)

    @property
    def is_of(self) -> tuple[Asked, str]:
        """What it is about: one that was asked is not asked again."""
        return self.asked, self.name or self.about


def as_asked(asked: ImportOptions) -> ImportOptions:
    """For an answer that changes nothing."""
    return asked


def quoted(name: str) -> str:
    """As every shell takes it whole, O'Brien too."""
    return f'"{name}"' if "'" in name else f"'{name}'"
