"""The inspection pack as plain text, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_tui.practice.child_oversight import ChildOversight
from oversight_tui.practice.gap_words import STRIP_SAYS, counted_said, gap_said, months_said, reasons_said
from oversight_tui.practice.gaps import WorkerRegularity
from oversight_tui.practice.inspection import Inspection
from oversight_tui.practice.inspection_words import (
    NO_REASON,
    NOTHING_MISSING,
    action_said,
    after_said,
    face_said,
    left_out_said,
    missing_said,
    on_file_said,
    sample_said,
    stands_said,
    talk_heading,
    title,
)
from oversight_tui.words.dates import long_day


def text_lines(pack: Inspection) -> Iterator[str]:
    """The whole of it; a text of several lines stands in one of these."""
    if pack.marking:
        yield pack.marking
    yield title(pack)
    yield from face_said(pack)
    yield pack.does_not_hold
    yield ""
    yield "REGULARITY OF SUPERVISION, BY NAME"
    yield STRIP_SAYS
    for worker in pack.workers:
        yield ""
        yield from _worker(worker, pack)
    yield ""
    yield "A SAMPLE OF CHILDREN"
    yield sample_said(pack)
    for child in pack.children:
        yield ""
        yield from _child(child)
    if pack.marking:
        yield ""
        yield pack.marking


def _worker(worker: WorkerRegularity, pack: Inspection) -> Iterator[str]:
    role = f", {worker.role}" if worker.role else ""
    yield f"{worker.worker}{role}: {counted_said(worker)}"
    yield f"  {months_said(worker)}"
    for gap in worker.gaps:
        yield f"  - {gap_said(gap, pack.as_of)}"
        for reason in reasons_said(gap, pack.as_of):
            yield f"    {reason}"


def _child(child: ChildOversight) -> Iterator[str]:
    yield f"Child {child.reference}"
    for what, how in stands_said(child):
        yield f"  {what}: {how}"
    for talk in child.talks:
        yield f"  {talk_heading(talk.on, talk.setting)} ({on_file_said(talk.on_file)})"
        yield f"    {talk.text}" if talk.written else "    Nothing written."
    for decision in child.decisions:
        yield f"  Decision, {long_day(decision.on)} ({decision.by}): {decision.text}"
        yield f"    Because: {decision.because or NO_REASON}"
        for action in decision.actions:
            yield f"    Action: {action_said(action)}"
        for after in after_said(decision):
            yield f"    After: {after}"
    for action in child.actions:
        yield f"  Action, {long_day(action.on)}: {action_said(action)}"
    missing = tuple(missing_said(child.missing))
    for one in missing:
        yield f"  Missing: {one}"
    if not missing:
        yield f"  {NOTHING_MISSING}"
    if left_out := left_out_said(child):
        yield f"  {left_out}"
