"""`desk notice`: notices over or between the news.

Showing free text takes two people; hiding, or showing a prepared one, takes one.
"""

from argparse import ArgumentParser, Namespace
from datetime import datetime

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.commands.publish import instant_in, tell


def add(subparsers: Subparsers) -> None:
    """Add the command and its four verbs."""
    parser = subparsers.add_parser("notice", help="通知：预先审核的一人即可显示，自由文字须另一人审核")
    verbs = parser.add_subparsers(title="做什么", metavar="做什么", required=True)
    listing = verbs.add_parser("list", help="列出通知")
    listing.set_defaults(run=_list)
    _add_switch(verbs.add_parser("on", help="显示一条预先审核的通知")).set_defaults(run=_on)
    _add_switch(verbs.add_parser("off", help="结束一条正在显示的通知")).set_defaults(run=_off)
    write = verbs.add_parser("write", help="写一条新的通知，提交审核")
    write.add_argument("text", metavar="文字")
    write.add_argument("--by", required=True, metavar="姓名")
    write.add_argument("--urgent", action="store_true", help="紧急：盖过其他一切")
    write.add_argument("--from", dest="starts", metavar="时刻", help="开始时刻，如 2026-11-23T08:00，省略为立即")
    write.add_argument("--until", dest="ends", metavar="时刻", help="结束时刻，省略为直到有人结束")
    write.set_defaults(run=_write)


def _add_switch(parser: ArgumentParser) -> ArgumentParser:
    parser.add_argument("key", metavar="代码")
    parser.add_argument("--by", required=True, metavar="姓名")
    parser.add_argument("--json", action="store_true", help="结果用 JSON 输出")
    return parser


def _list(_: Namespace, desk: Desk) -> int:
    from data.records import Notice, record_from
    from data.review.standing import standing
    from data.review.switches import switched_on

    with desk.reading() as session:
        on = switched_on(session)
        notices = [record_from(item.form, item.body) for item in standing(session) if item.kind == "notice"]
    for notice in notices:
        assert isinstance(notice, Notice)
        state = "显示中" if notice.key in on or not notice.prepared else "备用"
        print(f"{notice.key}  {state}  {'紧急' if notice.urgency == 'urgent' else '普通'}  {notice.text}")
    return 0


def _on(arguments: Namespace, desk: Desk) -> int:
    from data.review.switches import switch_on
    from data.store.act import Act

    with desk.writing() as session:
        switch_on(session, Act(arguments.by, desk.now()), arguments.key)
    return _publish(arguments, desk)


def _off(arguments: Namespace, desk: Desk) -> int:
    """Switch a prepared notice off, or take back one that was written freely."""
    from data.desk.notices import end_notice
    from data.store.act import Act

    with desk.writing() as session:
        end_notice(session, Act(arguments.by, desk.now()), arguments.key)
    return _publish(arguments, desk)


def _write(arguments: Namespace, desk: Desk) -> int:
    """Put a new notice before a second person."""
    from data.desk.notices import Wish, write_notice
    from data.store.act import Act

    wish = Wish(arguments.text, arguments.urgent, _instant(arguments.starts, desk), _instant(arguments.ends, desk))
    with desk.writing() as session:
        notice, submission = write_notice(session, desk, Act(arguments.by, desk.now()), wish)
    print(f"通知 {notice.key} 已提交为第 {submission} 号，请另一人审核：desk review approve {submission} --by 姓名")
    return 0


def _publish(arguments: Namespace, desk: Desk) -> int:
    from data.desk.publishing import Publishing, publish
    from data.edition.manifest import Adopt
    from data.review.published import Publication

    tell(publish(desk, Publishing(arguments.by, Publication.NOTICE, Adopt.NOW)), as_json=arguments.json)
    return 0


def _instant(text: str | None, desk: Desk) -> datetime | None:
    """An instant as staff write it; None where they wrote none."""
    return instant_in(text, desk) if text else None
