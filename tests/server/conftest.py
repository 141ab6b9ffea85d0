"""One server for all that is tried on it, and nothing of this machine's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.own_server import OwnServer, own_server, programs


@pytest.fixture(scope="session")
def server() -> Iterator[OwnServer]:
    """A server on which `jo` needs the password 'three wet hens'."""
    if programs() is None:
        pytest.skip("no PostgreSQL is installed here")
    with own_server() as started:
        with started.connect("postgres") as connection:
            connection.execute("CREATE ROLE jo LOGIN PASSWORD 'three wet hens' IN ROLE oversight_app")
        rules = started.data / "pg_hba.conf"
        rules.write_text(f"host all jo 127.0.0.1/32 scram-sha-256\n{rules.read_text()}")
        with started.connect("postgres") as connection:
            connection.execute("SELECT pg_reload_conf()")
        yield started


@pytest.fixture
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anchors and passwords of nobody else."""
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "no passwords"))
