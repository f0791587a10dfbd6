"""The agreed names of layers, and floors called as people call them.

A floor is a layer named like 一层, 5 层, 5F, B1 or floor 5; in it (or in the whole file, when it is one floor a file)
layers say what their shapes are:

房间 rooms       走廊 corridors     门 doors          大门 entrance
楼梯 stairs      电梯 lifts         触摸屏 kiosk       墙 walls
比例 scale       底图 scan          (what is in 底图 is not read)
"""

import re
from enum import Enum, auto


class Role(Enum):
    """What the shapes of a layer are."""

    ROOM = auto()
    CORRIDOR = auto()
    DOOR = auto()
    ENTRANCE = auto()
    STAIRS = auto()
    LIFT = auto()
    KIOSK = auto()
    WALL = auto()
    SCALE = auto()
    IGNORED = auto()


CHINESE = {
    Role.ROOM: "房间",
    Role.CORRIDOR: "走廊",
    Role.DOOR: "门",
    Role.ENTRANCE: "大门",
    Role.STAIRS: "楼梯",
    Role.LIFT: "电梯",
    Role.KIOSK: "触摸屏",
    Role.WALL: "墙",
    Role.SCALE: "比例",
    Role.IGNORED: "底图",
}
"""The names the template uses."""

_NAMES = {
    Role.ROOM: ("房间", "房间层", "办公室", "rooms", "room"),
    Role.CORRIDOR: ("走廊", "过道", "大厅", "公共区域", "corridors", "corridor", "circulation", "hall", "lobby"),
    Role.DOOR: ("门", "房门", "doors", "door"),
    Role.ENTRANCE: ("大门", "出入口", "入口", "entrance", "entrances", "exits", "exit"),
    Role.STAIRS: ("楼梯", "楼梯间", "stairs", "stair", "staircase", "escalator"),
    Role.LIFT: ("电梯", "电梯间", "lift", "lifts", "elevator", "elevators"),
    Role.KIOSK: ("触摸屏", "您在这里", "你在这里", "kiosk", "kiosks", "youarehere"),
    Role.WALL: ("墙", "墙体", "隔断", "walls", "wall", "maze"),
    Role.SCALE: ("比例", "比例尺", "scale"),
    Role.IGNORED: ("底图", "扫描", "扫描件", "说明", "paths", "portals", "scan", "background", "notes", "guide"),
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names}
_ILLUSTRATOR = re.compile(r"_\d+_$")
_FIGURES = {figure: number for number, figure in enumerate("零一二三四五六七八九十")}
_BELOW = re.compile(r"(?:B|地下|负|-)(\d{1,2}(?:\.\d)?|[一二三四五六七八九十])", re.IGNORECASE)
_ABOVE = re.compile(
    r"(?:F|L|FLOOR|LEVEL|LEVEL-|第)?(\d{1,3}(?:\.\d)?|[一二三四五六七八九十]{1,3})(?:F|FL)?", re.IGNORECASE
)
_WORDS = re.compile(r"^楼层|[层楼]$|[\s:：_]")


def role_of(name: str) -> Role | None:
    """The role a layer's or shape's name agrees to; Illustrator's `Stairs_1_` is Stairs."""
    folded = _ILLUSTRATOR.sub("", name.strip()).replace(" ", "").lower()
    return _ROLES.get(folded)


def ordinal_of(name: str) -> float | None:
    """The height of the floor a name means: 0 is the ground floor (一层, 1F), -1 the first below; None for no floor."""
    folded = name.strip()
    while (shorter := _WORDS.sub("", folded)) != folded:
        folded = shorter
    if folded in {"首", "G", "GF"}:
        return 0.0
    below = _BELOW.fullmatch(folded)
    if below:
        return -_number(below[1])
    above = _ABOVE.fullmatch(folded)
    named = above and (folded != name.strip() or not folded.isdigit() or len(folded) <= 2)  # noqa: PLR2004 - 512 is a room
    return max(_number(above[1]) - 1, 0.0) if above and named else None


def _number(text: str) -> float:
    """A figure, or a Chinese number up to 九十九."""
    if text[0] not in _FIGURES:
        return float(text)
    if "十" not in text:
        return float(_FIGURES[text[0]])
    tens, _, ones = text.partition("十")
    return _FIGURES.get(tens, 1) * 10.0 + _FIGURES.get(ones, 0)
