"""How a matter runs: its steps as cards, and the chart of them."""

from dataclasses import dataclass, replace

from data.records import Branch, Drawing, Office, Person, Power, Risk, RiskLevel, Step
from kiosk.viewmodels.chart import BoxRow, LabelRow, LaneRow, box_row, label_rows, lane_row, lines_of
from kiosk.viewmodels.phrases import limit_in_english
from kiosk.viewmodels.places import first_room, hall_room, where_is
from kiosk.viewmodels.powers import category_name, limit_words
from kiosk.viewmodels.view import View

_AT_WINDOW = ("窗口", "大厅")
"""What staff call who acts in the hall: the visitor goes there, not to the office whose people sit at the window."""
ABREAST = 4
"""Lanes that fit a portrait screen side by side; with more, the cards stand alone at first everywhere."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as a card. `branches` and `targets` go together: the words on a way out, and the step it leads to.

    `person` and `office` are keys of who acts, where the edition knows them, and `room` is where to go for them on
    `floor`, `drawn` where the map has it. `grade` is high, medium, low, ungraded, or empty where no risk is named;
    `risks`, `forms`, `measures` and `guardians` go together too.
    """

    number: int
    title: str
    kind: str
    link: str
    actor: str
    office: str
    person: str
    room: str
    floor: str
    drawn: bool
    limit: str
    standard: str
    result: str
    documents: tuple[str, ...]
    branches: tuple[str, ...]
    targets: tuple[str, ...]
    grade: str
    risks: tuple[str, ...]
    grades: tuple[str, ...]
    forms: tuple[str, ...]
    measures: tuple[str, ...]
    guardians: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepsFacts:
    """The steps of an item, in order; `promised` is the whole time promised, `pictures` how many pages show them too.

    `across` and `down` are the chart's size in drawing units, 0 where there is none; `header` what its lanes' names
    take at the top. `abreast` says that its lanes fit a portrait screen. `whole`, `dashed` and `heads` are SVG paths.
    `foreign` says that some of it is Chinese though English was chosen.
    """

    key: str
    name: str
    category: str
    office: str
    promised: str
    steps: tuple[StepRow, ...]
    pictures: int
    across: float
    down: float
    header: float
    textSize: float
    abreast: bool
    lanes: tuple[LaneRow, ...]
    boxes: tuple[BoxRow, ...]
    labels: tuple[LabelRow, ...]
    whole: str
    dashed: str
    heads: str
    foreign: bool = False


def steps_facts(view: View, key: str) -> StepsFacts | None:
    """The steps of a power; None where there is no such power or it has none."""
    power = view.edition.record(Power, key)
    if power is None or not power.steps:
        return None
    office = next(iter(view.edition.targets("power", key, "held-by")), None)
    people = _people_by_post(view)
    chart = view.edition.drawing(key) or Drawing(0.0, 0.0)
    lines = lines_of(chart.arrows)
    facts = StepsFacts(
        key=key,
        name=view.words(power.name, power.name_en),
        category=category_name(view, power.category),
        office=view.words(office.title, office.title_en) if office else "",
        promised=limit_words(view, power.promised_limit),
        steps=tuple(_step_row(view, step, power, people) for step in power.steps),
        pictures=len(power.pictures),
        across=chart.width,
        down=chart.height,
        header=chart.header,
        textSize=chart.text_size,
        abreast=len(chart.lanes) <= ABREAST,
        lanes=tuple(lane_row(lane, chart) for lane in chart.lanes),
        boxes=tuple(box_row(box, chart) for box in chart.boxes),
        labels=label_rows(chart.arrows),
        whole=lines.whole,
        dashed=lines.dashed,
        heads=lines.heads,
    )
    return replace(facts, foreign=view.foreign(facts))


def _people_by_post(view: View) -> dict[str, str]:
    """Persons by their posts as written (综合法规处处长), where one person alone has such a post."""
    found: dict[str, str | None] = {}
    for title in view.edition.titles("person"):
        for post in title.detail.split("、"):
            found[post] = None if post in found else title.key
    return {post: key for post, key in found.items() if post and key}


def _step_row(view: View, step: Step, power: Power, people: dict[str, str]) -> StepRow:
    names = {other.number: other.name for other in power.steps}
    risks = sorted(step.risks, key=_gravity)
    branches = step.branches if _worth_saying(step, power.steps) else ()
    person = people.get(step.actor, "")
    at_window = power.in_hall and any(word in step.actor for word in _AT_WINDOW)
    place = where_is(view, (hall_room(view) if at_window else "") or _room_of(view, person, step.office))
    return StepRow(
        number=step.number,
        title=step.name,
        kind=step.kind.value,
        link=step.link,
        actor=_actor(view, step),
        office=step.office,
        person=person,
        room=place.room,
        floor=place.floor,
        drawn=place.drawn,
        limit=view.words(step.limit, limit_in_english(step.limit)),
        standard=step.standard,
        result=step.result,
        documents=step.documents,
        branches=tuple(branch.label for branch in branches),
        targets=tuple(_target(branch, names) for branch in branches),
        grade=risks[0].level.value if risks else "",
        risks=tuple(risk.description for risk in risks),
        grades=tuple(risk.level.value for risk in risks),
        forms=tuple(risk.form for risk in risks),
        measures=tuple(risk.measure for risk in risks),
        guardians=tuple(risk.responsible for risk in risks),
    )


def _actor(view: View, step: Step) -> str:
    """Who acts, as staff wrote it; an office called by its name is called so in the visitor's language too."""
    office = view.edition.record(Office, step.office) if step.office else None
    named = office is not None and step.actor in {office.name, office.short_name}
    return view.words(step.actor, office.name_en) if office and named else view.word(step.actor)


def _room_of(view: View, person: str, office: str) -> str:
    """Where one goes for who acts: to the person's room, else to the office's."""
    record = view.edition.record(Person, person) if person else None
    return (record.room if record else "") or (first_room(view, office) if office else "")


def _gravity(risk: Risk) -> int:
    return list(RiskLevel).index(risk.level)


def _target(branch: Branch, names: dict[int, str]) -> str:
    return f"{branch.to} {names.get(branch.to, '')}".strip()


def _worth_saying(step: Step, steps: tuple[Step, ...]) -> bool:
    """Whether the ways out of a step say more than the order of the cards does."""
    numbers = [other.number for other in steps]
    following = numbers[numbers.index(step.number) + 1 :][:1]
    return not (len(step.branches) == 1 and not step.branches[0].label and [step.branches[0].to] == following)
