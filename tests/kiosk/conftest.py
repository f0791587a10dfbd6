"""The small department as an edition, and a kiosk that shows it with a clock the test turns."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.app import Kiosk, build
from kiosk.settings import Settings
from tests.kiosk.department import NOW
from tests.kiosk.edition import write_edition
from tests.kiosk.hand import Hand


@dataclass
class FakeClock:
    """Seconds that only grow when a test says so."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="session")
def edition_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_edition(tmp_path_factory.mktemp("editions") / "000042")


@pytest.fixture
def home(tmp_path: Path, edition_folder: Path) -> Path:
    """A home folder whose current edition is the small department."""
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "current").symlink_to(edition_folder)
    return tmp_path


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def kiosk(qapp: QGuiApplication, home: Path, clock: FakeClock) -> Iterator[Kiosk]:
    """A kiosk that somebody has just woken."""
    made = build(Settings(home, motion=False), lambda: NOW, clock=clock)
    made.window.show()
    made.visit.touched()
    QCoreApplication.processEvents()
    yield made
    made.close()


@pytest.fixture
def hand(kiosk: Kiosk) -> Hand:
    return Hand(kiosk)
