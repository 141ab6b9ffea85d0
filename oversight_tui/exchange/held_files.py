"""Files that know when each worker truly held a child: which of them a file is, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from oversight_tui.exchange.csc_api import is_csc_api, read_csc_api
from oversight_tui.exchange.involved import Involved
from oversight_tui.exchange.social_worker_903 import is_social_worker_903, read_social_worker_903
from oversight_tui.exchange.ssd.reading import is_ssd, read_ssd
from oversight_tui.exchange.tables import FileProblem, Workbook

HeldFormat = Literal["ssd", "social_worker_903", "csc_api"]
CALLED: Mapping[HeldFormat, str] = {
    "ssd": "the Standard Safeguarding Dataset",
    "social_worker_903": "the social-worker file of the 903 return",
    "csc_api": "data of the DfE social care API",
}


def held_format(workbook: Workbook) -> HeldFormat | None:
    """Which of them a file is; None where it is none."""
    if is_csc_api(workbook):
        return "csc_api"
    if is_ssd(workbook):
        return "ssd"
    return "social_worker_903" if is_social_worker_903(workbook) else None


def read_held(workbooks: Sequence[Workbook], as_at: date) -> Involved:
    """What these files hold. Raises FileProblem for files of several of these formats: their numbers of workers differ,
    and who is who between them is known once one of them was brought in.
    """
    formats = list(dict.fromkeys(found for book in workbooks if (found := held_format(book))))
    if not formats:
        return Involved((), ())
    if len(formats) > 1:
        both = " and ".join(CALLED[one] for one in formats)
        raise FileProblem(f"{both[0].upper()}{both[1:]} are brought in one after the other, not in one import.")
    if formats[0] == "ssd":
        return read_ssd(workbooks, as_at)
    return (read_csc_api if formats[0] == "csc_api" else read_social_worker_903)(workbooks, as_at)
