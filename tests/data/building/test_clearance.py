import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon

from data.building.ways.clearance import HALL_M, free_space

ASKEW = Polygon(
    [
        (27.31, 25.205881465842257),
        (0, 25.21),
        (0.01, 27.61),
        (66.31, 27.6),
        (66.31, 25.2),
        (39.00000816870427, 25.204118532925847),
        (31.2, 25.205294827326195),
    ]
)
"""A corridor of 2.4 m as it comes out of a drawing rounded to centimetres: no wall of it is quite straight."""


DISTANCES_M = (1.2, 0.95, 0.75, 0.55)


def test_a_corridor_twice_as_wide_as_the_distance_from_its_walls_stays_in_one_piece() -> None:
    assert round(ASKEW.area / 66.3, 2) == 2 * DISTANCES_M[0]
    free = free_space(ASKEW, DISTANCES_M)
    assert len(shapely.get_parts(free)) == 1
    assert free.bounds[2] - free.bounds[0] > 63


@pytest.mark.parametrize("width", [0.3, 0.8, 1.2, 1.5, 1.9, 2.0, 2.4, 2.6, 3.2, 4.0, 6.0])
def test_a_corridor_of_any_width_is_walked_along_its_middle(width: float) -> None:
    free = free_space(shapely.box(0, 0, 40, width), HALL_M)
    assert len(shapely.get_parts(free)) == 1
    assert free.bounds[2] - free.bounds[0] >= 36
    assert abs(free.centroid.y - width / 2) < 0.02
    assert free.bounds[3] - free.bounds[1] < max(0.55 * width, width - 3.9)


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 6), st.integers(1, 6)), min_size=1, max_size=6
    ),
    st.sampled_from([0.9, 1.0, 1.3, 2.0, 2.37]),
)
def test_what_hangs_together_stays_together_and_inside(drawn: list[tuple[int, int, int, int]], scale: float) -> None:
    """Halls of rectangles: the free space has no more pieces than the hall has that are wide enough to walk."""
    hall = shapely.union_all([shapely.box(x, y, x + width, y + height) for x, y, width, height in drawn])
    for part in shapely.get_parts(shapely.transform(hall, lambda points: points * scale)):
        free = free_space(part, HALL_M)
        walkable = part.buffer(-0.14, join_style="mitre")
        assert part.buffer(0.05).covers(free)
        assert len(shapely.get_parts(free)) <= len(shapely.get_parts(walkable))
        assert all(piece.intersects(free) for piece in shapely.get_parts(walkable))
