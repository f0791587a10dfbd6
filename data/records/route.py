"""The way from a kiosk to a place, leg by leg."""

from dataclasses import dataclass
from enum import StrEnum

from data.records.building import Point


class Profile(StrEnum):
    """Who walks: anybody, or somebody who takes no stairs."""

    WALK = "walk"
    STEP_FREE = "step-free"


class Turn(StrEnum):
    """What one does at the start of a leg; the kiosk chooses icon and words by it."""

    START = "start"
    STRAIGHT = "straight"
    LEFT = "left"
    RIGHT = "right"
    STAIRS = "stairs"
    ELEVATOR = "elevator"
    ARRIVE = "arrive"


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg on one floor (by key); `text` is what a step card says. A change of level ends on `to_floor`."""

    floor: str
    points: tuple[Point, ...]
    text: str
    turn: Turn = Turn.STRAIGHT
    length_m: float = 0.0
    seconds: float = 0.0
    to_floor: str = ""
    text_en: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """A route to a unit (by key) on a floor: length in metres, walking time in seconds."""

    place: str
    unit: str
    profile: Profile
    length_m: float
    seconds: float
    legs: tuple[Leg, ...] = ()
