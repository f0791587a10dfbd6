"""Writes the sample's files from its content: `python -m data.sample.make`. The same content gives the same bytes."""

from collections.abc import Iterator

from data.importers.known import Known
from data.importers.template import write_template
from data.records import Kind, Record
from data.sample import organisation, portal, powers
from data.sample.bulletins import days
from data.sample.documents import written
from data.sample.draw_building import archive
from data.sample.files import FOLDER
from data.sample.packing import repacked

_MARK = "示例"


def make() -> dict[str, bytes]:
    """Every file of the sample by name, in the order they are loaded."""
    return dict(_files())


def _files() -> Iterator[tuple[str, bytes]]:
    workbooks = _workbooks()
    known = Known.of(record for _, _, records in workbooks for record in records)
    for title, kind, records in workbooks:
        yield f"{title}-{_MARK}.xlsx", repacked(write_template(kind, records, known))
    yield f"03-楼层图-{_MARK}.zip", archive()
    for day in days():
        suffix, body = written(day)
        yield f"每日要闻-{day.day.isoformat()}-{_MARK}{suffix}", body if suffix == ".txt" else repacked(body)


def _workbooks() -> tuple[tuple[str, Kind, tuple[Record, ...]], ...]:
    return (
        ("01-单位信息", "site", (organisation.site(),)),
        ("02-处室与职责", "office", organisation.offices()),
        ("04-房间", "room", organisation.rooms()),
        ("05-人员与分工", "person", organisation.persons()),
        ("06-领导小组", "group", organisation.groups()),
        ("07-事项类型", "category", powers.categories()),
        ("08-权力事项", "power", powers.powers()),
        ("09-审批大厅", "hall", (portal.hall(),)),
        ("10-门户栏目", "channel", portal.channels()),
        ("11-公开目录", "entry", portal.entries()),
        ("12-通知", "notice", portal.notices()),
    )


def main() -> None:
    """Write the folder anew."""
    FOLDER.mkdir(exist_ok=True)
    files = make()
    for stale in FOLDER.iterdir():
        if stale.name not in files:
            stale.unlink()
    for name, body in files.items():
        (FOLDER / name).write_bytes(body)
        print(f"{len(body):8} {name}")


if __name__ == "__main__":
    main()
