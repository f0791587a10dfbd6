"""What a loader hands over: a drawing as building records, whole or not at all."""

from dataclasses import dataclass

from data.records.building import Building, Floor


@dataclass(frozen=True, slots=True)
class Drawn:
    """Buildings, and their floors from the lowest up; floors name their building by key."""

    buildings: tuple[Building, ...] = ()
    floors: tuple[Floor, ...] = ()
