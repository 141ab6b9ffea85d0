"""Two managers, a deputy and a service manager at one store on a server, each in a terminal of their own (tmux).

python -m tests.server.four_terminals

Ann has North, Dee acts for her, Bea has South, Sam has the roll-ups of both. What each does is typed, what each sees is
read from the screen as it is painted; how long a change takes from one screen to another is said at the end.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from statistics import median

from db.server.acting import Acting, act_for
from db.server.opening import open_on_server
from oversight_tui.commands.screen import open_screen
from tests.server.own_server import OwnServer, own_server
from tests.server.small_authority import TODAY, make_authority

ROOT = Path(__file__).parents[2]
LOGINS = {"ann": ("North",), "dee": ("North",), "bea": ("South",), "sam": ()}
LONGEST = 30.0  # seconds that anything is waited for
TIMES = 5


class Terminals:
    """Terminals by the login that sits at each, on a server of tmux's own."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    def opens(self, login: str, address: str) -> None:
        """The program in a terminal of its own."""
        command = f"{sys.executable} -m tests.server.four_terminals --sits {address} {','.join(LOGINS[login])}"
        self._tmux("new-session", "-d", "-s", login, "-x", "120", "-y", "35", "-c", str(ROOT), command)

    def types(self, login: str, *keys: str) -> None:
        """Keys by tmux's names; text as it is."""
        for key in keys:
            self._tmux("send-keys", "-t", login, key)
            time.sleep(0.1)

    def says(self, login: str, text: str) -> None:
        """Words, at once."""
        self._tmux("send-keys", "-t", login, "-l", text)

    def sees(self, login: str) -> str:
        """What stands on a screen."""
        return self._tmux("capture-pane", "-p", "-t", login)

    def waits(self, login: str, words: str, *, gone: bool = False) -> float:
        """Until these words stand there, or no more; how many seconds it took."""
        began = time.monotonic()
        while (words in self.sees(login)) is gone:
            if time.monotonic() > began + LONGEST:
                raise AssertionError(f"{login} {'still' if gone else 'never'} sees {words!r}:\n{self.sees(login)}")
            time.sleep(0.02)
        return time.monotonic() - began

    def end(self) -> None:
        """Every terminal is closed."""
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], check=False, stderr=subprocess.DEVNULL)

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(["tmux", "-S", self._socket, *words], check=True, capture_output=True, text=True)
        return done.stdout


@contextmanager
def terminals() -> Iterator[Terminals]:
    """Terminals, while this is open."""
    with tempfile.TemporaryDirectory(prefix="oversight-four-") as folder:
        found = Terminals(Path(folder) / "tmux")
        try:
            yield found
        finally:
            found.end()


def story(server: OwnServer, at: Terminals) -> list[float]:
    """All of it; how many seconds each change took from Ann's screen to Dee's."""
    database = make_authority(server)
    with closing(server.connect(database)) as connection:
        for statement in act_for(Acting("dee", "ann", date(2020, 1, 1), date(2099, 12, 31))):
            connection.execute(statement.encode() if isinstance(statement, str) else statement)
    for login in LOGINS:
        at.opens(login, server.address(database, login))
    for login, shown in (("ann", "North"), ("dee", "North"), ("bea", "South"), ("sam", "all 2 teams")):
        at.waits(login, shown)
    took = [_a_worry_is_seen(at, number) for number in range(TIMES)]
    _both_at_one_worry(at)
    _one_session(at)
    for stranger in ("bea", "sam"):
        assert "Not at school" not in at.sees(stranger), f"{stranger} sees words of North"
    _server_goes_and_comes(server, at)
    for login in LOGINS:
        at.types(login, "C-q")
    return took


def _a_worry_is_seen(at: Terminals, number: int) -> float:
    """Ann raises a worry; Dee, who acts for her, sees it by herself."""
    words = f"Not at school {number}"
    at.types("ann", "5", "g", "w")
    at.waits("ann", "The worry")
    at.says("ann", words)
    at.types("ann", "Tab", "Tab", "5")
    at.types("dee", "3")
    at.types("ann", "C-s")
    at.waits("ann", "Worry raised for")
    return at.waits("dee", words)


def _both_at_one_worry(at: Terminals) -> None:
    """Dee writes about a worry that Ann closes meanwhile: she is told, and her words stand there still."""
    for login in ("ann", "dee"):
        at.types(login, "3", "g", "W")
        at.waits(login, "Look again")
    at.says("ann", "He is back")
    at.says("dee", "Still away")
    at.types("ann", "C-s")
    at.waits("ann", "y closes the worry")
    at.types("ann", "y")
    at.waits("ann", "closed on")
    at.types("dee", "Tab")
    at.says("dee", "+1w")
    at.types("dee", "C-s")
    at.waits("dee", "the closing of a worry (“He is back”)")
    at.waits("dee", "Still away")
    at.types("dee", "F8")
    at.waits("dee", "y throws away")
    at.types("dee", "y")
    at.waits("dee", "thrown away")


def _one_session(at: Terminals) -> None:
    """Ann has the session with a worker open, and so it does not open for Dee until Ann leaves it."""
    for login in ("ann", "dee"):
        at.types(login, "2", "g", "V")
        if login == "ann":
            at.waits(login, "Agenda")
    at.waits("dee", "Ann Able has the session with")
    at.types("ann", "Escape")
    at.waits("ann", "Agenda", gone=True)
    time.sleep(1)
    at.types("dee", "V")
    at.waits("dee", "Agenda")
    at.types("dee", "Escape")
    at.waits("dee", "Agenda", gone=True)


def _server_goes_and_comes(server: OwnServer, at: Terminals) -> None:
    """It is said on every screen, the words that are being typed stay, and all go on by themselves."""
    at.types("ann", "5", "g", "w")
    at.waits("ann", "The worry")
    at.says("ann", "Not at home")
    at.waits("ann", "Not at home")
    server.stop("immediate")
    for login in ("dee", "bea"):
        at.waits(login, "no connection")
    at.waits("ann", "Not at home")
    server.start()
    for login in ("dee", "bea"):
        at.waits(login, "no connection", gone=True)
    at.types("ann", "Tab", "Tab", "5", "C-s")
    at.waits("ann", "Worry raised for")
    at.waits("dee", "Not at home")


def _sit(address: str, teams: str) -> None:
    open_screen(open_on_server(address), lambda: TODAY, tuple(filter(None, teams.split(","))), all_teams=False)


def main() -> int:
    """Run it, and say how long a change took."""
    with own_server() as server, terminals() as at:
        took = story(server, at)
    print(f"From one terminal to another in {median(took):.1f} seconds at the median, {max(took):.1f} at the worst.")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("OVERSIGHT_ANCHORS", tempfile.mkdtemp(prefix="oversight-anchors-"))
    if sys.argv[1:2] == ["--sits"]:
        _sit(sys.argv[2], (sys.argv[3:] or [""])[0])
    else:
        sys.exit(main())
