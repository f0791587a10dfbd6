"""argparse that speaks Chinese to staff: its headings, and what it says of a line it cannot understand.

Its sentences come from the standard library's argparse (3.11 to 3.14); one it does not know stays as it is.
"""

import re
import sys
from argparse import ArgumentParser
from typing import NoReturn

_SENTENCES = (
    (r"the following arguments are required: (.*)", r"还缺：\1"),
    (r"unrecognized arguments: (.*)", r"不认识：\1"),
    (r"argument (.*?): expected one argument", r"\1 后面还缺一个值"),
    (r"argument (.*?): expected at least one argument", r"\1 至少要有一个"),
    (r"argument (.*?): expected (\d+) arguments?", r"\1 后面要有 \2 个值"),
    (r"argument (.*?): ignored explicit argument (.*)", r"\1 后面不能有值：\2"),
    (r"argument (.*?): not allowed with argument (.*)", r"\1 不能和 \2 一起用"),
    (r"argument (.*?): invalid choice: (.*) \(choose from (.*)\)", r"\1 不能是 \2；可以是：\3"),
    (r"argument (.*?): invalid int value: (.*)", r"\1 应当是整数，而不是 \2"),
    (r"argument (.*?): invalid float value: (.*)", r"\1 应当是数字，而不是 \2"),
    (r"argument (.*?): invalid \w+ value: (.*)", r"\1 看不懂：\2"),
    (r"argument (.*?): (.*)", r"\1：\2"),
    (r"ambiguous option: (.*?) could match (.*)", r"\1 不清楚，可能是：\2"),
    (r"one of the arguments (.*) is required", r"\1 之中须有一个"),
)
_USAGE = "usage: "


class Parser(ArgumentParser):
    """An argument parser whose own words are Chinese; parsers of its commands are of the same class."""

    def __init__(self, **settings: object) -> None:
        """Takes what ArgumentParser takes."""
        super().__init__(**{"add_help": False, **settings})  # type: ignore[arg-type]  # handed through as it came
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        """The usage line."""
        return super().format_usage().replace(_USAGE, "用法：", 1)

    def format_help(self) -> str:
        """The whole explanation."""
        return super().format_help().replace(_USAGE, "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what is wrong with this line; exit 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}：{in_chinese(message)}\n")


def in_chinese(message: str) -> str:
    """What argparse complains of, for staff."""
    for pattern, sentence in _SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return found.expand(sentence)
    return message
