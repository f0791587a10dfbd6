"""Talking with the person at the console: who that is, what they answer, how lists are shown."""

import getpass
import json
import sys

from data.desk.bootstrap import Desk
from data.store.act import Act
from data.store.refusal import Refused

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]
"""What JSON can say."""


def console_user() -> str:
    """How what is done at this console is signed, where no user is named."""
    try:
        return f"console:{getpass.getuser()}"
    except (OSError, KeyError):
        return "console"


def act_of(desk: Desk, name: str = "") -> Act:
    """An act of `name`, or of whoever sits at the console, now."""
    return Act(name or console_user(), desk.now())


def ask(question: str) -> str:
    """The answer typed at the console; Refused where nobody sits there."""
    if not sys.stdin.isatty():
        raise Refused(f"{question}：没有可以回答的终端")
    try:
        return input(f"{question}：").strip()
    except EOFError as error:
        raise Refused("没有回答") from error


def ask_password() -> str:
    """A new password, typed twice without being shown. Refused where nobody sits there or the two differ."""
    if not sys.stdin.isatty():
        raise Refused("没有终端可以输入密码：请加 --stdin 从标准输入读取")
    first, second = getpass.getpass("密码："), getpass.getpass("再输一次：")
    if first != second:
        raise Refused("两次输入的密码不同")
    return first


def agree(question: str) -> bool:
    """Whether the person at the console says yes."""
    return ask(f"{question}（y/N）").lower() in {"y", "yes", "是"}


def print_json(value: Plain) -> None:
    """Print one JSON value."""
    sys.stdout.write(f"{json.dumps(value, ensure_ascii=False, indent=1)}\n")
