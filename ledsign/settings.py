"""What `openhall.toml` says about the signs of this machine, and where everything of it lies."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, replace
from datetime import time
from math import isfinite
from pathlib import Path
from typing import TypeVar

import platformdirs

from ledsign.profile import LineSettings, Profile, profile_of
from ledsign.rotation import Effect

T = TypeVar("T", str, int, float)

PERCENT = 100
HOURS = 24


@dataclass(frozen=True, slots=True)
class SignSettings:
    """One `[[sign]]`.

    `port` is a device path (relative ones lie in the home) or an address. `brightness` is in percent, one figure or
    48 for the half hours of the day. `on` and `off` are the hours the lamps burn; None is always. The day's items
    show from `news_from` to `news_until`, outside these hours only standing notices do (or the fallback); None is
    all day.
    """

    name: str
    profile: Profile
    port: str
    line: LineSettings
    address: int = 1
    font_dots: int | None = None
    effect: Effect = Effect.HOLD
    characters_per_s: float = 4.0
    brightness: tuple[int, ...] = ()
    on: time | None = None
    off: time | None = None
    news_from: time | None = None
    news_until: time | None = None

    def lit_at(self, moment: time) -> bool:
        """Whether the lamps shall burn at this time of day."""
        return _within(self.on, self.off, moment)

    def news_at(self, moment: time) -> bool:
        """Whether the day's items shall show at this time of day."""
        return _within(self.news_from, self.news_until, moment)

    def brightness_at(self, moment: time) -> int | None:
        """How bright in percent at this time of day; None when nothing is set."""
        table = self.brightness
        return table[moment.hour * 2 + moment.minute // 30] if len(table) > 1 else table[0] if table else None


@dataclass(frozen=True, slots=True)
class Settings:
    """This machine's signs and its home."""

    home: Path
    signs: tuple[SignSettings, ...]


def _within(start: time | None, end: time | None, moment: time) -> bool:
    if start is None or end is None:
        return True
    return start <= moment < end if start <= end else moment >= start or moment < end


def home_of(config: Path | None) -> Path:
    """`$OPENHALL_HOME`, else the folder of the given file, else the platform's data folder."""
    named = os.environ.get("OPENHALL_HOME")
    if named:
        return Path(named).expanduser().absolute()
    return config.absolute().parent if config else Path(platformdirs.user_data_dir("openhall", appauthor=False))


def read_settings(home: Path, config: Path | None = None) -> Settings:
    """Read `openhall.toml`, or `config` in its place. ValueError names the file and what is wrong in it."""
    file = config or home / "openhall.toml"
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise ValueError(f"找不到设置文件 {file}") from missing
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as broken:
        raise ValueError(f"{file}：读不懂（{broken}）") from broken
    tables = table.get("sign", [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise ValueError(f"{file}：显示屏应当写成 [[sign]]")
    signs = tuple(_sign(_Reader(file, number, one)) for number, one in enumerate(tables, 1))
    names = [sign.name for sign in signs]
    if len(set(names)) != len(names):
        raise ValueError(f"{file}：有两块显示屏同名")
    places = [(sign.port, sign.address) for sign in signs]
    twice = [sign for sign in signs if places.count((sign.port, sign.address)) > 1]
    if twice:
        both = "、".join(sign.name for sign in twice)
        raise ValueError(f"{file}：{both} 在同一端口上用了同一地址，请给每块屏自己的 address")
    return Settings(home, signs)


@dataclass(frozen=True, slots=True)
class _Reader:
    file: Path
    number: int
    table: dict[str, object]

    def wrong(self, key: str, wish: str) -> ValueError:
        return ValueError(f"{self.file}：第 {self.number} 块显示屏（[[sign]]）的 {key} {wish}")

    def value(self, key: str, kind: type[T], default: T | None = None) -> T:
        found = self.table.get(key, default)
        number = isinstance(found, int) and not isinstance(found, bool)
        if kind is float and number:
            return kind(found)  # type: ignore[arg-type]  # `found` was just seen to be an int
        if not isinstance(found, kind) or isinstance(found, bool):
            raise self.wrong(key, f"应当是{_WORDS[kind]}")
        return found

    def optional(self, key: str, kind: type[T]) -> T | None:
        return self.value(key, kind) if key in self.table else None

    def words(self, key: str) -> str:
        """A text that says something."""
        found = self.value(key, str)
        if not found.strip():
            raise self.wrong(key, "不能为空")
        return found

    def flag(self, key: str) -> bool:
        """True or false; false when it is not there."""
        found = self.table.get(key, False)
        if not isinstance(found, bool):
            raise self.wrong(key, "应当是 true 或 false")
        return found

    def pair(self, start: str, end: str) -> tuple[time | None, time | None]:
        """Two times of day that only make sense together."""
        found = self.clock(start), self.clock(end)
        if (found[0] is None) != (found[1] is None):
            raise self.wrong(f"{start} / {end}", "要么都写，要么都不写")
        if found[0] is not None and found[0] == found[1]:
            raise self.wrong(f"{start} / {end}", "不能是同一时刻")
        return found

    def clock(self, key: str) -> time | None:
        found = self.table.get(key)
        try:
            return time.fromisoformat(found) if isinstance(found, str) else found if isinstance(found, time) else None
        except ValueError as wrong:
            raise self.wrong(key, '应当是时刻，例如 "08:00"') from wrong


_WORDS: dict[type, str] = {str: "文字（加引号）", int: "整数", float: "数字"}


def _sign(reader: _Reader) -> SignSettings:
    try:
        profile = profile_of(reader.value("protocol", str))
    except ValueError as unknown:
        raise reader.wrong("protocol", f"不认识：{unknown}") from unknown
    line = _line(reader, profile)
    on, off = reader.pair("on", "off")
    news_from, news_until = reader.pair("news_from", "news_until")
    return SignSettings(
        name=reader.words("name"),
        profile=replace(profile, line=line, acknowledges=profile.acknowledges and not reader.flag("one_way")),
        port=reader.words("port"),
        line=line,
        address=_address(reader, profile),
        font_dots=reader.optional("font_dots", int),
        effect=_effect(reader),
        characters_per_s=_reading_speed(reader),
        brightness=_brightness(reader),
        on=on,
        off=off,
        news_from=news_from,
        news_until=news_until,
    )


def _line(reader: _Reader, profile: Profile) -> LineSettings:
    usual = profile.line
    try:
        return LineSettings(
            baud=reader.value("baud", int, usual.baud),
            data_bits=reader.value("data_bits", int, usual.data_bits),
            parity=reader.value("parity", str, usual.parity),
            stop_bits=reader.value("stop_bits", int, usual.stop_bits),
        )
    except ValueError as wrong:
        if isinstance(wrong.__cause__, ValueError) or "[[sign]]" in str(wrong):
            raise
        raise reader.wrong("baud / data_bits / parity / stop_bits", f"不成线路：{wrong}") from wrong


def _address(reader: _Reader, profile: Profile) -> int:
    address = reader.value("address", int, 1)
    try:
        return profile.checked_address(address)
    except ValueError as wrong:
        raise reader.wrong("address", f"不对：{wrong}") from wrong


def _reading_speed(reader: _Reader) -> float:
    speed = reader.value("characters_per_s", float, 4.0)
    if not (isfinite(speed) and speed > 0):
        raise reader.wrong("characters_per_s", f"是每秒读的字数，应当是正数，而不是 {speed:g}")
    return speed


def _effect(reader: _Reader) -> Effect:
    try:
        return Effect(reader.value("effect", str, Effect.HOLD.value))
    except ValueError as unknown:
        raise reader.wrong("effect", f"应当是 {'、'.join(Effect)} 之一") from unknown


def _brightness(reader: _Reader) -> tuple[int, ...]:
    found = reader.table.get("brightness", [])
    levels = [level for level in (found if isinstance(found, list) else [found]) if type(level) is int]
    whole = levels in (found, [found])
    if not whole or len(levels) not in (0, 1, 24, 48) or not all(0 <= level <= PERCENT for level in levels):
        raise reader.wrong("brightness", "应当是 0 到 100 的一个整数，或全天 24 小时（或 48 个半小时）各一个")
    a_level = 2 if len(levels) == HOURS else 1
    return tuple(level for level in levels for _ in range(a_level))
