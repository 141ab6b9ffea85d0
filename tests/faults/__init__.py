"""Faults made to happen for real."""
