"""Writing lobby.db: the same records and the same builder give the same bytes.

The file is made new in one transaction, rows in key order, so nothing of an earlier state can be in a free page.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from data.building.names import plain_number
from data.edition.links import links_of
from data.edition.titles import Directory, Heading, heading_of
from data.records import Content, Floor, Record, Room, Route, content_of, kind_of
from data.records.canonical import encode
from data.search.documents import Document
from data.search.keys import Keys, keys_of
from data.search.write import initial_of, write_search


@dataclass(frozen=True, slots=True)
class Memory:
    """What is computed of records and of documents to be found; a builder brings functions that remember."""

    keys: Callable[[Document], Keys] = keys_of
    content: Callable[[Record], Content] = content_of


def write_lobby(
    path: Path,
    records: Sequence[Record],
    drawings: Mapping[str, bytes] | None = None,
    routes: Iterable[Route] = (),
    memory: Memory = Memory(),
) -> None:
    """Write a new lobby.db at `path`, which must not exist. OSError where it cannot be written.

    `drawings` are encoded ones by power key.
    """
    path.touch(exist_ok=False)
    ordered = sorted(records, key=lambda record: (kind_of(record), record.key))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(files("data.edition").joinpath("lobby.sql").read_text("utf-8"))
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN")
        _write_records(connection, ordered, memory.content)
        _write_places(connection, ordered)
        _write_drawings(connection, drawings or {})
        _write_routes(connection, routes)
        write_search(connection, ordered, memory.keys)
        connection.execute("COMMIT")


def _write_records(
    connection: sqlite3.Connection, records: Sequence[Record], content: Callable[[Record], Content]
) -> None:
    directory = Directory(records)
    present = {(kind_of(record), record.key) for record in records}
    connection.executemany(
        "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_record_row(record, content(record), heading_of(record, directory)) for record in records),
    )
    connection.executemany(
        "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                link.source_kind,
                link.source_key,
                link.relation,
                link.target_kind,
                link.target_key,
                link.position,
                link.role,
            )
            for record in records
            for link in links_of(record)
            if (link.target_kind, link.target_key) in present
        ),
    )


def _record_row(record: Record, content: Content, heading: Heading) -> tuple[object, ...]:
    return (
        kind_of(record),
        record.key,
        _position(record),
        heading.title,
        heading.detail,
        heading.section,
        initial_of(record),
        heading.title_en,
        f"{content.form}\n{content.body.decode()}",
    )


def _position(record: Record) -> int:
    return round(record.ordinal * 100) if isinstance(record, Floor) else getattr(record, "position", 0)


def _write_places(connection: sqlite3.Connection, records: Sequence[Record]) -> None:
    rooms = {plain_number(record.key): record.key for record in records if isinstance(record, Room)}
    drawn = (
        (rooms[plain_number(unit.number)], floor.key, unit.key)
        for floor in records
        if isinstance(floor, Floor)
        for unit in floor.units
        if unit.number and plain_number(unit.number) in rooms
    )
    connection.executemany("INSERT OR IGNORE INTO room_place VALUES (?, ?, ?)", sorted(drawn))


def _write_drawings(connection: sqlite3.Connection, drawings: Mapping[str, bytes]) -> None:
    rows = ((power, drawing.decode()) for power, drawing in sorted(drawings.items()))
    connection.executemany("INSERT INTO drawing VALUES (?, ?)", rows)


def _write_routes(connection: sqlite3.Connection, routes: Iterable[Route]) -> None:
    ordered = sorted(routes, key=lambda route: (route.place, route.unit, route.profile))
    rows = ((route.place, route.unit, route.profile.value, encode(route).decode()) for route in ordered)
    connection.executemany("INSERT INTO route VALUES (?, ?, ?, ?)", rows)
