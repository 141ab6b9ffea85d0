"""A sample of children that anybody can draw again: the same seed and the same children give the same sample.

Each reference gets a place by a digest of seed and reference, and the first of them are taken. The sample hangs neither
on the order of the list nor on a Python's own random numbers, and one child more on the list displaces one at most.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

# Of the inspection pack unless said: how many children are drawn, by which seed; and the most.
CHILDREN, SEED, MOST_CHILDREN = 6, 1, 200


def sampled(references: Iterable[str], number: int, seed: int) -> tuple[str, ...]:
    """So many of the references, all of them where there are fewer, in alphabetical order."""
    ordered = sorted(set(references), key=lambda one: (sha256(f"{seed}\n{one}".encode()).digest(), one))
    return tuple(sorted(ordered[:number]))
