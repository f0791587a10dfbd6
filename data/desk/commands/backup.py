"""`desk backup`: everything this desk has, in one file, or a file a day of which the newest are kept."""

from argparse import Namespace
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.store.refusal import Refused


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("backup", help="把资料库、密钥、设置、文件和各期内容备份成一个文件")
    parser.add_argument("file", metavar="FILE", type=Path, help="备份文件；有 --keep 时是放备份的文件夹")
    parser.add_argument("--keep", metavar="N", type=int, help="按日期命名，文件夹里只留最近 N 份（每晚自动备份用）")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Write the copy; then let go of what is older than the copies to keep."""
    from data.desk.backup import back_up, keep_newest, of_today

    if arguments.keep is not None and (arguments.keep < 1 or not arguments.file.is_dir()):
        raise Refused("--keep 要一个已有的文件夹和至少 1 份：desk backup /var/backups/openhall --keep 31")
    file = of_today(desk, arguments.file) if arguments.keep is not None else arguments.file
    size = back_up(desk, file)
    gone = keep_newest(arguments.file, arguments.keep) if arguments.keep is not None else 0
    print(
        f"已备份到 {file}（{size / 1e6:.1f} MB）。内含签名私钥，请妥善保管。{f'删去旧备份 {gone} 份。' if gone else ''}"
    )
    return 0
