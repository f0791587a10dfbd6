"""One folder a protocol: a codec that knows bytes and a planner that knows what its signs can be told."""

from __future__ import annotations

from collections.abc import Callable

from ledsign.plan import Planner
from ledsign.protocols.alpha import Alpha
from ledsign.protocols.alpha import described as describe_alpha
from ledsign.protocols.jetfile2 import JetFile2
from ledsign.protocols.jetfile2 import described as describe_packets
from ledsign.protocols.jetfile2_simple import JetFile2Simple
from ledsign.protocols.jetfile2_simple import described as describe_simple
from ledsign.protocols.onbon_bx5e import OnbonBx5e
from ledsign.protocols.onbon_bx5e import described as describe_graphics
from ledsign.protocols.onbon_bx5k import OnbonBx5k
from ledsign.protocols.onbon_bx5k.describe import described as describe_onbon

PLANNERS: dict[str, Planner] = {
    "onbon-bx5k": OnbonBx5k(),
    "jetfile2-simple": JetFile2Simple(),
    "jetfile2": JetFile2(),
    "alpha": Alpha(),
    "onbon-bx5e": OnbonBx5e(),
}


def planner_of(protocol: str) -> Planner:
    """The planner of a protocol by its name. ValueError lists the names when there is none."""
    if protocol not in PLANNERS:
        raise ValueError(f"没有叫 {protocol!r} 的协议；有 {'、'.join(PLANNERS)}")
    return PLANNERS[protocol]


def described(protocol: str, content: bytes) -> list[dict[str, object]]:
    """What frames say, one object a frame with at least `kind` and `texts`. ValueError as `planner_of`."""
    if protocol not in _DESCRIBE:
        planner_of(protocol)
    return _DESCRIBE[protocol](content)


_DESCRIBE: dict[str, Callable[[bytes], list[dict[str, object]]]] = {
    "onbon-bx5k": describe_onbon,
    "jetfile2-simple": describe_simple,
    "jetfile2": describe_packets,
    "alpha": describe_alpha,
    "onbon-bx5e": describe_graphics,
}
