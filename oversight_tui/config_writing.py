"""One setting is written into the settings file; whatever else stands there, comments too, stays as it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from oversight_tui.config import Config, config_of, settings_text
from oversight_tui.config_values import ConfigProblem
from oversight_tui.words.toml import NotToml, read_toml

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Written = str | int | bool | tuple[str, ...]


class FileChange(Struct, frozen=True):
    """One setting with its new value; None takes it out of the file, and the default holds again.

    `section` is empty for a setting that stands in none.
    """

    section: str
    key: str
    value: Written | None


def keep(path: Path, change: FileChange, check: Callable[[Config], object] = lambda config: None) -> Config:
    """Write the change and return the settings as they are now.

    Raises ConfigProblem, or what `check` raises of the new settings; then the file is as it was.
    """
    text = changed_text(path, settings_text(path) or "", change)
    config = config_of(path, text)
    check(config)
    _write(path, text)
    return config


def as_it_stands(path: Path, change: FileChange) -> FileChange:
    """What puts back the value that stands in the file before the change. Raises ConfigProblem."""
    try:
        document: Mapping[str, object] = read_toml(settings_text(path) or "")
    except NotToml:
        document = {}  # nothing is written into such a file, so nothing is ever to be put back
    section = document.get(change.section) if change.section else document
    value = section.get(change.key) if isinstance(section, Mapping) else None
    if isinstance(value, list):
        return change.__replace__(value=tuple(map(str, value)))
    return change.__replace__(value=value if isinstance(value, str | int) else None)


def changed_text(path: Path, text: str, change: FileChange) -> str:
    """The text of the file with the change made. Raises ConfigProblem where it is no TOML."""
    import tomlkit
    from tomlkit.exceptions import ParseError, TOMLKitError

    try:
        document = tomlkit.parse(text)
        _make(document, change)
        return tomlkit.dumps(document)
    except (ParseError, TOMLKitError, RecursionError, ValueError):
        raise ConfigProblem(
            f"The settings file {path} is not written as TOML any more, so nothing in it was changed. Put it right by"
            " hand."
        ) from None


def _make(document: TOMLDocument, change: FileChange) -> None:
    import tomlkit

    holder: MutableMapping[str, object] = document
    if change.section:
        if change.section not in document:
            if change.value is None:
                return
            document[change.section] = tomlkit.table()
        section = document[change.section]
        if not isinstance(section, MutableMapping):
            raise ValueError(change.section)
        holder = section
    if change.value is None:
        holder.pop(change.key, None)
    elif isinstance(change.value, tuple):
        listed = tomlkit.array()
        listed.extend(change.value)
        holder[change.key] = listed.multiline(len(change.value) > 1)
    else:
        holder[change.key] = change.value


def _write(path: Path, text: str) -> None:
    from oversight_tui.whole_file import write_whole

    try:
        Path(os.path.realpath(path)).parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode("utf-8"), keep_rights=True)
    except OSError as problem:
        raise ConfigProblem(
            f"The settings file {path} cannot be written: {problem.strerror}. Nothing was changed."
        ) from None
