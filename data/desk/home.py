"""Where everything of one machine lies: the folders and files under `$OPENHALL_HOME`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

VARIABLE = "OPENHALL_HOME"


@dataclass(frozen=True, slots=True)
class Home:
    """A machine's home. Nothing here touches the disk; commands make what they need."""

    folder: Path

    @property
    def settings(self) -> Path:
        """The one file that describes the machine."""
        return self.folder / "openhall.toml"

    @property
    def store(self) -> Path:
        """The staff's store when it is SQLite."""
        return self.folder / "store.db"

    @property
    def keys(self) -> Path:
        """The private signing key (staff side only) and trusted public keys."""
        return self.folder / "keys"

    @property
    def editions(self) -> Path:
        """What the lobby shows: NNNNNN/, blobs/, current, accepted."""
        return self.folder / "editions"

    @property
    def published(self) -> Path:
        """Where lobbies fetch editions from: NNNNNN/, blobs/, latest (staff side only)."""
        return self.folder / "published"

    @property
    def cache(self) -> Path:
        """What was computed from approved content; losing it costs time only."""
        return self.folder / "cache"

    @property
    def documents(self) -> Path:
        """Documents by SHA-256 (pages of charts, PDF of the catalogue), before an edition takes them along."""
        return self.folder / "documents"

    @property
    def health(self) -> Path:
        """One JSON file a program, written whole every 5 s."""
        return self.folder / "health"

    @property
    def journal(self) -> Path:
        """What happened in the lobby, one file a device."""
        return self.folder / "journal"


def find_home(environment: Mapping[str, str] = os.environ) -> Home:
    """The home that `$OPENHALL_HOME` names, else the platform's folder for a user's data."""
    named = environment.get(VARIABLE, "")
    folder = Path(named).expanduser() if named else platformdirs.user_data_path("openhall", appauthor=False)
    return Home(folder.absolute())
