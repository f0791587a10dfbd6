"""`desk backup`: everything this desk has, in one file."""

from argparse import Namespace
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("backup", help="把资料库、密钥、设置、文件和各期内容备份成一个文件")
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Write the copy."""
    from data.desk.backup import back_up

    size = back_up(desk, arguments.file)
    print(f"已备份到 {arguments.file}（{size / 1e6:.1f} MB）。内含签名私钥，请妥善保管。")
    return 0
