"""Stores for every test of the staff side: SQLite in a file, and PostgreSQL for real where it is installed."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from data.journal.collect import JournalRow
from data.review.published import EditionRow
from data.review.rows import StandingRow
from data.review.scheduled import ScheduledRow
from data.store.accounts import add_role
from data.store.base import Base
from data.store.database import Store
from data.store.imports import ImportRow
from data.store.kinds import ROW_TYPES
from data.store.roles import Role
from data.store.signing_in import SessionRow
from data.store.visits import VisitsRow
from tests.helpers.office import Desk, act
from tests.helpers.postgresql import cluster

ALL_TABLES = (ScheduledRow, VisitsRow, SessionRow, JournalRow, EditionRow, StandingRow, ImportRow, *ROW_TYPES.values())
"""Imported so that the metadata knows every table."""
_NUMBERS = count(1)
_COUNTERS = ("submission_id_seq", "import_file_id_seq", "notice_switch_id_seq", "scheduled_publication_id_seq")


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
def postgresql_store(postgresql_server: str) -> str:
    """The URL of one store on the newest schema, which tests use in turn."""
    _run(postgresql_server, "postgres", "CREATE DATABASE store")
    store = Store(postgresql_server.format("store"))
    store.create()
    store.close()
    return postgresql_server.format("store")


@pytest.fixture
def postgresql_url(postgresql_server: str, postgresql_store: str) -> Iterator[str]:
    yield postgresql_store
    _empty(postgresql_server)


@pytest.fixture
def empty_postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The URL of a database with nothing in it, not even tables."""
    name = f"empty_{next(_NUMBERS)}"
    _run(postgresql_server, "postgres", f"CREATE DATABASE {name}")
    yield postgresql_server.format(name)
    _run(postgresql_server, "postgres", f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a store before its first migration, on both databases."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    url: str = request.getfixturevalue("empty_postgresql_url")
    return url


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    shutil.copy(sqlite_template, tmp_path / "store.db")
    return f"sqlite:///{tmp_path / 'store.db'}"


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


@pytest.fixture
def staffed(store: Store) -> Store:
    """Editors 张 and 王, who also reviews; reviewer 李; publisher 赵; administrator 钱."""
    with store.writing() as session:
        for name, role in (
            ("张", Role.EDITOR),
            ("王", Role.EDITOR),
            ("王", Role.REVIEWER),
            ("李", Role.REVIEWER),
            ("赵", Role.PUBLISHER),
            ("钱", Role.ADMINISTRATOR),
        ):
            add_role(session, act("钱"), name, role)
    return store


@pytest.fixture
def desk(staffed: Store) -> Desk:
    return Desk(staffed)


def _run(server: str, database: str, *statements: str) -> None:
    with psycopg.connect(server.format(database), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def _empty(server: str) -> None:
    """Back to a store that nobody used: much quicker than a new database. Only the owner can silence triggers."""
    tables = [table.name for table in reversed(Base.metadata.sorted_tables)]
    counters = [f"ALTER SEQUENCE {name} RESTART" for name in _COUNTERS]
    _run(
        server,
        "store",
        "SET session_replication_role = replica",
        *(f"DELETE FROM {table}" for table in tables),  # noqa: S608 - our own tables
        *counters,
        f"INSERT INTO history_head (id, number, hash) VALUES (1, 0, '{'0' * 64}')",  # noqa: S608 - a constant
    )
