"""The way in: a drawing's file or folder, of whichever format, becomes building and floor records with findings."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from data.building import archive
from data.building.drawn import Drawn
from data.building.findings import Finding, Findings, Level
from data.building.imdf import load_imdf
from data.building.osm.reading import load_osm
from data.building.svg.reading import load_svg
from data.records.building import Building, Floor

SUFFIXES = frozenset({".zip", ".osm", ".svg"})
"""Names of files that are drawings of buildings; a folder of GeoJSON files is one too."""

_Loader = Callable[[Findings], Drawn]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A drawing as read: its records, none where it was refused, and what was found wrong with it."""

    buildings: tuple[Building, ...] = ()
    floors: tuple[Floor, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def records(self) -> tuple[Building | Floor, ...]:
        """Buildings first, then floors from the lowest up."""
        return (*self.buildings, *self.floors)


def read_building(name: str, body: bytes) -> Loaded:
    """The building in a file's bytes; `name` tells the format. What cannot be used at all is refused, with why."""
    return _read(name, lambda findings: _load(name, body, findings))


def read_building_folder(path: Path) -> Loaded:
    """The building in a folder of IMDF files."""
    return _read(path.name, lambda findings: load_imdf(archive.folder(path), findings))


def _read(name: str, load: _Loader) -> Loaded:
    findings = Findings()
    try:
        drawn = load(findings)
    except ValueError as reason:
        return Loaded(findings=(Finding(Level.ERROR, name, f"{reason}。"), *findings.listed()))
    return Loaded(drawn.buildings, drawn.floors, findings.listed())


def _load(name: str, body: bytes, findings: Findings) -> Drawn:
    suffix = PurePath(name).suffix.lower()
    if suffix == ".zip":
        files = archive.members(body)
        pages = [(PurePath(path).name, files[path]) for path in sorted(files) if path.lower().endswith(".svg")]
        return load_svg(pages, findings) if pages else load_imdf(files, findings)
    if suffix == ".svg":
        return load_svg([(name, body)], findings)
    if suffix == ".osm":
        return load_osm(body, findings)
    raise ValueError("不认识的格式；楼层图可用 IMDF 压缩包（.zip）、Inkscape 图（.svg）或 OpenStreetMap 文件（.osm）")
