"""A document says by numbers in brackets which tests hold its claims; its last part names them, and they are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NUMBER = re.compile(r"\[(\d+)\]")
LINE = re.compile(r"\| \[(?P<number>\d+)\] \| `(?P<file>tests/[\w/]+\.py)::(?P<name>test_\w+)` \|")
OF_TESTS = "## What holds this\n"
DOCUMENTS = sorted((ROOT / "docs").glob("*.md"))
OF_CLAIMS = [ROOT / "docs" / f"{name}.md" for name in ("recovery", "retention", "security", "server", "store")]
# Documents each part of which is held by tests; the others explain as well.
THROUGHOUT = [ROOT / "docs" / f"{name}.md" for name in ("recovery", "security")]


@pytest.mark.parametrize("document", OF_CLAIMS, ids=lambda path: path.name)
def test_every_number_has_its_line_and_every_line_its_number(document: Path) -> None:
    claims, tests = parts_of(document)
    lines = [line["number"] for line in tests]
    assert len(lines) == len(set(lines))
    assert set(NUMBER.findall(claims)) == set(lines)


@pytest.mark.parametrize("document", OF_CLAIMS, ids=lambda path: path.name)
def test_every_test_that_is_named_is_there_and_is_named_once(document: Path) -> None:
    _, tests = parts_of(document)
    named = [(line["file"], line["name"]) for line in tests]
    assert [one for one in named if one[1] not in names_in(ROOT / one[0])] == []
    assert len(named) == len(set(named))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_no_test_is_named_among_the_claims(document: Path) -> None:
    claims = document.read_text("utf-8").partition(OF_TESTS)[0]
    assert re.findall(r"\btest_\w+\b(?!\.py)", claims) == []
    if document not in OF_CLAIMS:
        assert NUMBER.findall(claims) == []


@pytest.mark.parametrize("document", THROUGHOUT, ids=lambda path: path.name)
def test_every_section_has_a_claim(document: Path) -> None:
    """The last thing said under a heading may be advice; a heading without any claim is only that."""
    claims, _ = parts_of(document)
    for section in re.split(r"^## ", claims, flags=re.MULTILINE)[1:]:
        assert NUMBER.search(section), section.splitlines()[0]


def parts_of(document: Path) -> tuple[str, list[re.Match[str]]]:
    """What is claimed, and the lines that name tests, each of which must be written as one."""
    claims, heading, last = document.read_text("utf-8").partition(OF_TESTS)
    assert heading, "the last part is missing"
    lines = [line for line in last.splitlines() if "[" in line]
    found = [match for line in lines if (match := LINE.fullmatch(line))]
    assert len(found) == len(lines), "a line is not written as | [N] | `tests/FILE.py::NAME` |"
    assert found
    return claims, found


def names_in(path: Path) -> set[str]:
    """The names of the tests in a file; nothing where it is not there."""
    if not path.exists():
        return set()
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    }
