"""Decisions told as plain text: on the command line, and as they are copied for whoever asks for examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from oversight_tui.practice.decided import Decided, Said
from oversight_tui.words.dates import count, long_day


def told(shown: Sequence[Decided], of: int, kinds: Mapping[str, str]) -> Iterator[str]:
    """How many there are, and each of those that are shown with what was said of it later."""
    yield f"{count(of, 'decision')}{f', the newest {len(shown)} of them' if len(shown) < of else ''}"
    for one in shown:
        yield from lines_of(one, kinds)


def lines_of(one: Decided, kinds: Mapping[str, str]) -> Iterator[str]:
    """One decision, and set in beneath it why it was made and what was said of it later."""
    held = f" ({one.worker})" if one.worker else ""
    on = long_day(one.on) if one.on else "no day"
    yield f"{on}, {one.child}{held}, {kinds.get(one.kind, one.kind)}, by {one.by}: {one.text} (id {one.entry_id})"
    yield from (f"  {line}" for line in said_of(one))


def said_of(one: Decided) -> Iterator[str]:
    """Why it was made, who sees it otherwise, and what was found when it was looked at again."""
    if one.because:
        yield f"Because: {one.because}"
    elif one.lacks_reason:
        yield "No reason recorded"
    for view in one.disagreements:
        yield f"{view.who} sees it otherwise{_on(view)}: {view.text}"
    for review in one.reviews:
        overturned = ", overturned" if review is one.overturned else ""
        yield f"Looked at again{_on(review)}{overturned}, by {review.who}: {review.text}"


def _on(said: Said) -> str:
    return f" {long_day(said.on)}" if said.on else ""
