"""A drawing of the building (IMDF, OSM, SVG) as a staff file: its records, what it replaces, its problems."""

from collections.abc import Iterable

from data.building.findings import Finding
from data.building.loading import Loaded, read_building
from data.building.report import report
from data.importers.parsed import Parsed, Scope
from data.importers.problem import Level, Problem

_SCOPE = Scope(("building", "floor"))


def parse_building(name: str, body: bytes) -> Parsed:
    """The building in a drawing's file, with what the report on the drawing finds besides."""
    return _parsed(read_building(name, body))


def problems_of(findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """What the building's room found, in the words of every import."""
    return tuple(Problem(Level(finding.level.value), finding.place, finding.message) for finding in findings)


def _parsed(loaded: Loaded) -> Parsed:
    """The records with the loader's findings, then what the report finds wrong with the drawing itself."""
    found = report(loaded.buildings, loaded.floors).findings if loaded.records else ()
    problems = problems_of((*loaded.findings, *found))
    return Parsed("building", loaded.records, problems, _SCOPE if loaded.records else Scope(()))
