"""The words on a step card, in Chinese and English: one clear sentence for each leg."""

from dataclasses import dataclass

from data.building.ways.bearing import Side
from data.records.building import Floor, Unit

_COARSE_FROM_M = 100
_COARSE_M = 5

_TURN = {Side.AHEAD: "直行", Side.LEFT: "左转", Side.RIGHT: "右转", Side.BEHIND: "向后转"}
_TURN_EN = {Side.AHEAD: "go straight on", Side.LEFT: "turn left", Side.RIGHT: "turn right", Side.BEHIND: "turn round"}
_START = {Side.AHEAD: "向前", Side.LEFT: "向左", Side.RIGHT: "向右", Side.BEHIND: "向后"}
_START_EN = {Side.AHEAD: "go ahead", Side.LEFT: "go left", Side.RIGHT: "go right", Side.BEHIND: "go back"}
_HAND = {Side.AHEAD: "前方", Side.LEFT: "左手边", Side.RIGHT: "右手边", Side.BEHIND: "身后"}
_HAND_EN = {Side.AHEAD: "ahead", Side.LEFT: "on your left", Side.RIGHT: "on your right", Side.BEHIND: "behind you"}
_RIDE = {"elevator": "乘电梯", "escalator": "乘扶梯", "ramp": "沿坡道", "stairs": "走楼梯"}
_RIDE_EN = {"elevator": "lift", "escalator": "escalator", "ramp": "ramp", "stairs": "stairs"}
_LEFT = {"elevator": "出电梯", "escalator": "下扶梯", "ramp": "下坡道", "stairs": "出楼梯"}
_CATEGORIES = {
    "restroom": ("卫生间", "Restroom"),
    "elevator": ("电梯", "Lift"),
    "stairs": ("楼梯", "Stairs"),
    "escalator": ("扶梯", "Escalator"),
    "walkway": ("走廊", "Corridor"),
    "lobby": ("大厅", "Lobby"),
    "conferenceroom": ("会议室", "Meeting room"),
    "office": ("办公室", "Office"),
    "storage": ("库房", "Storage"),
    "room": ("房间", "Room"),
    "classroom": ("教室", "Classroom"),
    "auditorium": ("报告厅", "Auditorium"),
    "laboratory": ("实验室", "Laboratory"),
    "library": ("资料室", "Library"),
    "foodservice": ("餐厅", "Canteen"),
    "waitingroom": ("等候厅", "Waiting hall"),
    "ramp": ("坡道", "Ramp"),
    "nonpublic": ("非公开区域", "Not public"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in both languages."""

    chinese: str
    english: str


def walk(side: Side, metres: float, *, corridor: bool = False, doors: int = 0) -> Said:
    """Turn to a side and walk on."""
    return Said(
        f"{_TURN[side]}，{_on(corridor=corridor, doors=doors)} {distance(metres)} 米",
        f"{_capital(_TURN_EN[side])}, {_on_en(corridor=corridor, doors=doors)} for {distance(metres)} m",
    )


def start(side: Side, metres: float, *, doors: int = 0) -> Said:
    """Set out from the kiosk, looking where its visitor looks."""
    through, through_en = ("穿过门", " through the door") if doors else ("", "")
    return Said(
        f"从这里出发，{_START[side]}{through}走 {distance(metres)} 米"
        if side is not Side.AHEAD
        else f"从这里出发，{through}向前 {distance(metres)} 米",
        f"From here, {_START_EN[side]}{through_en} for {distance(metres)} m",
    )


def out_of_a_room(side: Side, metres: float, *, corridor: bool = False, doors: int = 0) -> Said:
    """Set out through the door of the room one is in."""
    on = walk(side, metres, corridor=corridor, doors=doors)
    return Said(f"出门{on.chinese}", f"Leaving the room, {on.english[0].lower()}{on.english[1:]}")


def after_ride(kind: str, side: Side, metres: float, *, corridor: bool = False, doors: int = 0) -> Said:
    """Leave a lift or stair and walk on."""
    on = walk(side, metres, corridor=corridor, doors=doors)
    return Said(f"{_LEFT[kind]}{on.chinese}", f"Leaving the {_RIDE_EN[kind]}, {on.english[0].lower()}{on.english[1:]}")


def out_of_the_house(metres: float) -> Said:
    """Walk through the open air."""
    return Said(f"走出楼门，向前 {distance(metres)} 米", f"Leave the building and walk {distance(metres)} m")


def into(name: str, name_en: str, metres: float) -> Said:
    """Come into another building or part of one."""
    return Said(
        f"进入{name}，向前 {distance(metres)} 米", f"Enter {name_en or name} and go on for {distance(metres)} m"
    )


def ride(kind: str, side: Side, floor: Floor, *, up: bool) -> Said:
    """Take a lift or stair to a floor."""
    way = "" if kind == "elevator" else "上" if up else "下"
    way_en = "" if kind == "elevator" else " up" if up else " down"
    return Said(
        f"{_HAND[side]}{_RIDE[kind]}{way}到{_spaced(floor.name)}",
        f"Take the {_RIDE_EN[kind]} {_HAND_EN[side]}{way_en} to {floor_en(floor)}",
    )


def arrive(side: Side, unit: Unit) -> Said:
    """The place is there."""
    name, name_en = unit_name(unit)
    return Said(f"{_HAND[side]}{_spaced(name)}即是", f"{name_en} {_HAND_EN[side]}")


def at_once_after(kind: str, arrival: Said) -> Said:
    """The place is right where one leaves a lift or stair."""
    return Said(f"{_LEFT[kind]}，{arrival.chinese}", f"Leaving the {_RIDE_EN[kind]}, {arrival.english}")


def arrived_by(kind: str, floor: Floor) -> Said:
    """The place is the lift or stair itself by which one came."""
    return Said(f"{_LEFT[kind]}即到{_spaced(floor.name)}", f"The {_RIDE_EN[kind]} brings you to {floor_en(floor)}")


def here(unit: Unit) -> Said:
    """One stands in it already."""
    name, name_en = unit_name(unit)
    return Said(f"这里就是{_spaced(name)}", f"You are at {name_en}")


def unit_name(unit: Unit) -> tuple[str, str]:
    """What to call a unit: the number on its door, its name, or what it is."""
    if unit.number:
        return f"{unit.number} 室", f"Room {unit.number}"
    kind, kind_en = _CATEGORIES.get(unit.category.split(".")[0], ("目的地", "Your destination"))
    return unit.name or kind, unit.name_en or unit.name or kind_en


def kind_word(category: str) -> str:
    """What a unit of a category is, to staff."""
    return _CATEGORIES.get(category.split(".", maxsplit=1)[0], ("区域", ""))[0]


def floor_en(floor: Floor) -> str:
    """A floor's English name."""
    return floor.name_en or f"floor {floor.short_name or floor.name}"


def distance(metres: float) -> int:
    """A length as people say it: whole metres, above a hundred in fives, never none."""
    coarse = round(metres / _COARSE_M) * _COARSE_M
    return coarse if metres >= _COARSE_FROM_M else max(1, round(metres))


def _on(*, corridor: bool, doors: int) -> str:
    return ("穿过门，" if doors else "") + ("沿走廊走" if corridor else "向前")


def _on_en(*, corridor: bool, doors: int) -> str:
    return ("go through the door and " if doors else "") + ("follow the corridor" if corridor else "walk on")


def _spaced(name: str) -> str:
    """A blank between Chinese and a figure, as the step cards set it."""
    return f" {name}" if name[:1].isascii() else name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
