"""A document whose claims name their tests names tests that are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLAIM = re.compile(r"\(test: (?P<file>tests/[\w/]+\.py)::(?P<name>\w+)\)")
LOOSE = re.compile(r"\(test:[^)]*\)")
OF_CLAIMS = [path for name in ("recovery", "security") if (path := ROOT / "docs" / f"{name}.md").exists()]


@pytest.mark.parametrize("document", OF_CLAIMS, ids=lambda path: path.name)
def test_every_claim_names_a_test_that_is_there(document: Path) -> None:
    text = document.read_text("utf-8")
    claims = list(CLAIM.finditer(text))
    assert len(claims) == len(LOOSE.findall(text)), "a claim is not written as (test: tests/FILE.py::NAME)"
    assert claims
    for claim in claims:
        assert claim["name"] in names_in(ROOT / claim["file"]), claim[0]


@pytest.mark.parametrize("document", OF_CLAIMS, ids=lambda path: path.name)
def test_every_section_has_a_claim(document: Path) -> None:
    """The last thing said under a heading may be advice; a heading without any claim is only that."""
    for section in re.split(r"^## ", document.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        assert CLAIM.search(section), section.splitlines()[0]


def names_in(path: Path) -> set[str]:
    """The names of the tests in a file; nothing where it is not there."""
    if not path.exists():
        return set()
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    }
