"""Files as no program would write them: whatever comes in, a report comes out, and soon."""

import json
from collections.abc import Callable
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.building.findings import Level
from data.building.loading import read_building
from data.building.report import report
from data.building.routes import Wayfinder
from tests.data.building.test_imdf import HALL
from tests.helpers import imdf, osm, svg

SLOWEST_MS = 5_000
Json = object

few = settings(max_examples=80, deadline=SLOWEST_MS, suppress_health_check=list(HealthCheck))
many = settings(max_examples=2_500, deadline=SLOWEST_MS, suppress_health_check=list(HealthCheck))


def survives(name: str, body: bytes) -> None:
    """Load, report, find ways: refused with one error, or used with a report that counts what is there."""
    loaded = read_building(name, body)
    if not loaded.records:
        assert [finding.level for finding in loaded.findings][:1] == [Level.ERROR]
        return
    assert all(finding.level is not Level.ERROR for finding in loaded.findings)
    found = report(loaded.buildings, loaded.floors)
    assert [count.floor for count in found.floors] == [floor.key for floor in loaded.floors]
    assert all(0 <= count.step_free <= count.reachable <= count.rooms for count in found.floors)
    finder = Wayfinder(loaded.buildings, loaded.floors)
    for kiosk in [kiosk for floor in loaded.floors for kiosk in floor.kiosks][:1]:
        assert all(route.legs and route.length_m >= 0 for route in finder.routes_from(kiosk))


odd_numbers = st.one_of(
    st.sampled_from([0, -0.0, 1e308, -1e308, 1e-320, float("nan"), float("inf"), 10**40, 181, -91, True]),
    st.floats(123.42999, 123.4304),
    st.floats(41.79999, 41.8004),
)
odd_values = st.recursive(
    st.one_of(st.none(), st.booleans(), odd_numbers, st.text(max_size=6), st.sampled_from(["L1", "hall", "zh", "512"])),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
    max_leaves=8,
)


@st.composite
def spoilt_archives(draw: st.DrawFn) -> bytes:
    """The archive of a sound hall, with up to six of its values replaced by odd ones."""
    features = deepcopy(
        [
            *HALL,
            imdf.level("L2", 1, imdf.box(0, 0, 20, 10)),
            imdf.unit("s1", "L1", "stairs", imdf.box(20, 0, 23, 4)),
            imdf.unit("s2", "L2", "stairs", imdf.box(20, 0, 23, 4)),
            imdf.unit("up", "L2", "walkway", imdf.box(0, 0, 20, 4)),
            imdf.feature("kiosk", "k", imdf.box(9, 2, 10, 3), level_id="L1", facing=90),
            imdf.feature("fixture", "f", imdf.box(3, 1, 5, 2), level_id="L1"),
            imdf.feature("anchor", "a", None, unit_id="r101"),
            imdf.feature("occupant", "o", None, anchor_id="a", name={"zh": "人事处"}),
            imdf.feature("relationship", "r", None, category="stairs", origin={"id": "s1"}, destination={"id": "s2"}),
        ]
    )
    collections: Json = [{"type": "FeatureCollection", "features": [one]} for one in features]
    for _ in range(draw(st.integers(0, 6))):
        _spoil(draw, collections)
    assert isinstance(collections, list)
    files = {f"{one['feature_type']}{number}.json": collections[number] for number, one in enumerate(features)}
    return imdf.archive({name: json.dumps(content).encode() for name, content in files.items()})


def _spoil(draw: st.DrawFn, value: Json) -> None:
    """Walk down to some place and put something odd there."""
    while isinstance(value, list | dict) and value:
        keys = list(range(len(value))) if isinstance(value, list) else sorted(value)
        key = draw(st.sampled_from(keys))
        inner = value[key]
        if not isinstance(inner, list | dict) or not inner or draw(st.integers(0, 5)) == 0:
            value[key] = draw(odd_values)
            return
        value = inner


places = st.tuples(st.integers(0, 12).map(float), st.integers(0, 12).map(float))
levels = st.sampled_from(["0", "1", "0;1", "0-2", "-1-1", "1.5", "", "ground", "0-99999", "3--1"])
OSM_KEYS = [
    *("indoor", "room", "highway", "door", "entrance", "stairs", "elevator", "access", "ref", "name", "building"),
    *("conveying", "incline", "repeat_on", "width", "information", "direction", "wheelchair", "amenity"),
]
OSM_VALUES = [
    *("room", "corridor", "area", "wall", "level", "steps", "elevator", "yes", "no", "main", "up", "down", "forward"),
    *("terminal", "1-2", "0.9", "101", "toilets", "column", "N"),
]
osm_tags = st.dictionaries(st.sampled_from(OSM_KEYS), st.sampled_from([*OSM_VALUES, "", "x" * 300]), max_size=4)


@st.composite
def odd_maps(draw: st.DrawFn) -> bytes:
    """A map of random things at random places, some of them making sense."""
    drawn = osm.Map()
    for _ in range(draw(st.integers(1, 10))):
        tags = {"level": draw(levels), **draw(osm_tags)}
        points = draw(st.lists(places, min_size=1, max_size=7))
        match draw(st.integers(0, 3)):
            case 0:
                drawn.node(points[0], **tags)
            case 1:
                drawn.way(points, **tags)
            case 2:
                drawn.area(points, **tags)
            case _:
                outer, inner = drawn.area(points), drawn.area(points[::-1])
                drawn.multipolygon(outer, inner, **tags)
    return drawn.file()


figures = st.one_of(
    st.integers(-50, 200).map(str), st.sampled_from(["", "x", "1e999", "-1e5", "NaN", "10%", "12mm", "9" * 40])
)
paths = st.lists(
    st.tuples(st.sampled_from("MLHVCSQTAZmlhvcsqtaz"), st.lists(figures, max_size=7)).map(
        lambda part: f"{part[0]}{' '.join(part[1])}"
    ),
    max_size=6,
).map(" ".join)
transforms = st.sampled_from(
    ["", "translate(5)", "scale(0)", "scale(1e200)", "rotate(45 1)", "matrix(1 2 3)", "skewX(90)", "rotate(x)", "none"]
)


identities = st.sampled_from(["a", "b", "c", "二层", "_x623F__x95F4_", "_xFFFFF_", ""])
styles = st.sampled_from(["", "display:none", "visibility: hidden", "display"])


@st.composite
def odd_plans(draw: st.DrawFn) -> bytes:
    """A plan whose shapes are random."""
    floors = ("一层", "B1", "512", "")
    names = st.sampled_from(["房间", "走廊", "门", "大门", "楼梯", "电梯", "触摸屏", "墙", "比例", "底图", *floors])
    layers = [
        svg.layer(draw(names), *_shapes(draw), transform=draw(transforms)) for _ in range(draw(st.integers(1, 6)))
    ]
    sound = svg.floor(rooms=[svg.rect(0, 0, 5, 5, "101")], doors=[svg.line(2, 5, 3, 5)])
    return svg.page(*(sound if draw(st.booleans()) else ()), *layers)


def _shapes(draw: st.DrawFn) -> list[str]:
    kinds: list[Callable[[], str]] = [
        lambda: f'<rect x="{draw(figures)}" y="{draw(figures)}" width="{draw(figures)}" height="{draw(figures)}"/>',
        lambda: f'<circle cx="{draw(figures)}" cy="{draw(figures)}" r="{draw(figures)}"/>',
        lambda: f'<polygon points="{" ".join(draw(st.lists(figures, max_size=9)))}"/>',
        lambda: f'<line x1="{draw(figures)}" y1="{draw(figures)}" x2="{draw(figures)}" y2="{draw(figures)}"/>',
        lambda: f'<path d="{draw(paths)}" transform="{draw(transforms)}"/>',
        lambda: f'<text x="{draw(figures)}" y="{draw(figures)}">512 会议室 10 米</text>',
        lambda: f'<use href="#{draw(identities)}" x="{draw(figures)}" transform="{draw(transforms)}"/>',
        lambda: (
            f'<g id="{draw(identities)}" style="{draw(styles)}"><use href="#{draw(identities)}"/><rect width="9"/></g>'
        ),
        lambda: f'<symbol id="{draw(identities)}"><rect width="{draw(figures)}" height="50"/></symbol>',
    ]
    return [draw(st.sampled_from(kinds))() for _ in range(draw(st.integers(0, 4)))]


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A sound file cut short or with some bytes changed."""
    body = bytearray(whole[: draw(st.integers(0, len(whole)))])
    for _ in range(draw(st.integers(0, 8))):
        if body:
            body[draw(st.integers(0, len(body) - 1))] = draw(st.integers(0, 255))
    return bytes(body)


SOUND = {
    "a.zip": imdf.archive(imdf.files(HALL)),
    "a.osm": osm.office_house(levels=2, rooms_a_side=3),
    "a.svg": svg.drawing(*svg.floor(rooms=[svg.rect(0, 0, 5, 5, "101")], doors=[svg.line(2, 5, 3, 5)])),
}


@few
@given(spoilt_archives())
def test_spoilt_archives(body: bytes) -> None:
    survives("a.zip", body)


@few
@given(odd_maps())
def test_odd_maps(body: bytes) -> None:
    survives("a.osm", body)


@few
@given(odd_plans())
def test_odd_plans(body: bytes) -> None:
    survives("a.svg", body)


@few
@given(st.sampled_from(sorted(SOUND)).flatmap(lambda name: st.tuples(st.just(name), damaged(SOUND[name]))))
def test_damaged_files(file: tuple[str, bytes]) -> None:
    survives(*file)


@pytest.mark.slow
@many
@given(spoilt_archives())
def test_thousands_of_spoilt_archives(body: bytes) -> None:
    survives("a.zip", body)


@pytest.mark.slow
@many
@given(odd_maps())
def test_thousands_of_odd_maps(body: bytes) -> None:
    survives("a.osm", body)


@pytest.mark.slow
@many
@given(odd_plans())
def test_thousands_of_odd_plans(body: bytes) -> None:
    survives("a.svg", body)


@pytest.mark.slow
@many
@given(st.sampled_from(sorted(SOUND)).flatmap(lambda name: st.tuples(st.just(name), damaged(SOUND[name]))))
def test_thousands_of_damaged_files(file: tuple[str, bytes]) -> None:
    survives(*file)
