"""A person's mistake, said in one or two plain sentences: what did not happen and what to do."""

from __future__ import annotations


class PlainProblem(Exception):
    """Its text is shown as it is; no traceback goes with it. `field` is what it is about, where that is one field, and
    `names` what was typed as the name of somebody, where that is nobody's or several people's.
    """

    field = ""
    names = ""
