"""A share that is in time, in words and with a sign: colour alone never says where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.sight.values import Share, Standing
from oversight_tui.ui.present.glyphs import Glyphs
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.sight import standing_said

TONE: Mapping[Standing | None, Tone] = {
    "on_target": "plain",
    "above_floor": "warn",
    "below_floor": "alarm",
    None: "quiet",
}


def sign_of(standing: Standing | None, glyphs: Glyphs) -> str:
    """The sign of what is below the floor, and of what is under the target only; nothing else has one."""
    return {"below_floor": glyphs.overdue, "above_floor": glyphs.due}.get(standing or "", "")


def n_of_n(share: Share) -> str:
    """`7 of 9`."""
    return f"{share.in_time} of {share.of}"


def share_said(share: Share) -> str:
    """The percent, and where it stands: `78 %: below the floor of 80 %; the target is 95 %`."""
    said = standing_said(share.standing, share.target, share.floor)
    return f"{share.says}: {said}" if share.says else said
