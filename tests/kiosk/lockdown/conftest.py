"""One running kiosk for the cases of a file."""

import os
from collections.abc import Iterator

import pytest

for module in ("lobby", "trying", "cases_after", "cases_hands", "cases_pages", "cases_wants", "monkey"):
    pytest.register_assert_rewrite(f"tests.kiosk.lockdown.{module}")

from tests.helpers.ordinary import cannot_sandbox, user_id  # noqa: E402 - what asserts is read after it is registered
from tests.kiosk.lockdown.lobby import Lobby  # noqa: E402
from tests.kiosk.lockdown.trying import lockdown  # noqa: E402


@pytest.fixture(autouse=True)
def leaked_threads() -> None:
    """Stands for the check after each test: the site's threads serve a file's cases, and `lobby` ends them."""


@pytest.fixture(scope="module")
def lobby(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lobby]:
    """Run a kiosk as an ordinary user, the engine's sandbox on, at a test portal; skip where no sandbox can be."""
    reason = cannot_sandbox(user_id(os.getpid()))
    if reason:
        pytest.skip(reason)
    with lockdown(tmp_path_factory.mktemp("lockdown"), os.getpid()) as made:
        yield made
