"""What a build made: the files of an edition before they are listed, signed and put together."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from data.edition.files import digest_of
from data.edition.manifest import LOBBY_NAME, ROTATION_NAME


@dataclass(frozen=True, slots=True)
class Built:
    """An edition's files, ready to be listed in a manifest: where lobby.db lies, rotation.json's bytes, documents."""

    lobby: Path
    rotation: bytes
    blobs: tuple[str, ...]

    def digests(self) -> dict[str, str]:
        """SHA-256 of each file, by its name in the edition."""
        return {LOBBY_NAME: digest_of(self.lobby), ROTATION_NAME: sha256(self.rotation).hexdigest()}
