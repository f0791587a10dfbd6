"""Stores for every test of the staff side: SQLite in a file, and PostgreSQL for real where it is installed."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from data.store.database import Store
from tests.helpers.postgresql import cluster

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on the newest schema, to be copied: migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("template") / "store.db"
    store = Store(f"sqlite:///{path}")
    store.create()
    store.close()
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    with cluster() as url:
        yield url


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str) -> str:
    _run(postgresql_server, "CREATE DATABASE template_store")
    store = Store(postgresql_server.format("template_store"))
    store.create()
    store.close()
    return postgresql_server


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    shutil.copy(sqlite_template, tmp_path / "store.db")
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def postgresql_url(postgresql_template: str) -> Iterator[str]:
    name = f"store_{next(_NUMBERS)}"
    _run(postgresql_template, f"CREATE DATABASE {name} TEMPLATE template_store")
    yield postgresql_template.format(name)
    _run(postgresql_template, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh store; every test that asks for it runs on both databases."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    store = Store(store_url)
    yield store
    store.close()


def _run(server: str, statement: str) -> None:
    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        connection.execute(statement.encode())
