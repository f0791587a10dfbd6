"""`desk publish`: everything that stands, to the lobby."""

import json
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers

if TYPE_CHECKING:
    from data.desk.publishing import Published


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("publish", help="把审核通过的内容发布到大厅")
    add_publishing_options(parser)
    parser.add_argument("--now", action="store_true", help="大厅立即切换，不等无人触摸")
    parser.add_argument("--new-epoch", action="store_true", help="重新计数：资料库从备份恢复、期号倒退之后使用")
    parser.set_defaults(run=run)


def add_publishing_options(parser: ArgumentParser) -> None:
    """What every command that publishes takes."""
    parser.add_argument("--by", default="console", metavar="姓名", help="由谁发布（须有发布权限），省略为本机操作者")
    parser.add_argument("--json", action="store_true", help="结果用 JSON 输出")


def run(arguments: Namespace, desk: Desk) -> int:
    """Publish and say which number it got."""
    from data.desk.publishing import Publishing, publish
    from data.edition.manifest import Adopt

    adopt = Adopt.NOW if arguments.now else Adopt.AT_REST
    tell(publish(desk, Publishing(arguments.by, adopt=adopt, new_epoch=arguments.new_epoch)), as_json=arguments.json)
    return 0


def tell(published: "Published", *, as_json: bool) -> None:
    """Say what was published."""
    manifest, receipt = published.manifest, published.receipt
    if as_json:
        told = {
            "edition": manifest.number,
            "epoch": manifest.epoch,
            "published_at": manifest.published_at.isoformat(),
            "adopt": manifest.adopt.value,
            "folder": str(receipt.folder),
            "files": manifest.files,
        }
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(f"已发布第 {manifest.number} 期，大厅{'立即' if manifest.adopt == 'now' else '在无人触摸时'}切换。")
