"""`oversight export KIND`: a file for another office. The journal says what went out."""

from __future__ import annotations

import argparse
from importlib import import_module

from oversight_tui.commands.exports import KINDS
from oversight_tui.commands.options import add_common_options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Each kind, with what it asks for."""
    kinds = parser.add_subparsers(metavar="KIND", dest="kind", required=True)
    for name, (module, purpose) in KINDS.items():
        said = f"{purpose[:1].upper()}{purpose[1:]}."
        kind = kinds.add_parser(name, help=purpose, description=said)
        import_module(f"oversight_tui.commands.exports.{module}").add_arguments(kind)
        add_common_options(kind)


def run(options: argparse.Namespace) -> int:
    """Write it; 0."""
    module = import_module(f"oversight_tui.commands.exports.{KINDS[options.kind].module}")
    return int(module.run(options))
