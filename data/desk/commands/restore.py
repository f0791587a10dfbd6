"""`desk restore`: a copy back into an empty home and store."""

from argparse import Namespace
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("restore", help="从备份恢复到空的 OPENHALL_HOME 和空的资料库")
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Restore, and say what the next publication needs."""
    from data.desk.backup import restore

    restore(desk, arguments.file)
    print(f"已恢复到 {desk.home.folder}。大厅若已收过更新的期号，发布时请加 --new-epoch。")
    return 0
