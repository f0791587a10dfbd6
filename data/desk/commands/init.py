"""`desk init`: a new machine's store, keys and first administrator, and the sample department if wanted."""

import os
import sys
from argparse import Namespace
from contextlib import closing

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.console import ask
from data.store.refusal import Refused

ADMINISTRATOR_VARIABLE = "OPENHALL_ADMINISTRATOR"


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("init", help="建立资料库、签名密钥和第一位管理员")
    parser.add_argument("--store", default="", metavar="URL", help="数据库地址，默认 SQLite 文件 store.db")
    parser.add_argument("--administrator", default="", metavar="NAME", help="第一位管理员（默认在终端询问）")
    parser.add_argument("--sample", action="store_true", help="装入示例厅局，审核并发布")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Make what is missing; nothing that is there is overwritten."""
    from data.desk.setup import add_administrator, create_store, lacks_administrator, make_missing_keys, prepare_home

    new = not desk.home.settings.exists()
    desk = prepare_home(desk, arguments.store)
    store = create_store(desk)
    try:
        made = make_missing_keys(desk)
        if lacks_administrator(store):
            add_administrator(desk, store, _administrator(arguments))
    finally:
        store.close()
    print(f"资料库：{store.url.render_as_string()}")
    print(f"签名密钥：{desk.home.keys}{'（新建）' if made else ''}")
    if arguments.sample:
        _load_sample(desk, new=new)
    return 0


def _administrator(arguments: Namespace) -> str:
    """Who keeps this machine: as said on the line or in the environment, asked, or the sample's."""
    name: str = arguments.administrator or os.environ.get(ADMINISTRATOR_VARIABLE, "")
    if name:
        return name
    if sys.stdin.isatty():
        return ask("第一位管理员的用户名")
    if arguments.sample:
        from data.desk.sampling import ADMINISTRATOR

        return ADMINISTRATOR
    raise Refused("没有终端可以询问：请用 --administrator NAME 指定第一位管理员")


def _load_sample(desk: Desk, *, new: bool) -> None:
    from data.desk.publishing import Publishing, publish
    from data.desk.sampling import PUBLISHER, load_sample, settled

    with closing(desk):
        count = load_sample(desk)
        named = settled(desk, write=new)
    with closing(named):
        published = publish(named, Publishing(PUBLISHER, again=True))
    print(f"示例：{count} 条内容已审核，已发布第 {published.manifest.number} 期")
