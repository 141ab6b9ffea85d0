"""Every SELECT: one function a question, named after it; facts come back, never models."""

from db.queries.board import team_facts
from db.queries.imports import known_children, known_snapshots, known_workers
from db.queries.pages import child_history, session_children, worker_history
from db.queries.settings import newest_policy, setting, team_names
from db.queries.single import child_facts, child_with_reference, team_summaries, worker_facts, worker_names

__all__ = [
    "child_facts",
    "child_history",
    "child_with_reference",
    "known_children",
    "known_snapshots",
    "known_workers",
    "newest_policy",
    "session_children",
    "setting",
    "team_facts",
    "team_names",
    "team_summaries",
    "worker_facts",
    "worker_history",
    "worker_names",
]
