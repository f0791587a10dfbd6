"""The `ledsign` command: encode, decode, preview, emulate, run, status, probe, doctor."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ledsign.arguments import Parser
from ledsign.bitmap import Colours, Panel
from ledsign.profile import PROTOCOLS

MISUSE, FAILURE = 2, 1
_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "这不是文件夹",
    errno.EACCES: "没有权限读写",
    errno.EPERM: "没有权限读写",
    errno.EROFS: "只读，不能写",
    errno.ENOSPC: "磁盘已满",
}
"""Of a place on the disk; what has no place says itself what is wrong, but for the following."""

_TAKEN = {errno.EADDRINUSE: "端口已被别的程序占用，请换一个", errno.EADDRNOTAVAIL: "本机没有这个地址"}

LARGEST_BAUD = 4_000_000
LARGEST_ADDRESS = 65_535


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status: 2 on misuse, 1 on failure with one plain line."""
    made = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = made.run
    try:
        return run(made)
    except (ValueError, OSError) as failed:
        print(f"ledsign: {_line(failed)}", file=sys.stderr)
        return FAILURE
    except KeyboardInterrupt:
        return 130


def parser() -> Parser:
    """The command line."""
    made = Parser(prog="ledsign", description="LED 显示屏：编码、预览、模拟、驱动")
    commands = made.add_subparsers(metavar="命令", required=True, title="命令")
    _encode(commands.add_parser("encode", help="一段文字变成线路上的帧"))
    _decode(commands.add_parser("decode", help="读标准输入的十六进制，给出 JSON"))
    _preview(commands.add_parser("preview", help="画出显示屏上看到的内容"))
    _emulate(commands.add_parser("emulate", help="在伪终端或 TCP 端口上模拟一块显示屏"))
    _run(commands.add_parser("run", help="让显示屏跟随当前版次"))
    _status(commands.add_parser("status", help="显示屏现在的情况"))
    _probe(commands.add_parser("probe", help="找出波特率、校验位和地址"))
    _doctor(commands.add_parser("doctor", help="检查线路与设置，说明问题"))
    return made


def _encode(made: argparse.ArgumentParser) -> None:
    _protocol(made)
    _panel(made)
    made.add_argument("--text", required=True, help="要显示的文字")
    made.add_argument("--address", type=_address, default=1, help="屏地址")
    made.add_argument("--hex", action="store_true", help="十六进制，每帧一行（默认输出原始字节）")
    made.set_defaults(run=_command("encode"))


def _decode(made: argparse.ArgumentParser) -> None:
    _protocol(made)
    made.set_defaults(run=_command("decode"))


def _preview(made: argparse.ArgumentParser) -> None:
    made.add_argument("rotation", type=Path, metavar="ROTATION", help="rotation.json")
    _panel(made)
    made.add_argument("--out", type=Path, required=True, metavar="FILE", help=".png 或 .gif")
    made.add_argument("--protocol", choices=PROTOCOLS, default=PROTOCOLS[0], help="按哪种屏的字符集画")
    made.add_argument("--font", type=int, choices=(16, 24, 32), help="字高（点），默认取能放下的最大字")
    made.set_defaults(run=_command("preview"))


def _emulate(made: argparse.ArgumentParser) -> None:
    _protocol(made)
    _panel(made)
    where = made.add_mutually_exclusive_group(required=True)
    where.add_argument("--pty", type=Path, metavar="LINK", help="伪终端，以此路径为名")
    where.add_argument("--listen", type=_listen, metavar="HOST:PORT", help="TCP 端口")
    where.add_argument("--rfc2217", type=_listen, metavar="HOST:PORT", help="RFC 2217 转换器，波特率与校验位由驱动设置")
    made.add_argument("--baud", type=_baud, help="波特率，默认取该协议常用值")
    made.add_argument("--address", type=_address, default=1, help="屏地址")
    made.add_argument("--png", type=Path, metavar="FILE", help="随时更新的画面")
    made.add_argument("--state", type=Path, metavar="FILE", help="随时更新的 JSON 状态，重启时从中取回闪存")
    made.add_argument("--gif", type=Path, metavar="FILE", help="结束时把最后一分钟的画面写成动画")
    made.add_argument("--control", type=Path, metavar="SOCKET", help="控制套接字：断电、故障、状态（每行一个 JSON）")
    made.add_argument("--trouble", action="append", default=[], metavar="NAME=VALUE", help="一开始就有的故障，可多次")
    made.add_argument("--window", action="store_true", help="开一个窗口显示灯点")
    made.set_defaults(run=_command("emulate"))


def _run(made: argparse.ArgumentParser) -> None:
    _config(made)
    made.set_defaults(run=_command("run"))


def _status(made: argparse.ArgumentParser) -> None:
    _config(made)
    made.add_argument("--json", action="store_true", help="原样输出 JSON")
    made.set_defaults(run=_command("status"))


def _probe(made: argparse.ArgumentParser) -> None:
    made.add_argument("--protocol", choices=PROTOCOLS, help="协议，默认按 openhall.toml，没有写的端口逐个试")
    made.add_argument("--port", help="端口，默认逐个试 openhall.toml 里的端口")
    made.add_argument("--json", action="store_true", help="输出 JSON")
    _config(made)
    made.set_defaults(run=_command("probe"))


def _doctor(made: argparse.ArgumentParser) -> None:
    made.add_argument("--json", action="store_true", help="输出 JSON")
    _config(made)
    made.set_defaults(run=_command("doctor"))


def _protocol(made: argparse.ArgumentParser) -> None:
    made.add_argument("--protocol", choices=PROTOCOLS, required=True, help="协议")


def _panel(made: argparse.ArgumentParser) -> None:
    made.add_argument("--panel", type=_size, required=True, metavar="WxH", help="屏的点数，例如 256x16")
    made.add_argument("--colours", type=Colours, choices=list(Colours), default=Colours.RED, help="灯的颜色")


def _config(made: argparse.ArgumentParser) -> None:
    made.add_argument("--config", type=Path, metavar="FILE", help="openhall.toml，默认在 $OPENHALL_HOME 中")


def _size(text: str) -> Panel:
    try:
        return Panel.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def _listen(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 0xFFFF:  # noqa: PLR2004 - ports have sixteen bits
        raise argparse.ArgumentTypeError(f"应当写成 HOST:PORT，而不是 {text}")
    return host, int(port)


def _address(text: str) -> int:
    if not text.isdecimal() or int(text) > LARGEST_ADDRESS:
        raise argparse.ArgumentTypeError(f"屏地址是 0 到 {LARGEST_ADDRESS} 的整数，不是 {text}")
    return int(text)


def _baud(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LARGEST_BAUD:
        raise argparse.ArgumentTypeError(f"波特率是正整数，而不是 {text}")
    return int(text)


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    def run(made: argparse.Namespace) -> int:
        from importlib import import_module  # noqa: PLC0415 - a command loads only what it needs

        module = import_module(f"ledsign.commands.{name}")
        code: int = module.run(made)
        return code

    return run


def _line(failed: ValueError | OSError) -> str:
    if isinstance(failed, ValueError):
        return " ".join(str(failed).split())
    # Where something was to be linked or moved, the place that staff named is the second.
    place = failed.filename2 or failed.filename
    text = (_REASONS if place else _TAKEN).get(failed.errno or 0)
    return " ".join(f"{text or failed.strerror or failed}{f'：{place}' if place else ''}".split())


if __name__ == "__main__":
    sys.exit(main())
