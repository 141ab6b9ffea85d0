"""Settings of this machine, read from one TOML file: where the store lies, how large a spreadsheet may be, how the
screen looks.

What decides lateness and rank is no setting of a machine: that is the policy, and the store keeps it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import fields

from oversight_tui.config_values import (
    ConfigProblem,
    a_place,
    a_store,
    a_text,
    numbers,
    refuse_unknown,
    whole_number,
    yes_or_no,
)
from oversight_tui.words.text import one_line
from oversight_tui.words.toml import NotToml, read_toml

PROGRAM = "oversight"
THEMES = ("oversight-dark", "oversight-light", "oversight-contrast", "oversight-plain")
# Reasons that digits put into a decision, to be edited there. A manager writes their own into the settings file.
SENTENCES = (
    "Looked at again today: the plan is still right.",
    "What we know has changed, and the plan has not kept up with it.",
    "The child has not been seen for too long to be sure.",
    "We do not know enough yet to decide more than this.",
)
MOST_SENTENCES = 9
# The headings of an entry in supervision that can be called otherwise; not every authority uses the same ones.
HEADINGS = ("text", "what_changed", "worries", "going_well", "analysis", "childs_view")
LONGEST_HEADING = 40
LONGEST_QUESTION = 120
MOST_QUESTIONS = 9
LONGEST_MARKING = 40
MARKING = "OFFICIAL-SENSITIVE"
LOCK_MINUTES = 10
WATCH_DAYS = 7
Glyphs = Literal["unicode", "ascii"]
# Who is in a weekly digest that is sent: workers and children by name, children by reference only, or nobody.
DigestShows = Literal["names", "references", "counts"]
DIGEST_SHOWS: tuple[DigestShows, ...] = ("references", "names", "counts")


class SpreadsheetLimits(Struct, frozen=True):
    """What a spreadsheet may be at most. Larger ones are refused before they can fill the memory.

    Rows and columns are of one tab; the unpacked size is of the whole file; the time is for reading it once.
    """

    max_rows: int = 200_000
    max_columns: int = 256
    max_unpacked_bytes: int = 300_000_000
    timeout_seconds: int = 120


class Breakpoints(Struct, frozen=True):
    """Widths of the terminal, in columns, from which the board shows four panes, and the story beside them."""

    wide: int = 100
    vast: int = 180


class Backups(Struct, frozen=True):
    """How many backups of each age are kept: the newest of each day, week and month, for so many of them.

    The newest few stay in any case. What was erased from the store is gone from the backups once the oldest of them
    was, which takes longer where for more than a month none was made.
    """

    daily: int = 7
    weekly: int = 5
    monthly: int = 12

    @property
    def longest_months(self) -> int:
        """For how many months the oldest of them may be kept, counted in full."""
        return max(self.monthly, -(-self.weekly // 4), -(-self.daily // 28))


class Config(Struct, frozen=True):
    """The settings. `path` is the file they were looked for in, whether or not it is there.

    `lock_minutes` is how long nobody may press a key before the screen locks, 0 for never; `marking` the protective
    marking of every screen and page; `anchors` and `backup_folder` the folders beside the store's own that they lie in.
    `watch_folder` is where lists are expected, and after `watch_days` the newest one there is called old.
    """

    path: Path
    store: Path | str | None = None
    anchors: Path | None = None
    backup_folder: Path | None = None
    watch_folder: Path | None = None
    watch_days: int = WATCH_DAYS
    keyring: bool = False
    lock_minutes: int = LOCK_MINUTES
    marking: str = MARKING
    digest_shows: DigestShows = DIGEST_SHOWS[0]
    glyphs: Glyphs = "unicode"
    theme: str = THEMES[0]
    sentences: tuple[str, ...] = SENTENCES
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    language: Mapping[str, str] = field(default_factory=dict)
    spreadsheet: SpreadsheetLimits = field(default_factory=SpreadsheetLimits)
    breakpoints: Breakpoints = field(default_factory=Breakpoints)
    backups: Backups = field(default_factory=Backups)


def config_path() -> Path:
    """The file OVERSIGHT_CONFIG names, else the one in the person's own settings folder."""
    named = os.environ.get("OVERSIGHT_CONFIG")
    if named:
        return Path(os.path.expanduser(named))
    from platformdirs import user_config_path

    return user_config_path(PROGRAM, appauthor=False) / "config.toml"


def default_store_path() -> Path:
    """Where the store lies when nothing names another: the person's own data folder of this machine."""
    from platformdirs import user_data_path

    return user_data_path(PROGRAM, appauthor=False) / "team.oversight"


def anchor_folder(config: Config) -> Path:
    """Where the end of each store's journal is remembered: the folder of the settings, else the person's own for such.

    OVERSIGHT_ANCHORS names another.
    """
    named = os.environ.get("OVERSIGHT_ANCHORS")
    if named or config.anchors:
        return Path(os.path.expanduser(named)) if named else config.anchors or config.path.parent
    from platformdirs import user_state_path

    return user_state_path(PROGRAM, appauthor=False) / "anchors"


def backup_folder(config: Config, store: Path) -> Path:
    """Where the backups of a store go: the folder of the settings, else one beside the store that is named after it."""
    return config.backup_folder or store.with_name(f"{store.name}.backups")


def load_config() -> Config:
    """The settings of this machine; the defaults where there is no file.

    Raises ConfigProblem for a file that was named and is not there, is not TOML, or has an unknown key or a value
    of the wrong kind.
    """
    path = config_path()
    text = settings_text(path)
    if text is None and os.environ.get("OVERSIGHT_CONFIG"):
        raise ConfigProblem(f"There is no settings file {path}. OVERSIGHT_CONFIG names it.")
    return config_of(path, text or "")


def settings_text(path: Path) -> str | None:
    """What stands in a settings file, None where there is none. Raises ConfigProblem where it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError):
        raise ConfigProblem(f"The settings file {path} cannot be read. It must be a text file in UTF-8.") from None


def config_of(path: Path, text: str) -> Config:
    """The settings of the text of that file. Raises ConfigProblem."""
    try:
        return _checked(path, read_toml(text))
    except NotToml as problem:
        raise ConfigProblem(f"The settings file {path} is not readable as TOML: {problem}.") from None


def _checked(path: Path, read: Mapping[str, Any]) -> Config:
    refuse_unknown(path, "", read, tuple(one.name for one in fields(Config) if one.name != "path"))
    glyphs: Glyphs = "ascii" if a_text(path, read, "glyphs", ("unicode", "ascii")) == "ascii" else "unicode"
    spreadsheet = numbers(path, read, "spreadsheet", SpreadsheetLimits())
    breakpoints = numbers(path, read, "breakpoints", Breakpoints())
    if breakpoints.wide > breakpoints.vast:
        raise ConfigProblem(f"In {path}, 'wide' in [breakpoints] is larger than 'vast'.")
    return Config(
        path,
        store=a_store(path, read),
        anchors=a_place(path, read, "anchors"),
        backup_folder=a_place(path, read, "backup_folder"),
        watch_folder=a_place(path, read, "watch_folder"),
        watch_days=whole_number(path, read, "watch_days", WATCH_DAYS, "a whole number of days"),
        keyring=yes_or_no(path, read, "keyring"),
        lock_minutes=whole_number(path, read, "lock_minutes", LOCK_MINUTES, "a whole number of minutes; 0 means never"),
        marking=_marking(path, read),
        digest_shows=_digest_shows(path, read),
        glyphs=glyphs,
        theme=a_text(path, read, "theme", THEMES) or THEMES[0],
        sentences=_sentences(path, read),
        keys=_keys(path, read),
        headings=_headings(path, read),
        questions=_questions(path, read),
        language=_language(path, read),
        spreadsheet=spreadsheet,
        breakpoints=breakpoints,
        backups=numbers(path, read, "backups", Backups()),
    )


def _marking(path: Path, read: Mapping[str, Any]) -> str:
    value = read.get("marking", MARKING)
    if not isinstance(value, str) or len(value) > LONGEST_MARKING:
        raise ConfigProblem(f"In {path}, 'marking' takes up to {LONGEST_MARKING} letters in quotes.")
    return one_line(value)


def _digest_shows(path: Path, read: Mapping[str, Any]) -> DigestShows:
    named = a_text(path, read, "digest_shows", DIGEST_SHOWS)
    return next((one for one in DIGEST_SHOWS if one == named), DIGEST_SHOWS[0])


def _sentences(path: Path, read: Mapping[str, Any]) -> tuple[str, ...]:
    given = read.get("sentences", list(SENTENCES))
    if not isinstance(given, list) or len(given) > MOST_SENTENCES or not all(isinstance(one, str) for one in given):
        raise ConfigProblem(f"In {path}, 'sentences' takes a list of at most {MOST_SENTENCES} sentences in quotes.")
    return tuple(one_line(one) for one in given)


def _keys(path: Path, read: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    given = read.get("keys", {})
    if not isinstance(given, dict):
        raise ConfigProblem(f'In {path}, [keys] takes lines such as decide = "d".')
    found = {}
    for action, keys in given.items():
        several = keys if isinstance(keys, list) else [keys]
        if not several or not all(isinstance(key, str) and key for key in several):
            raise ConfigProblem(f"In {path}, '{action}' in [keys] takes a key in quotes, or a list of them.")
        found[action] = tuple(several)
    return found


def _headings(path: Path, read: Mapping[str, Any]) -> dict[str, str]:
    given = read.get("headings", {})
    if not isinstance(given, dict):
        raise ConfigProblem(f'In {path}, [headings] takes lines such as worries = "What are we worried about?".')
    refuse_unknown(path, "headings", given, HEADINGS)
    for key, words in given.items():
        if not isinstance(words, str) or not one_line(words) or len(words) > LONGEST_HEADING:
            raise ConfigProblem(f"In {path}, '{key}' in [headings] takes up to {LONGEST_HEADING} letters in quotes.")
    return {key: one_line(words) for key, words in given.items()}


def _questions(path: Path, read: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The authority's own questions, by the heading under which each set is shown."""
    given = read.get("questions", {})
    if not isinstance(given, dict):
        raise ConfigProblem(f'In {path}, [questions] takes lines such as worries = ["Who else is worried?"].')
    refuse_unknown(path, "questions", given, HEADINGS)
    found = {}
    for key, asked in given.items():
        several = asked if isinstance(asked, list) else [asked]
        words = [one_line(one) for one in several if isinstance(one, str) and len(one) <= LONGEST_QUESTION]
        if not 1 <= len(several) <= MOST_QUESTIONS or len(words) < len(several) or not all(words):
            raise ConfigProblem(
                f"In {path}, '{key}' in [questions] takes a list of at most {MOST_QUESTIONS} questions in quotes, each "
                f"of up to {LONGEST_QUESTION} letters."
            )
        found[key] = tuple(words)
    return found


def _language(path: Path, read: Mapping[str, Any]) -> dict[str, str]:
    given = read.get("language", {})
    if not isinstance(given, dict) or not all(isinstance(words, str) for words in given.values()):
        raise ConfigProblem(f'In {path}, [language] takes lines such as respite = "a break"; "" takes a word off.')
    return {one_line(word): one_line(words) for word, words in given.items()}
