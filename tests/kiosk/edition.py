"""The small department as an edition that the kiosk can open."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from data.edition.manifest import Adopt, Manifest
from data.edition.write import write_lobby
from data.flows.layout import drawing_of
from data.records import (
    Power,
    Record,
)
from data.records.canonical import encode
from ledsign.rotation import Item, ItemKind, Notice, Rotation, Urgency
from tests.kiosk.department import department
from tests.kiosk.house import routes

PUBLISHED = datetime(2026, 11, 23, 0, 40, tzinfo=UTC)

NEWS = (
    ("全省财政工作会议部署2027年预算编制", ItemKind.NEWS),
    ("关于公布政府采购集中目录的通知", ItemKind.DISCLOSED),
    ("我厅开展会计法宣传周活动", ItemKind.NEWS),
    ("省级财政专项资金管理办法公开征求意见", ItemKind.DISCLOSED),
    ("审批大厅本周二、周四照常办理业务", ItemKind.NEWS),
)


def rotation(days: int = 3, notices: tuple[Notice, ...] = ()) -> Rotation:
    """The bulletin of the last days, today's first in the file's order."""
    today = date(2026, 11, 23)
    return Rotation(
        zone="Asia/Shanghai",
        fallback="省财政厅",
        items=tuple(
            Item(
                f"{day}/{position}",
                day,
                position,
                kind,
                text if day == today else f"{text}（{day.day} 日）",
                "办公室",
                day,
                day,
            )
            for day in (today - timedelta(days=ago) for ago in range(days))
            for position, (text, kind) in enumerate(NEWS, 1)
        ),
        notices=notices,
    )


URGENT = Notice("停电", "今日 14:00 至 17:00 全楼停电检修，请改日办理", Urgency.URGENT)


def write_edition(
    folder: Path,
    records: Iterable[Record] | None = None,
    *,
    number: int = 42,
    published_at: datetime = PUBLISHED,
    shown: Rotation | None = None,
    adopt: Adopt = Adopt.AT_REST,
) -> Path:
    """An unsigned edition in `folder`, which is made; the kiosk looks for damage only."""
    folder.mkdir(parents=True)
    kept = list(department() if records is None else records)
    drawings = {record.key: encode(drawing_of(record)) for record in kept if isinstance(record, Power) and record.steps}
    write_lobby(folder / "lobby.db", kept, drawings, routes())
    (folder / "rotation.json").write_bytes((shown or rotation()).to_json())
    files = {name: sha256((folder / name).read_bytes()).hexdigest() for name in ("lobby.db", "rotation.json")}
    manifest = Manifest("示例", 1, number, published_at, files, adopt=adopt)
    (folder / "manifest.json").write_bytes(manifest.to_bytes())
    return folder
