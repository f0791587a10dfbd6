"""What a family of signs can do and how far that is known, read from one TOML file a family."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import TYPE_CHECKING, Self, TypeVar

from ledsign.rotation import Effect

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")
W = TypeVar("W", bound=StrEnum)

_WORDS: Mapping[type, str] = {
    bool: " true 或 false",
    int: "整数",
    float: "带小数点的数，例如 2.0",
    str: "引号里的文字",
    list: "一列值",
}

PROTOCOLS = ("onbon-bx5k", "jetfile2-simple", "jetfile2", "alpha", "onbon-bx5e")
"""Every protocol this program speaks, by the name that commands and settings use."""


class Evidence(StrEnum):
    """How the bytes are known: from the maker's text, from a real device's line, or worked out from programs."""

    PUBLISHED = "published"
    CAPTURED = "captured"
    DERIVED = "derived"


class Content(StrEnum):
    """Whether a sign draws text with its own fonts or takes dot pictures."""

    TEXT = "text"
    DOTS = "dots"


@dataclass(frozen=True, slots=True)
class LineSettings:
    """How bytes travel: speed, and the bits around each byte (8N1 is ten bits a byte)."""

    baud: int
    data_bits: int = 8
    parity: str = "N"
    stop_bits: int = 1

    def __post_init__(self) -> None:
        if self.baud < 1 or self.data_bits not in (7, 8) or self.parity not in "NEO" or self.stop_bits not in (1, 2):
            msg = f"没有 {self.baud} {self.data_bits}{self.parity}{self.stop_bits} 这样的线路参数"
            raise ValueError(msg)

    @property
    def bits_a_byte(self) -> int:
        """Start bit, data bits, parity bit if any, stop bits."""
        return 1 + self.data_bits + (self.parity != "N") + self.stop_bits

    def seconds(self, count: int) -> float:
        """How long `count` bytes take on the wire."""
        return count * self.bits_a_byte / self.baud


@dataclass(frozen=True, slots=True)
class Pictures:
    """Memory for `count` pictures of up to `width_dots` by `height_dots`, from which texts put their pages together.

    A text holds `text_bytes`; it calls a picture with `call_bytes` of them, and one stands between two pages.
    """

    height_dots: int
    width_dots: int
    count: int
    text_bytes: int
    call_bytes: int


@dataclass(frozen=True, slots=True)
class Profile:
    """One family of signs.

    `bauds` and `addresses` are what to try on an unknown line, likeliest first, the last address everyone's;
    `largest_address` is the last that a frame has room for. `font_dots` are the heights a text sign has fonts for, or
    that we draw for a dot sign.
    `acknowledges` is whether anything comes back; it `reads_back` what it holds or only says that it took it.
    `keeps_hours`: it keeps the times of day of each text by itself, `keeps_days` its days of the week. `programmes` is
    how many texts are kept at once, `text_bytes` the longest one. `flash_writes` is how many files may be written to
    flash in a day (0: as many as needed, or the sign has none); `rewrite_s` after how long even flash is read back or,
    where a sign cannot be read, written anew, because what another computer changed, or what slipped through a weak
    checksum, would stay (0: never). `reply_s` is how long a reply is waited for. `pictures` are the kinds a picture
    sign keeps, lowest first; where there are none, `text_bytes` are for all pages together: `area_bytes`, and
    `page_bytes` beside the dots of each.
    """

    protocol: str
    title: str
    evidence: Evidence
    line: LineSettings
    bauds: tuple[int, ...]
    addresses: tuple[int, ...]
    largest_address: int
    content: Content
    font_dots: tuple[int, ...]
    effects: tuple[Effect, ...]
    programmes: int
    text_bytes: int
    acknowledges: bool
    reads_back: bool
    keeps_hours: bool
    keeps_days: bool
    flash_writes: int
    rewrite_s: float
    reply_s: float
    pictures: tuple[Pictures, ...] = ()
    area_bytes: int = 0
    page_bytes: int = 0

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """Read a profile's file. ValueError names, for staff, what is missing or of the wrong kind."""
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as broken:
            msg = f"屏型文件不是 TOML：{broken}"
            raise ValueError(msg) from broken
        return cls(
            protocol=_value(table, "protocol", str),
            title=_value(table, "title", str),
            evidence=_word(table, "evidence", Evidence),
            line=LineSettings(
                baud=_value(table, "baud", int),
                data_bits=_value(table, "data_bits", int),
                parity=_value(table, "parity", str),
                stop_bits=_value(table, "stop_bits", int),
            ),
            bauds=_values(table, "bauds", int),
            addresses=_values(table, "addresses", int),
            largest_address=_value(table, "largest_address", int),
            content=_word(table, "content", Content),
            font_dots=_values(table, "font_dots", int),
            effects=tuple(_one_of(word, "effects", Effect) for word in _values(table, "effects", str)),
            programmes=_value(table, "programmes", int),
            text_bytes=_value(table, "text_bytes", int),
            acknowledges=_value(table, "acknowledges", bool),
            reads_back=_value(table, "reads_back", bool),
            keeps_hours=_value(table, "keeps_hours", bool),
            keeps_days=_value(table, "keeps_days", bool),
            flash_writes=_value(table, "flash_writes", int),
            rewrite_s=_value(table, "rewrite_s", float),
            reply_s=_value(table, "reply_s", float),
            pictures=tuple(_pictures(kind) for kind in table.get("pictures", [])),
            area_bytes=_value({"area_bytes": 0} | table, "area_bytes", int),
            page_bytes=_value({"page_bytes": 0} | table, "page_bytes", int),
        )

    def checked_address(self, address: int) -> int:
        """The address, if this family has it. ValueError says which there are."""
        if not 0 <= address <= self.largest_address:
            msg = f"{self.title}的屏地址是 0 到 {self.largest_address} 的整数，没有 {address}"
            raise ValueError(msg)
        return address

    def effect(self, wanted: Effect) -> Effect:
        """The effect this family shows when `wanted` is asked for: its own, or the first it lists."""
        return wanted if wanted in self.effects else self.effects[0]


def profile_of(protocol: str) -> Profile:
    """The profile that comes with the program. ValueError when there is none, or it is broken."""
    if protocol not in PROTOCOLS:
        msg = f"没有叫 {protocol!r} 的协议；有 {'、'.join(PROTOCOLS)}"
        raise ValueError(msg)
    file = resources.files("ledsign") / "profiles" / f"{protocol}.toml"
    try:
        return Profile.from_toml(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as broken:
        msg = f"{file}：{broken}；请改正，或重新安装程序"
        raise ValueError(msg) from broken


def _word(table: Mapping[str, object], name: str, words: type[W]) -> W:
    return _one_of(_value(table, name, str), name, words)


def _one_of(word: str, name: str, words: type[W]) -> W:
    if word not in list(words):
        msg = f"屏型文件的 {name} 里没有 {word!r} 这个词；有 {'、'.join(words)}"
        raise ValueError(msg)
    return words(word)


def _value(table: Mapping[str, object], name: str, kind: type[T]) -> T:
    value = table.get(name)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        msg = f"屏型文件的 {name} 应当是{_WORDS[kind]}"
        raise ValueError(msg)
    return value


def _pictures(table: Mapping[str, object]) -> Pictures:
    return Pictures(**{name: _value(table, name, int) for name in Pictures.__dataclass_fields__})


def _values(table: Mapping[str, object], name: str, kind: type[T]) -> tuple[T, ...]:
    values = _value(table, name, list)
    if not values or not all(isinstance(value, kind) for value in values):
        msg = f"屏型文件的 {name} 应当是一列{_WORDS[kind]}，至少一个"
        raise ValueError(msg)
    return tuple(values)
