"""A Textual program, with the modules counted that it has imported when a text first goes to the terminal.

`python first_frame.py TEXT FILE SCRIPT ARGUMENTS...` runs the script; the names of the modules go to FILE, a line each.
"""

import sys
from typing import Any

text, file, script = sys.argv[1:4]


class Watched:
    """The terminal's end, watched for the text."""

    def __init__(self, stream: Any) -> None:
        self._stream, self._waiting = stream, True

    def write(self, written: str) -> Any:
        """Write on, and note the modules at the first sight of the text."""
        if self._waiting and text in written:
            self._waiting = False
            names = "\n".join(sorted(set(sys.modules)))
            with open(file, "w", encoding="utf-8") as out:
                out.write(names)
        return self._stream.write(written)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


sys.argv = sys.argv[3:]
vars(sys)["__stderr__"] = vars(sys)["stderr"] = Watched(sys.stderr)
with open(script, encoding="utf-8") as source:
    code = compile(source.read(), script, "exec")
exec(code, {"__name__": "__main__"})
