"""The command `kiosk`: shows the lobby on a touchscreen, or draws, checks and explains what it would show."""

import argparse
import builtins
import getpass
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from pkgutil import resolve_name

from kiosk.settings import Settings, read_settings, size_of
from ledsign.arguments import Parser

COMMANDS = "doctor：检查本机能否正常显示；pin：设置服务密码；calm：只显示“正在准备，请稍候”，由 systemd 放在下面"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 2 on misuse, 1 with one plain line where it cannot do what it is asked."""
    options = parser().parse_args(arguments)
    if options.command == "calm":
        return _calm(options.framebuffer)
    try:
        settings = _settings(options)
    except (OSError, ValueError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    if options.command == "pin":
        return _pin(settings)
    _prepare_qt(hidden=bool(options.snapshot or options.audit or options.command == "doctor"))
    if options.command == "doctor":
        return _doctor(settings)
    if options.audit:
        return _audit(settings, as_json=options.json)
    if options.snapshot:
        return _snapshot(settings, options.snapshot, options.page)
    run = resolve_name("kiosk.gallery:run" if options.gallery else "kiosk.app:run")
    return int(run(settings, options.size, windowed=options.windowed))


def _calm(framebuffer: Path | None) -> int:
    """Whatever is wrong with the machine's settings, this page comes: it reads none."""
    if framebuffer is None:
        return int(resolve_name("kiosk.calm:run")())
    try:
        return int(resolve_name("kiosk.framebuffer:run")(framebuffer))
    except OSError as error:
        print(f"kiosk: {framebuffer} 上画不了（{error}）", file=sys.stderr)
        return 1


def _doctor(settings: Settings) -> int:
    findings = list(resolve_name("kiosk.doctor:examine")(settings))
    for finding in findings:
        print(finding.line())
    return 0 if all(finding.well for finding in findings) else 1


def _pin(settings: Settings) -> int:
    """Ask for the service menu's PIN, unseen and twice on a console, once where it comes from a pipe."""
    if sys.stdin.isatty():
        first, second = getpass.getpass("新的服务密码（6 到 12 位数字）："), getpass.getpass("再输一次：")
    else:
        first = second = sys.stdin.readline().strip()
    if first != second:
        print("kiosk: 两次输入的密码不一样，没有改动", file=sys.stderr)
        return 1
    try:
        resolve_name("kiosk.pin:Pin")(settings.home, time.monotonic).keep(first)
    except (OSError, ValueError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    print("服务密码已设置。")
    return 0


def _audit(settings: Settings, *, as_json: bool) -> int:
    try:
        report = resolve_name("kiosk.audit:audit")(settings)
    except (OSError, ValueError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    print(report.to_json() if as_json else "\n".join(report.lines()))
    return 1 if report.findings else 0


def _snapshot(settings: Settings, folder: Path, pages: list[str]) -> int:
    try:
        if pages:
            count = resolve_name("kiosk.snapshot:snapshot_pages")(settings, folder, pages)
        else:
            count = resolve_name("kiosk.snapshot:snapshot")(settings, folder)
    except OSError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    print(f"{count} pictures in {folder}")
    return 0


def parser() -> Parser:
    """The command's arguments."""
    made = Parser(prog="kiosk", description="查询一体机：在触摸屏上显示本单位的政务公开内容。")
    made.add_argument("command", nargs="?", choices=["doctor", "pin", "calm"], help=COMMANDS)
    made.add_argument("--config", type=Path, metavar="FILE", help="openhall.toml，默认在 $OPENHALL_HOME 中")
    made.add_argument("--edition", type=Path, metavar="DIR", help="直接显示这一期，而不是 editions/current")
    made.add_argument("--windowed", action="store_true", help="在窗口中显示")
    made.add_argument("--size", type=_size, metavar="WxH", help="窗口大小，如 1080x1920")
    made.add_argument("--snapshot", type=Path, metavar="DIR", help="把每一页画成 PNG，不需要显示器")
    made.add_argument("--page", action="append", default=[], metavar="PAGE[/KEY]", help="只画这一页，可重复")
    made.add_argument("--framebuffer", type=Path, metavar="DEVICE", help="calm 画在这个设备上，如 /dev/fb0")
    made.add_argument("--gallery", action="store_true", help="显示全部控件")
    made.add_argument("--audit", action="store_true", help="检查每一页的触摸尺寸、可及范围、对比度和名称")
    made.add_argument("--json", action="store_true", help="以 JSON 输出检查结果")
    return made


def _size(text: str) -> tuple[int, int]:
    try:
        return size_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _settings(options: argparse.Namespace) -> Settings:
    settings = read_settings(options.config)
    if options.edition is None:
        return settings
    if not (options.edition / "manifest.json").is_file():
        raise ValueError(f"{options.edition} 不是一期内容：没有 manifest.json")
    return replace(settings, edition=options.edition)


def _prepare_qt(*, hidden: bool) -> None:
    """The software renderer is the floor; what needs no screen asks for none; modules load as Python loads them."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if hidden:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # PySide reads the source of every module imported after it, for features (`import __feature__`) that nobody uses
    # here; it keeps Python's own import under this name.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


if __name__ == "__main__":
    sys.exit(main())
