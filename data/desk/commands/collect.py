"""`desk collect`: the lobbies' journals into the store, and how their programs are beside this machine's own."""

import sys
import time
from argparse import Namespace
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.store.refusal import Refused

_PERIOD_S = 5.0


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("collect", help="把触摸屏和电子屏的运行日志与状态收进来")
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="大厅那台机器的数据文件夹（共享、U 盘或同步来的），或只有日志的文件夹；默认收本机的日志",
    )
    parser.add_argument("--machine", metavar="NAME", help="那台机器在“大厅此刻”里叫什么，默认用文件夹名")
    parser.add_argument("--watch", action="store_true", help=f"每 {_PERIOD_S:.0f} 秒收一次，直到结束")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Collect once and say how much was new, or again and again."""
    if not arguments.watch:
        print(_collect(desk, arguments.folder, arguments.machine))
        return 0
    said = ""
    while True:
        word, is_wrong = _tried(desk, arguments.folder, arguments.machine)
        if word != said:
            print(word, file=sys.stderr if is_wrong else sys.stdout, flush=True)
            said = word
        time.sleep(_PERIOD_S)


def _tried(desk: Desk, folder: Path | None, machine: str | None) -> tuple[str, bool]:
    """A share that is away for a while comes back."""
    try:
        return _collect(desk, folder, machine), False
    except (Refused, OSError) as error:
        return str(error), True


def _collect(desk: Desk, folder: Path | None, machine: str | None) -> str:
    from data.desk.elsewhere import is_home, take_health
    from data.journal.collect import collect

    if folder is not None and not folder.is_dir():
        raise Refused(f"没有文件夹 {folder}：请查看共享或 U 盘是否接上")
    others = folder is not None and is_home(folder)
    if machine is not None and not others:
        raise Refused("--machine 用于另一台机器的数据文件夹：里面要有 health 或 journal")
    programs = (
        take_health(desk.home, folder.absolute().name if machine is None else machine, folder)
        if folder and others
        else 0
    )
    journals = desk.home.journal if folder is None else folder / "journal" if others else folder
    with desk.writing() as session:
        result = collect(session, journals)
    damaged = f"，{result.damaged} 行损坏，已跳过" if result.damaged else ""
    told = f"，{programs} 个程序的状态" if programs else ""
    return f"收进 {result.new} 条{damaged}{told}"
