"""What is drawn beside a step: its risks with what prevents them, and its documents."""

from dataclasses import dataclass

from data.flows.measure import Size, size_beside
from data.records import Risk, RiskLevel, Step

GAP = 3.0
"""Between boxes beside the same step."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One box beside a step: `shape` is risk or document."""

    shape: str
    text: str
    size: Size
    risk: str = ""


def beside_of(step: Step) -> tuple[Beside, ...]:
    """The boxes beside a step, from top to bottom."""
    risks = [Beside("risk", risk_text(risk), size_beside(risk_text(risk)), risk.level.value) for risk in step.risks]
    documents = "\n".join(step.documents)
    return (*risks, *([Beside("document", documents, size_beside(documents))] if documents else []))


def height_of(boxes: tuple[Beside, ...]) -> float:
    """How high boxes beside one step stand together."""
    return sum(box.size.height for box in boxes) + GAP * max(0, len(boxes) - 1)


def risk_text(risk: Risk) -> str:
    """A risk in words, as such charts write it."""
    grade = f"（{risk.grade}）" if risk.grade else ""
    parts = (
        ("风险点" + grade, risk.description),
        ("表现形式", risk.form),
        ("防控措施", risk.measure),
        ("责任人", risk.responsible),
    )
    return "\n".join(f"{name}：{text}" for name, text in parts if text)


def worst(step: Step) -> str:
    """The highest level among a step's risks, empty where it has none."""
    levels = {risk.level for risk in step.risks}
    return next((level.value for level in RiskLevel if level in levels), "")
