"""Text, numbers and days that people never mean and files hold all the same."""

from __future__ import annotations

import random

TEXTS = (
    "",
    " ",
    "\t",
    "\n",
    "a\nb\r\nc\x85d\u2028e\u2029f\x0bg",
    "[/]",
    "[CP] [LAC]",
    "Smith [nee Jones]",
    "[@click=app.quit]x[/]",
    "[link=http://x]y",
    "\\[b]",
    "$name {x} %s %(x)s {0.__class__}",
    "\x1b]0;owned\x07",
    "\x1b]52;c;b3duZWQ=\x07",
    "\x1b[2J\x1b[31m",
    "\x9b2J\x9d0;t\x9c",
    "\u202edesrever\u202c \u2066x\u2069 \u200e\u200f\u061c",
    "\u200b\u2060\ufeff\u00ad",
    "\0",
    "\x7f\x08\x08",
    "\ud800",
    "\udfff\udc80",
    "\ue000\U000f0000",
    "\uffff\U0010ffff",
    "\U000e0001\U000e0041",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+44 20 7946 0000",
    "-1",
    "@SUM(A1)",
    "|x",
    "Zoë O’Neill-Ámbar",
    "علي رضا",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "e\u0301" * 40,
    "a" + "\u0300" * 200,
    "ﬁ ſ İ ß",
    "٣٤/٠٤/٢٠٢٦",
    "²³¹",
    "'; DROP TABLE entry; --",
    '"',
    "'",
    "../../etc/passwd",
    "~nobody-here/x",
    "%00%0a",
    "NULL",
    "None",
    "nan",
    "inf",
    "1e999",
    "null",
    "true",
    "x" * 300,
    "word " * 2000,
)
NUMBERS = ("0", "1", "2", "5", "10", "-1", "-0", "+1", "3.5", "1e5", "1e999", "nan", "0x10", "1_0", "٣", "²")
LARGE = (str(2**31), str(2**63 - 1), str(2**63), str(-(2**63) - 1), "9" * 25, "9" * 400, "9" * 5000)
DAYS = (
    "today",
    "yesterday",
    "tomorrow",
    "fri",
    "monday",
    "+3d",
    "-3d",
    "2w",
    "9999w",
    "-9999w",
    "+ 1 d",
    "2026-10-02",
    "2026-02-30",
    "1900-01-01",
    "2999-12-31",
    "0001-01-01",
    "9999-12-31",
    "29/2",
    "31/4",
    "29/02/2027",
    "04/13/2026",
    "13/04/2026",
    "1/1/99",
    "0/0",
    "00/00/0000",
    "3 apr",
    "3 april 2026",
    "3 ma",
    "32 apr",
    "2026-W01-1",
    "20261002",
    "10.2",
    "3/4/",
    "٢٠٢٦-٠٤-٠٣",
)


def text(chance: random.Random) -> str:
    """Some text: one of the known ones, several of them together, or characters from anywhere."""
    kind = chance.random()
    if kind < 0.5:
        return chance.choice(TEXTS)
    if kind < 0.7:
        return "".join(chance.choice(TEXTS)[:80] for _ in range(chance.randint(2, 4)))
    return "".join(character(chance) for _ in range(chance.choice((1, 2, 5, 20, 60))))


def character(chance: random.Random) -> str:
    """One character, of the first ones more often than of the rest."""
    most = chance.choice((0x20, 0x7F, 0xFF, 0x2FF, 0x2070, 0xFFFF, 0x10FFFF))
    return chr(chance.randint(0, most))


def number(chance: random.Random) -> str:
    """A number, or what is taken for one."""
    return chance.choice((*NUMBERS, *LARGE, str(chance.randint(-5, 400))))


def day(chance: random.Random) -> str:
    """A day, or what is taken for one."""
    kind = chance.random()
    if kind < 0.6:
        return chance.choice(DAYS)
    signs = chance.choice("/.- ")
    parts = (chance.randint(0, 40), chance.randint(0, 14), chance.choice((0, 24, 26, 1899, 1900, 2026, 3000, 9999)))
    return signs.join(str(part) for part in parts[: chance.choice((2, 3, 3))])


def as_argument(text: str) -> str:
    """The text as a system would hand it over with a command: without NUL, and with no surrogate but an odd byte's."""
    whole = text.replace("\0", "").encode("utf-8", "surrogatepass")
    return whole.decode("utf-8", "surrogateescape")
