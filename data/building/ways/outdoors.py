"""The open air between buildings: where one walks from one entrance to another when there is no way inside."""

from collections.abc import Sequence

import shapely

from data.building.shapes import all_grown, grown, polygons_in
from data.building.ways.decks import extent
from data.building.ways.gates import Gate
from data.building.ways.spaces import Kind, Space
from data.records.building import Floor

_AROUND_M = 25.0
_WALL_GAP_M = 0.35


def outdoors_of(floors: Sequence[Floor], gates: Sequence[Gate], spaces: Sequence[Space]) -> Space | None:
    """The ground around the buildings, where at least two doors lead out to it; it counts to the first ground floor."""
    ground = ground_floors(floors)
    doors = [gate for gate in gates if gate.outside and spaces[gate.spaces[0]].floor in ground]
    if len(doors) < 2:  # noqa: PLR2004 - out of one and into another
        return None
    built = shapely.union_all(all_grown((extent(floors[number]) for number in ground), _WALL_GAP_M))
    around = grown(built.envelope, _AROUND_M).difference(built.buffer(-_WALL_GAP_M))
    biggest = max(polygons_in(around), key=lambda part: float(part.area))
    return Space(Kind.OUTDOORS, ground[0], (), biggest)


def ground_floors(floors: Sequence[Floor]) -> tuple[int, ...]:
    """For each building the floor (index) nearest to ordinal 0, which visitors enter."""
    found: dict[str, int] = {}
    for number, floor in enumerate(floors):
        held = found.get(floor.building)
        if held is None or abs(floor.ordinal) < abs(floors[held].ordinal):
            found[floor.building] = number
    return tuple(found.values())
