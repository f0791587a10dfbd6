"""What `openhall.toml` says about this machine's screen: its glass, its patience, where it stands."""

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QUrl

from kiosk.origins import AllowList, origin

MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Screen:
    """The glass. Every size on it is thought in millimetres, so its diagonal decides what fits.

    `bottom_mm` is how high above the floor the lower edge of the glass hangs. `size` is None for the whole screen.
    """

    diagonal_mm: float = 32 * MM_PER_INCH
    size: tuple[int, int] | None = None
    bottom_mm: float = 700.0


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a visit lasts without a touch: `idle_s`, then a counted warning of `warning_s`.

    `attract_s` after a visit the resting screen begins. `cleaning_s` the glass does not answer while staff wipe it.
    """

    idle_s: float = 60.0
    warning_s: float = 20.0
    attract_s: float = 60.0
    cleaning_s: float = 30.0


@dataclass(frozen=True, slots=True)
class Portal:
    """The website on the glass.

    `allow` is what may be seen of the web: None for the website and the channels that the edition names, which two
    people have approved; nothing at all where the list is empty. `home` is the front page, empty for the edition's.
    After `limit_s` a visitor is asked whether they are still there; 0 asks nobody.
    """

    allow: AllowList | None = None
    home: str = ""
    limit_s: float = 900.0


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a kiosk is told about the machine it runs on."""

    home: Path
    site: str = ""
    telephone: str = ""
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Shanghai"))
    screen: Screen = Screen()
    patience: Patience = Patience()
    portal: Portal = Portal()
    place: str = ""
    """Key of the place on the map where this kiosk stands, empty for the first there is."""
    motion: bool = True
    edition: Path | None = None
    """Shows this edition instead of the current one."""

    @property
    def current(self) -> Path:
        """The edition that shows, or the link to it."""
        return self.edition or self.home / "editions" / "current"


def default_home() -> Path:
    """`$OPENHALL_HOME`, else the platform's data folder."""
    given = os.environ.get("OPENHALL_HOME")
    if given:
        return Path(given)
    # Loaded only when asked: a kiosk's first frame waits for every import.
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_data_dir("openhall"))


def read_settings(file: Path | None, home: Path | None = None) -> Settings:
    """What `file` says, or `openhall.toml` in the home folder; a missing file means the defaults.

    ValueError names the file and the entry that does not fit.
    """
    folder = home or (file.parent if file else default_home())
    path = file or folder / "openhall.toml"
    if file is None and not path.is_file():
        return Settings(folder)
    try:
        return _settings(folder, tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except (ValueError, TypeError) as error:
        raise ValueError(f"{path}: {error}") from error


def _settings(home: Path, document: dict[str, object]) -> Settings:
    site, screen, kiosk = (_table(document, name) for name in ("site", "screen", "kiosk"))
    return Settings(
        home=home,
        site=_text(site, "name"),
        telephone=_text(site, "telephone"),
        zone=_zone(_text(site, "zone") or "Asia/Shanghai"),
        screen=_screen(screen),
        patience=Patience(
            idle_s=_number(screen, "idle_s", 60.0, least=45.0, most=90.0),
            warning_s=_number(screen, "warning_s", 20.0, least=20.0, most=120.0),
            attract_s=_number(screen, "attract_s", 60.0, least=5.0, most=3600.0),
            cleaning_s=_number(screen, "cleaning_s", 30.0, least=10.0, most=300.0),
        ),
        portal=_portal(_table(document, "portal")),
        place=_text(kiosk, "place"),
        motion=kiosk.get("motion", True) is not False,
    )


def _screen(table: dict[str, object]) -> Screen:
    return Screen(
        diagonal_mm=_number(table, "diagonal", 32.0, least=7.0, most=110.0) * MM_PER_INCH,
        size=size_of(_text(table, "size")) if table.get("size") else None,
        bottom_mm=_number(table, "height_mm", 700.0, least=0.0, most=2000.0),
    )


def _portal(table: dict[str, object]) -> Portal:
    home, entries = _text(table, "home"), table.get("allow")
    if entries is not None and not (isinstance(entries, list) and all(isinstance(entry, str) for entry in entries)):
        raise ValueError('[portal] allow must be a list such as ["https://www.example.gov.cn"]')
    try:
        allow = None if entries is None else AllowList(tuple(map(origin, entries)))
    except ValueError as error:
        raise ValueError(f"[portal] allow: {error}") from error
    if home and allow is not None and not allow.allows(QUrl(home)):
        raise ValueError(f"[portal] home: {home!r} is not below an origin of allow")
    return Portal(allow, home, limit_s=_number(table, "limit_s", 900.0, least=0.0, most=7200.0))


def size_of(text: str) -> tuple[int, int]:
    """Width and height in pixels from words such as 1080x1920. ValueError where they are not."""
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) >= 320 and int(height) >= 320):  # noqa: PLR2004
        raise ValueError(f"a size such as 1080x1920 is wanted, not {text!r}")
    return int(width), int(height)


def _table(document: dict[str, object], name: str) -> dict[str, object]:
    table = document.get(name, {})
    if not isinstance(table, dict):
        raise ValueError(f"[{name}] must be a table")
    return table


def _text(table: dict[str, object], name: str) -> str:
    value = table.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"{name} must be text")
    return value


def _number(table: dict[str, object], name: str, default: float, least: float, most: float) -> float:
    value = table.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise ValueError(f"{name} must be a number from {least:g} to {most:g}")
    return float(value)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"zone: no time zone is named {name!r}") from error
