"""One server for all that is tried on it, and nothing of this machine's own."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.server.own_server import OwnServer
from tests.server.small_authority import make_authority


@pytest.fixture(scope="session")
def server(server: OwnServer) -> OwnServer:
    """A server on which `jo` needs the password 'three wet hens'."""
    with closing(server.connect("postgres")) as connection:
        connection.execute("CREATE ROLE jo LOGIN PASSWORD 'three wet hens' IN ROLE oversight_app")
        rules = server.data / "pg_hba.conf"
        rules.write_text(f"host all jo 127.0.0.1/32 scram-sha-256\n{rules.read_text()}")
        connection.execute("SELECT pg_reload_conf()")
    return server


@pytest.fixture(scope="session")
def authority(server: OwnServer) -> str:
    """A database of the small authority: to be copied, and never to be changed."""
    return make_authority(server)


@pytest.fixture
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anchors and passwords of nobody else."""
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "no passwords"))
