"""What is said to a server, and of what it says: the program's statements in its spelling, its errors in sentences.

A server's own words repeat what was typed and name what the asker may not know of: none of them is passed on.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import psycopg

from db.errors import ConnectionLost, LetInNoMore, StoreError
from db.server.address import NeedsPassword

if TYPE_CHECKING:
    from db.server.address import Address

_SAVED_NOTHING = "Nothing was saved"
_NO_STORE = ("{place} is not an Oversight store.", "name another, or run `oversight server init`.")
_LOST = (
    "The connection to {place} was lost.",
    "what you typed is kept, and you can try again when the server is back.",
)
# By the beginning of the server's code for an error: https://www.postgresql.org/docs/15/errcodes-appendix.html
# What happened, and what to do; between them stands that nothing was saved, where something was to be.
_SENTENCES = {
    "08": _LOST,
    "57P": _LOST,
    "55P03": ("Somebody else is writing the store {place} just now.", "try again in a moment."),
    "40": ("Somebody else was writing the same just now.", "try again in a moment."),
    "57014": ("The server {place} took too long to answer and was stopped.", "try again in a moment."),
    "42501": ("Your login may not do that in the store {place}.", "ask who keeps the server."),
    "23": ("The store refused an entry that breaks one of its rules.", ""),
    "22": ("The store refused something that it cannot hold.", ""),
    "25006": ("The server {place} can only be read just now.", "tell who keeps it."),
    "53100": ("The disk of the server {place} is full.", "tell who keeps it."),
    "53300": ("The server {place} takes no more connections.", "try again in a moment."),
    "3F000": _NO_STORE,
    "42P01": _NO_STORE,
}
_LOOKED_ONLY = {"42501": ("Your login may not see that in the store {place}.", "ask who keeps the server.")}
_STARTING = "starting up"
_WHILE_CONNECTING = (
    ("password authentication failed", "The server {place} does not take that password for {user}."),
    ("no password supplied", "The server {place} asks for the password of {user}."),
    ("does not support SSL", "The server {place} offers no TLS, so that nothing was sent to it. Tell who keeps it."),
    (
        "certificate",
        "The server {place} does not prove that it is the one you named, so that nothing was sent to it. Tell who "
        "keeps it; its certificate authority is named with sslrootcert in the address.",
    ),
    ("no pg_hba.conf entry", "The server {place} takes no connection of {user} from this machine. Tell who keeps it."),
    ("permission denied for database", "{user} may not use the store {place}. Tell who keeps it."),
    ("is not permitted to log in", "{user} may not use the server {place}. Tell who keeps it."),
    ("too many", "The server {place} takes no more connections. Try again in a moment, or tell who keeps it."),
    (_STARTING, "The server {place} is just starting. Try again in a moment."),
    ("does not exist", "There is no store {place} for {user}. Check the address, or tell who keeps the server."),
)


_ABOUT_THE_LOGIN = (
    "password authentication failed",
    "no password supplied",
    "no pg_hba.conf entry",
    "permission denied for database",
    "is not permitted to log in",
    "does not exist",
)


@lru_cache(maxsize=4096)
def spelled(statement: str) -> bytes:
    """A statement with `$1`, `$2` and so on where the program says `?`; a `?` within quotes stays."""
    parts, number = [], 0
    for place, quoted in enumerate(statement.split("'")):
        if place % 2:
            parts.append(quoted)
            continue
        first, *others = quoted.split("?")
        piece = first
        for other in others:
            number += 1
            piece += f"${number}{other}"
        parts.append(piece)
    return "'".join(parts).encode()


def sentence_for(error: psycopg.Error, address: Address, *, writing: bool) -> StoreError:
    """What to say of an error of a server; `writing` says that something was to be saved, and not only looked at."""
    code = error.sqlstate
    if code is None:  # the library's own: there is no connection any more
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            return ConnectionLost(_said(_LOST, address, writing=writing))
        return StoreError(_said(_unknown(type(error).__name__), address, writing=writing))
    for length in (5, 3, 2):
        found = _SENTENCES.get(code[:length])
        if found is not None:
            kind = ConnectionLost if found is _LOST else StoreError
            return kind(_said(found if writing else _LOOKED_ONLY.get(code, found), address, writing=writing))
    return StoreError(_said(_unknown(code), address, writing=writing))


def _said(sentence: tuple[str, str], address: Address, *, writing: bool) -> str:
    what, then = sentence
    what = what.format(place=address.shown)
    if writing:
        return f"{what} {_SAVED_NOTHING}; {then}" if then else f"{what} {_SAVED_NOTHING}."
    return f"{what} {then[:1].upper()}{then[1:]}".strip()


def let_in_no_more(address: Address) -> LetInNoMore:
    """What to say where the server let the login in before, and does not any more."""
    who = address.user or "Your login"
    return LetInNoMore(
        f"{who} was let in to {address.shown} until now, and is not any more: whoever keeps the server took the login "
        "away, or gave it another password. Ask them."
    )


def connection_sentence(error: psycopg.Error, address: Address, *, was_let_in: bool = False) -> StoreError:
    """What to say where no connection can be had; NeedsPassword where a password would help, LetInNoMore where the
    login was let in before.
    """
    said = str(error)
    for words, sentence in _WHILE_CONNECTING:
        if words in said:
            if was_let_in and words in _ABOUT_THE_LOGIN:
                return let_in_no_more(address)
            kind = NeedsPassword if "password" in words else ConnectionLost if words == _STARTING else StoreError
            return kind(sentence.format(place=address.shown, user=address.user or "you"))
    return ConnectionLost(
        f"The server {address.shown} cannot be reached. Check the network and the address, or tell who keeps it."
    )


def _unknown(code: str) -> tuple[str, str]:
    return f"The store {{place}} could not be used ({code}).", ""
