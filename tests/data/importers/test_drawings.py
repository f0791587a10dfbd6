"""Drawings as staff files: known by their content or name, and held against the room list, whichever comes first."""

import json

import pytest

from data.importers.building import undrawn
from data.importers.known import Known
from data.importers.reader import read
from data.records import Floor, Office, Room
from tests.data.building.test_imdf import HALL
from tests.helpers import imdf, osm

ROOMS = (Office("law", "综合法规处"), Room("101", office="law"), Room("102"), Room("205", office="law"))
DRAWN = imdf.archive(imdf.files(HALL))


def told(problems: object) -> list[str]:
    return [f"{one.place}: {one.message}" for one in problems if one.level.value != "note"]  # type: ignore[attr-defined]


def test_a_drawing_is_held_against_the_room_list() -> None:
    found = read("building.zip", DRAWN, known=Known.of(ROOMS))
    assert found.kind == "building"
    assert "building.zip 房间 205: 处室的房间不在图上，请在图上写上房号。" in told(found.problems)
    assert not any("房间 101" in line for line in told(found.problems))


def test_a_room_list_is_held_against_the_drawing() -> None:
    floors = [record for record in read("building.zip", DRAWN).records if isinstance(record, Floor)]
    known = Known.of(floors)
    assert known.drawn == {"101", "102"}
    rooms = [record for record in ROOMS if isinstance(record, Room)]
    assert told(undrawn(rooms, known.drawn)) == ["房间 205: 处室的房间不在图上，请在图上写上房号。"]


@pytest.mark.parametrize("name", ["house.osm", "house.svg"])
def test_a_drawing_with_entities_is_refused_as_the_drawing_it_is(name: str) -> None:
    body = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><osm>&a;</osm>'
    (problem,) = [one for one in read(name, body).problems if one.level.value == "error"]
    assert "实体" in problem.message


def test_a_map_of_openstreetmap_is_a_building() -> None:
    assert read("house.osm", osm.office_house(levels=1, rooms_a_side=3)).kind == "building"


def test_one_file_of_geojson_with_all_features_is_a_building() -> None:
    body = json.dumps({"type": "FeatureCollection", "features": HALL}).encode()
    found = read("house.json", body)
    assert (found.kind, len(found.records)) == ("building", len(read("building.zip", DRAWN).records))


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("一层.dxf", b"  0\r\nSECTION\r\n  2\r\nHEADER\r\n"),
        ("一层.dxf", b"999\r\nmade by a program\r\n  0\r\nSECTION\r\n"),
        ("一层.dxf", b"AutoCAD Binary DXF\r\n\x1a\0"),
        ("一层.dwg", b"AC1032\0\0\0"),
    ],
)
def test_drawings_of_cad_programs_are_refused_with_the_way_to_svg(name: str, body: bytes) -> None:
    (problem,) = read(name, body).problems
    assert "Inkscape" in problem.message
    assert ".svg" in problem.message
