"""The staff's pages served for real, with people who have passwords."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from data.desk.sampling import PASSWORD as SAMPLE_PASSWORD
from data.desk.web.app import make_app
from data.records import SignFact, Site
from data.store.accounts import add_role
from data.store.roles import Role
from data.store.signing_in import set_password
from data.store.users import UserRow
from tests.data.desk.web.tables import RECORDS
from tests.helpers.staff import REVIEWER as SAMPLE_REVIEWER
from tests.helpers.staff import SITE, Clock, Staff
from tests.helpers.web import HOST, PASSWORD, Browser, served

EDITOR, OTHER_EDITOR, REVIEWER, PUBLISHER = "张编", "吴编", "李审", "赵发"
ADMINISTRATOR, AUDITOR, BOTH = "钱管", "孙审计", "周编审"
OFFICE = Site(SITE, signs=(SignFact("hall", 128, 16),))

KEPT = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
"""The same form of hash as the desk's own, made in less time: a hash says how it is to be checked."""

OpenBrowser = Callable[..., Browser]


@pytest.fixture(scope="session")
def hired(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, datetime]:
    """Give the folder of a real office's staff side to copy, and the hour there; hiring takes longer than most tests.

    Everybody has the same good password; 周编审 both edits and reviews.
    """
    folder = tmp_path_factory.mktemp("hired")
    shutil.copy(sqlite_template, folder / "store.db")
    staff = Staff(folder)
    roles = {
        ADMINISTRATOR: (Role.ADMINISTRATOR,),
        AUDITOR: (Role.AUDITOR,),
        BOTH: (Role.EDITOR, Role.REVIEWER),
        EDITOR: (Role.EDITOR,),
        OTHER_EDITOR: (Role.EDITOR,),
        REVIEWER: (Role.REVIEWER,),
        PUBLISHER: (Role.PUBLISHER,),
    }
    with staff.desk.writing() as session:
        for name, held in roles.items():
            for role in held:
                add_role(session, staff.act("console"), name, role)
            session.get_one(UserRow, name).password = KEPT
        set_password(session, staff.act("console"), SAMPLE_REVIEWER, SAMPLE_PASSWORD)
    staff.stand(OFFICE)
    staff.close()
    return folder, staff.clock.now


@pytest.fixture
def staff(tmp_path: Path, hired: tuple[Path, datetime]) -> Iterator[Staff]:
    """The staff side of a real office, a copy of the test's own."""
    folder, now = hired
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    staff = Staff(tmp_path, Clock(now))
    yield staff
    staff.close()


@pytest.fixture
def kept(staff: Staff) -> Staff:
    """The same with drafts of every kind that has a table."""
    staff.edit(*RECORDS)
    return staff


@pytest.fixture
def address(staff: Staff) -> Iterator[str]:
    with served(make_app(staff.desk, [HOST])) as client:
        yield str(client.base_url)


@pytest.fixture
def browse(address: str) -> Iterator[OpenBrowser]:
    """Open a browser, signed in as somebody where a name is given."""
    opened: list[Browser] = []

    def open_browser(name: str = "") -> Browser:
        browser = Browser(address)
        opened.append(browser)
        if name:
            assert browser.sign_in(name).status_code == 303
        return browser

    yield open_browser
    for browser in opened:
        browser.close()
