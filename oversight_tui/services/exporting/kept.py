"""What nothing that goes out may be written over: stores, and what the program keeps of them and of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from oversight_tui.services.exporting.to_file import NotWritten
from oversight_tui.words.text import one_line


def refuse_kept(paths: Iterable[Path], store: Path | None, *also: Path) -> None:
    """Raise NotWritten where one of these, by whatever name or link, is the store or what SQLite keeps beside it, a
    backup, another store of this machine, what was seen of stores, the settings, or one of the files in `also`. A
    store on a server has no file (`store` is None).
    """
    from db.anchor import Place
    from db.file_names import is_copy
    from db.swap import BESIDE
    from oversight_tui.config import anchor_folder, backup_folder, config_path, load_config

    config = load_config()
    anchors = anchor_folder(config)
    own: list[Path] = []
    folders = [anchors, *filter(None, [config.backup_folder])]
    if store is not None:
        store = Path(os.path.realpath(store))
        own = [Path(f"{store}{end}") for end in ("", *BESIDE)]
        folders.append(backup_folder(config, store))
    folders = [Path(os.path.realpath(one)) for one in folders]
    for path in (Path(os.path.realpath(one)) for one in paths):
        if any(_is_same(path, one) for one in own):
            raise NotWritten(f"{one_line(path.name)} is the store itself. Nothing was written; give another name.")
        kept = any(folder in (path, *path.parents) for folder in folders)
        kept = kept or any(_is_same(path, one) for one in (config_path(), *also))
        if kept or (os.path.exists(path) and (is_copy(path) or os.path.exists(Place(anchors, path).path))):
            name = one_line(path.name)
            raise NotWritten(f"{name} is where the program keeps its own. Nothing was written; give another name.")


def _is_same(path: Path, other: Path) -> bool:
    return path == Path(os.path.realpath(other)) or (
        os.path.exists(path) and os.path.exists(other) and path.samefile(other)
    )
