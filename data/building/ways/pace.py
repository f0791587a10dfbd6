"""How long walking takes and what people avoid: the figures behind every choice of way."""

from data.building.ways.spaces import Kind, Space

WALKING_M_PER_S = 1.2
"""A visitor who looks for a door. Older people's usual pace is about 1.2 (Bohannon 1997); crossings assume the same."""
DOOR_S = 1.5
STAIRS_S_PER_LEVEL = 20.0
STAIRS_EFFORT = 1.5
"""A second on the stairs weighs as much as this many on the flat when a way is chosen."""
STAIRS_M_PER_LEVEL = 10.0
"""Two flights of 3.9 m along the slope and their landings, with a storey of 3.6 m. A real campus measured the same."""
RAMP_S_PER_LEVEL = 25.0
RAMP_M_PER_LEVEL = 20.0
ESCALATOR_S_PER_LEVEL = 16.0
LIFT_WAIT_S = 25.0
LIFT_S_PER_LEVEL = 4.0

_ROOM_TOLL_S = 40.0
_GATHERING_TOLL_S = 6.0
_OUTDOORS_TOLL_S = 40.0
_CHANGE_TOLL_S = 8.0


def toll_s(space: Space) -> float:
    """What it costs to walk through a space rather than around: nobody is sent through an office to save some steps."""
    match space.kind:
        case Kind.HALL | Kind.PASSAGE:
            return 0.0
        case Kind.CHANGE:
            return _CHANGE_TOLL_S
        case Kind.OUTDOORS:
            return _OUTDOORS_TOLL_S
        case Kind.ROOM:
            return _GATHERING_TOLL_S if space.gathering else _ROOM_TOLL_S


def effort_s(kind: str, levels: float) -> float:
    """What a change of level weighs when a way is chosen, in seconds on the flat."""
    seconds, _ = level_change(kind, levels)
    return seconds * STAIRS_EFFORT if kind == "stairs" else seconds


def level_change(kind: str, levels: float) -> tuple[float, float]:
    """Seconds and metres of changing over so many levels by stairs, elevator, escalator or ramp."""
    match kind:
        case "elevator":
            return LIFT_WAIT_S + LIFT_S_PER_LEVEL * levels, 0.0
        case "escalator":
            return ESCALATOR_S_PER_LEVEL * levels, 0.0
        case "ramp":
            return RAMP_S_PER_LEVEL * levels, RAMP_M_PER_LEVEL * levels
        case _:
            return STAIRS_S_PER_LEVEL * levels, STAIRS_M_PER_LEVEL * levels
