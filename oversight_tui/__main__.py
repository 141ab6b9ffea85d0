"""The command `oversight`, also as `python -m oversight_tui`. Before it is run, its `db` is seen to be its own.

That name is common: a `db.py` in the folder Python is started in, or another package, would be taken for it and run.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

STORE = "db"
HOME = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), STORE)
MISTAKE = 2


def main() -> int:
    """Run the command, or say what stands in its way; returns the exit code."""
    try:
        return _ended(_run())
    except SystemExit as left:  # help was asked for, or what was typed is no command
        return _ended(int(left.code or 0))


def _run() -> int:
    gc.disable()  # until the command's modules are loaded (`cli`): they are kept, and looking through them costs
    problem = in_the_way()
    if problem is None:
        from oversight_tui.cli import main as run

        return run()
    from oversight_tui.last_resort import write_to_stderr
    from oversight_tui.words.text import one_line

    write_to_stderr(one_line(problem))
    return MISTAKE


def _ended(code: int) -> int:
    """The code with which to end. Where the environment has Python ask for more at its end, and keep what is then typed
    in a file, it ends here.
    """
    if sys.flags.inspect and "PYTHONINSPECT" in os.environ:
        os._exit(code)
    return code


def in_the_way() -> str | None:
    """What to say where `db` is not Oversight's own, which is then not run; None where it is."""
    place = _place(_found())
    if place is not None and not _is_home(place):
        return (
            f"Oversight cannot start: Python finds {place} before Oversight's own part of that name. Start Oversight "
            "from another folder, or install it in an environment of its own."
        )
    try:
        from db import open_store  # noqa: F401
    except ImportError:
        return (
            f"Oversight cannot start: its part {HOME} is not whole, as when another package of that name was installed "
            "over it. Install Oversight again, in an environment of its own."
        )
    return None


def _found() -> ModuleSpec | None:
    loaded = sys.modules.get(STORE)
    if loaded is not None:
        return loaded.__spec__
    found = (finder.find_spec(STORE, None) for finder in sys.meta_path)
    return next((spec for spec in found if spec is not None), None)


def _place(spec: ModuleSpec | None) -> str | None:
    """The folder of a package, the file of a module; None where nothing was found."""
    if spec is None:
        return None
    folders = list(spec.submodule_search_locations or ())
    return folders[0] if folders else spec.origin


def _is_home(place: str) -> bool:
    try:
        return place == HOME or os.path.samefile(place, HOME)
    except OSError:
        return False


if __name__ == "__main__":
    raise SystemExit(main())
