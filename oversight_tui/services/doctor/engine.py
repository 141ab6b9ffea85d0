"""The doctor's look at the library that keeps stores of both kinds, and at what is known to be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator

from db.library import known_faults, library
from oversight_tui.services.doctor.lines import Line


def engine() -> Iterator[Line]:
    """Its versions, and whether one of them has a fault that could harm a store."""
    found = library()
    faults = known_faults(found.sqlite)
    if not faults:
        yield Line("Engine", "ok", f"{found}, for encrypted stores and for plain ones")
        return
    has = "a known fault" if len(faults) == 1 else "known faults"
    says = f"{found} has {has}: {'; '.join(fault.says for fault in faults)}"
    yield Line("Engine", "look", says, "Ask your IT to install a newer `sqlcipher3`, the library that brings it.")
