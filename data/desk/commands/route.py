"""`desk route`: the way to a room, an office or a person, as the edition now showing has it."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.console import Plain, print_json
from data.records.building import Building, Floor, KioskPlace
from data.records.office import Office
from data.records.person import Person
from data.records.room import Room
from data.records.route import Profile, Route
from data.store.refusal import Refused

if TYPE_CHECKING:
    from data.building.guide import Goal, Guide
    from data.building.routes import Origin, Wayfinder
    from data.edition.reader import Edition


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("route", help="去一个房间、处室或人那里怎么走")
    parser.add_argument("--to", required=True, metavar="ROOM|OFFICE|PERSON", help="房号、处室或人名")
    parser.add_argument("--from", dest="start", default="", metavar="ROOM", help="从哪个房间出发（默认从触摸屏）")
    parser.add_argument("--step-free", action="store_true", help="不走楼梯")
    parser.add_argument("--edition", type=Path, metavar="DIR", help="哪一期（默认正在展示的一期）")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Print the route. Refused where the goal is unknown, not drawn, or without a way to it."""
    from data.edition.lobby import Lobby
    from data.edition.reader import Edition

    folder = arguments.edition or Lobby(desk.home.editions).current
    if folder is None:
        raise Refused("还没有可展示的一期，请先发布")
    try:
        edition = Edition(folder)
    except ValueError as error:
        raise Refused(f"{folder} 不是可以展示的一期") from error
    try:
        goal, route = _find(edition, arguments)
        floors = {floor.key: floor for floor in edition.records(Floor)}
    finally:
        edition.close()
    _show(goal, route, floors, as_json=arguments.json)
    return 0


def _find(edition: "Edition", arguments: Namespace) -> "tuple[Goal, Route]":
    from data.building.guide import Guide

    floors = edition.records(Floor)
    guide = Guide(floors, edition.records(Room), edition.records(Office), edition.records(Person))
    goal = _drawn(guide, arguments.to)
    profile = Profile.STEP_FREE if arguments.step_free else Profile.WALK
    start = _drawn(guide, arguments.start) if arguments.start else None
    route = _routed(edition, floors, start, goal, profile)
    if route is None:
        place = goal.floor.name if goal.floor else ""
        raise Refused(f"{goal.title}在{place}，图上没有{'不走楼梯' if arguments.step_free else ''}通到那里的路线")
    return goal, route


def _drawn(guide: "Guide", wanted: str) -> "Goal":
    """The likeliest goal that is on the drawing. Refused with what is missing."""
    goals = guide.goals(wanted)
    if not goals:
        raise Refused(f"没有叫“{wanted}”的房间、处室或人")
    drawn = next((goal for goal in goals if goal.unit), None)
    if drawn is None:
        raise Refused(f"{goals[0].title}不在楼层图上")
    return drawn


def _routed(
    edition: "Edition", floors: tuple[Floor, ...], start: "Goal | None", goal: "Goal", profile: Profile
) -> Route | None:
    """The route stored for the first kiosk, else one computed from where it begins, at worst the entrance."""
    from data.building.routes import Wayfinder

    kiosk = next((place for floor in floors for place in floor.kiosks), None)
    unit = goal.unit.key if goal.unit else ""
    if start is None and kiosk is not None:
        stored = edition.route(kiosk.key, unit, profile)
        if stored is not None:
            return stored
    finder = Wayfinder(edition.records(Building), floors)
    try:
        origin = _origin(finder, start, kiosk)
    except ValueError as error:
        raise Refused("图上没有触摸屏和大门的位置，请用 --from 说明从哪个房间出发") from error
    return next((route for route in finder.routes(origin, profile) if route.unit == unit), None)


def _origin(finder: "Wayfinder", start: "Goal | None", kiosk: KioskPlace | None) -> "Origin":
    if start and start.unit:
        return finder.origin_in(start.unit.key)
    return finder.origin_of(kiosk) if kiosk else finder.origin_at_entrance()


def _show(goal: "Goal", route: Route, floors: dict[str, Floor], *, as_json: bool) -> None:
    if as_json:
        print_json(_as_json(goal, route, floors))
        return
    minutes = max(1, -(-round(route.seconds) // 60))
    print(f"到{_spaced(goal.title)}：{route.length_m:.0f} 米，约 {minutes} 分钟")
    for number, leg in enumerate(route.legs, start=1):
        print(f"{number}. [{floors[leg.floor].name}] {leg.text}")


def _spaced(title: str) -> str:
    """A blank between Chinese and a figure, as the step cards set it."""
    return f" {title}" if title[:1].isascii() else title


def _as_json(goal: "Goal", route: Route, floors: dict[str, Floor]) -> Plain:
    legs: list[Plain] = [
        {
            "level": floors[leg.floor].name,
            "ordinal": floors[leg.floor].ordinal,
            "points": [[x, y] for x, y in leg.points],
            "text": leg.text,
            "text_en": leg.text_en,
            "turn": leg.turn.value,
            "length_m": leg.length_m,
            "seconds": leg.seconds,
            "to_level": floors[leg.to_floor].name if leg.to_floor else "",
        }
        for leg in route.legs
    ]
    return {
        "to": {"kind": goal.kind, "title": goal.title, "unit": route.unit},
        "from": route.place,
        "profile": route.profile.value,
        "length_m": route.length_m,
        "seconds": route.seconds,
        "legs": legs,
    }
