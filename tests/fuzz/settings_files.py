"""The settings file, its keys, and files of numbers: each is used, or refused in one sentence that names it.

python -m tests.fuzz.settings_files --rounds 20000 --seed 1
"""

from __future__ import annotations

import json
import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from db import open_store
from oversight_tui.config import THEMES
from oversight_tui.practice.settings import SETTINGS
from oversight_tui.ui.actions import BOARD
from oversight_tui.ui.page_actions import PAGE
from tests.db.test_board_facts import import_team
from tests.fuzz import hostile
from tests.fuzz.campaign import Case, long_form, told, wrong_with

_KEYS = ("d", "D", "ctrl+k", "f2", "space", ".", "!", "enter", "esc", "ctrl+", "dd", "é", "", " ", "tab", "f99", "n")
_SECTIONS = ("spreadsheet", "breakpoints", "keys", "headings", "questions", "language", "sentences")
_PLAIN = ("store", "glyphs", "theme", "sentences", "colour", "spreadsheet")
_NESTED = ("[" * 3000, "a = " + "[" * 5000 + "]" * 5000, "a = " + "{b = " * 2000, "a" + ".a" * 3000 + " = 1")


def scalar(chance: random.Random) -> str:
    """A value as TOML writes it, now and then as it does not."""
    kinds = (
        json.dumps(hostile.text(chance), ensure_ascii=chance.random() < 0.5),
        hostile.number(chance),
        chance.choice(("true", "false", "inf", "-nan", "[]", "{}", "[[1], 'a']", "2026-10-02", "07:32:00", "0xffff")),
        json.dumps(chance.choice((*THEMES, "ascii", "team.oversight", "3 weeks", "1 month", "999 months"))),
    )
    return chance.choice(kinds)


def key(chance: random.Random, known: Sequence[str]) -> str:
    """A key that is known, or one in quotes that is nothing."""
    return chance.choice(list(known)) if chance.random() < 0.8 else json.dumps(hostile.text(chance))


def damaged(text: str, chance: random.Random) -> bytes:
    """The file as bytes, some of them changed now and then."""
    content = bytearray(text.encode("utf-8", "surrogatepass"))
    if chance.random() < 0.25 and content:
        for _ in range(chance.randint(1, 5)):
            content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content) if chance.random() < 0.97 else chance.randbytes(chance.randint(0, 400))


def settings(chance: random.Random) -> bytes:
    """A settings file."""
    if chance.random() < 0.03:
        return chance.choice(_NESTED).encode()
    lines = [f"{key(chance, _PLAIN)} = {scalar(chance)}" for _ in range(chance.choice((0, 0, 1, 2)))]
    for section in chance.sample(_SECTIONS, chance.randint(0, 3)):
        lines.append(f"[{section}]")
        if section == "keys":
            ids = [action.id for action in (*BOARD, *PAGE)]
            several = [json.dumps([chance.choice(_KEYS)] * chance.randint(0, 2)), json.dumps(chance.choice(_KEYS))]
            lines += [f"{key(chance, ids)} = {chance.choice((*several, scalar(chance)))}" for _ in range(2)]
        else:
            known = ("max_rows", "max_columns", "timeout_seconds", "wide", "vast", "text", "worries", "respite")
            lines += [f"{key(chance, known)} = {scalar(chance)}" for _ in range(chance.randint(0, 3))]
    return damaged("\n".join(lines), chance)


def numbers(chance: random.Random) -> bytes:
    """A file of numbers."""
    if chance.random() < 0.03:
        return chance.choice(_NESTED).encode()
    lines = []
    for section in chance.sample((*sorted({one.section for one in SETTINGS}), "decision_kinds"), chance.randint(0, 3)):
        lines.append(f"[{section}]")
        known = [one.key for one in SETTINGS if one.section == section] or ["legal_advice", "visit", "x-y"]
        lines += [f"{key(chance, known)} = {scalar(chance)}" for _ in range(chance.randint(1, 3))]
    return damaged("\n".join(lines), chance)


@contextmanager
def case() -> Iterator[Case]:
    """One settings file and one file of numbers a round; what was taken must be usable on every day after."""
    named = os.environ.get("OVERSIGHT_CONFIG")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config, policy, path = folder / "config.toml", folder / "policy.toml", folder / "team.oversight"
        store = open_store(path)
        import_team(store)
        store.close()
        os.environ["OVERSIGHT_CONFIG"] = str(config)
        at = ("--store", str(path), "--today", "2026-10-02")

        def one(chance: random.Random) -> Sequence[str]:
            config.write_bytes(settings(chance))
            wrong = [f"settings: {fault}" for words in (["keys"], ["where"]) for fault in wrong_with(*told(*words))]
            config.write_bytes(b"")
            policy.write_bytes(numbers(chance))
            code, *said = told("policy", "import", str(policy), *at)
            wrong += [f"policy: {fault}" for fault in wrong_with(code, *said)]
            if code == 0:
                for words in (("today", "--json"), ("policy", "show"), ("agenda", "1")):
                    code, *said = told(*words, *at)
                    wrong += [f"a policy that was taken, then {words[0]}: {fault}" for fault in wrong_with(code, *said)]
                    wrong += [f"a policy that was taken is refused by {words[0]}: {said[1]}"] if code else []
                told("undo", *at)
            return wrong

        try:
            yield one
        finally:
            os.environ.pop("OVERSIGHT_CONFIG")
            if named is not None:
                os.environ["OVERSIGHT_CONFIG"] = named


def main() -> None:
    """Print what was found."""
    with case() as one:
        long_form(one, __doc__)


if __name__ == "__main__":
    main()
