import shapely
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


def test_a_corridor_twice_as_wide_as_the_distance_from_its_walls_stays_in_one_piece() -> None:
    assert round(ASKEW.area / 66.3, 2) == 2 * HALL_M[0]
    free = free_space(ASKEW, HALL_M)
    assert len(shapely.get_parts(free)) == 1
    assert free.bounds[2] - free.bounds[0] > 63
