"""What is typed as a passphrase: it opens what was encrypted with it however it is given later, or is refused."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mnemonic import Mnemonic

from db.key import BadPassphrase, key_over, new_key
from oversight_tui.services.typed_key import (
    LONGEST_FILE_BYTES,
    UnreadPassphrase,
    key_for_new,
    key_in,
    read_file,
    recovery_phrase,
    spelled,
)
from oversight_tui.ui.widgets.typed_line import TypedLine

WORDS = Mnemonic("english").to_mnemonic(bytes(range(32)))
SPELLED = f"x'{'ab' * 32}'"
# As a person may choose one, and as it may be pasted.
SHAPES = [
    "seven grey herons wading",
    "café au lait à emporter",
    unicodedata.normalize("NFD", "café au lait à emporter"),
    "ＳＥＶＥＮ ｇｒｅｙ",
    "Grüße aus Łódź und 東京",
    "seven  grey   herons",
    "x'not hexadecimal at all'",
    f"X'{'AB' * 32}'",
    " ".join(["abandon"] * 24),
    " ".join(WORDS.split()[:23]),
    "quiet" * 190,
]
REFUSED = [
    WORDS,
    WORDS.upper(),
    f"  {WORDS}",
    WORDS.replace(" ", "   "),
    unicodedata.normalize("NFKC", WORDS).translate(
        {ord(sign): ord(sign) + 0xFEE0 for sign in "abcdefghijklmnopqrstuvwxyz"}
    ),
    SPELLED,
    f" {SPELLED} ",
    " begins with a space",
    "ends with one ",
    "ends with one that is wide\u3000",
    "a tab\tin it",
    "ends with a line\r",
    "two\nlines",
    "\ufeffbegins with a mark",
    "a sign of no width\u200b",
    "half a sign \udcff",
    "nothing \x00 follows",
    "",
    "   ",
    "long" * 251,
    "é" * 501,
]


def every_way(passphrase: str, folder: Path) -> list[str]:
    """As it is read later: typed with either form of accents, or from a file with any end of its line, and a mark."""
    found = []
    for form in ("NFC", "NFD"):
        typed = unicodedata.normalize(form, passphrase)
        found.append(typed)
        for number, end in enumerate(("", "\n", "\r\n", "\nmore\n")):
            for mark in ("", "\ufeff"):
                file = folder / f"{form}{number}{len(mark)}"
                file.write_bytes(f"{mark}{typed}{end}".encode())
                found.append(read_file(file))
    return found


@pytest.mark.parametrize("passphrase", SHAPES, ids=range(len(SHAPES)))
def test_a_passphrase_that_is_taken_opens_whichever_way_it_is_given(passphrase: str, tmp_path: Path) -> None:
    key = key_for_new(passphrase)
    assert {key_in(typed, key.salt) == key for typed in every_way(passphrase, tmp_path)} == {True}
    assert all(TypedLine("").check_consume_key("x", sign) for sign in passphrase)  # each can be typed at the lock
    assert key_in(recovery_phrase(key), key.salt) == key
    assert key_in(spelled(key), key.salt) == key


@pytest.mark.parametrize("passphrase", REFUSED, ids=range(len(REFUSED)))
def test_one_that_would_be_read_otherwise_later_is_refused_in_a_sentence(passphrase: str) -> None:
    with pytest.raises(BadPassphrase, match=r"^[^\n]*Nothing was changed[^\n]*\.$"):
        key_for_new(passphrase)


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=40))
@example(WORDS)
def test_whatever_is_typed_is_taken_and_opens_or_is_refused(passphrase: str) -> None:
    try:
        key = key_for_new(passphrase)
    except BadPassphrase:
        return
    for form in ("NFC", "NFD"):
        assert key_in(unicodedata.normalize(form, passphrase), key.salt) == key


def test_words_that_are_a_recovery_phrase_are_read_as_one_and_would_have_locked_their_owner_out() -> None:
    key = new_key(WORDS)
    assert key_in(WORDS, key.salt) != key_over(WORDS, key.salt)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"x" * (LONGEST_FILE_BYTES + 1), "more than 10,000 bytes"),
        (b"words\n" + b"x" * LONGEST_FILE_BYTES, "more than 10,000 bytes"),
        ("words".encode("utf-16"), "one line of text in UTF-8"),
        (None, "No such file"),
    ],
    ids=["one long line", "a long file", "another encoding", "a link that leads nowhere"],
)
def test_a_file_that_holds_no_passphrase_is_named(content: bytes | None, says: str, tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    if content is None:
        file.symlink_to(tmp_path / "gone")
    else:
        file.write_bytes(content)
    with pytest.raises(UnreadPassphrase, match=says) as refused:
        read_file(file)
    assert str(file) in str(refused.value)
