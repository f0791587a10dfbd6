"""`kiosk doctor`: says in plain words whether this machine can show the lobby, and what to do where it cannot."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from data.edition.reader import Edition
from data.records import KINDS
from kiosk.app import application
from kiosk.editions import UNREADABLE, opened_whole
from kiosk.pin import Pin
from kiosk.settings import Settings
from kiosk.web.engine import CODES, engine_fault
from kiosk.web.process import FOLDER

FAMILIES = ("Noto Sans CJK SC", "Noto Serif CJK SC")
RARE = "𬀩䶮㙍"
"""Characters of personal names that small fonts lack: beyond the basic plane, and extension A."""
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Categories of Unicode that need no drawing; not isprintable(), which knows no newer Hanzi than Python does."""
OWNER = "请把它交给本机的查询用户"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is well, and what to do where it is not."""

    subject: str
    well: bool
    remedy: str = ""

    def line(self) -> str:
        """As a person reads it."""
        return f"{'正常' if self.well else '问题'}  {self.subject}" + ("" if self.well else f"：{self.remedy}")


def examine(settings: Settings) -> Iterator[Finding]:
    """Look at the edition, the fonts, the screen, the web engine, the PIN and the home folder."""
    application()
    wanted = dict.fromkeys(RARE, "")
    try:
        edition = opened_whole(settings.current)
    except UNREADABLE as error:
        yield Finding(
            f"内容 {settings.current}", well=False, remedy=f"打不开（{error}），请先 desk publish 或 desk receive"
        )
    else:
        yield Finding(f"内容 第 {edition.manifest.number} 期", well=True)
        wanted = {sign: text for text in _said(edition) for sign in text} | wanted
        edition.close()
    known = set(QFontDatabase.families())
    for family in FAMILIES:
        yield Finding(f"字体 {family}", family in known, "请安装 fonts-noto-cjk")
    yield _signs(wanted)
    yield _screen(settings)
    yield _website(settings)
    yield _pin(settings)
    health = settings.home / "health"
    yield Finding(f"运行状态 {health}", _writable(health), f"这个文件夹不可写，{OWNER}")


def _website(settings: Settings) -> Finding:
    """Where the list allows nothing, codes are what was wanted."""
    allow = settings.portal.allow
    if allow is not None and not allow.origins:
        return Finding("网站 只给二维码：[portal] allow 是空的", well=True)
    fault = engine_fault()
    visits = settings.home / FOLDER
    if not fault and not _writable(visits):
        fault = f"文件夹 {visits} 不可写，{CODES}；{OWNER}"
    return Finding("网站 Qt WebEngine", not fault, fault)


def _pin(settings: Settings) -> Finding:
    """No fault either way: without a PIN nobody opens the service menu, visitors included."""
    is_set = Pin(settings.home, time.monotonic).is_set
    return Finding(f"服务密码{'已设置' if is_set else '没有设置，服务菜单打不开；要用时运行 kiosk pin'}", well=True)


def _said(edition: Edition) -> Iterator[str]:
    """Names and lines of lists, and the news: where rare characters are."""
    for kind in KINDS:
        for title in edition.titles(kind):
            yield title.title
            yield title.detail
    for item in edition.rotation().items:
        yield item.text


def _signs(wanted: dict[str, str]) -> Finding:
    """Whether every character can be drawn. `wanted`: each with a text it is in, or none."""
    texts = {sign: wanted[sign] for sign in uncovered(wanted)}
    told = "、".join(f"{sign}（U+{ord(sign):04X}{f'，见“{text}”' if text else ''}）" for sign, text in texts.items())
    return Finding("生僻字", not texts, f"没有字体能显示 {told}，请安装 fonts-noto-cjk、fonts-hanazono，或换一个字")


def uncovered(signs: Iterable[str]) -> list[str]:
    """The characters that no installed font draws."""
    fonts = [QRawFont.fromFont(QFont(family)) for family in (*FAMILIES, *QFontDatabase.families())]
    drawn = (sign for sign in signs if category(sign) not in UNSEEN)
    return [sign for sign in drawn if not any(font.supportsCharacter(ord(sign)) for font in fonts)]


def _screen(settings: Settings) -> Finding:
    """Whether the lower edge of the glass leaves room within reach (1220 mm) for what is essential."""
    reachable = 1220 - settings.screen.bottom_mm
    return Finding(
        f"屏幕 {settings.screen.diagonal_mm / 25.4:.0f} 英寸，下沿离地 {settings.screen.bottom_mm:.0f} 毫米",
        reachable >= 380,  # noqa: PLR2004 - the bar, a header and two rows of 20 mm targets
        "下沿太高，坐轮椅的人够不着；请把屏幕装低，或改正 [screen] height_mm",
    )


def _writable(folder: Path) -> bool:
    probe = folder / ".probe"
    try:
        probe.parent.mkdir(parents=True, exist_ok=True)
        probe.write_text("", encoding="utf-8")
        probe.unlink()
    except OSError:
        return False
    return True
