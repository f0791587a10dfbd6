"""A staff side, a lobby, and the way between them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.edition.lobby import Lobby
from data.edition.receive import Receipt, receive
from data.edition.signing import load_verifier
from data.edition.source import FolderSource
from tests.data.edition.editions import SITE, Staff


@pytest.fixture
def staff(tmp_path: Path) -> Staff:
    return Staff(tmp_path / "staff")


@pytest.fixture
def lobby(tmp_path: Path) -> Lobby:
    return Lobby(tmp_path / "lobby")


@pytest.fixture
def take(staff: Staff, lobby: Lobby) -> Callable[[], Receipt]:
    """Receive the newest edition the staff published."""
    return lambda: receive(FolderSource(staff.published), lobby, load_verifier(staff.home / "keys"), SITE)
