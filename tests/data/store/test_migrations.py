"""The schema grows by migrations, up and down, and is then exactly what the table classes say; on both databases."""

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from data.store.base import Base
from data.store.database import Store, open_store
from data.store.drafts import draft_records
from data.store.refusal import Refused
from data.store.schema import HEAD, migrate, revision_of


@pytest.fixture
def fresh(empty_url: str) -> Iterator[Store]:
    store = Store(empty_url)
    yield store
    store.close()


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def functions(connection: Connection) -> int:
    """Triggers of SQLite, trigger functions of PostgreSQL."""
    statement = (
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
        if connection.dialect.name == "sqlite"
        else "SELECT count(*) FROM pg_proc WHERE proname LIKE 'guard%'"
    )
    return int(connection.execute(text(statement)).scalar_one())


def test_the_tables_are_what_the_classes_say(fresh: Store) -> None:
    fresh.create()
    with fresh.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_a_store_goes_up_step_by_step_and_down_to_nothing(fresh: Store) -> None:
    steps = [f"{number:04}" for number in range(1, int(HEAD) + 1)]
    with fresh.engine.begin() as connection:
        for revision in steps:
            migrate(connection, revision)
            assert revision_of(connection) == revision
        assert functions(connection) > 20
        for revision in reversed(["base", *steps[:-1]]):
            migrate(connection, revision)
        assert tables(connection) == set()
        assert functions(connection) == 0
        migrate(connection)
        assert revision_of(connection) == HEAD


def test_a_migration_that_fails_leaves_the_store_as_it_was(fresh: Store) -> None:
    with fresh.engine.begin() as connection:
        migrate(connection, "0001")
        connection.execute(text("DROP TABLE standing"))
    with pytest.raises(Exception, match="standing"), fresh.engine.begin() as connection:
        migrate(connection)
    with fresh.engine.connect() as connection:
        assert revision_of(connection) == "0001"
        assert functions(connection) == 0


def test_an_older_store_is_brought_up_when_it_is_opened(fresh: Store, empty_url: str) -> None:
    with fresh.engine.begin() as connection:
        migrate(connection, "0001")
    store = open_store(empty_url)
    with store.reading() as session:
        assert revision_of(session.connection()) == HEAD
        assert draft_records(session, "office") == ()
    store.close()


def test_a_newer_store_is_left_alone(fresh: Store, empty_url: str) -> None:
    fresh.create()
    with fresh.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Refused, match="请先升级本程序"):
        open_store(empty_url)


def test_what_was_never_made_is_not_opened(fresh: Store, empty_url: str) -> None:
    with pytest.raises(Refused, match="请先运行 desk init"):
        open_store(empty_url)


def test_a_revision_of_the_future_is_refused(fresh: Store) -> None:
    with pytest.raises(Refused, match="9999"), fresh.engine.begin() as connection:
        migrate(connection, "9999")
