"""`desk editions`: what was published, newest first, and which one shows here."""

import json
from argparse import Namespace
from datetime import datetime

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers

_WHAT = {"publish": "发布", "rollback": "退回", "withdraw": "撤下", "notice": "通知"}


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("editions", help="列出各期")
    parser.add_argument("--json", action="store_true", help="结果用 JSON 输出")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """List editions."""
    from data.edition.lobby import Lobby
    from data.edition.manifest import MANIFEST_NAME, Manifest
    from data.review.editions import editions
    from data.review.scheduled import pending

    folder = Lobby(desk.home.editions).current
    current = Manifest.from_bytes((folder / MANIFEST_NAME).read_bytes()).number if folder else None
    zone = desk.settings.zone
    with desk.reading() as session:
        coming = [(row.id, row.at.astimezone(zone), row.asked_by) for row in pending(session)]
        rows: list[dict[str, object]] = [
            {
                "edition": row.number,
                "epoch": row.epoch,
                "published_at": row.published_at.astimezone(zone).isoformat(timespec="seconds"),
                "by": row.published_by,
                "what": row.what.value,
                "of": row.of_number,
                "current": row.number == current,
            }
            for row in editions(session)
        ]
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for number, at, by in coming:
        print(f"… 第 {number} 号定时发布  {at:%Y-%m-%d %H:%M}  {by}")
    for row in rows:
        print(_line(row))
    return 0


def _line(row: dict[str, object]) -> str:
    mark = "→" if row["current"] else " "
    of = f" 第 {row['of']} 期" if row["of"] else ""
    at = datetime.fromisoformat(str(row["published_at"]))
    return f"{mark} 第 {row['edition']} 期  {at:%Y-%m-%d %H:%M}  {_WHAT[str(row['what'])]}{of}  {row['by']}"
