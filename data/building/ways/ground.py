"""Everything of a building that one can walk on, worked out once: spaces, gates between them, links between levels."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data.building.ways.decks import decks_of
from data.building.ways.gates import Gate, gates_of
from data.building.ways.links import Link, links_of
from data.building.ways.outdoors import ground_floors, outdoors_of
from data.building.ways.spaces import Space, spaces_of
from data.records.building import Building, Floor


@dataclass(frozen=True, slots=True)
class Ground:
    """Spaces and gates of all floors; a gate names its spaces by index, a space its floor and units by index."""

    floors: tuple[Floor, ...]
    spaces: tuple[Space, ...]
    gates: tuple[Gate, ...]
    links: tuple[Link, ...]
    gates_by_space: Mapping[int, tuple[int, ...]]
    spaces_by_unit: Mapping[tuple[int, int], tuple[int, ...]]

    def gates_into(self, space: int) -> tuple[int, ...]:
        """The gates (indices) that lead into a space."""
        return self.gates_by_space.get(space, ())


def ground_of(buildings: Sequence[Building], floors: Sequence[Floor]) -> Ground:
    """Work out where one can walk. Pure and repeatable: the same records give the same indices."""
    spaces: list[Space] = []
    gates: list[Gate] = []
    for deck in decks_of(floors):
        here = [space for number in deck for space in spaces_of(number, floors[number])]
        found = gates_of([door for number in deck for door in floors[number].doors], here)
        gates.extend(_numbered_from(gate, len(spaces)) for gate in found)
        spaces.extend(here)
    outdoors = outdoors_of(floors, gates, spaces)
    if outdoors:
        ground = ground_floors(floors)
        gates = [_opened(gate, len(spaces)) if spaces[gate.spaces[0]].floor in ground else gate for gate in gates]
        spaces.append(outdoors)
    return Ground(
        tuple(floors), tuple(spaces), tuple(gates), links_of(buildings, floors), _by_space(gates), _by_unit(spaces)
    )


def _numbered_from(gate: Gate, first: int) -> Gate:
    return replace(gate, spaces=tuple(first + space for space in gate.spaces))


def _opened(gate: Gate, outdoors: int) -> Gate:
    """A gate on the ground floor's edge leads outdoors."""
    return replace(gate, spaces=(*gate.spaces, outdoors)) if gate.outside else gate


def _by_space(gates: Sequence[Gate]) -> Mapping[int, tuple[int, ...]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, gate in enumerate(gates):
        for space in gate.spaces:
            found[space].append(number)
    return {space: tuple(numbers) for space, numbers in found.items()}


def _by_unit(spaces: Sequence[Space]) -> Mapping[tuple[int, int], tuple[int, ...]]:
    found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, space in enumerate(spaces):
        for unit in space.units:
            found[space.floor, unit].append(number)
    return {unit: tuple(numbers) for unit, numbers in found.items()}
