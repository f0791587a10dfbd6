"""A staff side whose store is copied from a migrated one: migrating takes longer than most tests."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.staff import Staff

NewStaff = Callable[[Path], Staff]


@pytest.fixture
def new_staff(sqlite_template: Path) -> Iterator[NewStaff]:
    """Make a staff side in a folder; its store is closed at the end."""
    made: list[Staff] = []

    def make(folder: Path) -> Staff:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(sqlite_template, folder / "store.db")
        made.append(Staff(folder))
        return made[-1]

    yield make
    for staff in made:
        staff.close()
