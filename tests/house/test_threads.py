import threading
from collections.abc import Iterator

import pytest

from tests.helpers.threads import still_running


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Hold the threads of a test back, and let them go at its end."""
    event = threading.Event()
    yield event
    event.set()


def test_a_thread_that_waits_for_ever_is_named(gate: threading.Event) -> None:
    before = set(threading.enumerate())
    threading.Thread(target=gate.wait, name="line to the sign").start()
    assert [thread.name for thread in still_running(before, 0.05)] == ["line to the sign"]


def test_a_thread_that_is_about_to_end_is_given_its_time(gate: threading.Event) -> None:
    before = set(threading.enumerate())
    threading.Thread(target=gate.wait, args=(0.05,)).start()
    assert still_running(before, 2.0) == []


def test_threads_that_were_there_before_are_not_counted(gate: threading.Event) -> None:
    threading.Thread(target=gate.wait).start()
    assert still_running(set(threading.enumerate()), 0.05) == []
