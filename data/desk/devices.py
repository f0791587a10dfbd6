"""Every kiosk and sign of the lobby as it last told: what it shows, what it acknowledged, what is late.

Files lie in `health/`, and in `health/MACHINE/` where `desk collect DIR` brings another machine's.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.health import Health, read_health
from data.edition.lobby import Lobby
from data.edition.manifest import ROTATION_NAME, Manifest
from data.records.bulletin import ItemKind
from ledsign.rotation import Rotation

_FALLBACK = "fallback"
"""What a sign calls the text that shows when a day has no bulletin."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a sign holds, with the kind that gives it its colour."""

    text: str
    kind: ItemKind


@dataclass(frozen=True, slots=True)
class SignState:
    """One sign: how many items it is to show, how many it acknowledged, and which texts those are."""

    name: str
    wanted: int
    acknowledged: int
    confirmed: bool
    since: datetime | None
    reason: str
    texts: tuple[Text, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it acknowledged everything and nothing is wrong."""
        return self.acknowledged >= self.wanted and not self.reason


@dataclass(frozen=True, slots=True)
class Device:
    """One program on one machine (empty: this one), with the signs it looks after."""

    machine: str
    health: Health
    late: bool
    behind: bool
    """It shows another edition than the newest published."""
    signs: tuple[SignState, ...]

    @property
    def is_well(self) -> bool:
        """Whether nobody needs to look."""
        return not (self.late or self.behind or self.health.problems) and all(sign.is_whole for sign in self.signs)


def devices(desk: Desk, newest: int | None) -> tuple[Device, ...]:
    """Kiosks and signs, this machine's first. `newest` is the edition that all should show; None before the first."""
    return tuple(
        _device(desk, folder, health, newest)
        for folder in (desk.home.health, *_others(desk.home.health))
        for health in read_health(folder)
        if health.program in {"kiosk", "ledsign"}
    )


def _others(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.is_dir())


def _device(desk: Desk, folder: Path, health: Health, newest: int | None) -> Device:
    signs = tuple(_signs(desk, folder / f"{health.program}.json", health.edition))
    behind = newest is not None and health.edition != newest
    machine = "" if folder == desk.home.health else folder.name
    return Device(machine, health, health.is_late(desk.now()), behind, signs)


def _signs(desk: Desk, file: Path, edition: int | None) -> Iterator[SignState]:
    try:
        told = json.loads(file.read_text(encoding="utf-8")).get("signs", [])
        texts = _texts(desk, edition)
        for sign in told:
            since = sign.get("since")
            yield SignState(
                name=str(sign["name"]),
                wanted=int(sign["items_wanted"]),
                acknowledged=int(sign["items_acknowledged"]),
                confirmed=bool(sign.get("confirmed")),
                since=datetime.fromisoformat(since) if since else None,
                reason=str(sign.get("reason") or ""),
                texts=tuple(texts[key] for key in sign.get("showing", ()) if key in texts),
            )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return


def _texts(desk: Desk, number: int | None) -> dict[str, Text]:
    """Text by key of everything an edition may show; nothing where the edition is not here any more."""
    folder = next((path for manifest, path in _editions(desk) if manifest.number == number), None)
    if folder is None:
        return {}
    rotation = Rotation.from_json((folder / ROTATION_NAME).read_bytes())
    found = {notice.key: Text(notice.text, ItemKind.NEWS) for notice in rotation.notices}
    found |= {item.key: Text(item.text, ItemKind(item.kind.value)) for item in rotation.items}
    return found | {_FALLBACK: Text(rotation.fallback, ItemKind.NEWS)}


def _editions(desk: Desk) -> list[tuple[Manifest, Path]]:
    return Lobby(desk.home.editions).editions()
