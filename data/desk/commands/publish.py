"""`desk publish`: everything that stands, to the lobby."""

import json
from argparse import ArgumentParser, Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.store.refusal import Refused

if TYPE_CHECKING:
    from data.desk.publishing import Published


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("publish", help="把审核通过的内容发布到大厅")
    add_publishing_options(parser)
    parser.add_argument("--now", action="store_true", help="大厅立即切换，不等无人触摸")
    parser.add_argument("--at", metavar="时刻", help="到这个时刻再发布，如 2026-11-27T08:00（须用 --by 说明由谁）")
    parser.add_argument("--cancel", type=int, metavar="编号", help="取消一次定时发布（desk editions 列出编号）")
    parser.add_argument("--due", action="store_true", help="把到时的定时发布发出去（desk serve 运行时自动进行）")
    parser.add_argument("--again", action="store_true", help="没有改动也重新发布一期")
    parser.add_argument("--new-epoch", action="store_true", help="重新计数：资料库从备份恢复、期号倒退之后使用")
    parser.set_defaults(run=run)


def add_publishing_options(parser: ArgumentParser) -> None:
    """What every command that publishes takes."""
    parser.add_argument("--by", default="console", metavar="姓名", help="由谁发布（须有发布权限），省略为本机操作者")
    parser.add_argument("--json", action="store_true", help="结果用 JSON 输出")


def run(arguments: Namespace, desk: Desk) -> int:
    """Publish and say which number it got, or look after what is to be published later."""
    if arguments.due:
        return _due(desk)
    if arguments.cancel is not None:
        return _cancel(arguments, desk)
    if arguments.at:
        return _schedule(arguments, desk)
    from data.desk.publishing import Publishing, publish
    from data.edition.manifest import Adopt

    adopt = Adopt.NOW if arguments.now else Adopt.AT_REST
    asked = Publishing(arguments.by, adopt=adopt, new_epoch=arguments.new_epoch, again=arguments.again)
    tell(publish(desk, asked), as_json=arguments.json)
    return 0


def _due(desk: Desk) -> int:
    from data.desk.timed import publish_due

    for sentence in publish_due(desk) or ("没有到时的定时发布",):
        print(sentence)
    return 0


def _cancel(arguments: Namespace, desk: Desk) -> int:
    from data.review.scheduled import cancel
    from data.store.act import Act

    with desk.writing() as session:
        cancel(session, Act(arguments.by, desk.now()), arguments.cancel)
    print(f"已取消第 {arguments.cancel} 号定时发布")
    return 0


def _schedule(arguments: Namespace, desk: Desk) -> int:
    from data.review.scheduled import schedule
    from data.store.act import Act

    at = instant_in(arguments.at, desk)
    with desk.writing() as session:
        number = schedule(session, Act(arguments.by, desk.now()), at, at_once=arguments.now).id
    print(f"已安排：{at.astimezone(desk.settings.zone):%Y-%m-%d %H:%M} 发布（第 {number} 号；desk serve 须在运行）")
    return 0


def instant_in(text: str, desk: Desk) -> datetime:
    """An instant as staff write it, in the office's own time. Refused where it is none."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        raise Refused(f"看不懂时刻“{text[:30]}”，请写成 2026-11-23T08:00。") from error
    return instant if instant.tzinfo else instant.replace(tzinfo=desk.settings.zone)


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
