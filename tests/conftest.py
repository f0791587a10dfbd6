"""What every test may count on: no window, no network, no noise, nothing left running."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kiosk.keyboard import prepare
from tests.helpers.conformance import conformance_folder
from tests.helpers.logfail import unannounced_warnings
from tests.helpers.threads import leaked_threads

__all__ = ["leaked_threads", "unannounced_warnings"]

# Before anything loads Qt.
os.environ.update(
    QT_QPA_PLATFORM="offscreen",
    QT_QUICK_BACKEND="software",
    QT_QUICK_CONTROLS_STYLE="Basic",
    LC_ALL="C.UTF-8",
    OPENHALL_HOME=tempfile.mkdtemp(prefix="openhall-tests-"),
    XDG_RUNTIME_DIR=tempfile.mkdtemp(prefix="openhall-runtime-"),
)
prepare()

# A shared two-core machine may pause for longer than Hypothesis's patience: judge by result, not by clock.
settings.register_profile("fresh", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# `make test` tries the same cases every time, so that it judges the change at hand; `make test-slow` seeks new ones.
settings.register_profile("quick", parent=settings.get_profile("fresh"), derandomize=True)
settings.register_profile("thorough", parent=settings.get_profile("fresh"), max_examples=2000)
settings.load_profile(os.environ.get("OPENHALL_HYPOTHESIS", "quick"))


@pytest.fixture(scope="session")
def conformance() -> Path:
    """Give the folder of files that nobody here wrote, or skip with one line that says where to put it."""
    return conformance_folder()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a case of bytes by its argument: an archive packed a second later is another, and workers must agree."""
    return argname if isinstance(val, bytes) else None
