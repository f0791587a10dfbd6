"""`desk`: the commands by which staff load, review and publish."""

import sys
from collections.abc import Sequence
from contextlib import closing
from io import TextIOWrapper

from data.desk.bootstrap import open_desk
from data.desk.commands import Run, commands
from data.store.refusal import Refused
from ledsign.arguments import Parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0 done, 1 failed with one plain line on standard error, 2 (SystemExit) misuse."""
    _never_fail_on_letters()
    arguments = _parser().parse_args(argv)
    run: Run = arguments.run
    try:
        with closing(open_desk()) as desk:
            return run(arguments, desk)
    except Refused as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"读写失败：{error}")
    except KeyboardInterrupt:
        return _fail("已中断")


def _parser() -> Parser:
    parser = Parser(prog="desk", description="办公室的工作台：导入、审核、发布")
    subparsers = parser.add_subparsers(title="命令", metavar="命令", required=True)
    for command in commands():
        command.add(subparsers)
    return parser


def _fail(message: str) -> int:
    print(f"desk：{' '.join(message.split())}", file=sys.stderr)
    return 1


def _never_fail_on_letters() -> None:
    """A console that cannot show Chinese gets escapes instead of a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
