"""A store with people in it, and short ways to edit, submit and approve."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from data.store.database import Store


@pytest.fixture
def raw(staffed: Store) -> Callable[..., int]:
    """Run a statement as somebody would who has the database's password, and give how many rows it met."""

    def run(statement: str, **values: object) -> int:
        with staffed.engine.begin() as connection:
            return connection.execute(text(statement), values).rowcount

    return run
