"""A sample that anybody can draw again, from whatever list it comes."""

from hypothesis import given
from hypothesis import strategies as st

from oversight_tui.practice.sample import sampled

REFERENCES = st.lists(st.text(st.characters(categories=("Lu", "Nd")), min_size=1, max_size=6), max_size=30)


def test_the_same_seed_draws_the_same_children_and_another_seed_others() -> None:
    team = [f"C-{number}" for number in range(1000, 1060)]
    assert sampled(team, 6, 7) == ("C-1001", "C-1017", "C-1022", "C-1025", "C-1032", "C-1047")
    assert sampled(reversed(team), 6, 7) == sampled(team, 6, 7)
    assert sampled(team, 6, 8) != sampled(team, 6, 7)
    assert sampled(team[:3], 6, 7) == tuple(team[:3])


@given(REFERENCES, st.text(min_size=1, max_size=6), st.integers(0, 12), st.integers(0, 99))
def test_one_child_more_displaces_one_at_most(team: list[str], more: str, number: int, seed: int) -> None:
    before, after = sampled(team, number, seed), sampled([*team, more], number, seed)
    assert len(after) == min(number, len({*team, more}))
    assert len(set(after) - set(before)) <= 1
