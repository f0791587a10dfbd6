"""Building an edition's files from what stands, and from nothing else.

    standing ─▶ lobby kinds ─▶ drawings, routes, search keys ─▶ lobby.db        (reused while their content is the same)
             └▶ bulletin and notices ───────────────────────▶ rotation.json

Equal standing content and an equal builder give equal bytes: no clock, no number and no draft has a part in these two.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from data.edition.built import Built
from data.edition.cache import Cache
from data.edition.files import sync_file
from data.edition.key_cache import key_cache
from data.edition.rotation import rotation_of
from data.edition.write import write_lobby
from data.records import (
    Access,
    Disclosure,
    Entry,
    Kind,
    Power,
    Record,
    record_from,
)

ROTATION_KINDS: frozenset[Kind] = frozenset({"bulletin", "notice"})
"""What changes daily and travels in rotation.json; everything else is in lobby.db."""

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


def build(standing: Sequence[Approved], zone: str, switched_on: Sequence[str], cache: Cache) -> Built:
    """Build from what stands. Work already done for the same content is taken from the cache."""
    lobby_part = [item for item in standing if item.kind not in ROTATION_KINDS]
    daily = [_record(item) for item in standing if item.kind in ROTATION_KINDS or item.kind == "site"]
    lobby = _lobby(lobby_part, cache)
    return Built(lobby, rotation_of(daily, zone, switched_on).to_json(), _blobs(lobby_part))


def _lobby(standing: Sequence[Approved], cache: Cache) -> Path:
    """Where lobby.db for this content lies; written if it is not there yet."""
    path = cache.path("lobby", sorted(f"{item.kind}/{item.key}/{item.hash}" for item in standing))
    if not cache.has(path):
        cache.make_folder()
        beside = path.with_name(f".{path.name}.{os.getpid()}.new")
        beside.unlink(missing_ok=True)
        records = [record for item in standing if is_shown(record := _record(item))]
        with key_cache(cache) as known:
            write_lobby(beside, records, keys=known.keys)
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


def _blobs(standing: Sequence[Approved]) -> tuple[str, ...]:
    entries = (_record(item) for item in standing if item.kind == "entry")
    return tuple(sorted({e.document for e in entries if isinstance(e, Entry) and e.document and is_shown(e)}))
