"""Oversight: the desk of a team manager in children's social care."""

__version__ = "0.1.0"
