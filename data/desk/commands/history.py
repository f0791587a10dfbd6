"""`desk history`: who did what, as CSV, for whoever keeps or checks it elsewhere."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.store.refusal import Refused


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("history", help="导出历史记录（登录和每个动作）为 CSV")
    parser.add_argument("out", metavar="OUT.csv", type=Path, nargs="?", help="写到这个文件；不写则输出到屏幕")
    parser.add_argument("--since", metavar="DATE", help="从这一天起（例如 2026-05-01，按单位所在时区）；不写则从头")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Write the entries, oldest first. Refused where the day is none; OSError where the file cannot be written."""
    from data.desk.history_table import BYTE_ORDER_MARK, write_history
    from data.store.history import newest_entries

    since = _day(arguments.since)
    with desk.reading() as session:
        entries = [
            entry
            for entry in reversed(newest_entries(session, None))
            if since is None or entry.at.astimezone(desk.settings.zone).date() >= since
        ]
    if arguments.out is None:
        write_history(sys.stdout, entries)
        return 0
    with arguments.out.open("w", encoding="utf-8", newline="") as file:
        file.write(BYTE_ORDER_MARK)
        write_history(file, entries)
    print(f"已导出 {len(entries)} 条历史记录到 {arguments.out}")
    return 0


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused(f"--since “{text[:20]}”不是日期，例如 2026-05-01") from error
