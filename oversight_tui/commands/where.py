"""`oversight where`: where the store, its anchors, its backups and the settings lie, and what keeps the store."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from oversight_tui.commands.options import store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.unlocking import passphrase_named, refuse_key
from oversight_tui.commands.which_store import OnServer, store_at
from oversight_tui.config import Config, anchor_folder, backup_folder, load_config


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing of its own."""


def run(options: argparse.Namespace) -> int:
    """Print it; 0 whether or not there is a store yet. No passphrase is asked for; one that is given is tried."""
    from db.key import is_encrypted
    from db.library import library

    config = load_config()
    at = store_at(options)
    if isinstance(at, OnServer):
        return _on_a_server(options, at, config)
    path = at
    exists, unseen = _looked_for(path)
    engine = library()
    encrypted = bool(exists) and is_encrypted(path)
    if exists is False:
        refuse_key(options, f"There is no store at {path} that a passphrase could open. Leave it out.")
    found: dict[str, object] = {
        "store": str(path),
        "exists": exists,
        "engine": "sqlcipher" if encrypted else "sqlite",
        "versions": {"sqlite": engine.sqlite, "sqlcipher": engine.cipher},
        "encrypted": encrypted,
        "bytes": path.stat().st_size if exists else None,
        "schema": _schema(options) if exists and (not encrypted or passphrase_named(options)) else None,
        "anchors": str(anchor_folder(config)),
        "backups": str(backup_folder(config, path)),
        "settings": str(config.path),
        "settings_exist": os.path.exists(config.path),
    }
    if options.json:
        print_json(found)
    else:
        lines = [f"Store: {path} ({unseen or _of_store(found)})", f"Backups: {found['backups']}"]
        print_lines([*lines, f"Anchors: {found['anchors']}", f"Engine: {engine}", _settings(found)])
    return 0


def _on_a_server(options: argparse.Namespace, at: OnServer, config: Config) -> int:
    """What is known without asking the server, which may ask for a password."""
    found: dict[str, object] = {
        "store": at.typed,
        "server": at.address.host,
        "database": at.address.database,
        "login": at.address.user,
        "engine": "postgresql",
        "anchors": str(anchor_folder(config)),
        "settings": str(config.path),
        "settings_exist": os.path.exists(config.path),
    }
    if options.json:
        print_json(found)
    else:
        print_lines(
            [
                f"Store: {at} (on a server; `oversight doctor` says how it is)",
                f"Login: {at.address.user or 'by the name of the system account, or of the service'}",
                "Backups: the server's own, made by whoever keeps it",
                f"Anchors: {found['anchors']}",
                "Engine: PostgreSQL",
                _settings(found),
            ]
        )
    return 0


def _schema(options: argparse.Namespace) -> int:
    from db.migrations import schema_version

    store = store_of(options)
    with store.reading():
        return schema_version(store.database)


def _looked_for(path: Path) -> tuple[bool | None, str | None]:
    """Whether there is a file; None and why where that cannot be told, as in a folder that may not be entered."""
    from db.paths import stat_of

    try:
        return stat_of(path) is not None, None
    except OSError as problem:
        return None, f"whether it is there cannot be told: {problem.strerror}"


def _of_store(found: dict[str, object]) -> str:
    if not found["exists"]:
        return "not there yet; `oversight import` makes it"
    if found["encrypted"]:
        version = f", version {found['schema']}" if found["schema"] else ""
        return f"{found['bytes']:,} bytes, encrypted{version}"
    return f"{found['bytes']:,} bytes, not encrypted, version {found['schema']}"


def _settings(found: dict[str, object]) -> str:
    at_default = "" if found["settings_exist"] else " (not there; every setting is at its default)"
    return f"Settings: {found['settings']}{at_default}"
