"""The invented department's powers as records: categories, and what each power is, asks for and costs."""

from collections.abc import Iterator, Mapping

from data.records import Basis, Category, Disclosure, Fee, Material, Power, Question, TimeLimit
from data.sample.flow import steps
from data.sample.organisation import offices, site
from data.sample.reading import CONTENT, cells, flag, listed, table, text, texts, toml

_HALL_ROOM = "107"
_COMPLAINTS = "监察室 024-0000 0120"


def categories() -> tuple[Category, ...]:
    """The nine categories in their order."""
    return tuple(
        Category(
            key=text(facts, "key"),
            name=text(facts, "name"),
            name_en=text(facts, "name_en"),
            explanation=text(facts, "explanation"),
            explanation_en=text(facts, "explanation_en"),
            position=position,
        )
        for position, facts in enumerate(listed(toml("categories.toml"), "category"), 1)
    )


def powers() -> tuple[Power, ...]:
    """All powers, in the order of their files."""
    telephones = {office.key: office.telephone for office in offices()}
    return tuple(_power(position, facts, telephones) for position, facts in enumerate(_written(), 1))


def _written() -> Iterator[object]:
    for path in sorted((CONTENT / "powers").glob("*.toml")):
        yield from listed(toml(f"powers/{path.name}"), "power")


def _power(position: int, facts: object, telephones: Mapping[str, str]) -> Power:
    in_hall, office = flag(facts, "in_hall"), text(facts, "office")
    return Power(
        key=text(facts, "key"),
        name=text(facts, "name"),
        category=text(facts, "category"),
        office=office,
        name_en=text(facts, "name_en"),
        position=position,
        disclosure=Disclosure(text(facts, "disclosure") or Disclosure.DISCLOSED),
        in_hall=in_hall,
        level="省级",
        service_object=text(facts, "service_object"),
        item_type=text(facts, "item_type"),
        summary=text(facts, "summary"),
        summary_en=text(facts, "summary_en"),
        bases=tuple(_basis(*citation.split()) for citation in texts(facts, "bases")),
        conditions=texts(facts, "conditions"),
        materials=tuple(Material(*_filled(cells(line), 8)) for line in texts(facts, "materials")),
        legal_limit=_limit(text(facts, "legal")),
        promised_limit=_limit(text(facts, "promised")),
        fee=Fee() if text(facts, "item_type") else None,
        place=_place(facts),
        room=_HALL_ROOM if in_hall else text(facts, "room"),
        hours=_hall_hours() if in_hall else site().hours,
        telephone=_window(facts, "telephone") if in_hall else telephones[office],
        complaint=_COMPLAINTS,
        result=text(facts, "result"),
        duties=text(facts, "duties"),
        accountability=text(facts, "accountability"),
        remark=text(facts, "remark"),
        questions=tuple(Question(*cells(line)) for line in texts(facts, "questions")),
        steps=steps(text(facts, "steps"), office),
    )


def _basis(law: str, article: str) -> Basis:
    found = table(toml("laws.toml"), law)
    return Basis(text(found, "name"), text(found, "number"), f"第{article}条", text(table(found, "articles"), article))


def _limit(written: str) -> TimeLimit | None:
    """A limit written as `20 工作日 | explanation`."""
    if not written:
        return None
    limit, explanation = cells(written)
    number, unit = limit.split()
    return TimeLimit(int(number), unit, explanation)


def _place(facts: object) -> str:
    if flag(facts, "in_hall"):
        return f"1 楼审批大厅（{_HALL_ROOM} 室）{text(facts, 'window')} 号窗口"
    room, office = text(facts, "room"), text(facts, "office")
    name = next(one.name for one in offices() if one.key == office)
    return f"{room[0]} 楼 {room} 室，{name}"


def _hall_hours() -> str:
    return f"周二、周四 {text(toml('hall.toml'), 'hours')}"


def _window(facts: object, name: str) -> str:
    """A fact of the hall's window at which a power is handled."""
    windows = {text(window, "number"): window for window in listed(toml("hall.toml"), "window")}
    return text(windows[text(facts, "window")], name)


def _filled(columns: tuple[str, ...], count: int) -> tuple[str, ...]:
    return (*columns, *("",) * (count - len(columns)))
