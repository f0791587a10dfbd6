"""What of a floor is painted, and in whose colour."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.edition.reader import Edition
from data.records import Floor, Leg, Profile, Route
from data.records.building import Amenity, Door, Unit
from kiosk.viewmodels.drawing import drawn_floor, kind_of
from kiosk.viewmodels.map import lines_on, map_facts
from kiosk.viewmodels.tenants import tenancy
from kiosk.viewmodels.view import View
from tests.kiosk.department import NOW


@pytest.fixture
def view(edition_folder: Path) -> Iterator[View]:
    edition = Edition(edition_folder)
    yield View(edition, NOW, NOW.tzinfo)  # type: ignore[arg-type] # any zone will do
    edition.close()


def test_rooms_have_the_colour_of_their_offices_group_and_the_legend_names_it(view: View) -> None:
    found = tenancy(view)
    assert found.groups == ("机关处室", "厅属事业单位")
    groups = {tenant.room: (tenant.name, tenant.group) for tenant in found.by_unit.values()}
    assert groups["512"] == ("综合法规处", 0)
    assert groups["601"] == ("省债务办", 1)
    assert groups["513"] == ("", -1), "nobody's room has no group's colour"


def test_a_floor_lists_the_groups_it_shows(view: View) -> None:
    shown = {floor.title: floor.groups for floor in map_facts(view, "512").floors}
    assert (shown["5 楼"], shown["2 楼"]) == ((0,), (1,))


def test_a_room_is_found_by_its_unit_and_by_its_number_alike(view: View) -> None:
    by_unit, by_number = map_facts(view, "f5-12"), map_facts(view, "512")
    assert (by_unit.unit, by_unit.floor, by_unit.room) == (by_number.unit, by_number.floor, by_number.room)


def test_the_legs_of_a_way_are_lines_on_their_floors() -> None:
    legs = (Leg("a", ((0, 0), (1, 0)), ""), Leg("b", ((1, 0), (2, 0)), ""), Leg("a", ((5, 0), (6, 0)), ""))
    route = Route("k", "u", Profile.WALK, 3, 3, legs)
    assert lines_on(route, "a") == ((((0, 0), (1, 0)), ((5, 0), (6, 0))), (0, 2))
    assert lines_on(route, "c") == lines_on(None, "a") == ((), ())


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("restroom.male", "toilet"),
        ("walkway.island", "open"),
        ("elevator", "lift"),
        ("escalator", "stairs"),
        ("column", "solid"),
        ("opentobelow", "void"),
        ("office", "room"),
    ],
)
def test_imdfs_categories_are_drawn_as_what_they_are(category: str, kind: str) -> None:
    assert kind_of(category) == kind


def test_each_sign_is_drawn_once(view: View) -> None:
    """A toilet that is a unit has its drawing already; two entries of one door are one way out."""
    square = (((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)),)
    toilet = Unit("wc", "restroom.female", (square,), label_at=(2.0, 2.0))
    floor = Floor(
        "f",
        "一层",
        0,
        units=(toilet,),
        doors=(Door("d", ((20.0, 0.0), (22.0, 0.0)), outside=True), Door("inner", ((5.0, 5.0), (6.0, 5.0)))),
        amenities=(
            Amenity("a", "restroom.female", (2.0, 2.5)),
            Amenity("b", "entry", (21.0, 0.5)),
            Amenity("c", "information", (10.0, 10.0)),
            Amenity("e", "fireextinguisher", (1.0, 1.0)),
        ),
    )
    drawn = drawn_floor(view, floor, None)
    assert [(sign.icon, sign.at) for sign in drawn.signs] == [("exit", (21.0, 0.5)), ("info", (10.0, 10.0))]
    assert len(drawn.doors) == 2
