"""The plain settings of this machine: one value each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from msgspec import Struct, field

from oversight_tui.config import (
    DIGEST_SHOWS,
    LOCK_MINUTES,
    MARKING,
    THEMES,
    WATCH_DAYS,
    Backups,
    Breakpoints,
    Config,
    SpreadsheetLimits,
)
from oversight_tui.config_values import ConfigProblem
from oversight_tui.config_writing import FileChange, Written
from oversight_tui.practice.settings import LOCAL
from oversight_tui.ui.palettes import LOOKS
from oversight_tui.ui.settings.items import MACHINE, Item, Way
from oversight_tui.words.dates import count
from oversight_tui.words.text import one_line
from oversight_tui.words.typed import whole_number

SCREEN, LOCK, BACKUPS, FILES = "Screen", "Lock and passphrase", "Backups", "Files"
_CLASSIFICATIONS = "Government Security Classifications Policy (Cabinet Office); local by authority"


class _Plain(Struct, frozen=True, kw_only=True):
    """One of them. `of` finds its value, `says` what it does when it has this value."""

    group: str
    section: str = ""
    key: str
    name: str
    meaning: str
    default: Written | None
    of: Callable[[Config], Written | None]
    says: Callable[[Config], str]
    source: str = LOCAL
    how: str = ""
    choices: tuple[str, ...] = ()
    called: Mapping[str, str] = field(default_factory=dict)  # what a value is called, where that is not its name
    way: Way = "typed"
    at_once: bool = True


def _lock_says(config: Config) -> str:
    if not config.lock_minutes:
        return "The screen never locks by itself. A store without a passphrase never does."
    return f"The screen locks after {count(config.lock_minutes, 'minute')} in which nobody touches key or mouse."


def _backups_say(config: Config) -> str:
    kept, longest = config.backups, count(config.backups.longest_months, "month")
    each = f"{count(kept.daily, 'day')}, {count(kept.weekly, 'week')} and {count(kept.monthly, 'month')}"
    return f"The newest backup of each of {each} stays. What is erased is gone from all of them after {longest}."


def _backup_folder_says(config: Config) -> str:
    folder = config.backup_folder
    if folder is None:
        return "Backups go beside the store."
    if folder.is_dir():
        return f"Backups go to {folder}."
    if folder.exists():
        return f"{folder} is no folder: no backup could be made there."
    above = next((one for one in folder.parents if one.is_dir()), folder.anchor)
    return f"{folder} is not there yet, only {above}. It is made with the first backup: is it spelt as you mean it?"


def _watched_says(config: Config) -> str:
    if config.watch_folder is None:
        return "No folder is looked into for new lists."
    days = count(config.watch_days, "day")
    return f"When the board opens, new lists are looked for in {config.watch_folder}. After {days} the newest is old."


def _marking_says(config: Config) -> str:
    return f"Every screen and page says {config.marking}." if config.marking else "No screen or page says anything."


def _size_says(config: Config) -> str:
    wide, vast = config.breakpoints.wide, config.breakpoints.vast
    return f"Panes side by side from {wide} columns, the story beside them from {vast}."


def _reads(config: Config) -> str:
    most = config.spreadsheet
    return (
        f"Read are at most {most.max_rows:,} rows and {most.max_columns:,} columns of a tab, "
        f"{most.max_unpacked_bytes / 1e6:,.0f} MB unpacked, in {most.timeout_seconds:,} seconds."
    )


_SPREADSHEET, _BACKUPS, _BREAKPOINTS = SpreadsheetLimits(), Backups(), Breakpoints()
_NUMBER = "a whole number of 1 or more"
_CALLED = {looks.name: looks.called for looks in LOOKS}
_DIGEST = {"references": "children by reference and no worker", "names": "names", "counts": "numbers only"}
_PLAIN = (
    _Plain(
        group=SCREEN,
        key="theme",
        name="Theme",
        meaning="The colours of the screen. Enter shows each while you choose",
        default=THEMES[0],
        of=lambda config: config.theme,
        says=lambda config: f"The program starts in the theme {_CALLED[config.theme]}.",
        called=_CALLED,
        way="theme",
    ),
    _Plain(
        group=SCREEN,
        key="glyphs",
        name="Signs",
        meaning="The signs of states: ▲ and ●, or plain letters for terminals that lack them",
        default="unicode",
        of=lambda config: config.glyphs,
        says=lambda config: f"The signs are {'plain letters' if config.glyphs == 'ascii' else 'shapes'}.",
        choices=("unicode", "ascii"),
    ),
    _Plain(
        group=SCREEN,
        key="marking",
        name="Protective marking",
        meaning="The marking on every screen, page and copy; empty for none",
        default=MARKING,
        of=lambda config: config.marking,
        says=_marking_says,
        source=_CLASSIFICATIONS,
        how="up to 40 letters",
    ),
    _Plain(
        group=FILES,
        key="digest_shows",
        name="Who is in a weekly digest",
        meaning="Whom the digest for an e-mail has: children by reference, workers and children by name, or nobody",
        default=DIGEST_SHOWS[0],
        of=lambda config: config.digest_shows,
        says=lambda config: f"A digest has {_DIGEST[config.digest_shows]}, unless its command says otherwise.",
        choices=DIGEST_SHOWS,
    ),
    _Plain(
        group=SCREEN,
        section="breakpoints",
        key="wide",
        name="Panes side by side from",
        meaning="The columns a terminal needs for panes side by side",
        default=_BREAKPOINTS.wide,
        of=lambda config: config.breakpoints.wide,
        says=_size_says,
        how=_NUMBER,
        at_once=False,
    ),
    _Plain(
        group=SCREEN,
        section="breakpoints",
        key="vast",
        name="The story beside them from",
        meaning="The columns a terminal needs for the story of the selected row beside the panes",
        default=_BREAKPOINTS.vast,
        of=lambda config: config.breakpoints.vast,
        says=_size_says,
        how=_NUMBER,
        at_once=False,
    ),
    _Plain(
        group=LOCK,
        key="lock_minutes",
        name="Locks after, in minutes",
        meaning="Minutes without key or mouse until an encrypted store locks; 0 for never",
        default=LOCK_MINUTES,
        of=lambda config: config.lock_minutes,
        says=_lock_says,
        how="a whole number of minutes",
    ),
    _Plain(
        group=LOCK,
        key="keyring",
        name="Passphrase from the keyring",
        meaning="Whether the passphrase is looked for in the system's keyring first",
        default=False,
        of=lambda config: config.keyring,
        says=lambda config: f"The keyring is {'asked first' if config.keyring else 'not asked'}.",
        choices=("yes", "no"),
        at_once=False,
    ),
    *(
        _Plain(
            group=BACKUPS,
            section="backups",
            key=key,
            name=f"{name} that are kept",
            meaning=f"For how many {name.split()[0].lower()} the newest backup of each is kept",
            default=default,
            of=of,
            says=_backups_say,
            how=_NUMBER,
        )
        for key, name, default, of in (
            ("daily", "Days of backups", _BACKUPS.daily, lambda config: config.backups.daily),
            ("weekly", "Weeks of backups", _BACKUPS.weekly, lambda config: config.backups.weekly),
            ("monthly", "Months of backups", _BACKUPS.monthly, lambda config: config.backups.monthly),
        )
    ),
    _Plain(
        group=BACKUPS,
        key="backup_folder",
        name="Folder of backups",
        meaning="Where backups go, if not beside the store; a folder on another disk is better",
        default=None,
        of=lambda config: str(config.backup_folder) if config.backup_folder else None,
        says=_backup_folder_says,
        how="a folder",
        at_once=False,
    ),
    _Plain(
        group=FILES,
        key="store",
        name="The store",
        meaning="Where the store lies. Another name here would open another store: it is changed in the file",
        default=None,
        of=lambda config: str(config.store) if config.store else None,
        says=lambda config: "",
        way="by hand",
    ),
    _Plain(
        group=FILES,
        key="watch_folder",
        name="Watched folder",
        meaning="The folder in which new lists are looked for when the board opens; empty for none",
        default=None,
        of=lambda config: str(config.watch_folder) if config.watch_folder else None,
        says=_watched_says,
        how="a folder",
        at_once=False,
    ),
    _Plain(
        group=FILES,
        key="watch_days",
        name="A list is old after, in days",
        meaning="The days after which the newest list in the watched folder is called old",
        default=WATCH_DAYS,
        of=lambda config: config.watch_days,
        says=_watched_says,
        how="a whole number of days",
        at_once=False,
    ),
    *(
        _Plain(
            group=FILES,
            section="spreadsheet",
            key=key,
            name=name,
            meaning=f"{name} of a spreadsheet that is taken in; larger ones are refused",
            default=default,
            of=of,
            says=_reads,
            how=_NUMBER,
        )
        for key, name, default, of in (
            ("max_rows", "Most rows", _SPREADSHEET.max_rows, lambda config: config.spreadsheet.max_rows),
            ("max_columns", "Most columns", _SPREADSHEET.max_columns, lambda config: config.spreadsheet.max_columns),
            (
                "max_unpacked_bytes",
                "Most bytes, unpacked,",
                _SPREADSHEET.max_unpacked_bytes,
                lambda config: config.spreadsheet.max_unpacked_bytes,
            ),
            (
                "timeout_seconds",
                "Most seconds for reading",
                _SPREADSHEET.timeout_seconds,
                lambda config: config.spreadsheet.timeout_seconds,
            ),
        )
    ),
)


def machine_items(config: Config, *groups: str) -> Iterator[Item]:
    """Those of these groups."""
    for plain in _PLAIN:
        if plain.group in groups:
            yield _item(plain, config)


def said_by(config: Config, section: str, key: str) -> str:
    """What a plain setting does now; empty where it is none of these."""
    return next((plain.says(config) for plain in _PLAIN if (plain.section, plain.key) == (section, key)), "")


def _item(plain: _Plain, config: Config) -> Item:
    value = plain.of(config)
    return Item(
        id=f"{plain.section}.{plain.key}",
        group=plain.group,
        name=plain.name.rstrip(","),
        meaning=plain.meaning,
        source=plain.source,
        value=plain.called.get(str(value), _shown(value)),
        default=plain.called.get(str(plain.default), _shown(plain.default)),
        kept_in=MACHINE,
        change=partial(_change, plain),
        back=FileChange(plain.section, plain.key, None) if value != plain.default else None,
        how=plain.how,
        choices=plain.choices,
        way=plain.way,
        at_once=plain.at_once,
    )


def _shown(value: Written | None) -> str:
    if value is None:
        return ""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _change(plain: _Plain, typed: str) -> FileChange:
    """Raises ConfigProblem where it is no number, or none of the choices."""
    typed = one_line(typed).strip()
    value: Written | None = typed
    if plain.choices and typed not in plain.choices:
        raise ConfigProblem(f"Type {' or '.join(plain.choices)}.")
    if isinstance(plain.default, bool):
        value = typed == "yes"
    elif isinstance(plain.default, int):
        value = whole_number(typed)
        if value is None:
            raise ConfigProblem(f"Type {plain.how}.")
    elif plain.default is None and not typed:
        value = None
    return FileChange(plain.section, plain.key, None if value == plain.default else value)
