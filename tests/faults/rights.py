"""Rights on files that bite, also where the tests are run as root."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

_VERSION = 0x20080522
# CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER: by these root passes over every right on a file.
_PASSES_OVER = 1 << 1 | 1 << 2 | 1 << 3
SOMEBODY_ELSE = 65534


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("process", ctypes.c_int)]


class _Data(ctypes.Structure):
    _fields_ = [("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32)]


@contextmanager
def as_an_ordinary_user() -> Iterator[None]:
    """Rights on files count for this thread, and for those it starts meanwhile."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, held = _Header(_VERSION, 0), (_Data * 2)()
    assert libc.capget(ctypes.byref(header), held) == 0
    all_of_them = held[0].effective
    held[0].effective = all_of_them & ~_PASSES_OVER
    assert libc.capset(ctypes.byref(header), held) == 0, os.strerror(ctypes.get_errno())
    try:
        yield
    finally:
        held[0].effective = all_of_them
        assert libc.capset(ctypes.byref(header), held) == 0
