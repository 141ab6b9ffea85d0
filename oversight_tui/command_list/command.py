"""What is known of a command before its module is imported."""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """One command: its module in `oversight_tui.commands`, what it is for, and examples as they are typed."""

    module: str
    purpose: str
    examples: tuple[str, ...]
