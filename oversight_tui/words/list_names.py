"""How files of lists are called, and which names are of files that are still being written."""

from __future__ import annotations

ENDINGS = (".xlsx", ".xlsm", ".csv", ".tsv", ".ods", ".xls", ".json", ".ics")
_STILL_WRITTEN = (".part", ".crdownload", ".download", ".tmp", ".partial")
_OF_A_PROGRAM = ("~$", ".", "~")  # what a program that has the file open keeps beside it


def is_list_name(name: str) -> bool:
    """Whether a file may be a list by its name: what it is, its first bytes say."""
    return name.lower().endswith(ENDINGS)


def is_finished_name(name: str) -> bool:
    """Whether no program says by the name that the file is its own, or is still being written."""
    return not name.startswith(_OF_A_PROGRAM) and not name.lower().endswith(_STILL_WRITTEN)
