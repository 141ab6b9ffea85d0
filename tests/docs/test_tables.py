"""What the document of the tables says of each list and its columns is what is written.

`python -m tests.docs.test_tables` prints the part of it that is made from the lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from oversight_tui.services.exporting.tables.lists import columns

DOCUMENT = Path(__file__).parents[2] / "docs" / "tables.md"
SAID = {"text": "text", "date": "date", "moment": "moment", "number": "number", "yes_no": "true or false"}


def described() -> Iterator[str]:
    """A line for each list with its columns, and what each holds where that is no text."""
    for name, of_list in columns().items():
        told = (f"`{one.heading}`" + (f" {SAID[one.kind]}" if one.kind != "text" else "") for one in of_list)
        yield f"| `{name}` | {', '.join(told)} |"


def test_every_list_and_column_is_told_with_its_type() -> None:
    told = [line for line in DOCUMENT.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert told == list(described())


if __name__ == "__main__":
    print(*described(), sep="\n")
