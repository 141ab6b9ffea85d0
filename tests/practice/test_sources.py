"""Every number says where it is from: the guide with its edition or date, or that it is local, or to be checked."""

import pytest

from oversight_tui.practice.settings import SETTINGS, Setting

NAMED = [one for one in SETTINGS if "Working Together" in one.source]
NEWLY_QUALIFIED = [one for one in SETTINGS if one.section == "newly_qualified" and "LGA" in one.source]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: f"{one.section}.{one.key}")
def test_no_number_is_without_its_source(setting: Setting) -> None:
    assert setting.source.strip()


@pytest.mark.parametrize("setting", NAMED, ids=lambda one: f"{one.section}.{one.key}")
def test_a_guide_of_which_there_is_a_newer_edition_is_named_with_the_one_that_was_read(setting: Setting) -> None:
    assert "edition of 2023" in setting.source
    assert "2026 is to be checked" in setting.source


def test_the_standard_that_asks_for_more_than_the_numbers_do_is_named_with_its_date() -> None:
    assert NEWLY_QUALIFIED
    for setting in NEWLY_QUALIFIED:
        assert "standard of October 2024 asks for fortnightly for the whole first year" in setting.source, setting.key
