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
class Profile:
    """One family of signs.

    `bauds` and `addresses` are what to try on an unknown line, likeliest first; `largest_address` is the last that a
    frame has room for. `font_dots` are the heights a text
    sign has fonts for, or that we draw for a dot sign. `acknowledges` is whether anything comes back; it
    `reads_back` what it holds or only says that it took it. `keeps_hours`: it keeps the times of day of each text
    by itself. `programmes` is how many texts are kept at once, `text_bytes` the longest one. `flash_writes` is how
    many files may be written to flash in a day (0: as many as needed, or the sign has none); `rewrite_s` after how
    long even flash is written anew, because what slipped through a weak checksum would stay (0: never). `reply_s`
    is how long a reply is waited for.
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
    flash_writes: int
    rewrite_s: float
    reply_s: float

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """Read a profile's file. ValueError names what is missing or of the wrong kind."""
        table = tomllib.loads(text)
        return cls(
            protocol=_value(table, "protocol", str),
            title=_value(table, "title", str),
            evidence=Evidence(_value(table, "evidence", str)),
            line=LineSettings(
                baud=_value(table, "baud", int),
                data_bits=_value(table, "data_bits", int),
                parity=_value(table, "parity", str),
                stop_bits=_value(table, "stop_bits", int),
            ),
            bauds=_values(table, "bauds", int),
            addresses=_values(table, "addresses", int),
            largest_address=_value(table, "largest_address", int),
            content=Content(_value(table, "content", str)),
            font_dots=_values(table, "font_dots", int),
            effects=tuple(Effect(word) for word in _values(table, "effects", str)),
            programmes=_value(table, "programmes", int),
            text_bytes=_value(table, "text_bytes", int),
            acknowledges=_value(table, "acknowledges", bool),
            reads_back=_value(table, "reads_back", bool),
            keeps_hours=_value(table, "keeps_hours", bool),
            flash_writes=_value(table, "flash_writes", int),
            rewrite_s=_value(table, "rewrite_s", float),
            reply_s=_value(table, "reply_s", float),
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
    """The profile that comes with the program. ValueError lists the names when there is none."""
    if protocol not in PROTOCOLS:
        msg = f"没有叫 {protocol!r} 的协议；有 {'、'.join(PROTOCOLS)}"
        raise ValueError(msg)
    file = resources.files("ledsign") / "profiles" / f"{protocol}.toml"
    return Profile.from_toml(file.read_text(encoding="utf-8"))


def _value(table: Mapping[str, object], name: str, kind: type[T]) -> T:
    value = table.get(name)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        msg = f"a profile needs {name}, of the kind {kind.__name__}"
        raise ValueError(msg)
    return value


def _values(table: Mapping[str, object], name: str, kind: type[T]) -> tuple[T, ...]:
    values = _value(table, name, list)
    if not values or not all(isinstance(value, kind) for value in values):
        msg = f"a profile needs {name}, a list of the kind {kind.__name__}"
        raise ValueError(msg)
    return tuple(values)
