"""What the service says of itself and its signs: the health file, which `ledsign status` also prints."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from ledsign.link.state import Link, SignLink
from ledsign.service.wanted import Wish

WORN = "今天写入显示屏存储器的次数已到上限，为保护存储器，新内容明天再写入"


@dataclass(frozen=True, slots=True)
class SignHealth:
    """One sign. `since` is when it acknowledged the last of what it shall show; `line_s` are seconds of wire used."""

    name: str
    items_wanted: int
    items_acknowledged: int
    showing: tuple[str, ...]
    since: str | None
    confirmed: bool
    errors: int
    steps: int
    bytes: int
    line_s: float
    reason: str


@dataclass(frozen=True, slots=True)
class Health:
    """The whole file. `items_acknowledged` is the least that any sign acknowledged."""

    time: str
    edition: int | None
    state: str
    problems: tuple[str, ...]
    signs: tuple[SignHealth, ...]
    items_acknowledged: int

    def as_json(self) -> dict[str, object]:
        """For the health file."""
        return asdict(self)


def sign_health(link: Link, sign: SignLink, wish: Wish, since: datetime | None) -> SignHealth:
    """One sign's part."""
    showing = sign.showing()
    held = [key for key in wish.items if key in showing]
    is_whole = len(held) == len(wish.items) and link.is_open and not sign.silent
    return SignHealth(
        name=sign.name,
        items_wanted=len(wish.items),
        items_acknowledged=len(held),
        showing=showing,
        since=stamp(since) if since else None,
        confirmed=sign.profile.acknowledges and is_whole,
        errors=sign.counts.errors,
        steps=sign.counts.steps,
        bytes=sign.counts.bytes,
        line_s=round(sign.counts.wire_s, 3),
        reason=sign.reason or link.reason,
    )


def problems_of(link: Link, now: float) -> tuple[str, ...]:
    """What is wrong with a port and its signs at `now` (the link's clock), in words for staff."""
    if link.reason:
        return tuple(f"{sign.name}：{link.reason}" for sign in link.signs)
    silent = tuple(f"{sign.name}：{sign.reason}" for sign in link.signs if sign.reason)
    worn = tuple(f"{sign.name}：{WORN}" for sign in link.signs if sign.is_worn(now))
    return silent + worn


def stamp(at: datetime) -> str:
    """An instant as all files write it."""
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
