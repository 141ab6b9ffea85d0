"""Which ready sentences are offered as a reason: none that what is known speaks against."""

import pytest

from oversight_tui.config import SENTENCES
from oversight_tui.practice.ready_reasons import keeps_a_plan, ready_reasons


@pytest.mark.parametrize(
    ("about_children", "visit_late", "offered"),
    [
        (True, False, [1, 2, 4]),  # a child seen in time was not "not seen for too long"
        (True, True, [1, 2, 3, 4]),
        (False, False, [1, 2, 4]),  # a worker is no child
        (False, True, [1, 2, 4]),
    ],
)
def test_a_sentence_is_offered_where_it_holds(about_children: bool, visit_late: bool, offered: list[int]) -> None:
    found = ready_reasons(SENTENCES, about_children=about_children, visit_late=visit_late)
    assert list(found) == offered
    assert all(found[digit] == SENTENCES[digit - 1] for digit in offered)


def test_a_plan_is_not_kept_since_it_does_not_fit_or_too_little_is_known() -> None:
    assert [keeps_a_plan(one) for one in SENTENCES] == [True, False, False, False]
