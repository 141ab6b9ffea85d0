"""A child is found by the name they go by here, and nobody is taken for another."""

import pytest

from db.engine import Store
from oversight_tui.practice.ids import AboutChild, AboutWorker
from oversight_tui.practice.requests import NameChild
from oversight_tui.services import record
from oversight_tui.services.find import NotFound, SeveralFound, find_child, find_child_or_worker
from oversight_tui.words.typed import typed_references
from tests.made_once import AMIRA, C1, C2, MONDAY


@pytest.fixture
def named(team: Store) -> Store:
    record.name_child(team, NameChild(C1, "Zoë Marsh"), MONDAY)
    record.name_child(team, NameChild(C2, "Tom Marsh"), MONDAY)
    return team


@pytest.mark.parametrize("typed", ["C-1", "c-1", "Zoë Marsh", "zoe marsh", "Zoe", "mar zo"])
def test_a_child_is_found_by_reference_and_by_name(named: Store, typed: str) -> None:
    assert find_child(named, typed) == C1


def test_a_name_that_several_have_is_refused_with_their_references_alone(named: Store) -> None:
    with pytest.raises(SeveralFound) as refused:
        find_child(named, "marsh")
    assert str(refused.value) == "'marsh' could be C-1 (Amira Khan), C-2 (Amira Khan). Give the reference."


def test_nobody_is_found_in_the_middle_of_a_name(named: Store) -> None:
    with pytest.raises(NotFound, match="no child with the reference 'arsh'"):
        find_child(named, "arsh")


def test_a_name_of_a_worker_and_of_a_child_is_asked_about(named: Store) -> None:
    assert find_child_or_worker(named, "Zoe") == AboutChild(C1)
    assert find_child_or_worker(named, "amira") == AboutWorker(AMIRA)
    record.name_child(named, NameChild(C2, "Amira"), MONDAY)
    with pytest.raises(SeveralFound, match="a worker's name and that of C-2"):
        find_child_or_worker(named, "amira")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ()),
        ("C-1 C-2, C-3", ("C-1", "C-2", "C-3")),
        ("Zoe Marsh", ("Zoe Marsh",)),
        ("Zoe, Tom", ("Zoe", "Tom")),
        ("Zoe Marsh C-2 Tom", ("Zoe Marsh", "C-2", "Tom")),
    ],
)
def test_what_is_typed_for_children_is_references_and_names(typed: str, found: tuple[str, ...]) -> None:
    assert typed_references(typed) == found
