"""A wholly invented team, to look at and to try things on: nobody in it exists."""

from oversight_tui.made_up_team.names import MANAGER, TEAM
from oversight_tui.made_up_team.write import DemoProblem, write_demo

__all__ = ["MANAGER", "TEAM", "DemoProblem", "write_demo"]
