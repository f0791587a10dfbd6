"""A drawing of the building (IMDF, OSM, SVG) as a staff file: its records, what it replaces, its problems."""

from collections.abc import Iterable

from data.building.findings import Finding, Findings
from data.building.loading import Loaded, read_building
from data.building.names import plain_number
from data.building.report import NOT_DRAWN, report
from data.importers.parsed import Parsed, Scope
from data.importers.problem import Level, Problem
from data.records.room import Room

_SCOPE = Scope(("building", "floor"))


def parse_building(name: str, body: bytes, rooms: Iterable[Room] = ()) -> Parsed:
    """The building in a drawing's file, with what the report finds besides; `rooms` is the room list it must serve."""
    return _parsed(read_building(name, body), rooms)


def undrawn(rooms: Iterable[Room], drawn: frozenset[str]) -> tuple[Problem, ...]:
    """The rooms of offices in a room list that the plan (numbers as `plain_number` writes them) does not show."""
    findings = Findings()
    for room in rooms:
        if room.office and plain_number(room.key) not in drawn:
            findings.warn(f"房间 {room.key}", NOT_DRAWN)
    return problems_of(findings.listed())


def problems_of(findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """What the building's room found, in the words of every import."""
    return tuple(Problem(Level(finding.level.value), finding.place, finding.message) for finding in findings)


def _parsed(loaded: Loaded, rooms: Iterable[Room]) -> Parsed:
    """The records with the loader's findings, then what the report finds wrong with the drawing itself."""
    found = report(loaded.buildings, loaded.floors, rooms).findings if loaded.records else ()
    problems = problems_of((*loaded.findings, *found))
    return Parsed("building", loaded.records, problems, _SCOPE if loaded.records else Scope(()))
