"""The campaigns in short: hypothesis chooses and shrinks what is typed, a fixed seed what is read from files."""

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import open_store
from tests.db.test_board_facts import import_team
from tests.engines import so_many
from tests.fuzz import at_the_screen, command_line, dates, months, settings_files, store_file, typed, workbooks
from tests.fuzz.campaign import Case, campaign
from tests.fuzz.hostile import TEXTS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no alarm to end what hangs")
Cases = Callable[[], AbstractContextManager[Case]]


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_day_is_read_or_refused_and_never_guessed(chance: random.Random) -> None:
    assert dates.one(chance) == []


@settings(max_examples=200, deadline=None)
@given(st.text() | st.sampled_from(TEXTS) | st.lists(st.sampled_from(TEXTS), max_size=4).map("".join))
def test_what_is_cleaned_steers_nothing_and_loses_no_letter(text: str) -> None:
    assert typed.cleaned_wrongly(text) == []


@pytest.fixture(scope="module")
def recorded() -> Iterator[Case]:
    with typed.case() as one:
        yield one


@settings(max_examples=so_many(60), deadline=None)
@given(st.randoms(use_true_random=False))
def test_whatever_is_recorded_is_read_back_without_what_steers(recorded: Case, chance: random.Random) -> None:
    assert recorded(chance) == []


@pytest.mark.parametrize(
    ("cases", "rounds"),
    [
        pytest.param(command_line.case, 120, id="the command line"),
        pytest.param(settings_files.case, 15, id="settings and numbers"),
        pytest.param(store_file.case, 12, id="a damaged store", marks=pytest.mark.file_store("it damages the file")),
        pytest.param(workbooks.case, 5, id="files of rows"),
    ],
)
def test_it_is_taken_or_refused_in_a_sentence(cases: Cases, rounds: int) -> None:
    with cases() as one:
        assert campaign(one, so_many(rounds)) == {}


def test_the_screen_takes_any_keys_and_whatever_is_pasted() -> None:
    with at_the_screen.case(7) as one:
        assert campaign(one, 1, seconds=120) == {}


def test_no_byte_of_a_record_steers_a_real_terminal(tmp_path: Path) -> None:
    store = open_store(tmp_path / "team.oversight")
    import_team(store)
    at_the_screen.full_of(store, random.Random(3))
    store.close()
    assert at_the_screen.in_a_terminal(store.path, ["2", "3", "1", "\r", "\x1b", "J"]) == []


def test_the_months_that_are_kept_are_what_the_records_say_whatever_is_typed_late_or_taken_back() -> None:
    with months.case() as one:
        assert campaign(one, so_many(2), seed=2, seconds=120) == {}
