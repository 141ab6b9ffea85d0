"""What is said to a server and of its errors: the program's own words, and none of the server's."""

import psycopg
import pytest

from db.engines.postgres_words import connection_sentence, sentence_for, spelled
from db.server.address import NeedsPassword, address_of

HERE = address_of("postgresql://ann@127.0.0.1/oversight")


@pytest.mark.parametrize(
    ("statement", "becomes"),
    [
        ("SELECT 1", b"SELECT 1"),
        ("SELECT a FROM b WHERE c = ? AND d IN (?, ?)", b"SELECT a FROM b WHERE c = $1 AND d IN ($2, $3)"),
        ("SELECT '?' || a FROM b WHERE c = ?", b"SELECT '?' || a FROM b WHERE c = $1"),
        ("SELECT 'it''s ?', ? ESCAPE '!'", b"SELECT 'it''s ?', $1 ESCAPE '!'"),
    ],
)
def test_each_place_for_a_value_has_its_number(statement: str, becomes: bytes) -> None:
    assert spelled(statement) == becomes


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (psycopg.errors.UniqueViolation("Key (reference)=(C-123) already exists"), "breaks one of its rules"),
        (psycopg.errors.InsufficientPrivilege("permission denied for table decision"), "Your login may not do that"),
        (psycopg.errors.LockNotAvailable("canceling statement"), "Somebody else is writing"),
        (psycopg.errors.AdminShutdown("terminating connection"), "was lost"),
        (psycopg.OperationalError("the connection is closed"), "was lost"),
        (psycopg.errors.DiskFull("could not extend file"), "disk of the server"),
        (psycopg.errors.ReadOnlySqlTransaction("cannot execute INSERT"), "can only be read"),
        (psycopg.errors.UndefinedTable('relation "entry" does not exist'), "is not an Oversight store"),
        (psycopg.errors.UntranslatableCharacter("C-123"), "cannot hold"),
        (psycopg.errors.InternalError_("C-123"), "could not be used"),
    ],
)
def test_an_error_is_told_in_a_sentence_that_repeats_nothing(error: psycopg.Error, words: str) -> None:
    told = str(sentence_for(error, HERE, writing=True))
    assert words in told
    assert "Nothing was saved" in told
    looked = str(sentence_for(error, HERE, writing=False))
    assert words.replace("do that", "see that") in looked
    assert "saved" not in looked
    for said in (told, looked):
        assert str(error) not in said
        assert "C-123" not in said


@pytest.mark.parametrize(
    ("says", "words", "asks"),
    [
        ('FATAL:  password authentication failed for user "ann"', "does not take that password", True),
        ("fe_sendauth: no password supplied", "asks for the password of ann", True),
        ("server does not support SSL, but SSL was required", "offers no TLS", False),
        ('server certificate for "x" does not match host name "y"', "does not prove", False),
        ('FATAL:  database "oversight" does not exist', "There is no store", False),
        ("FATAL:  sorry, too many clients already", "takes no more connections", False),
        ("connection refused", "cannot be reached", False),
    ],
)
def test_a_connection_that_cannot_be_had_is_told_with_what_to_do(says: str, words: str, asks: bool) -> None:
    told = connection_sentence(psycopg.OperationalError(says), HERE)
    assert words in str(told)
    assert isinstance(told, NeedsPassword) is asks
