"""What every export of a document asks for, and what it says when the file is there."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from msgspec import Struct

from oversight_tui.commands.options import store_path
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.exchange.documents.forms import FORMS, Form, form_of
from oversight_tui.services.exporting.documents import Exported
from oversight_tui.services.exporting.to_file import refuse_in_the_way, refuse_the_store


class Target(Struct, frozen=True):
    """The file that is to be written, and the form it is written in."""

    path: Path
    form: Form


def add_document_options(parser: argparse.ArgumentParser) -> None:
    """Which file, in which form."""
    parser.add_argument("--to", metavar="FILE", required=True, help="the file to write: its ending says the form")
    parser.add_argument("--form", choices=FORMS, help="html, docx or pdf, where the ending does not say it")
    parser.add_argument("--replace", action="store_true", help="write over a file that is there")


def target_of(options: argparse.Namespace) -> Target:
    """Where to write, asked before the store is read. Raises NoSuchForm, and NotWritten where something is there."""
    path = Path(options.to).expanduser()
    form = form_of(path, options.form)
    refuse_the_store(Path(os.path.abspath(path)), store_path(options))
    refuse_in_the_way(path, replace=options.replace)
    return Target(path, form)


def print_exported(what: str, exported: Exported, *, as_json: bool) -> int:
    """Say what was written; 0."""
    if as_json:
        print_json(
            {
                "file": str(exported.path),
                "form": exported.form,
                "export": what,
                exported.of: exported.number,
                "pages": exported.pages,
                "sensitive_left_out": exported.sensitive_left_out,
                "lacking_letters": len(exported.lacking),
            }
        )
        return 0
    print_lines([exported.says(what)])
    return 0
