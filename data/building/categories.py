"""What the categories of units mean to a person walking: where one is free to go, passes through, or never stands.

The categories are IMDF's (OGC 20-094, unit and opening categories); other loaders translate into them.
"""

OPEN = frozenset(
    {
        "walkway",
        "walkway.island",
        "lobby",
        "footbridge",
        "platform",
        "ramp",
        "steps",
        "terrace",
        "unenclosedarea",
        "movingwalkway",
    }
)
"""Space without doors of its own: neighbours of these flow into each other."""

SOLID = frozenset(
    {
        "brick",
        "column",
        "concretewall",
        "drywall",
        "glass",
        "opentobelow",
        "structure",
        "vegetation",
        "wood",
    }
)
"""Nobody stands here: walls, columns and the air above a lower hall."""

LEVEL_CHANGING = frozenset({"stairs", "elevator", "escalator", "ramp"})
"""Where one changes level."""

STEPPED = frozenset({"stairs", "escalator", "steps"})
"""What a person in a wheelchair does not take."""

PRIVATE = frozenset({"nonpublic", "serverroom", "storage"})
"""Units that are not for visitors even when nothing else says so."""

GATHERING = frozenset(
    {"waitingroom", "foodservice", "library", "lounge", "auditorium", "recreation", "parking", "unspecified", "theater"}
)
"""Rooms that many people use: crossing one disturbs nobody."""

UNNUMBERED = OPEN | SOLID | LEVEL_CHANGING
"""A number in the name of these (2号楼梯) is not a room number."""

CLOSED_DOORS = frozenset({"emergencyexit", "service"})
"""Openings that visitors do not walk through. Doors for cars are walked through: real files mark every door so."""
