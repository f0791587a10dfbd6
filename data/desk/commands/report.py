"""`desk report YEAR`: the figures of the yearly report on open government."""

import sys
from argparse import Namespace
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.store.refusal import Refused

_FORMATS = ("docx", "xlsx", "json")
_YEARS = range(2000, 2100)


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("report", help="年度报告的数据：电子屏、权力、大厅、目录、触摸屏、发布")
    parser.add_argument("year", metavar="YEAR", type=int, help="哪一年，如 2026")
    parser.add_argument("--format", choices=_FORMATS, required=True, help="格式；json 输出到屏幕")
    parser.add_argument("--out", type=Path, metavar="FILE", help="文件名（默认：YEAR年政务公开数据.格式）")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Collect this machine's journals, count, and write the file."""
    from data.journal.collect import collect
    from data.report.facts import facts_of
    from data.report.files import WRITERS

    if arguments.year not in _YEARS:
        raise Refused(f"年份应当在 {_YEARS.start} 到 {_YEARS.stop - 1} 之间")
    with desk.writing() as session:
        collect(session, desk.home.journal)
    with desk.reading() as session:
        facts = facts_of(session, arguments.year, desk.settings.zone)
    body = WRITERS[arguments.format](facts)
    if arguments.format == "json" and arguments.out is None:
        sys.stdout.write(body.decode())
        return 0
    out = arguments.out or Path(f"{arguments.year}年政务公开数据.{arguments.format}")
    out.write_bytes(body)
    print(f"已生成 {out}")
    return 0
