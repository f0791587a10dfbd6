"""The lobby's folder of editions: which are there, which was accepted last, which one shows.

editions/000042/     an edition
editions/blobs/      documents by SHA-256, shared by editions
editions/current     a link to the edition that shows
editions/accepted    the highest "epoch number" ever accepted: it only goes up
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from data.edition.files import point_link, remove_folder, write_whole
from data.edition.manifest import MANIFEST_NAME, Manifest

Order = tuple[int, int]
"""(epoch, number): editions follow each other in this order."""

KEPT = 3
KEPT_FOR = timedelta(hours=48)
_FIRST_EPOCH = 1


@dataclass(frozen=True, slots=True)
class Lobby:
    """The folder `editions` of a lobby machine. Only `receive` writes it."""

    folder: Path

    @property
    def current(self) -> Path | None:
        """The edition that shows, resolved, or None before the first."""
        link = self.folder / "current"
        return link.resolve() if link.is_dir() else None

    @property
    def accepted(self) -> Order:
        """The highest order ever accepted; (0, 0) before the first. ValueError where the file is damaged."""
        path = self.folder / "accepted"
        if not path.exists():
            return (0, 0)
        words = path.read_text("ascii", "replace").split()
        match words:
            case [epoch, number] if epoch.isdecimal() and number.isdecimal():
                return (int(epoch), int(number))
            case _:
                raise ValueError(f"{path} 已损坏：应为两个数字。")

    def accept(self, order: Order) -> None:
        """Write down that this order was accepted."""
        write_whole(self.folder / "accepted", f"{order[0]} {order[1]}\n".encode())

    def show(self, edition: Path) -> None:
        """Let `current` point at an edition, in one step."""
        point_link(self.folder / "current", edition.name)

    def editions(self) -> list[tuple[Manifest, Path]]:
        """Every edition there, oldest first; folders without a readable manifest are passed over."""
        found = []
        for path in self.folder.glob(f"[0-9]*/{MANIFEST_NAME}"):
            try:
                found.append((Manifest.from_bytes(path.read_bytes()), path.parent))
            except (OSError, ValueError):
                continue
        return sorted(found, key=lambda pair: pair[0].order)

    def blob(self, digest: str) -> Path:
        """Where the document with this SHA-256 lies."""
        return self.folder / "blobs" / digest

    def prune(self) -> None:
        """Drop all but the last three and those of the last 48 hours, and everything below `min_number`."""
        editions = self.editions()
        kept = set(_kept(editions)) | {self.current}
        for _, path in editions:
            if path.resolve() not in kept and path not in kept:
                remove_folder(path)
        self._prune_blobs({digest for manifest, path in editions if path.exists() for digest in manifest.blobs})

    def _prune_blobs(self, wanted: set[str]) -> None:
        for path in (self.folder / "blobs").glob("*"):
            if path.name not in wanted:
                path.unlink()


def folder_name(order: Order) -> str:
    """The name of an edition's folder: the number in six digits, and the epoch where it is not the first."""
    epoch, number = order
    return f"{number:06}" if epoch == _FIRST_EPOCH else f"{number:06}.{epoch}"


def _kept(editions: list[tuple[Manifest, Path]]) -> list[Path]:
    newest = editions[-1][0]
    return [
        path
        for place, (manifest, path) in enumerate(reversed(editions))
        if (place < KEPT or newest.published_at - manifest.published_at <= KEPT_FOR)
        and (not newest.min_number or manifest.order >= (newest.epoch, newest.min_number))
    ]
