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

    @classmethod
    def amid(cls, degrees: NDArray[np.float64]) -> "Plane":
        """The plane in the middle (median) of (n, 2) of longitude, latitude, on whichever side of the date line."""
        first = degrees[0]
        longitude, latitude = first + np.median(_short_way(degrees - first), axis=0)
        return cls(float((longitude + 180) % 360 - 180), float(latitude))

    def metres(self, degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n, 2) of longitude, latitude in degrees as (n, 2) of metres: x to the east, y to the south."""
        scale = np.array([self._metres_per_radian_east(), -self._metres_per_radian_north()])
        away = _short_way(degrees - np.array([self.longitude, self.latitude]))
        metres: NDArray[np.float64] = np.radians(away) * scale
        return metres

    def _curvature(self) -> float:
        return 1 - _ECCENTRICITY_SQUARED * sin(radians(self.latitude)) ** 2

    def _metres_per_radian_east(self) -> float:
        return _SEMI_MAJOR_M / sqrt(self._curvature()) * cos(radians(self.latitude))

    def _metres_per_radian_north(self) -> float:
        return _SEMI_MAJOR_M * (1 - _ECCENTRICITY_SQUARED) / (self._curvature() * sqrt(self._curvature()))


def _short_way(away: NDArray[np.float64]) -> NDArray[np.float64]:
    """Differences in degrees the short way round: 179.9 and -179.9 are neighbours."""
    around = np.where(np.abs(away[:, 0]) > 180, np.copysign(360, away[:, 0]), 0)  # noqa: PLR2004 - half way round
    turned: NDArray[np.float64] = away - np.column_stack((around, np.zeros(len(away))))
    return turned
