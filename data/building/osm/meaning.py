"""What OpenStreetMap's tags mean in our words: the category of an area, its names, who may walk through it."""

from data.building.categories import OPEN, UNNUMBERED
from data.building.names import clean, plain_number, split_number
from data.building.osm.document import Tags

_ROOMS = {
    "office": "office",
    "administration": "office",
    "class": "classroom",
    "classroom": "classroom",
    "lecture": "auditorium",
    "auditorium": "auditorium",
    "laboratory": "laboratory",
    "library": "library",
    "conference": "conferenceroom",
    "meeting": "conferenceroom",
    "kitchen": "kitchen",
    "storage": "storage",
    "technical": "nonpublic",
    "server": "serverroom",
    "toilet": "restroom",
    "toilets": "restroom",
    "restroom": "restroom",
    "bathroom": "restroom",
    "shower": "shower",
    "stairs": "stairs",
    "staircase": "stairs",
    "elevator": "elevator",
    "lift": "elevator",
    "corridor": "walkway",
    "hall": "waitingroom",
    "lobby": "waitingroom",
    "entrance": "waitingroom",
    "waiting": "waitingroom",
    "waiting_room": "waitingroom",
    "restaurant": "foodservice",
    "cafe": "foodservice",
    "canteen": "foodservice",
}
_AMENITIES = {
    "toilets": "restroom",
    "restaurant": "foodservice",
    "cafe": "foodservice",
    "fast_food": "foodservice",
    "food_court": "foodservice",
    "library": "library",
    "theatre": "theater",
    "parking": "parking",
}
_INDOOR = {
    "room": "room",
    "area": "unenclosedarea",
    "corridor": "walkway",
    "hall": "walkway",
    "column": "column",
    "pillar": "column",
}
_OLDER = {"room": "room", "corridor": "walkway", "hall": "walkway", "verticalpassage": "stairs"}
"""`buildingpart` of the IndoorOSM proposal of 2011."""
_SOMETHING = frozenset({"yes", "shop", "booth", "office"})
_USES = ("shop", "amenity", "office", "healthcare", "craft", "leisure", "tourism")
"""What is tagged so and is indoors is a room, though nobody called it one."""
_YES = frozenset({"yes", "true", "1", "designated"})
_ROUND = ("male", "female", "unisex")


def category_of(tags: Tags) -> str:
    """The category of an area, empty where it is nothing one walks in or around."""
    changing = level_change_of(tags)
    if changing:
        return changing
    base = _INDOOR.get(tags.get("indoor", "")) or _OLDER.get(tags.get("buildingpart", ""), "")
    if not base and tags.get("indoor") in _SOMETHING and "highway" not in tags:
        base = "room" if any(key in tags for key in _USES) else ""
    if not base and not tags.get("room"):
        return ""
    told = _ROOMS.get(tags.get("room", "")) or _AMENITIES.get(tags.get("amenity", "")) or ""
    if base in OPEN or base == "column":
        return base
    return _restroom(tags) if told == "restroom" else told or base or "room"


def level_change_of(tags: Tags) -> str:
    """`elevator`, `stairs`, `escalator` or `ramp` where the tags say that one changes level here."""
    kinds = {tags.get(key, "") for key in ("highway", "room", "verticalpassage", "indoor", "stairwell")}
    if "elevator" in kinds or "lift" in kinds or tags.get("elevator") in _YES:
        return "elevator"
    if kinds & {"steps", "stairs", "staircase", "stairway", "stairwell"} or tags.get("stairs") in _YES:
        return "escalator" if tags.get("conveying", "no") not in {"no", ""} else "stairs"
    return "ramp" if "ramp" in kinds else ""


def public(tags: Tags, category: str) -> bool:
    """Whether visitors may walk through; corridors that are only marked private lead to rooms all the same."""
    access = tags.get("indoor:access") or tags.get("foot") or tags.get("access", "")
    if category in OPEN:
        return access != "no"
    return access not in {"no", "private"} and category not in {"nonpublic", "serverroom"}


def number_of(tags: Tags, category: str) -> str:
    """The room's number: what `ref` says, else what a name hides."""
    if category in UNNUMBERED:
        return ""
    ref = tags.get("ref", "").split(";")[0]
    return plain_number(ref) if ref else split_number(clean(tags.get("name", ""))).number


def name_of(tags: Tags, category: str) -> str:
    """The name in the language the lobby speaks first, without the room's number."""
    name = clean(tags.get("name:zh-Hans") or tags.get("name:zh") or tags.get("name", ""))
    parted = split_number(name)
    return parted.name if parted.number and parted.number == number_of(tags, category) else name


def english_name_of(tags: Tags) -> str:
    """The name in English."""
    return clean(tags.get("name:en") or tags.get("int_name", ""))


def _restroom(tags: Tags) -> str:
    kinds = [kind for kind in _ROUND if tags.get(kind) in _YES or tags.get(f"toilets:{kind}") in _YES]
    return f"restroom.{kinds[0]}" if len(kinds) == 1 else "restroom"
