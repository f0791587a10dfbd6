"""Where the small department sits: a house of equal floors, and ways through it."""

from data.records import (
    Amenity,
    Building,
    Connection,
    Floor,
    KioskPlace,
    Leg,
    Profile,
    Record,
    Room,
    Route,
    Turn,
    Unit,
)

HELD = {
    "301": "office",
    "512": "law",
    "505": "personnel",
    "401": "budget",
    "305": "accounting",
    "306": "procurement",
    "508": "long",
    "503": "party",
    "601": "debt",
    "201": "treasury",
    "602": "training",
}
"""Rooms that offices of the department sit in."""


def building(floors: int = 6) -> list[Record]:
    """A house of equal floors with two rows of rooms, a lift and a stair."""
    numbers = [f"{floor}{door:02d}" for floor in range(1, floors + 1) for door in range(1, 15)]
    rooms: list[Record] = [
        Room(
            number,
            office=HELD.get(number, ""),
            purpose="审批大厅" if number == "101" else "" if number in HELD else "办公",
            position=int(number),
        )
        for number in numbers
    ]
    link = Connection("lift", "elevator", tuple(f"f{n}-lift" for n in range(1, floors + 1)))
    stairs = Connection("stairs", "stairs", tuple(f"f{n}-stairs" for n in range(1, floors + 1)))
    drawn: list[Record] = [_floor(number) for number in range(1, floors + 1)]
    return [Building("main", "主楼", connections=(link, stairs)), *drawn, *rooms]


def _floor(number: int) -> Floor:
    rooms = [_room(number, door) for door in range(1, 15)]
    shared = [
        Unit(f"f{number}-lift", "elevator", ((_box(18, 12, 3, 4),),), name="电梯", label_at=(19.5, 14)),
        Unit(f"f{number}-stairs", "stairs", ((_box(18, 16.4, 3, 3.6),),), name="楼梯", label_at=(19.5, 18.2)),
        Unit(f"f{number}-hall", "walkway", ((_box(0, 8, 42, 4),),), name="走廊"),
    ]
    return Floor(
        key=f"f{number}",
        name=f"{number} 楼",
        ordinal=number - 1,
        short_name=str(number),
        building="main",
        outline=((_box(0, 0, 42, 28),),),
        units=(*shared, *rooms),
        amenities=(Amenity(f"f{number}-wc", "restroom", (24, 14), "卫生间"),),
        kiosks=(KioskPlace("lobby", (21, 10), 0.0, "一楼大厅"),) if number == 1 else (),
    )


def _room(floor: int, door: int) -> Unit:
    top = door % 2 == 1
    column = (door - 1) // 2
    ring = _box(column * 6, 0 if top else 20, 6, 8)
    return Unit(
        f"f{floor}-{door:02d}",
        "office",
        ((ring,),),
        number=f"{floor}{door:02d}",
        label_at=(column * 6 + 3, 4 if top else 24),
    )


def _box(x: float, y: float, width: float, height: float) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def routes() -> list[Route]:
    """The way to 512 and to the hall."""
    return [
        Route(
            "lobby",
            "f5-12",
            profile,
            86.0,
            118.0,
            (
                Leg("f1", ((21, 10), (19.5, 10), (19.5, 12)), "从这里出发，向前 12 米", Turn.START, 12.0, 10),
                Leg("f1", ((19.5, 12), (19.5, 13)), "右手边乘电梯到 5 楼", Turn.ELEVATOR, 0.0, 50, "f5"),
                Leg("f5", ((19.5, 12), (19.5, 10), (33, 10)), "出电梯向右，沿走廊 38 米", Turn.RIGHT, 38.0, 40),
                Leg("f5", ((33, 10), (33, 20)), "右手边 512 室即是", Turn.ARRIVE, 10.0, 12),
            ),
        )
        for profile in Profile
    ]
