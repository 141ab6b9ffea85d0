"""A file of settings or numbers, read as TOML. Knows nothing of what is in it."""

from __future__ import annotations

from typing import Any

from oversight_tui.words.problems import PlainProblem


class NotToml(PlainProblem, ValueError):
    """A text that is not TOML; the text is the reason, for whoever knows which file it is."""


def read_toml(text: str) -> dict[str, Any]:
    """The settings of a TOML text. Raises NotToml."""
    if not text.strip():
        return {}
    import tomllib  # takes a while, and most machines have no settings file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise NotToml(str(problem)) from None
    except RecursionError:
        raise NotToml("there are too many brackets within brackets") from None
    except ValueError:
        raise NotToml("a number in it has too many digits") from None
