"""The screen. Nothing of Textual is imported before this, so that no path to a screen can let it record."""

import os

from oversight_tui.ui.environment import drop_recorders

drop_recorders(os.environ)
