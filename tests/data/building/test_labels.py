from dataclasses import replace

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon

from data.building.labels import label_place, label_sizes, labelled
from data.building.shapes import shape_of
from data.records.building import Floor
from tests.helpers.houses import box, unit

L_SHAPED = Polygon([(0, 0), (20, 0), (20, 4), (4, 4), (4, 20), (0, 20)])
WITH_COURT = shapely.box(0, 0, 20, 20).difference(shapely.box(3, 3, 17, 17))


def test_a_plain_rooms_name_stands_in_its_middle_and_has_all_its_room() -> None:
    (drawn,) = labelled(Floor("F", "", 0, units=(unit("a", "room", box(0, 0, 6, 3)),))).units
    assert drawn.label_at == pytest.approx((3, 1.5))
    assert drawn.label_size == pytest.approx((6, 3), abs=0.05)


@pytest.mark.parametrize("shape", [L_SHAPED, WITH_COURT], ids=["bend", "court"])
def test_where_the_middle_is_outside_the_roomiest_place_is_taken(shape: Polygon) -> None:
    assert not shape.contains(shape.centroid) or shape.centroid.distance(shape.boundary) < 1
    at = shapely.Point(label_place(shape))
    assert shape.contains(at)
    roomiest = shapely.maximum_inscribed_circle(shape).length
    assert at.distance(shape.boundary) > 0.9 * roomiest


@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(1, 9), st.integers(1, 9)), min_size=1, max_size=5
    ),
    st.floats(0, 90),
)
def test_words_never_leave_their_room(blocks: list[tuple[int, int, int, int]], turn: float) -> None:
    drawn = shapely.union_all([shapely.box(x, y, x + width, y + height) for x, y, width, height in blocks])
    for part in shapely.get_parts(shapely.affinity.rotate(drawn, turn)):
        place = label_place(part)
        (size,) = label_sizes([part], [place])
        if size is not None:
            (x, y), (width, height) = place, size
            words = shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            assert part.buffer(0.05).covers(words)


def test_walls_a_centimetre_askew_leave_a_name_nearly_all_the_room() -> None:
    """As a plan turned upright and rounded has them: the box grows in width first, then still in height."""
    askew: Polygon = Polygon([(0.0, 0.01), (6.6, 0.0), (6.61, 7.8), (0.01, 7.81)])
    ((size),) = label_sizes([askew], [(3.3, 3.9)])
    assert size is not None
    assert min(size[0] / 6.6, size[1] / 7.8) > 0.95


def test_a_name_is_not_written_over_a_room_within_the_room_nor_a_lift_in_the_hall() -> None:
    office, closet = unit("office", "office", box(0, 0, 6, 6)), unit("closet", "storage", box(2, 0, 6, 4))
    hall, lift = unit("hall", "lobby", box(0, 6, 20, 10)), unit("lift", "elevator", box(8, 7, 12, 9))
    bare = tuple(replace(one, label_at=None) for one in (office, closet, hall, lift))
    found = labelled(Floor("f", "1 层", 0, units=bare))
    shapes = {one.key: shape_of(one.polygons) for one in found.units}
    for one in found.units:
        (x, y), (width, height) = one.label_at or (0, 0), one.label_size or (0, 0)
        words = shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        others = [shapes[key] for key in ("closet", "lift") if key != one.key]
        assert width > 1
        assert all(words.intersection(other).area < 0.2 for other in others)
