"""Fails a test that logs a warning it did not announce, or announces one that never comes.

A warning means that a person should look, so a test run is silent or red. A test announces what it provokes:

    @pytest.mark.expected_log("sign 大厅 does not answer")
"""

import logging
import re
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def unannounced_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Watch the root logger from before the test's own fixtures until after them."""
    announced = [pattern for mark in request.node.iter_markers("expected_log") for pattern in mark.args]
    watch = _Watch()
    logging.getLogger().addHandler(watch)
    yield
    logging.getLogger().removeHandler(watch)
    complaint = complaints(watch.messages, announced)
    if complaint:
        pytest.fail("\n".join(complaint), pytrace=False)


def complaints(messages: list[str], announced: list[str]) -> list[str]:
    """Say which messages no pattern announces and which patterns (regular expressions) no message fulfils."""
    surprises = [message for message in messages if not any(re.search(pattern, message) for pattern in announced)]
    missing = [pattern for pattern in announced if not any(re.search(pattern, message) for message in messages)]
    return [f"logged without being announced: {message}" for message in surprises] + [
        f"announced but never logged: {pattern}" for pattern in missing
    ]


class _Watch(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # getMessage raises on a call whose arguments do not fit: that is a test failure too.
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")
