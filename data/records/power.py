"""What the office may do to or for somebody, on what law, and how such a matter runs step by step."""

from dataclasses import dataclass, replace
from enum import StrEnum

from data.records.drawing import Drawing
from data.records.picture import Picture


@dataclass(frozen=True, slots=True)
class Category:
    """A category of powers (行政许可, 行政处罚, ...) with what it means to a layman. Categories are data."""

    key: str
    name: str
    name_en: str = ""
    explanation: str = ""
    explanation_en: str = ""
    position: int = 0


class Disclosure(StrEnum):
    """How far a power has come; the lobby shows only what is disclosed."""

    DECLARED = "declared"
    """申报: an office says it holds it."""
    CATALOGUE = "catalogue"
    """编入职权目录"""
    DISCLOSED = "disclosed"
    """公开"""


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis (设定依据). Cited only where a source was found."""

    law: str
    number: str = ""
    """Document number (文号)."""
    article: str = ""
    """条款"""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """One paper an applicant brings (申请材料)."""

    name: str
    kind: str = ""
    """原件, 复印件, ..."""
    form: str = ""
    """纸质, 电子"""
    necessity: str = ""
    """必要, 非必要, 容缺后补"""
    copies: str = ""
    source: str = ""
    notes: str = ""
    """填报须知"""
    standard: str = ""
    """受理标准"""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit: `number` of `unit` (工作日, 日, 月), or 0 and only the explanation."""

    number: int = 0
    unit: str = "工作日"
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Fee:
    """What it costs; `standard` and `basis` only where a fee is charged."""

    charged: bool = False
    standard: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question people often ask, and its answer."""

    question: str
    answer: str


class StepKind(StrEnum):
    """What a step is in the flow."""

    START = "start"
    STEP = "step"
    DECISION = "decision"
    END = "end"


@dataclass(frozen=True, slots=True)
class Branch:
    """A way out of a step: to the step numbered `to`, under a label such as 是 or 不予受理."""

    to: int
    label: str = ""


class RiskLevel(StrEnum):
    """How grave a risk is; offices write it in different ways."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNGRADED = "ungraded"


_LEVELS = {
    **dict.fromkeys("高一1Aa重ⅠI", RiskLevel.HIGH),
    **dict.fromkeys("中二2BbⅡ", RiskLevel.MEDIUM),
    **dict.fromkeys("低三3CcⅢ轻", RiskLevel.LOW),
}
"""By the first letter of a grade as staff write it."""


@dataclass(frozen=True, slots=True)
class Risk:
    """Where corruption could creep in at a step (廉政风险点), and what prevents it (防控措施).

    `grade` is as staff wrote it (高, 中, 低; 一级..三级; A..C).
    """

    description: str
    grade: str = ""
    form: str = ""
    measure: str = ""
    responsible: str = ""

    @property
    def level(self) -> RiskLevel:
        """What the grade means."""
        grade = {"II": "二", "III": "三"}.get(self.grade.strip().rstrip("级等"), self.grade.strip())
        return _LEVELS.get(grade[:1], RiskLevel.UNGRADED)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a matter's way. `number` is unique in its power; `branches` empty means the next number follows.

    `actor` is who acts, as written (申请人, 会计处经办人, ...); `office` the key of that office where it is one
    of ours.
    `link` groups steps (环节: 受理, 审查, 决定, 送达).
    """

    number: int
    name: str
    kind: StepKind = StepKind.STEP
    link: str = ""
    actor: str = ""
    office: str = ""
    limit: str = ""
    standard: str = ""
    result: str = ""
    documents: tuple[str, ...] = ()
    risks: tuple[Risk, ...] = ()
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Power:
    """A power or service item (权力事项) with everything a visitor needs before they come, and its steps.

    `key` is the code staff use (基本编码 or their own number). `category` and `office` are keys.
    """

    key: str
    name: str
    category: str
    office: str
    name_en: str = ""
    position: int = 0
    implementation_code: str = ""
    disclosure: Disclosure = Disclosure.DISCLOSED
    in_hall: bool = False
    """Handled in the approval hall (进驻大厅)."""
    level: str = ""
    """行使层级"""
    service_object: str = ""
    """服务对象"""
    item_type: str = ""
    """办件类型: 即办件, 承诺件"""
    summary: str = ""
    summary_en: str = ""
    bases: tuple[Basis, ...] = ()
    conditions: tuple[str, ...] = ()
    materials: tuple[Material, ...] = ()
    legal_limit: TimeLimit | None = None
    promised_limit: TimeLimit | None = None
    fee: Fee | None = None
    place: str = ""
    room: str = ""
    """Room number of the place, where it is in our building."""
    hours: str = ""
    telephone: str = ""
    complaint: str = ""
    result: str = ""
    duties: str = ""
    """对应责任事项"""
    accountability: str = ""
    """追责情形及依据"""
    remark: str = ""
    questions: tuple[Question, ...] = ()
    steps: tuple[Step, ...] = ()
    drawing: Drawing | None = None
    """The chart as its file draws it, where it does; else it is laid out from the steps."""
    pictures: tuple[Picture, ...] = ()
    """The chart as pictures of its pages, where nobody has it in a form that can be read; shown after the steps."""


def with_charts_of(power: Power, before: Power) -> Power:
    """`power` as a table or form says it, with the charts that neither can say, from the power as it was.

    Pictures stay. A chart as its file draws it stays while it shows the same steps.
    """
    return replace(power, pictures=before.pictures, drawing=before.drawing if power.steps == before.steps else None)
