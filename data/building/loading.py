"""The way in: a drawing's file or folder, of whichever format, becomes building and floor records with findings."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from shapely.errors import GEOSException

from data.building import archive
from data.building.drawn import Drawn
from data.building.findings import Finding, Findings, Level
from data.building.imdf import load_imdf
from data.building.osm.reading import load_osm
from data.building.shapes import quiet
from data.building.svg.reading import load_svg
from data.records.building import Building, Floor

_ZIP = b"PK\x03\x04"
_HEAD = 8_192
_CROOKED = "有的轮廓交错得无法计算，请在绘图软件里检查重叠、打结的轮廓，改好后再导入。"
_UNKNOWN = (
    "不认识的格式；楼层图可用 IMDF 压缩包（.zip，或一个 .geojson）、Inkscape 图（.svg）或 OpenStreetMap 文件（.osm）"
)

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
    """The building in a file's bytes, of a known format whatever `name` says. What is useless is refused, with why."""
    return _read(lambda findings: _load(name, body, findings))


def read_building_folder(path: Path) -> Loaded:
    """The building in a folder of IMDF files."""
    return _read(lambda findings: load_imdf(archive.folder(path), findings))


def _read(load: _Loader) -> Loaded:
    findings = Findings()
    try:
        with quiet():
            drawn = load(findings)
    except GEOSException:
        return Loaded(findings=(Finding(Level.ERROR, "整个文件", _CROOKED), *findings.listed()))
    except ValueError as reason:
        return Loaded(findings=(Finding(Level.ERROR, "整个文件", f"{reason}。"), *findings.listed()))
    return Loaded(drawn.buildings, drawn.floors, findings.listed())


def _load(name: str, body: bytes, findings: Findings) -> Drawn:
    if body.startswith(_ZIP):
        files = archive.members(body)
        pages = [(PurePath(path).name, files[path]) for path in sorted(files) if path.lower().endswith(".svg")]
        return load_svg(pages, findings) if pages else load_imdf(files, findings)
    head = body[:_HEAD].lower()
    if b"<svg" in head:
        return load_svg([(name, body)], findings)
    if b"<osm" in head:
        return load_osm(body, findings)
    loader = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if loader is None:
        raise ValueError(_UNKNOWN)
    return loader(name, body, findings)


_BY_SUFFIX: dict[str, Callable[[str, bytes, Findings], Drawn]] = {
    ".zip": lambda _, body, findings: load_imdf(archive.members(body), findings),
    ".svg": lambda name, body, findings: load_svg([(name, body)], findings),
    ".osm": lambda _, body, findings: load_osm(body, findings),
    ".geojson": lambda name, body, findings: load_imdf({name: body}, findings),
    ".json": lambda name, body, findings: load_imdf({name: body}, findings),
}
"""What to try where the content does not tell: the loader then says what is wrong with it."""
