"""A setting is kept in the settings file, which stays the person's own: comments, order and all else."""

import os
import stat
import tomllib
from pathlib import Path

import pytest

from oversight_tui.config import Config, config_of
from oversight_tui.config_values import ConfigProblem
from oversight_tui.config_writing import FileChange, keep

OWN = """\
# Mine, by hand.
theme = "oversight-light"   # the office is bright

[keys]                      # those I am used to
talk = ["t", "f2"]

[headings]
worries = "What worries us?"  # as in our form
"""


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(OWN, "utf-8")
    return path


def test_only_what_is_changed_changes(settings: Path) -> None:
    config = keep(settings, FileChange("", "theme", "oversight-dark"))
    assert config.theme == "oversight-dark"
    assert settings.read_text("utf-8") == OWN.replace("oversight-light", "oversight-dark")


@pytest.mark.parametrize(
    "change",
    [
        FileChange("", "lock_minutes", 5),
        FileChange("", "keyring", True),
        FileChange("", "sentences", ("One.", 'Two "quoted".', "C:\\\\x")),
        FileChange("keys", "decide", ("f4",)),
        FileChange("headings", "text", "What was said, \u2026"),
        FileChange("questions", "worries", ("Who else?", "What next?")),
        FileChange("language", "no show", "was not brought"),
        FileChange("backups", "daily", 3),
        FileChange("breakpoints", "wide", 90),
    ],
    ids=lambda change: f"{change.section} {change.key}",
)
def test_every_kind_of_setting_is_read_back_and_every_comment_stays(settings: Path, change: FileChange) -> None:
    config = keep(settings, change)
    text = settings.read_text("utf-8")
    assert config == config_of(settings, text)
    read = tomllib.loads(text)
    found = (read[change.section] if change.section else read)[change.key]
    assert (tuple(found) if isinstance(found, list) else found) == change.value
    for comment in ("# Mine, by hand.", "# the office is bright", "# those I am used to", "# as in our form"):
        assert comment in text
    assert config.headings["worries"] == "What worries us?"
    again = keep(settings, FileChange(change.section, change.key, None))
    assert again.__replace__(path=settings) == config_of(settings, OWN)


def test_a_file_that_is_not_there_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    assert keep(path, FileChange("backups", "daily", 3)).backups.daily == 3
    assert keep(path, FileChange("headings", "text", None)).headings == {}
    assert path.read_text("utf-8") == "[backups]\ndaily = 3\n"


def test_what_cannot_be_changes_nothing(settings: Path) -> None:
    refused = [
        (FileChange("", "theme", "pink"), "'theme' takes one of"),
        (FileChange("backups", "daily", 0), "a whole number of 1 or more"),
        (FileChange("breakpoints", "wide", 900), "is larger than 'vast'"),
    ]
    for change, says in refused:
        with pytest.raises(ConfigProblem, match=says):
            keep(settings, change)

    def too_bold(config: Config) -> None:
        raise ConfigProblem("no")

    with pytest.raises(ConfigProblem, match="no"):
        keep(settings, FileChange("", "theme", "oversight-dark"), too_bold)
    assert settings.read_text("utf-8") == OWN
    settings.write_text("theme = [", "utf-8")
    with pytest.raises(ConfigProblem, match="by hand"):
        keep(settings, FileChange("", "theme", "oversight-dark"))
    assert settings.read_text("utf-8") == "theme = ["


@pytest.mark.skipif(os.name == "nt", reason="rights of files")
def test_rights_lines_and_links_stay_as_they_are(settings: Path, tmp_path: Path) -> None:
    settings.write_bytes(OWN.replace("\n", "\r\n").encode())
    settings.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(settings)
    keep(link, FileChange("", "theme", "oversight-dark"))
    assert link.is_symlink()
    assert stat.S_IMODE(settings.stat().st_mode) == 0o640
    assert settings.read_bytes().count(b"\r\n") == settings.read_bytes().count(b"\n") == OWN.count("\n")
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


@pytest.mark.skipif(os.name == "nt", reason="rights of folders")
def test_a_folder_that_may_not_be_written_is_said(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*words: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(ConfigProblem, match=r"Permission denied\. Nothing was changed"):
        keep(settings, FileChange("", "theme", "oversight-dark"))
    assert settings.read_text("utf-8") == OWN
    assert [one.name for one in settings.parent.iterdir()] == [settings.name]
