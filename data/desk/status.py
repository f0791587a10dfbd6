"""What a person wants to see first: what is shown in the lobby, what waits for review, what stands."""

from dataclasses import dataclass
from datetime import datetime

from data.desk.bootstrap import Desk
from data.desk.health import Health, read_health
from data.edition.lobby import Lobby
from data.edition.manifest import MANIFEST_NAME, Manifest
from data.records.bulletin import BulletinItem, ItemKind
from data.records.canonical import record_from
from data.records.kinds import KINDS, Kind
from data.records.site import Site
from data.review.editions import listed_in, newest_edition
from data.review.overview import Waiting, waiting_submissions
from data.review.standing import Standing, standing
from data.review.submissions import unsubmitted
from data.store.database import Session


@dataclass(frozen=True, slots=True)
class Item:
    """An item of today's bulletin."""

    position: int
    text: str
    disclosed: bool


@dataclass(frozen=True, slots=True)
class Status:
    """One moment of the desk. `unpublished` counts records that differ between what stands and the newest edition."""

    now: datetime
    site: str
    sample: bool
    edition: Manifest | None
    health: tuple[Health, ...]
    waiting: tuple[Waiting, ...]
    unsubmitted: int
    unpublished: int
    counts: tuple[tuple[Kind, int], ...]
    bulletin: tuple[Item, ...]


def status(session: Session, desk: Desk) -> Status:
    """Everything the first page tells."""
    stands = standing(session)
    site = _site(stands)
    return Status(
        now=desk.now(),
        site=site.name if site else desk.settings.site,
        sample=bool(site and site.sample),
        edition=shown_edition(desk),
        health=read_health(desk.home.health),
        waiting=waiting_submissions(session),
        unsubmitted=len(unsubmitted(session)),
        unpublished=len(unpublished(session)),
        counts=tuple((kind, sum(one.kind == kind for one in stands)) for kind in KINDS),
        bulletin=_bulletin(stands, desk),
    )


def _site(stands: tuple[Standing, ...]) -> Site | None:
    for one in stands:
        if one.kind == "site":
            record = record_from(one.form, one.body)
            return record if isinstance(record, Site) else None
    return None


def shown_edition(desk: Desk) -> Manifest | None:
    """The manifest of the edition the lobby shows; None before the first, or where it cannot be read."""
    current = Lobby(desk.home.editions).current
    if current is None:
        return None
    try:
        return Manifest.from_bytes((current / MANIFEST_NAME).read_bytes())
    except (OSError, ValueError):
        return None


def unpublished(session: Session) -> tuple[tuple[Kind, str], ...]:
    """Kind and key of what stands otherwise than in the newest edition, in the order of kinds."""
    edition = newest_edition(session)
    published = set(listed_in(session, edition)) if edition else set()
    now = {(one.kind, one.key, one.hash) for one in standing(session)}
    places = {(kind, key) for kind, key, _ in published ^ now}
    return tuple(sorted(places, key=lambda place: (KINDS.index(place[0]), place[1])))


def _bulletin(stands: tuple[Standing, ...], desk: Desk) -> tuple[Item, ...]:
    prefix = f"{desk.today().isoformat()}/"
    records = [
        record_from(one.form, one.body) for one in stands if one.kind == "bulletin" and one.key.startswith(prefix)
    ]
    items = [record for record in records if isinstance(record, BulletinItem)]
    return tuple(
        Item(item.position, item.text, item.kind is ItemKind.DISCLOSED)
        for item in sorted(items, key=lambda item: item.position)
    )
