"""Fails a test that leaves a thread running: whoever starts one ends it."""

import threading
import time
from collections.abc import Iterator

import pytest

PATIENCE_S = 2.0


@pytest.fixture(autouse=True)
def leaked_threads() -> Iterator[None]:
    """Compare the threads before and after a test and its fixtures."""
    before = set(threading.enumerate())
    yield
    left = still_running(before, PATIENCE_S)
    if left:
        pytest.fail(f"left running: {', '.join(thread.name for thread in left)}", pytrace=False)


def still_running(before: set[threading.Thread], patience_s: float) -> list[threading.Thread]:
    """List threads started since `before` that do not end within `patience_s`.

    Threads that Python did not start (Qt's, a database driver's) only appear as dummies once they call in; they
    cannot be waited for and belong to their library.
    """
    deadline = time.monotonic() + patience_s
    started = [thread for thread in threading.enumerate() if thread not in before]
    own = [thread for thread in started if not thread.name.startswith("Dummy-")]
    for thread in own:
        thread.join(max(0.0, deadline - time.monotonic()))
    return [thread for thread in own if thread.is_alive()]
