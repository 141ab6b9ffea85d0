"""The styles of the screen, of which each text is parsed once for a theme."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class KeptStylesheet(Stylesheet):
    """Textual parses every style anew for each screen that opens and each theme that is set, also the one in force.

    That is more than half of what a screen takes to open. What was parsed is the same, so it is kept.
    """

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take a theme's variables; only others than those in force make what was parsed worthless."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what was not parsed yet with the variables in force."""
        self.parse()
