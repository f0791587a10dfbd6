"""The agreed names of layers.

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


def role_of(name: str) -> Role | None:
    """The role a layer's or shape's name agrees to; Illustrator's `Stairs_1_` is Stairs."""
    folded = _ILLUSTRATOR.sub("", name.strip()).replace(" ", "").lower()
    return _ROLES.get(folded)
