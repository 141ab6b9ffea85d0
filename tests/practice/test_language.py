"""Hints on wording: they name the word, offer another, and leave the law's words alone."""

import pytest

from oversight_tui.practice.language import LEGAL, TERMS, hints


def words(text: str, **options: object) -> list[str]:
    return [one.word for one in hints(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize("term", TERMS)
def test_every_listed_word_draws_its_hint(term: str) -> None:
    assert term in words(f"She said {term} again.")


@pytest.mark.parametrize("legal", LEGAL)
def test_words_of_the_law_stay(legal: str) -> None:
    assert words(f"The court made a {legal}.") == []


def test_the_longer_word_wins_and_endings_count() -> None:
    assert words("The placement breakdown of May; he absconded.") == ["placement breakdown", "abscond"]
    assert words("The contractor placed a concert") == []


def test_an_acronym_without_its_words() -> None:
    assert words("The LAC review") == ["LAC"]
    assert words("a child in need (CIN) plan, CIN since May") == []
    assert words("The XYZ met; the XYZ said so, on TV, about AB-123.") == ["XYZ"]
    assert words("An authority's panel (XYZ) met, and the XYZ said so.") == []
    assert words("WRITTEN IN CAPITALS") == []


def test_an_authoritys_own_words_and_what_was_dismissed() -> None:
    assert words("no show", own={"No show": "was not brought"}) == ["no show"]
    assert words("respite", own={"respite": ""}) == []
    assert words("the LAC and the XYZ", own={"LAC": "", "XYZ": "the panel"}) == ["XYZ"]
    assert words("respite and siblings", dismissed={"respite"}) == ["siblings"]


def test_a_remark_about_a_worker_in_a_childs_entry_is_warned_of() -> None:
    assert words("Amira is struggling with this family.", workers=["Amira Khan"]) == ["worker:struggling"]
    assert words("Mum is struggling with mornings.", workers=["Amira Khan"]) == []


@pytest.mark.parametrize(
    "said",
    [
        "Keep the number in case mum is ill.",
        "In any case the plan stands.",
        "Contact school about attendance. Please contact mum. School was contacted, we will contact Dr Shah.",
        "He was on the unit overnight; the unit rang at nine.",
        "A DNA test was ordered.",
    ],
)
def test_ordinary_english_is_not_remarked_on(said: str) -> None:
    assert words(said) == []


def test_contact_with_family_is_still_remarked_on() -> None:
    assert words("Supervised contact with dad went well.") == ["contact"]
    assert words("Contact on Tuesday was stopped.") == ["contact"]


def test_words_that_blame_a_child_or_a_parent_are_remarked_on() -> None:
    assert words("Mum failed to protect him and is in denial.") == ["failed to protect", "in denial"]
    assert words("She puts herself at risk, is streetwise, it is a lifestyle choice.") == [
        "puts herself at risk",
        "streetwise",
        "lifestyle choice",
    ]


def test_domestic_abuse_is_called_by_its_name_and_a_child_is_not_brought() -> None:
    assert "domestic abuse" in hints("There is DV at home.")[0].says
    assert "was not brought" in hints("DNA at the clinic.")[0].says


ABOUT_AMIRA = (
    "Amira was late with her paperwork again.",
    "Late with her paperwork again, Amira was.",
    "Amira cannot cope with this many reports.",
    "Amira Khan needs more training on court work.",
    "The social worker's recording is behind.",
    "Amira is out of her depth.",
    "Amira handed in her notice.",
    "Amira has a backlog of visits to write up.",
    "Amira has been signed off until May.",
    "Amira visited on Monday. She is not coping.",
    "I have talked to Amira about her time management.",
)


@pytest.mark.parametrize("said", ABOUT_AMIRA)
def test_a_remark_about_how_a_worker_works_copes_or_learns_is_found(said: str) -> None:
    assert [word for word in words(said, workers=["Amira Khan"]) if word.startswith("worker:")]


@pytest.mark.parametrize(
    "said",
    [
        "Amira said mum is tearful and overwhelmed.",
        "Amira visited; dad was late with his rent.",
        "Amira to support mum, who is struggling with mornings.",
        "Amira is to ask the school about his sickness record.",
        "Mum was late with her paperwork again.",
        "Amira saw him at school. Mum is not coping.",
    ],
)
def test_what_a_worker_reports_of_a_family_is_not_about_the_worker(said: str) -> None:
    assert [word for word in words(said, workers=["Amira Khan"]) if word.startswith("worker:")] == []
