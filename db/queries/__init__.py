"""Every SELECT: one function a question, named after it. Answers are facts of `practice`, never models."""

from db.queries.board import team_facts
from db.queries.settings import newest_policy, setting, team_names

__all__ = ["newest_policy", "setting", "team_facts", "team_names"]
