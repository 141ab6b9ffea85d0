"""Which names are asked about: one person's in two spellings, and no more people than that."""

import pytest

from oversight_tui.services.importing.names_alike import NamesAlike
from oversight_tui.words.text import match_key


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("Amira Khan", "Khan, Amira"),
        ("Zoë Müller", "Zoe Muller"),
        ("Sarah Jones", "Sara Jones"),
        ("Sarah Jones", "Sarah Jonse"),
        ("Mark Bell", "Marc Bell"),
        ("Catherine Bell", "Katherine Bell"),
        ("Amira Khan", "A. Khan"),
        ("Amira Khan", "Amira Jane Khan"),
        ("Aoife O'Brien", "Aoife OBrien"),
        ("Yvonne Clarke-Baptiste", "Yvonne Clarke Baptiste"),
    ],
)
def test_two_spellings_of_one_name_are_asked_about(known: str, written: str) -> None:
    assert near(known, written)
    assert near(written, known)


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("Ann Lee", "Ben Lee"),
        ("Ben Lee", "Bev Lee"),
        ("Sara Jones", "Tara Jones"),
        ("Nikhil Norfield", "Nikhil Thornfield"),
        ("Pavel Thornstead", "Maeve Thornstead"),
        ("Nikhil Morthorpe", "Nikhil Gosthorpe"),
        ("Worker 1 12", "Worker 1 13"),
        ("Amira Khan", "Amira Shah"),
        ("Sarah Jones (North)", "Sarah Jones (South)"),
    ],
)
def test_names_of_two_people_are_not(known: str, written: str) -> None:
    assert not near(known, written)
    assert not near(written, known)


def near(known: str, written: str) -> list[str]:
    names = NamesAlike()
    names.add(match_key(known))
    return names.near(match_key(written))
