"""The address of a store on a server: which server and database, and that the way there is encrypted."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from msgspec import Struct

from db.errors import StoreError

SCHEMES = ("postgresql", "postgres")
_ENCRYPTED = ("require", "verify-ca", "verify-full")
_SAFEST = {"sslmode": "verify-full", "sslrootcert": "system"}
_CONNECT_SECONDS = 10
# Of a network that went without a word nothing is heard; by these it is noticed within half a minute.
_LIFE_SIGNS = {
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "25000",
}


class NeedsPassword(StoreError):
    """The server asks for a password that was not given, or takes another."""


class Address(Struct, frozen=True):
    """An address that was looked through. `conninfo` is what a connection is made with, and holds no password; `shown`
    names server and database, `host` the server alone; `user` is None where the system's name is taken. `stays_here`
    says that nothing that is sent to it goes over a network.
    """

    conninfo: str
    shown: str
    host: str
    database: str
    user: str | None
    stays_here: bool = False


def is_address(target: object) -> bool:
    """Whether a store that is named so is on a server."""
    return str(target).startswith(tuple(f"{scheme}:" for scheme in SCHEMES))


def address_of(target: str) -> Address:
    """The address in `postgresql://user@server/database`, with libpq's own settings after `?`.

    https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING. Raises StoreError for one that names no
    database, holds a password, or goes over a network without TLS.
    """
    try:
        from psycopg.conninfo import make_conninfo
    except ImportError:
        raise StoreError(
            "A store on a server needs a library that is not installed: pip install 'oversight-tui[postgres]'."
        ) from None
    try:
        parts = urlsplit(target)
        port = parts.port
        settings = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    except ValueError:
        raise StoreError(_WRONG) from None
    if parts.password is not None or "password" in settings:
        raise StoreError(
            "Leave the password out of the address: others can read it there. It is taken from the file that "
            "PGPASSFILE names (or ~/.pgpass), from the service, or asked for."
        )
    host = parts.hostname or settings.pop("host", "")
    database = unquote(parts.path.lstrip("/")) or settings.pop("dbname", "")
    if not database and "service" not in settings:
        raise StoreError(_WRONG)
    if not _stays_here(host) and "service" not in settings:
        settings = _SAFEST | settings
        if settings["sslmode"] not in _ENCRYPTED:
            raise StoreError(
                f"sslmode={settings['sslmode']} may send children's records over the network for all to read, so it is "
                "refused. Leave it out of the address."
            )
    named: dict[str, str | int | None] = {
        "host": host,
        "port": port,
        "dbname": database,
        "user": unquote(parts.username) if parts.username else None,
        **settings,
    }
    given = {name: value for name, value in named.items() if value not in (None, "")}
    defaults = {"connect_timeout": str(_CONNECT_SECONDS), "application_name": "oversight", **_LIFE_SIGNS}
    conninfo = make_conninfo("", **{**defaults, **given})
    shown = f"{host or settings.get('service', 'this machine')}{f':{port}' if port else ''}/{database}".rstrip("/")
    here = _stays_here(host) and "service" not in settings
    return Address(conninfo, shown, host, database, parts.username and unquote(parts.username), here)


def without_login(target: str) -> str:
    """An address that `address_of` takes, for whoever has a login of their own: NAME stands for it."""
    parts = urlsplit(target)
    others = "&".join(one for one in parts.query.split("&") if not one.startswith("user="))
    return urlunsplit(parts._replace(netloc=f"NAME@{parts.netloc.rpartition('@')[2]}", query=others))


def _stays_here(host: str) -> bool:
    """Whether what is sent to a host never leaves this machine."""
    if not host or host.startswith("/") or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


_WRONG = (
    "A store on a server is named as postgresql://NAME@SERVER/DATABASE. Ask who keeps the server for the address, and "
    "give it with --store."
)
