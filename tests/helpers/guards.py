"""The database without its triggers for a moment: what its owner could do, and the history must still tell."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from data.store.migrations.guards import create_statements, drop_statements


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """Take the guards down and put them up again."""
    for statement in drop_statements(connection.dialect.name):
        connection.exec_driver_sql(statement)
    yield
    for statement in create_statements(connection.dialect.name):
        connection.exec_driver_sql(statement)
