"""Hostile input of every kind, again and again: no traceback, no hang, nothing that steers a terminal."""
