"""The manifest: which files an edition has, whose it is, and in which order editions follow each other.

manifest.json is canonical JSON; manifest.sig is a signature over its exact bytes, by the algorithm the
manifest names.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

FORMAT = 1
"""The format this program writes, and the newest it reads."""

MANIFEST_NAME = "manifest.json"
SIGNATURE_NAME = "manifest.sig"
LOBBY_NAME = "lobby.db"
ROTATION_NAME = "rotation.json"


class Adopt(StrEnum):
    """When a lobby changes over: when nobody is touching, or at once."""

    AT_REST = "at rest"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is signed.

    `files` maps names in the edition's folder to SHA-256 (64 hex digits), `blobs` lists the hashes of
    documents in `blobs/`.
    Order is (`epoch`, `number`); lobbies drop editions whose number is below `min_number`. `history` is
    the head of the
    review's hash chain when the edition was built.
    """

    site: str
    epoch: int
    number: int
    published_at: datetime
    files: dict[str, str]
    blobs: tuple[str, ...] = ()
    adopt: Adopt = Adopt.AT_REST
    min_number: int = 0
    history: str = ""
    algorithm: str = "ed25519"
    format: int = FORMAT

    @property
    def order(self) -> tuple[int, int]:
        """(epoch, number): what follows what."""
        return (self.epoch, self.number)

    def to_bytes(self) -> bytes:
        """The bytes that are signed."""
        value = {
            "adopt": self.adopt.value,
            "algorithm": self.algorithm,
            "blobs": list(self.blobs),
            "epoch": self.epoch,
            "files": self.files,
            "format": self.format,
            "history": self.history,
            "min_number": self.min_number,
            "number": self.number,
            "published_at": self.published_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
            "site": self.site,
        }
        return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"

    @classmethod
    def from_bytes(cls, body: bytes) -> "Manifest":
        """The manifest in `body`; unknown fields are additions and left alone. ValueError where it is none."""
        try:
            value = json.loads(body)
            return cls(
                site=str(value["site"]),
                epoch=int(value["epoch"]),
                number=int(value["number"]),
                published_at=_aware(value["published_at"]),
                files={str(name): str(digest) for name, digest in value["files"].items()},
                blobs=tuple(str(digest) for digest in value.get("blobs", [])),
                adopt=Adopt(value.get("adopt", Adopt.AT_REST)),
                min_number=int(value.get("min_number", 0)),
                history=str(value.get("history", "")),
                algorithm=str(value.get("algorithm", "ed25519")),
                format=int(value["format"]),
            )
        except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
            raise ValueError(f"not a manifest: {error}") from error


def _aware(text: str) -> datetime:
    when = datetime.fromisoformat(text)
    if when.tzinfo is None:
        raise ValueError(f"published_at without a zone: {text}")
    return when
