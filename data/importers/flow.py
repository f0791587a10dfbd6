"""A flow chart in BPMN as a staff file: the steps of one power, which its name or the file's must say."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from data.flows.bpmn.names import MODEL
from data.flows.bpmn.read import Flow, read_bpmn
from data.flows.findings import UnreadableError
from data.importers.asked import Asked
from data.importers.known import Known
from data.importers.parsed import Parsed, Scope
from data.importers.power_checks import check_power
from data.importers.problem import Level, Problem
from data.importers.refusal import Refusal
from data.records import Power, Step

_SCOPE = Scope((), fields=("steps", "drawing"))
_HEAD = 4096
"""Bytes in which a file says what it is."""


def is_flow(name: str, body: bytes) -> bool:
    """Whether a file is a BPMN chart, by its suffix or by what it begins with."""
    return name.lower().endswith((".bpmn", ".bpmn2", ".bpmn20.xml")) or MODEL.encode() in body[:_HEAD]


def parse_flow(body: bytes, asked: Asked) -> Parsed:
    """The steps and drawing of one power. Refusal where the file holds no flow, or no power it could belong to."""
    try:
        flow = read_bpmn(body)
    except UnreadableError as error:
        raise Refusal(str(error)) from error
    known = asked.known or Known()
    key = _power_of(flow, asked.name, known)
    steps = tuple(replace(step, office=_office_of(step, known)) for step in flow.steps)
    power = Power(key, known.name("power", key), "", "", steps=steps, drawing=flow.drawing)
    return Parsed("power", (power,), (*_read_problems(flow), *_step_problems(power)), _SCOPE)


def _power_of(flow: Flow, name: str, known: Known) -> str:
    """The power a chart is of: by the file's name (a code, or a name), else by the process's."""
    stem = PurePath(name.replace("\\", "/")).name.split(".bpmn", maxsplit=1)[0].removesuffix(".xml").strip()
    for text in dict.fromkeys((stem, *stem.split()[:1], *flow.names)):
        keys = known.keys("power", text)
        if len(keys) == 1:
            return keys[0]
    raise Refusal(f"不知道这是哪个事项的流程图：没有编号或名称为“{stem}”的事项。请把文件名改成事项编号，如 1001.bpmn。")


def _office_of(step: Step, known: Known) -> str:
    keys = known.keys("office", step.actor) if step.actor else ()
    return keys[0] if len(keys) == 1 else ""


def _read_problems(flow: Flow) -> Iterator[Problem]:
    for finding in flow.findings:
        yield Problem(Level(finding.level.value), finding.place, finding.message)


def _step_problems(power: Power) -> Iterator[Problem]:
    """What is to be said of the steps; the power's other fields are not in the file."""
    for finding in check_power(power):
        if finding.step is not None:
            yield Problem(finding.level, f"第 {finding.step} 步", finding.message)
