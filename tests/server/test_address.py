"""How a store on a server is named: the way there is encrypted, and no password stands where others can read it."""

import pytest
from psycopg.conninfo import conninfo_to_dict

from db.errors import StoreError
from db.server.address import address_of, is_address


def settings_of(target: str) -> dict[str, str]:
    return {name: str(value) for name, value in conninfo_to_dict(address_of(target).conninfo).items()}


@pytest.mark.parametrize("target", ["postgresql://server/oversight", "postgres://ann@server:5433/oversight"])
def test_over_a_network_the_server_must_prove_who_it_is(target: str) -> None:
    assert settings_of(target)["sslmode"] == "verify-full"
    assert settings_of(target)["sslrootcert"] == "system"


def test_an_authoritys_own_certificate_authority_can_be_named() -> None:
    found = settings_of("postgresql://server/oversight?sslrootcert=/etc/ssl/council.pem")
    assert (found["sslmode"], found["sslrootcert"]) == ("verify-full", "/etc/ssl/council.pem")


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer"])
def test_what_may_go_over_a_network_in_the_clear_is_refused(mode: str) -> None:
    with pytest.raises(StoreError, match="for all to read"):
        address_of(f"postgresql://server/oversight?sslmode={mode}")


@pytest.mark.parametrize(
    "target",
    [
        "postgresql://127.0.0.1/oversight",
        "postgresql://localhost:5433/oversight",
        "postgresql://[::1]/oversight",
        "postgresql:///oversight?host=/run/postgresql",
    ],
)
def test_what_stays_on_this_machine_needs_no_encryption(target: str) -> None:
    assert "sslmode" not in settings_of(target)


@pytest.mark.parametrize(
    "target", ["postgresql://ann:secret@server/oversight", "postgresql://server/oversight?password=secret"]
)
def test_a_password_in_the_address_is_refused_and_not_repeated(target: str) -> None:
    with pytest.raises(StoreError, match="PGPASSFILE") as refused:
        address_of(target)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "target", ["postgresql://server", "postgresql://server/", "postgresql:", "postgresql://server:port/oversight"]
)
def test_an_address_without_a_database_is_told_how_one_is_written(target: str) -> None:
    with pytest.raises(StoreError, match="postgresql://NAME@SERVER/DATABASE"):
        address_of(target)


def test_server_database_and_login_are_read_from_it() -> None:
    found = address_of("postgresql://ann%40north@server:5433/over%20sight")
    assert (found.host, found.database, found.user) == ("server", "over sight", "ann@north")
    assert found.shown == "server:5433/over sight"


def test_a_service_file_says_what_the_address_does_not() -> None:
    assert settings_of("postgresql://?service=oversight")["service"] == "oversight"


def test_a_path_is_no_address() -> None:
    assert not is_address("/home/ann/team.oversight")
    assert not is_address("postgresql.oversight")
    assert is_address("postgres://server/x")
