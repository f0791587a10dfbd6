"""The graph of a building being woven: points, and edges between them with what each costs."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from data.building.ways.pace import WALKING_M_PER_S
from data.building.ways.sight import Floats, Pairs

NOWHERE = -1
"""The space of a point that belongs to several, as a gate does, or to none."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Directed edges as columns: from and to (points), seconds, metres, and whether a step-free way may use them."""

    start: NDArray[np.intp]
    end: NDArray[np.intp]
    seconds: Floats
    metres: Floats
    step_free: NDArray[np.bool_]


@dataclass(slots=True)
class Web:
    """Collects points and edges. Edges join both ways unless said otherwise."""

    points: list[tuple[float, float]] = field(default_factory=list)
    spaces: list[int] = field(default_factory=list)
    _edges: list[Edges] = field(default_factory=list)

    def add(self, points: Floats | Sequence[tuple[float, float]], space: int = NOWHERE) -> NDArray[np.intp]:
        """New points of a space; their numbers."""
        first = len(self.points)
        self.points.extend((float(x), float(y)) for x, y in points)
        self.spaces.extend([space] * (len(self.points) - first))
        return np.arange(first, len(self.points))

    def walk(
        self,
        start: Pairs,
        end: Pairs,
        toll_s: float = 0.0,
        *,
        step_free: NDArray[np.bool_] | bool = True,
        one_way: bool = False,
    ) -> None:
        """Join pairs of points by straight lines that are walked, each costing a toll besides."""
        if not len(start):
            return
        points = np.array(self.points)
        metres = np.hypot(*(points[end] - points[start]).T)
        allowed = np.broadcast_to(np.asarray(step_free), metres.shape)
        self.join(Edges(start, end, metres / WALKING_M_PER_S + toll_s, metres, allowed), one_way=one_way)

    def join(self, edges: Edges, *, one_way: bool = False) -> None:
        """Add edges as they are, and back unless they go one way."""
        self._edges.append(edges)
        if not one_way:
            self._edges.append(Edges(edges.end, edges.start, edges.seconds, edges.metres, edges.step_free))

    def edges(self) -> Edges:
        """All edges in the order they were added."""
        nothing = np.empty(0)
        if not self._edges:
            return Edges(nothing.astype(np.intp), nothing.astype(np.intp), nothing, nothing, nothing.astype(np.bool_))
        return Edges(
            np.concatenate([edges.start for edges in self._edges]),
            np.concatenate([edges.end for edges in self._edges]),
            np.concatenate([edges.seconds for edges in self._edges]),
            np.concatenate([edges.metres for edges in self._edges]),
            np.concatenate([edges.step_free for edges in self._edges]),
        )
