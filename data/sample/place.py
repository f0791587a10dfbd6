"""Where on earth the invented building stands, turned a little, so that its drawing has coordinates as real ones do."""

from dataclasses import dataclass
from math import cos, degrees, radians, sin, sqrt

_SEMI_MAJOR_M = 6_378_137.0
_ECCENTRICITY_SQUARED = 0.006_694_379_990_14
_DECIMALS = 9
"""A tenth of a millimetre."""


@dataclass(frozen=True, slots=True)
class Place:
    """A corner of the plan on the earth (WGS 84, degrees), and the bearing towards which the building's back lies."""

    longitude: float
    latitude: float
    bearing_of_back: float

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """Longitude and latitude of a spot of the plan, given in metres."""
        turn = radians(self.bearing_of_back)
        east, north = x * cos(turn) + y * sin(turn), y * cos(turn) - x * sin(turn)
        curvature = 1 - _ECCENTRICITY_SQUARED * sin(radians(self.latitude)) ** 2
        per_radian_east = _SEMI_MAJOR_M / sqrt(curvature) * cos(radians(self.latitude))
        per_radian_north = _SEMI_MAJOR_M * (1 - _ECCENTRICITY_SQUARED) / curvature**1.5
        return (
            round(self.longitude + degrees(east / per_radian_east), _DECIMALS),
            round(self.latitude + degrees(north / per_radian_north), _DECIMALS),
        )


on_earth = Place(123.5, 41.7, 12.0)
