"""A manager hands an inspector what shows the team's supervision, and draws the same children again when asked."""

import json
import shutil
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from tests.commands.saying import Says, commands_for, told

SPAN = ("--from", "1/6/2026")


@pytest.fixture
def team(made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), "2026-11-23", capsys)


class _Words(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(text)

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def words_in(path: Path) -> str:
    """The words of a file, as another program than the one that wrote it reads them, a space between two."""
    match path.suffix:
        case ".html":
            found = " ".join(_Words(path.read_text("utf-8")).words)
        case ".docx":
            with zipfile.ZipFile(path) as parts:
                body = ElementTree.fromstring(parts.read("word/document.xml"))
                header = ElementTree.fromstring(parts.read("word/header1.xml"))
            found = " ".join(text for part in (header, body) for text in part.itertext())
        case ".pdf":
            found = " ".join(page.extract_text() for page in PdfReader(path).pages)
        case _:
            found = path.read_text("utf-8")
    return " ".join(found.split())


def test_the_pack_holds_each_worker_and_the_same_sample_in_every_form(team: Says, tmp_path: Path) -> None:
    told(team, "personal", "Comfort Asante", "wellbeing", "Quokka")
    asked = ("export", "inspection", *SPAN, "--children", "2", "--seed", "7", "--to")
    document = told(team, *asked, str(tmp_path / "pack.json"))
    pack = json.loads((tmp_path / "pack.json").read_text("utf-8"))
    assert [one["reference"] for one in pack["children"]] == document["children"]
    assert (pack["as_of"], pack["from"], pack["to"]) == ("2026-11-23", "2026-06-01", "2026-11-23")
    assert pack["of"] == document["of"] > 100
    assert pack["data_as_at"] == "2026-11-20"
    names = [one["worker"] for one in pack["workers"]]
    assert names == sorted(names)
    assert pack["workers"] == told(team, "regularity", *SPAN)["workers"]
    talk = pack["children"][0]["talks"][0]["text"].split("\n")[0]
    for form in ("txt", "html", "docx", "pdf"):
        path = tmp_path / f"pack.{form}"
        assert team(*asked, path)[:2] == (
            0,
            f"Written to {tmp_path}/pack.{form}: inspection pack, {len(names)} workers, 2 of {pack['of']} children "
            "(seed 7). The journal says so.\n",
        )
        assert path.stat().st_mode & 0o077 == 0
        said = words_in(path)
        for wanted in ("OFFICIAL-SENSITIVE", "As at Mon 23 Nov 2026", *names, *document["children"]):
            assert wanted in said, (form, wanted)
        if form != "pdf":  # a line of it is broken, and a word may be
            assert talk in said, form
        assert "Quokka" not in said
    exported = [one for one in told(team, "journal") if one["what"] == "exported"]
    assert len(exported) == 5 * 3  # each time the pack, and each child in it
    assert exported[0]["after"]["teams"] == ["Harbour Team"]


def test_a_pack_goes_over_no_file_and_into_no_form_that_is_none(says: Says, tmp_path: Path) -> None:
    path = tmp_path / "pack.txt"
    path.write_text("Mine", "utf-8")
    asked = ("export", "inspection", *SPAN, "--to")
    assert says(*asked, path)[::2] == (
        2,
        "pack.txt is there already. Give another name, or --replace to write over it.\n",
    )
    assert says(*asked, tmp_path / "pack.xls")[::2] == (
        2,
        "pack.xls does not say in which form. End its name in .html, .docx, .pdf, .txt, .json.\n",
    )
    assert says(*asked, path, "--children", "-1")[0] == 2
    assert says(*asked, path, "--replace", "--team", "Nowhere")[0] == 2
    assert path.read_text("utf-8") == "Mine"
    assert not [one for one in told(says, "journal") if one["what"] == "exported"]
    assert says(*asked, path, "--replace")[0] == 0
    assert "All 5 of the 5 children" in path.read_text("utf-8")
