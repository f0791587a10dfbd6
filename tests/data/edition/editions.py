"""Small signed editions for tests, made as the staff's side makes them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from data.edition.built import Built
from data.edition.manifest import Adopt, Manifest
from data.edition.package import offer, package
from data.edition.rotation import rotation_of
from data.edition.signing import Signer, make_keys
from data.edition.write import write_lobby
from data.records import BulletinItem, Office, Record, Site

SITE = "省财政厅"
MORNING = datetime(2026, 11, 23, 0, 40, tzinfo=UTC)
DAY = date(2026, 11, 23)
RECORDS: tuple[Record, ...] = (
    Site(SITE, telephone="024-0000 0100"),
    Office("bgs", "办公室", duties=("综合协调机关政务。",)),
    BulletinItem("2026-11-23/1", DAY, 1, "全省财政工作会议部署 2027 年预算编制"),
)


@dataclass
class Staff:
    """A staff side with keys of its own, which publishes what it is given."""

    home: Path

    def __post_init__(self) -> None:
        self.signer: Signer = make_keys(self.home / "keys", "office")
        self.published = self.home / "published"
        self.documents = self.home / "blobs"

    def publish(
        self, number: int, records: Sequence[Record] = RECORDS, blobs: tuple[str, ...] = (), **changes: object
    ) -> Path:
        """Publish records as edition `number`; `changes` go into the manifest."""
        lobby = self.home / f"lobby-{number}.db"
        lobby.unlink(missing_ok=True)
        write_lobby(lobby, [record for record in records if not isinstance(record, BulletinItem)])
        built = Built(lobby, rotation_of(records, "Asia/Shanghai").to_json(), blobs)
        manifest = Manifest(SITE, 1, number, MORNING + timedelta(days=number), built.digests(), blobs, Adopt.AT_REST)
        changed = replace(manifest, **changes)  # type: ignore[arg-type]  # whatever a test wants said
        folder = package(built, changed, self.signer, self.published, self.documents)
        offer(folder)
        return folder
