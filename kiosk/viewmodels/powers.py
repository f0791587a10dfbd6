"""Powers and service items: the list by category, and one item with all a visitor needs before they come."""

from dataclasses import dataclass, replace

from data.records import Category, Fee, Material, Power, TimeLimit
from kiosk.viewmodels.handled import where_handled
from kiosk.viewmodels.phrases import span_in_english
from kiosk.viewmodels.places import said, where_is
from kiosk.viewmodels.take_along import cards
from kiosk.viewmodels.view import FactRow, LinkRow, View, link_row


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category that has powers: how many, and at which row of the list they begin."""

    key: str
    title: str
    explanation: str
    count: int
    first: int


@dataclass(frozen=True, slots=True)
class PowersFacts:
    """The list of powers, category by category; `start` is the category it opens at.

    `foreign` says that some category is Chinese though English was chosen.
    """

    start: str
    categories: tuple[CategoryRow, ...]
    rows: tuple[LinkRow, ...]
    foreign: bool


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """A paper to bring, and what is to be known of it in one line."""

    title: str
    detail: str
    necessity: str
    notes: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question people ask, and its answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class PowerFacts:
    """One service item. Limits are numbers with units, empty where none is set; `fee` is free, charged or empty.

    `foreign` says that some of it is Chinese though English was chosen.
    """

    key: str
    name: str
    category: str
    inHall: bool
    itemType: str
    promised: str
    legal: str
    fee: str
    feeStandard: str
    summary: str
    place: str
    hours: str
    telephone: str
    room: str
    floor: str
    drawn: bool
    steps: int
    pictures: int
    offices: tuple[LinkRow, ...]
    conditions: tuple[str, ...]
    materials: tuple[MaterialRow, ...]
    bases: tuple[FactRow, ...]
    questions: tuple[QuestionRow, ...]
    details: tuple[FactRow, ...]
    takeAlong: tuple[str, ...]
    """The checklist of materials, to be taken along; on several cards where it is long."""
    foreign: bool = False


def powers_facts(view: View, key: str) -> PowersFacts:
    """The list of powers, opened at the category `key`."""
    names = {category.key: category for category in view.edition.records(Category)}
    limits = {power.key: power for power in view.edition.records(Power)}
    found: dict[str, list[LinkRow]] = {category: [] for category in names}
    for title in view.edition.titles("power"):
        power = limits[title.key]
        found.setdefault(power.category, []).append(link_row(view, title, end=limit_words(view, power.promised_limit)))
    rows: list[LinkRow] = []
    categories: list[CategoryRow] = []
    for category, members in found.items():
        if members:
            categories.append(_category_row(view, names.get(category), category, len(members), len(rows)))
            rows.extend(replace(row, section=categories[-1].title) for row in members)
    return PowersFacts(key, tuple(categories), tuple(rows), foreign=view.foreign(*categories))


def _category_row(view: View, category: Category | None, key: str, count: int, first: int) -> CategoryRow:
    if category is None:
        return CategoryRow(key, key, "", count, first)
    return CategoryRow(
        key,
        view.words(category.name, category.name_en),
        view.words(category.explanation, category.explanation_en),
        count,
        first,
    )


def limit_words(view: View, limit: TimeLimit | None) -> str:
    """A limit as one says it: 10 个工作日; its explanation where it has no number; empty where none is set."""
    if limit is None:
        return ""
    if not limit.number:
        return limit.explanation
    counted = "个" if limit.unit in {"工作日", "月", "自然日"} else ""
    return view.words(f"{limit.number} {counted}{limit.unit}", span_in_english(limit.number, limit.unit))


def power_facts(view: View, key: str) -> PowerFacts | None:
    """The page of a service item; None where the edition has none under this key."""
    power = view.edition.record(Power, key)
    if power is None:
        return None
    handled = where_handled(view, power)
    place = where_is(view, handled.room)
    facts = PowerFacts(
        key=key,
        name=view.words(power.name, power.name_en),
        category=category_name(view, power.category),
        inHall=power.in_hall,
        itemType=view.word(power.item_type),
        promised=limit_words(view, power.promised_limit),
        legal=limit_words(view, power.legal_limit),
        fee="" if power.fee is None else "charged" if power.fee.charged else "free",
        feeStandard=power.fee.standard if power.fee else "",
        summary=view.words(power.summary, power.summary_en),
        place=handled.place,
        hours=handled.hours,
        telephone=handled.telephone,
        room=place.room,
        floor=place.floor,
        drawn=place.drawn,
        steps=len(power.steps),
        pictures=len(power.pictures),
        offices=tuple(link_row(view, title) for title in view.edition.targets("power", key, "held-by")),
        conditions=power.conditions,
        materials=tuple(_material(view, material) for material in power.materials),
        bases=tuple(
            FactRow(f"{basis.law}{basis.number}", f"{basis.article} {basis.text}".strip()) for basis in power.bases
        ),
        questions=tuple(QuestionRow(question.question, question.answer) for question in power.questions),
        details=tuple(_details(view, power)),
        takeAlong=_checklist(view, power) if power.materials else (),
    )
    return replace(facts, foreign=view.foreign(facts))


def category_name(view: View, key: str) -> str:
    """What a category is called; its key where the edition has none."""
    category = view.edition.record(Category, key)
    return view.words(category.name, category.name_en) if category else key


def _material(view: View, material: Material) -> MaterialRow:
    copies = _copies(view, material.copies)
    detail = " · ".join(
        filter(None, (view.word(material.kind), copies, view.word(material.form), view.word(material.source)))
    )
    notes = "；".join(filter(None, (material.notes, material.standard)))
    return MaterialRow(material.name, detail, view.word(material.necessity), notes)


def _copies(view: View, copies: str) -> str:
    """How many are to be brought: a bare number gets its measure, anything else stays as staff wrote it."""
    number = copies.removesuffix("份").strip()
    if not number.isdecimal():
        return copies
    return view.words(f"{number} 份", f"{number} {'copy' if number == '1' else 'copies'}")


def _checklist(view: View, power: Power) -> tuple[str, ...]:
    """Name, materials one by one, where and when: what one needs at home.

    What is to be observed of each comes along where all of it fits one code; else it is told on the page alone.
    """
    handled = where_handled(view, power)
    ends = (handled.place, said(view, where_is(view, handled.room)), handled.hours, handled.telephone)
    for noted in (True, False):
        papers = (f"{number}. {_paper(view, one, noted=noted)}" for number, one in enumerate(power.materials, 1))
        made = cards(view.words(power.name, power.name_en), (*papers, *ends))
        if len(made) == 1:
            break
    return made


def _paper(view: View, material: Material, *, noted: bool) -> str:
    """A paper in one line: 营业执照副本（复印件 1 份，容缺后补，加盖公章）, the last only where it is `noted`."""
    kind = view.words(" ", ", ").join(filter(None, (view.word(material.kind), _copies(view, material.copies))))
    necessity = "" if material.necessity == "必要" else view.word(material.necessity)
    notes = " ".join(material.notes.split()) if noted else ""
    detail = view.words("，", ", ").join(filter(None, (kind, necessity, notes)))
    return f"{material.name}{view.words('（', ' (')}{detail}{view.words('）', ')')}" if detail else material.name


def _details(view: View, power: Power) -> list[FactRow]:
    """What is told last, with the code by which QML words its label."""
    fee = power.fee or Fee()
    rows = (
        FactRow("category", _category_words(view, power.category)),
        FactRow("object", power.service_object),
        FactRow("result", power.result),
        FactRow("promised", _explained(power.promised_limit)),
        FactRow("legal", _explained(power.legal_limit)),
        FactRow("fee", fee.basis),
        FactRow("level", power.level),
        FactRow("complaint", power.complaint),
        FactRow("duties", power.duties),
        FactRow("accountability", power.accountability),
        FactRow("remark", power.remark),
        FactRow("code", power.key),
        FactRow("implementation", power.implementation_code),
    )
    return [row for row in rows if row.value]


def _category_words(view: View, key: str) -> str:
    """A category with what it means in a layman's words; empty where the office wrote none."""
    category = view.edition.record(Category, key)
    explanation = view.words(category.explanation, category.explanation_en) if category else ""
    return f"{category_name(view, key)}{'. ' if view.english else '：'}{explanation}" if explanation else ""


def _explained(limit: TimeLimit | None) -> str:
    """What is said about a limit besides its number; where it has none, that is told as the limit itself."""
    return limit.explanation if limit and limit.number else ""
