"""What a chart's format has no field for, written as lines of its notes and read back from them.

办理处室：会计处
办理时限：15个工作日
审查标准：…
办理结果：…
材料：申请表；身份证明
风险点（高）：… ｜ 表现形式：… ｜ 防控措施：… ｜ 责任人：…
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.records import Risk, Step

_LINK = re.compile(r"环节[：:]\s*(.+)")
_OFFICE = re.compile(r"(?:办理|承办)处室[：:]\s*(.+)")
_LIMIT = re.compile(r"(?:办理)?时限[：:]\s*(.+)")
_STANDARD = re.compile(r"(?:审查|办理)?标准[：:]\s*(.+)")
_RESULT = re.compile(r"(?:办理)?结果[：:]\s*(.+)")
_DOCUMENTS = re.compile(r"(?:申请)?材料[：:]\s*(.+)")
_RISK = re.compile(r"(?:廉政)?风险点(?:[（(](?P<grade>[^）)]{1,6})[）)])?[：:]\s*(?P<description>[^｜|]+)(?P<rest>.*)")
_PART = re.compile(r"(表现形式|防控措施|防范措施|责任人)[：:]\s*([^｜|]+)")


@dataclass(frozen=True, slots=True)
class Noted:
    """What lines of notes say of a step."""

    link: str = ""
    office: str = ""
    """Its name."""
    limit: str = ""
    standard: str = ""
    result: str = ""
    documents: tuple[str, ...] = ()
    risks: tuple[Risk, ...] = ()


def noted(lines: Iterable[str]) -> Noted:
    """Read lines of notes; those in no form we know say nothing."""
    known = list(lines)
    documents = _first(_DOCUMENTS, known)
    return Noted(
        _first(_LINK, known),
        _first(_OFFICE, known),
        _first(_LIMIT, known),
        _first(_STANDARD, known),
        _first(_RESULT, known),
        tuple(filter(None, (name.strip() for name in re.split("[；;]", documents)))),
        tuple(_risk(match) for line in known if (match := _RISK.match(line))),
    )


def notes_of(step: Step, office: str = "") -> list[str]:
    """The lines that say what a step holds beside its name, actor and ways; `office` is the name of its office."""
    fields = (
        ("环节", step.link),
        ("办理处室", office),
        ("办理时限", step.limit),
        ("审查标准", step.standard),
        ("办理结果", step.result),
        ("材料", "；".join(step.documents)),
    )
    lines = [f"{name}：{_on_one_line(text)}" for name, text in fields if text]
    return lines + [_risk_line(risk) for risk in step.risks]


def _first(pattern: re.Pattern[str], lines: list[str]) -> str:
    return next((match.group(1).strip() for line in lines if (match := pattern.match(line))), "")


def _risk(match: re.Match[str]) -> Risk:
    parts = dict(_PART.findall(match["rest"]))
    return Risk(
        match["description"].strip(),
        match["grade"] or "",
        parts.get("表现形式", "").strip(),
        (parts.get("防控措施") or parts.get("防范措施", "")).strip(),
        parts.get("责任人", "").strip(),
    )


def _risk_line(risk: Risk) -> str:
    grade = f"（{risk.grade}）" if risk.grade else ""
    parts = (("表现形式", risk.form), ("防控措施", risk.measure), ("责任人", risk.responsible))
    rest = "".join(f" ｜ {name}：{_on_one_line(text)}" for name, text in parts if text)
    return f"风险点{grade}：{_on_one_line(risk.description)}{rest}"


def _on_one_line(text: str) -> str:
    return " ".join(text.replace("｜", "/").replace("|", "/").split())
