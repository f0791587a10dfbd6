"""Reading an edition in the lobby: records, lists, cross-links, drawings and routes.

It goes through the standard library's sqlite3. Importing SQLAlchemy would cost a kiosk 0.4 s of start-up; this room
and those it imports never do.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast
from urllib.parse import quote

from data import records
from data.edition.manifest import LOBBY_NAME, MANIFEST_NAME, ROTATION_NAME, Manifest
from data.records.canonical import decode, record_from
from data.records.kinds import Kind, kind_of_type
from ledsign.rotation import Rotation, Showing, clock_believed, showing

if TYPE_CHECKING:
    from datetime import datetime

    from data.records import Drawing, Profile, Record, Route

_Wanted = TypeVar("_Wanted")

_TITLE = "record.kind, record.key, record.title, record.detail, record.section, record.initial, record.title_en"


@dataclass(frozen=True, slots=True)
class Title:
    """What a list row shows of a record, and how to open it. `role` says what it is in a cross-link, else empty."""

    kind: Kind
    key: str
    title: str
    detail: str
    section: str
    initial: str
    title_en: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a room is drawn: keys of a floor and of a unit on it."""

    floor: str
    unit: str


class Edition:
    """One edition, open for reading. Resolve the link `current` once, before opening; close when you change over."""

    def __init__(self, folder: Path) -> None:
        """Open the edition in `folder`. OSError or ValueError where it is not one; `receive` has checked hashes."""
        self.folder = folder.resolve(strict=True)
        self.rotation_path = self.folder / ROTATION_NAME
        """The file that the sign and the news page share."""
        self._rotation: Rotation | None = None
        self.manifest = Manifest.from_bytes((self.folder / MANIFEST_NAME).read_bytes())
        uri = f"file:{quote(str(self.folder / LOBBY_NAME))}?mode=ro&immutable=1"
        try:
            self.connection = sqlite3.connect(uri, uri=True)
        except sqlite3.OperationalError as error:
            raise OSError(f"{self.folder / LOBBY_NAME}: {error}") from error

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def rotation(self) -> Rotation:
        """The bulletin of the last days and the notices, as the sign reads them. ValueError where the file is none."""
        if self._rotation is None:
            self._rotation = Rotation.from_json(self.rotation_path.read_bytes())
        return self._rotation

    def clock_believed(self, now: datetime) -> bool:
        """Whether `now` (aware) is possible for a machine that holds this edition."""
        return clock_believed(now, self.manifest.published_at)

    def showing(self, now: datetime) -> Showing:
        """What bulletin and notices show at `now` (aware): the same answer as the sign beside the glass gives."""
        return showing(self.rotation(), now, believed=self.clock_believed(now))

    def blob(self, digest: str) -> Path:
        """Where the document with this SHA-256 lies."""
        return self.folder.parent / "blobs" / digest

    def titles(self, kind: Kind) -> tuple[Title, ...]:
        """Every record of a kind as list rows, in order."""
        rows = self.connection.execute(
            f"SELECT {_TITLE} FROM record WHERE kind = ? ORDER BY position, key",  # noqa: S608 - a constant
            (kind,),
        )
        return tuple(Title(*row) for row in rows)

    def title(self, kind: Kind, key: str) -> Title | None:
        """One record as a list row, or None where the edition has none under this key."""
        row = self.connection.execute(
            f"SELECT {_TITLE} FROM record WHERE kind = ? AND key = ?",  # noqa: S608 - a constant
            (kind, key),
        ).fetchone()
        return None if row is None else Title(*row)

    def count(self, kind: Kind) -> int:
        """How many records of a kind there are."""
        return int(self.connection.execute("SELECT count(*) FROM record WHERE kind = ?", (kind,)).fetchone()[0])

    def record(self, wanted: type[_Wanted], key: str) -> _Wanted | None:
        """One record, or None where the edition has none under this key."""
        kind = kind_of_type(wanted)
        row = self.connection.execute("SELECT body FROM record WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        return None if row is None else cast("_Wanted", _from_body(kind, row[0]))

    def records(self, wanted: type[_Wanted]) -> tuple[_Wanted, ...]:
        """All records of a type, in order. For long lists prefer `titles`."""
        kind = kind_of_type(wanted)
        rows = self.connection.execute("SELECT body FROM record WHERE kind = ? ORDER BY position, key", (kind,))
        return tuple(cast("_Wanted", _from_body(kind, body)) for (body,) in rows)

    def targets(self, kind: Kind, key: str, relation: str) -> tuple[Title, ...]:
        """What a record points at by this relation (see lobby.sql), in order, with the link's role."""
        rows = self.connection.execute(
            f"SELECT {_TITLE}, link.role FROM link JOIN record"  # noqa: S608 - a constant
            " ON record.kind = target_kind AND record.key = target_key"
            " WHERE source_kind = ? AND source_key = ? AND relation = ?"
            " ORDER BY link.position, record.position, record.key",
            (kind, key, relation),
        )
        return tuple(Title(*row) for row in rows)

    def sources(self, kind: Kind, key: str, relation: str) -> tuple[Title, ...]:
        """What points at a record by this relation, in the order of the pointing records' kind."""
        rows = self.connection.execute(
            f"SELECT {_TITLE}, link.role FROM link JOIN record"  # noqa: S608 - a constant
            " ON record.kind = source_kind AND record.key = source_key"
            " WHERE target_kind = ? AND target_key = ? AND relation = ?"
            " ORDER BY record.kind, record.position, record.key",
            (kind, key, relation),
        )
        return tuple(Title(*row) for row in rows)

    def place_of(self, room: str) -> Place | None:
        """Where a room is drawn, or None where no drawing has its number."""
        row = self.connection.execute("SELECT floor, unit FROM room_place WHERE room = ?", (room,)).fetchone()
        return None if row is None else Place(*row)

    def drawing(self, power: str) -> Drawing | None:
        """The flow chart of a power, laid out, or None where it has no steps."""
        row = self.connection.execute("SELECT body FROM drawing WHERE power = ?", (power,)).fetchone()
        return None if row is None else decode(records.Drawing, row[0])

    def route(self, place: str, unit: str, profile: Profile) -> Route | None:
        """The way from a kiosk's place to a unit, or None where there is no way."""
        row = self.connection.execute(
            "SELECT body FROM route WHERE place = ? AND unit = ? AND profile = ?", (place, unit, profile.value)
        ).fetchone()
        return None if row is None else decode(records.Route, row[0])


def _from_body(kind: Kind, stored: str) -> Record:
    form, _, body = stored.partition("\n")
    if not form.startswith(f"{kind}/"):
        raise ValueError(f"a record of kind {kind} is stored as {form!r}")
    return record_from(form, body.encode())
