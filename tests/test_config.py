"""The settings of this machine."""

from pathlib import Path

import pytest

from oversight_tui.config import load_config
from oversight_tui.config_values import ConfigProblem


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(path))
    return path


def test_every_setting_is_read(settings: Path) -> None:
    settings.write_text(
        'store = "mine.oversight"\nglyphs = "ascii"\ntheme = "oversight-light"\n'
        "[spreadsheet]\nmax_rows = 10\n[breakpoints]\nwide = 90\n",
        "utf-8",
    )
    config = load_config()
    assert config.store == settings.parent / "mine.oversight"
    assert (config.glyphs, config.theme) == ("ascii", "oversight-light")
    assert (config.spreadsheet.max_rows, config.spreadsheet.timeout_seconds) == (10, 120)
    assert (config.breakpoints.wide, config.breakpoints.vast) == (90, 180)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("colour = 1", "unknown setting 'colour'"),
        ('theme = "pink"', "'theme' takes one of"),
        ("[spreadsheet]\nmax_rows = 0", "a whole number of 1 or more"),
        ("[spreadsheet]\nmax_rows = true", "a whole number of 1 or more"),
        ("[breakpoints]\nwide = 900", "is larger than 'vast'"),
        ("store = ", "not readable as TOML"),
        ('[questions]\nworries = [""]', "a list of at most 9 questions"),
        ('[questions]\nhobbies = ["What?"]', "unknown setting 'hobbies' in [questions]"),
    ],
)
def test_a_mistake_names_the_file_and_the_key(settings: Path, written: str, words: str) -> None:
    settings.write_text(written, "utf-8")
    with pytest.raises(ConfigProblem) as problem:
        load_config()
    assert str(settings) in str(problem.value)
    assert words in str(problem.value)


def test_a_file_that_was_named_must_be_there(settings: Path) -> None:
    with pytest.raises(ConfigProblem, match="There is no settings file"):
        load_config()
