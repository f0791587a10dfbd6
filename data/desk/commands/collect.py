"""`desk collect`: the lobbies' journals into the store."""

from argparse import Namespace
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("collect", help="把触摸屏和电子屏的运行日志收进资料库")
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="日志文件夹，默认本机的 journal")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Collect, and say how much was new."""
    from data.journal.collect import collect

    with desk.writing() as session:
        result = collect(session, arguments.folder or desk.home.journal)
    damaged = f"，{result.damaged} 行损坏，已跳过" if result.damaged else ""
    print(f"收进 {result.new} 条{damaged}")
    return 0
