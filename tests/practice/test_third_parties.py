"""Who is found in a text, and who is not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_tui.practice.third_parties import Known, OtherChild, ThirdParties

KNOWN = Known(
    own=("C-1", "Aisha Bhatti"),
    professionals=("Nadia Rehman", "Angela Brathwaite", "Head of quality assurance"),
    children=(
        OtherChild("C-2", "Imrān Bhatti", True),
        OtherChild("C-30", "Rose Nadia O'Neill", False),
        OtherChild("C-4", None, False),
    ),
    persons=("Neighbour", "Mr Green", "Nadia", "Nadia Rehman"),
    family="Bhatti",
)
FINDER = ThirdParties(KNOWN)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.why) for one in FINDER.named_in(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Aisha Bhatti saw Nadia Rehman", []),
        ("Imran hid behind C-30.", [("Imran", "brother_or_sister"), ("C-30", "child")]),
        ("IMRĀN's room", [("IMRĀN", "brother_or_sister")]),
        ("imran bhatti", [("imran bhatti", "brother_or_sister")]),
        ("Rose Nadia O’Neill came", [("Rose Nadia O’Neill", "child")]),
        ("A rose for Nadia", []),
        ("c 4 and C_4", [("c 4", "child"), ("C_4", "child")]),
        ("C-40 C-1 XC-4", []),
        ("The neighbour rang, then Green", [("neighbour", "person"), ("Green", "person")]),
        ("Auntie Jo and Mrs. Kaur-Singh", [("Auntie Jo", "titled"), ("Mrs. Kaur-Singh", "titled")]),
        ("her aunt was kind", []),
        ("07700 900123 or +44 7700 900123", [("07700 900123", "contact"), ("+44 7700 900123", "contact")]),
        ("a.b@x.org.uk in BS1 4ST", [("a.b@x.org.uk", "contact"), ("BS1 4ST", "contact")]),
        ("12 days, 2026-10-02, 0 to 10", []),
        ("", []),
    ],
)
def test_who_is_named(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_the_family_s_name_is_found_where_the_child_has_another() -> None:
    finder = ThirdParties(Known(own=("C-1", "Aisha Khan"), family="Bhatti"))
    assert [one.why for one in finder.named_in("The Bhatti household, Khan")] == ["family"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mum, Kelly Quinn, rang", ["Kelly Quinn"]),
        ("Dylan Quinn and KELLY QUINN", ["KELLY QUINN"]),
        ("Dylan James Quinn", []),  # a second name of his own
        ("The Quinn household. Mia Quinn came", []),  # a worker of the same name
        ("Asked after Quinn", []),
        ("Kelly. Quinn rang", []),
        ("Mr Quinn", ["Mr Quinn"]),
    ],
)
def test_a_first_name_beside_the_childs_own_surname_may_be_a_parent(text: str, names: list[str]) -> None:
    finder = ThirdParties(Known(own=("C-1", "Dylan Quinn"), professionals=("Mia Quinn",)))
    assert [text[one.start : one.end] for one in finder.named_in(text)] == names


@given(st.text(alphabet="Imran C-30 greenMr.\u0301é \n'", max_size=80))
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str) -> None:
    places = FINDER.named_in(text)
    assert all(0 <= one.start < one.end <= len(text) for one in places)
    assert all(earlier.end <= later.start for earlier, later in pairwise(places))
