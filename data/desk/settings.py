"""What `openhall.toml` says to the desk. Tables of the other programs are theirs to read."""

import tomllib
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from data.store.refusal import Refused

_Value = TypeVar("_Value", str, int)

DEFAULT_ZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class SignStyle:
    """How a sign of this machine sets its texts, so that the preview can do the same. None is the program's choice."""

    name: str
    protocol: str = ""
    font_dots: int | None = None
    effect: str | None = None
    characters_per_s: float | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """How staff reach the pages of `desk serve`.

    `certificate` and `key` are PEM files for TLS; `names` are the host names the pages answer under, none for those of
    the address they listen on. `proxies` are addresses whose word is believed about where a request came from and,
    where `login_header` names a header, about who sent it; `sign_out` is where browsers go on to leave the single
    sign-on, empty for nowhere. `syslog` takes the history: a socket's path, `udp://host:514` or `tcp://host:514`;
    empty for none.
    """

    certificate: Path | None = None
    key: Path | None = None
    names: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    login_header: str = ""
    sign_out: str = ""
    syslog: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The desk's part.

    `store` is a database URL, empty for the home's own SQLite file; `site` names the office in manifests; `zone` is
    where its days begin and end; `signs` are the names of the signs in `[[sign]]`, `styles` what else they say that
    changes a sign's dots; `access` is how staff reach the pages.
    """

    store: str
    site: str
    zone: ZoneInfo
    signs: tuple[str, ...]
    styles: tuple[SignStyle, ...] = ()
    access: Access = Access()


def read_settings(path: Path) -> Settings:
    """The settings in `path`, or all defaults where there is no such file. Refused names file and key."""
    table = _Table(path, "", _parsed(path) if path.exists() else {})
    site = table.table("site")
    return Settings(
        store=table.value("store", str, ""),
        site=site.value("name", str, ""),
        zone=_zone(site),
        signs=tuple(sign.value("name", str, "") for sign in table.tables("sign")),
        styles=tuple(_style(sign.entries) for sign in table.tables("sign")),
        access=_access(table.table("desk")),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file, with the path of keys that leads to it so that a complaint can name it."""

    path: Path
    place: str
    entries: dict[str, object]

    def value(self, key: str, kind: type[_Value], default: _Value) -> _Value:
        found = self.entries.get(key, default)
        if isinstance(found, kind) and not isinstance(found, bool):
            return found
        raise self.wrong(key, f"应当是{_WORDS[kind]}")

    def table(self, key: str) -> "_Table":
        return self._table(key, self.entries.get(key, {}))

    def tables(self, key: str) -> tuple["_Table", ...]:
        found = self.entries.get(key, [])
        if not isinstance(found, list):
            raise self.wrong(key, f"应当写成 [[{key}]]")
        return tuple(self._table(key, item) for item in found)

    def texts(self, key: str) -> tuple[str, ...]:
        found = self.entries.get(key, [])
        if not isinstance(found, list) or not all(isinstance(item, str) and item for item in found):
            raise self.wrong(key, '应当是一列文字，例如 ["10.0.0.2"]')
        return tuple(found)

    def file(self, key: str) -> Path | None:
        """A file's path, beside the settings where it is not absolute."""
        text = self.value(key, str, "")
        if not text:
            return None
        path = self.path.parent / text
        if not path.is_file():
            raise self.wrong(key, f"指的文件不在：{path}")
        return path

    def wrong(self, key: str, wish: str) -> Refused:
        return Refused(f"{self.path}：{self.place}{key} {wish}")

    def _table(self, key: str, found: object) -> "_Table":
        if not isinstance(found, dict):
            raise self.wrong(key, f"应当写成 [{key}]")
        return _Table(self.path, f"{self.place}{key}.", found)


def _style(entries: dict[str, object]) -> SignStyle:
    """What the sign's own service reads there; a mistake is that service's to tell."""
    font, speed = entries.get("font_dots"), entries.get("characters_per_s")
    return SignStyle(
        name=str(entries.get("name", "")),
        protocol=str(entries.get("protocol", "")),
        font_dots=font if type(font) is int else None,
        effect=str(entries["effect"]) if "effect" in entries else None,
        characters_per_s=float(speed) if isinstance(speed, int | float) and not isinstance(speed, bool) else None,
    )


def _access(table: _Table) -> Access:
    """The pages' part. Refused where half of a pair is missing, or a login would be believed from anybody."""
    access = Access(
        certificate=table.file("certificate"),
        key=table.file("key"),
        names=table.texts("names"),
        proxies=table.texts("proxies"),
        login_header=table.value("login_header", str, ""),
        sign_out=table.value("sign_out", str, ""),
        syslog=table.value("syslog", str, ""),
    )
    if (access.certificate is None) != (access.key is None):
        raise table.wrong("certificate", "和 desk.key 要一起写：证书文件和它的私钥文件")
    for proxy in access.proxies:
        try:
            ip_network(proxy)
        except ValueError as error:
            raise table.wrong("proxies", f"里的“{proxy}”不是 IP 地址") from error
    if access.login_header and not access.proxies:
        raise table.wrong("login_header", "要和 desk.proxies 一起写：只有这些地址发来的用户名才可信")
    if access.sign_out and not access.sign_out.startswith(("https://", "http://", "/")):
        raise table.wrong("sign_out", "应当是网址，例如 https://login.example.gov.cn/logout")
    if access.syslog and not access.syslog.startswith(("/", "udp://", "tcp://")):
        raise table.wrong("syslog", "应当是 /dev/log、udp://主机:514 或 tcp://主机:514")
    return access


_WORDS: dict[type, str] = {str: "文字（加引号）", int: "整数"}


def _parsed(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(f"{path}：读不懂（{error}）") from error


def _zone(site: _Table) -> ZoneInfo:
    name = site.value("zone", str, DEFAULT_ZONE)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise site.wrong("zone", f"不是时区名：“{name}”（例如 {DEFAULT_ZONE}）") from error
