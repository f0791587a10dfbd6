"""A store with people in it, and short ways to edit, submit and approve."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from data.store.accounts import add_role
from data.store.database import Store
from data.store.roles import Role
from tests.helpers.office import Desk, act


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


@pytest.fixture
def raw(staffed: Store) -> Callable[..., int]:
    """Run a statement as somebody would who has the database's password, and give how many rows it met."""

    def run(statement: str, **values: object) -> int:
        with staffed.engine.begin() as connection:
            return connection.execute(text(statement), values).rowcount

    return run
