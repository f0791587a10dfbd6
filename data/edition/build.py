"""Building an edition's files from what stands, and from nothing else.

    standing ─▶ lobby kinds ─▶ drawings, routes, search keys ─▶ lobby.db        (reused while their content is the same)
             └▶ bulletin and notices ───────────────────────▶ rotation.json

Equal standing content and an equal builder give equal bytes: no clock, no number and no draft has a part in these two.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from data.building.routes import routes_from
from data.edition.built import Built
from data.edition.cache import Cache
from data.edition.collecting import uncollected
from data.edition.drawing_cache import DrawingCache, drawing_cache
from data.edition.files import sync_file
from data.edition.key_cache import key_cache
from data.edition.rotation import rotation_of
from data.edition.write import Memory, write_lobby
from data.flows.layout import drawing_of
from data.records import (
    Access,
    Building,
    Content,
    Disclosure,
    Entry,
    Floor,
    Kind,
    Power,
    Record,
    Route,
    content_of,
    kind_of,
    record_from,
)
from data.records.canonical import decode, encode, form_of

ROTATION_KINDS: frozenset[Kind] = frozenset({"bulletin", "notice"})
"""What changes daily and travels in rotation.json; everything else is in lobby.db."""

_PICTURED = b'"pictures"'
"""What the bytes of a power with pictures hold: without it there is no need to look closer."""
_SHOWN_ACCESS = (Access.ACTIVE, Access.ON_REQUEST)


class Approved(Protocol):
    """Approved content as the store keeps it: its exact bytes, under a kind and key."""

    @property
    def kind(self) -> Kind:
        """What it is a record of."""

    @property
    def key(self) -> str:
        """Which one."""

    @property
    def hash(self) -> str:
        """The name of its bytes."""

    @property
    def form(self) -> str:
        """How its bytes are to be read."""

    @property
    def body(self) -> bytes:
        """Its bytes."""


@dataclass(frozen=True, slots=True)
class Routes:
    """All ways from one kiosk's place, as they are kept together."""

    routes: tuple[Route, ...]


@uncollected()
def build(standing: Sequence[Approved], zone: str, switched_on: Sequence[str], cache: Cache) -> Built:
    """Build from what stands. Work already done for the same content is taken from the cache."""
    lobby_part = [item for item in standing if item.kind not in ROTATION_KINDS]
    daily = [_record(item) for item in standing if item.kind in ROTATION_KINDS or item.kind == "site"]
    lobby = _lobby(lobby_part, cache)
    return Built(lobby, rotation_of(daily, zone, switched_on).to_json(), documents_of(lobby_part))


def _lobby(standing: Sequence[Approved], cache: Cache) -> Path:
    """Where lobby.db for this content lies; written if it is not there yet."""
    path = cache.path("lobby", sorted(f"{item.kind}/{item.key}/{item.hash}" for item in standing))
    if not cache.has(path):
        cache.make_folder()
        beside = path.with_name(f".{path.name}.{os.getpid()}.new")
        beside.unlink(missing_ok=True)
        records = [record for item in standing if is_shown(record := _record(item))]
        contents = {(item.kind, item.key): Content(item.hash, item.form, item.body) for item in standing}
        content = partial(_content, contents)
        with key_cache(cache) as known, drawing_cache(cache) as drawn:
            drawings = _drawings(records, content, drawn)
            write_lobby(beside, records, drawings, _routes(records, cache), Memory(known.keys, content))
        sync_file(beside)
        beside.replace(path)
    return path


def _record(approved: Approved) -> Record:
    return record_from(approved.form, approved.body)


def is_shown(record: Record) -> bool:
    """Whether the lobby shows a standing record at all: powers once disclosed, entries not closed to the public."""
    match record:
        case Power():
            return record.disclosure is Disclosure.DISCLOSED
        case Entry():
            return record.access in _SHOWN_ACCESS
        case _:
            return True


def is_pictured(approved: Approved) -> bool:
    """Whether content is of a power with pictures, as far as its bytes tell without being read."""
    return approved.kind == "power" and _PICTURED in approved.body


def documents_of(standing: Sequence[Approved]) -> tuple[str, ...]:
    """The documents of everything shown. Few records have any: only their bytes are read."""
    records = (_record(item) for item in standing if item.kind == "entry" or is_pictured(item))
    return tuple(sorted({document for record in records if is_shown(record) for document in _documents(record)}))


def _documents(record: Record) -> tuple[str, ...]:
    match record:
        case Entry(document=document) if document:
            return (document,)
        case Power(pictures=pictures):
            return tuple(picture.document for picture in pictures)
        case _:
            return ()


def _content(known: Mapping[tuple[Kind, str], Content], record: Record) -> Content:
    """A record's content: the very bytes that were approved, unless they are of an earlier form."""
    kind = kind_of(record)
    content = known[kind, record.key]
    return content if content.form == form_of(kind) else content_of(record)


def _drawings(
    records: Iterable[Record], content: Callable[[Record], Content], drawn: DrawingCache
) -> Mapping[str, bytes]:
    """The encoded chart of every power that has steps."""
    powers = (record for record in records if isinstance(record, Power) and record.steps)
    return {power.key: drawn.drawing(content(power).hash, partial(_drawing, power)) for power in powers}


def _drawing(power: Power) -> bytes:
    return encode(drawing_of(power))


def _routes(records: Sequence[Record], cache: Cache) -> tuple[Route, ...]:
    buildings = [record for record in records if isinstance(record, Building)]
    floors = [record for record in records if isinstance(record, Floor)]
    places = sorted(kiosk.key for floor in floors for kiosk in floor.kiosks)
    return tuple(route for place in places for route in _routes_from(buildings, floors, place, cache))


def _routes_from(buildings: Sequence[Building], floors: Sequence[Floor], place: str, cache: Cache) -> tuple[Route, ...]:
    drawn: list[Record] = [*buildings, *floors]
    path = cache.path("routes", (place, *sorted(content_of(record).hash for record in drawn)))
    body = _kept(cache, path, lambda: encode(Routes(tuple(routes_from(buildings, floors, place)))))
    return decode(Routes, body).routes


def _kept(cache: Cache, path: Path, compute: Callable[[], bytes]) -> bytes:
    body = cache.read(path)
    if body is None:
        body = compute()
        cache.write(path, body)
    return body
