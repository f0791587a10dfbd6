"""One folder a protocol: a codec that knows bytes and a planner that knows what its signs can be told."""

from __future__ import annotations

from collections.abc import Callable

from ledsign.plan import Planner
from ledsign.protocols.onbon_bx5k import OnbonBx5k
from ledsign.protocols.onbon_bx5k.describe import described as describe_onbon

PLANNERS: dict[str, Planner] = {"onbon-bx5k": OnbonBx5k()}


def planner_of(protocol: str) -> Planner:
    """The planner of a protocol by its name. ValueError lists the names when there is none."""
    if protocol not in PLANNERS:
        raise ValueError(f"there is no protocol {protocol!r}; known are {', '.join(PLANNERS)}")
    return PLANNERS[protocol]


def described(protocol: str, content: bytes) -> list[dict[str, object]]:
    """What frames say, one object a frame with at least `kind` and `texts`. ValueError as `planner_of`."""
    if protocol not in _DESCRIBE:
        planner_of(protocol)
    return _DESCRIBE[protocol](content)


_DESCRIBE: dict[str, Callable[[bytes], list[dict[str, object]]]] = {"onbon-bx5k": describe_onbon}
