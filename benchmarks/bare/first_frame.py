"""The program, with the modules counted that it has imported when its first useful text goes to the terminal.

`python first_frame.py TEXT FILE ARGUMENTS...` runs `oversight ARGUMENTS`; the names of the modules go to FILE,
a line each.
"""

import sys

text, file = sys.argv[1:3]


class Watched:
    """The terminal's end, watched for the text."""

    def __init__(self, stream):
        self._stream, self._waiting = stream, True

    def write(self, written):
        """Write on, and note the modules at the first sight of the text."""
        if self._waiting and text in written:
            self._waiting = False
            names = "\n".join(sorted(set(sys.modules)))
            with open(file, "w", encoding="utf-8") as out:
                out.write(names)
        return self._stream.write(written)

    def __getattr__(self, name):
        return getattr(self._stream, name)


sys.argv = ["oversight", *sys.argv[3:]]
sys.__stderr__ = sys.stderr = Watched(sys.stderr)

from oversight_tui.cli import main  # noqa: E402  (nothing of the program may be imported before the watch stands)

sys.exit(main())
