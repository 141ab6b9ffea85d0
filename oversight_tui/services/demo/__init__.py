"""A wholly invented team, to look at and to try things on: nobody in it exists."""

from oversight_tui.services.demo.names import MANAGER
from oversight_tui.services.demo.telling import TEAM
from oversight_tui.services.demo.write import DemoProblem, write_demo

__all__ = ["MANAGER", "TEAM", "DemoProblem", "write_demo"]
