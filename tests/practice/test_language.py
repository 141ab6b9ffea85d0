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


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("Violence at home, again.", "violence at home"),
        ("There was VIOLENCE IN THE HOME.", "violence in the home"),
        ("Domestic violence\nwas reported.", "domestic violence"),
        ("He failed\nto protect her.", "failed to protect"),
        ("Mum fails to protect him.", "failed to protect"),
        ("Mum is failing  to protect him.", "failed to protect"),
        ("She puts\nherself at risk.", "puts herself at risk"),
        ("He is putting himself at risk.", "puts himself at risk"),
        ("They put themselves at risk.", "puts themselves at risk"),
        ("placing herself at risk", "puts herself at risk"),
        ("It is a life-style choice.", "lifestyle choice"),
        ("Lifestyle\nchoices", "lifestyle choice"),
        ("He is street-wise.", "streetwise"),
        ("Mum is in\ndenial.", "in denial"),
        ("Dad did not\nattend.", "did not attend"),
        ("Mum didn't attend.", "did not attend"),
        ("She failed to attend.", "did not attend"),
        ("DNA", "DNA"),
        ("Two DNAs at the clinic.", "DNA"),
        ("He DNA'd the clinic.", "DNA"),
        ("THE LAC REVIEW WAS CALM", "LAC"),
    ],
)
def test_a_word_is_found_in_capitals_across_lines_and_in_its_other_forms(said: str, listed: str) -> None:
    assert words(said) == [listed]


@pytest.mark.parametrize(
    "said",
    [
        "Keep the number in\ncase mum is ill.",
        "IN CASE MUM IS ILL",
        "In  case mum is ill.",
        "CONTACT SCHOOL",
        "Contact\nthe school today.",
        "Contact the foster home. Contact details are with the GP, contact number too. Gran is the emergency contact.",
        "THE UNIT rang; The units are full.",
        "A DNA\ntest, and DNA tests.",
        "Toxic shock was ruled out; the toxicology report is back.",
        "A case in point.",
    ],
)
def test_ordinary_english_is_not_remarked_on_in_capitals_or_across_lines(said: str) -> None:
    assert words(said) == []


def test_shouting_is_no_row_of_acronyms() -> None:
    assert words("He FAILED TO PROTECT HIM again") == ["failed to protect"]
    assert words("Seen by the XYZ and the LAC IRO") == ["XYZ", "LAC", "IRO"]


@pytest.mark.parametrize(
    "said",
    [
        "AMIRA WAS LATE WITH\nHER PAPERWORK AGAIN.",
        "Amira is always late.",
        "Amira's visits are always late.",
        "Amira is behind on visits.",
        "Amira forgot the core group.",
        "Amira keeps forgetting to write it up.",
        "Amira never writes up her visits.",
        "Amira has not done her recording.",
        "Amira's report was poor.",
        "Amira made mistakes in the report.",
        "Amira cried in supervision.",
        "Amira lacks curiosity.",
        "Ms Khan is slow with reports.",
        "Late with her paperwork again.",
        "The SW is behind with her visits.",
        "Amira told me she is overwhelmed.",
    ],
)
def test_a_remark_about_a_worker_is_found_in_other_words(said: str) -> None:
    assert [word for word in words(said, workers=["Amira Khan"]) if word.startswith("worker:")]


def test_a_remark_is_found_by_any_spelling_of_a_name() -> None:
    for said in (
        "Sian is struggling.",
        "SIÂN IS STRUGGLING",
        "Clarke-Baptiste was tearful.",
        "Yvonne Clarke was tearful.",
    ):
        found = words(said, workers=["Siân Llewellyn", "Yvonne Clarke-Baptiste"])
        assert [word for word in found if word.startswith("worker:")], said


@pytest.mark.parametrize(
    "said",
    [
        "Amira will visit because dad is always late.",
        "Amira told me mum is overwhelmed and cannot cope.",
        "Amira asked why he was late; his visits are never written up.",
        "Amira rang the school. The school forgot the core group.",
        "Will mum cope? We will see.",
        "Mum cried in court, Amira sat with her.",
        "Late for school again.",
        "He said Amira was kind.",
    ],
)
def test_what_is_said_of_a_family_beside_a_workers_name_is_no_remark(said: str) -> None:
    assert [word for word in words(said, workers=["Amira Khan", "Will Smith"]) if word.startswith("worker:")] == []
