"""A flat plane touching the earth at the building, so that degrees become metres.

The ellipsoid is WGS 84's; radii of curvature after Snyder, Map Projections: A Working Manual (USGS 1395), 1987,
equations 4-18 and 4-20.
Within 5 km of the origin the error of a distance stays below one in ten thousand.
"""

from dataclasses import dataclass
from math import cos, radians, sin, sqrt

import numpy as np
from numpy.typing import NDArray

_SEMI_MAJOR_M = 6_378_137.0
_ECCENTRICITY_SQUARED = 0.006_694_379_990_14


@dataclass(frozen=True, slots=True)
class Plane:
    """The tangent plane at longitude and latitude (degrees)."""

    longitude: float
    latitude: float

    def metres(self, degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n, 2) of longitude, latitude in degrees as (n, 2) of metres: x to the east, y to the south."""
        scale = np.array([self._metres_per_radian_east(), -self._metres_per_radian_north()])
        metres: NDArray[np.float64] = np.radians(degrees - np.array([self.longitude, self.latitude])) * scale
        return metres

    def _curvature(self) -> float:
        return 1 - _ECCENTRICITY_SQUARED * sin(radians(self.latitude)) ** 2

    def _metres_per_radian_east(self) -> float:
        return _SEMI_MAJOR_M / sqrt(self._curvature()) * cos(radians(self.latitude))

    def _metres_per_radian_north(self) -> float:
        return _SEMI_MAJOR_M * (1 - _ECCENTRICITY_SQUARED) / (self._curvature() * sqrt(self._curvature()))
