"""A flow chart in BPMN as a staff file: the steps of one power, which its name or the file's must say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from data.flows.bpmn.names import MODEL
from data.flows.bpmn.read import Flow, read_bpmn
from data.flows.findings import UnreadableError
from data.importers.asked import Asked
from data.importers.flow_owner import owner_of, ownerless
from data.importers.known import Known
from data.importers.parsed import Parsed, Scope
from data.importers.power_checks import check_power
from data.importers.privacy import in_texts
from data.importers.problem import Level, Problem
from data.importers.refusal import Refusal
from data.importers.secrecy import refuse_marked
from data.importers.text import clean
from data.records import Power, Step

_SCOPE = Scope((), fields=("steps", "drawing"))
_OTHERS = "厅|局|委员会|法院|检察院|公司|银行|中心|政府|大学|学院|医院|集团|协会"
_OFFICE = re.compile(rf"(?!.+(?:{_OTHERS}).+).+[处科室]")
"""Names that only an office of our own has; who else acts (申请人, 税务局, 省税务局征管处) need not be one of ours.

政府采购处 begins with such a word and is ours: an authority's name has something before it.
"""
_HEAD = 4096
"""Bytes in which a file says what it is."""


def is_flow(name: str, body: bytes) -> bool:
    """Whether a file is a BPMN chart, by its suffix or by what it begins with."""
    return name.lower().endswith((".bpmn", ".bpmn2", ".bpmn20.xml")) or MODEL.encode() in body[:_HEAD].replace(
        b"\0", b""
    )  # UTF-16 has zeros between


def parse_flow(body: bytes, asked: Asked) -> Parsed:
    """The steps and drawing of one power. Refusal where the file holds no flow, or no power it could belong to."""
    try:
        flow = read_bpmn(body, clean)
    except UnreadableError as error:
        raise Refusal(str(error)) from error
    refuse_marked(flow.words, document=False)
    known = asked.known or Known()
    key = owner_of(asked.name, flow.names, known)
    if key is None:
        raise Refusal(ownerless(asked.name, "bpmn"))
    steps = tuple(replace(step, office=_office_of(step, known)) for step in flow.steps)
    power = Power(key, known.name("power", key), "", "", steps=steps, drawing=flow.drawing)
    return Parsed("power", (power,), _problems(flow, power, known), _SCOPE)


def _office_of(step: Step, known: Known) -> str:
    """The key of the office that a step's notes name, else of the one that acts."""
    name = step.office or step.actor
    keys = known.keys("office", name) if name else ()
    return keys[0] if len(keys) == 1 else ""


def _problems(flow: Flow, power: Power, known: Known) -> tuple[Problem, ...]:
    return (
        *in_texts(flow.words),
        *_read_problems(flow),
        *_step_problems(power, flow.elements),
        *_stranger_problems(flow, power, known),
    )


def _read_problems(flow: Flow) -> Iterator[Problem]:
    for finding in flow.findings:
        yield Problem(Level(finding.level.value), finding.place, finding.message)


def _step_problems(power: Power, elements: Mapping[int, str]) -> Iterator[Problem]:
    """What is to be said of the steps, at the element each was read from; the other fields are not in the file."""
    for finding in check_power(power):
        if finding.step is not None:
            place = f"第 {finding.step} 步（{elements.get(finding.step, '')}）"
            yield Problem(finding.level, place, finding.message)


def _stranger_problems(flow: Flow, power: Power, known: Known) -> Iterator[Problem]:
    """Lanes called like an office of ours that is not there, each at its first step: an error, as in a step table."""
    if not known.names.get("office"):
        return
    lanes = [(step.actor, step.number) for step in power.steps if not step.office and _OFFICE.fullmatch(step.actor)]
    named = [(step.office, step.number) for step in flow.steps if step.office and not _office_of(step, known)]
    first = dict(reversed([*lanes, *named]))
    spellings = [name for names in known.names["office"].values() for name in names]
    for actor, number in sorted(first.items(), key=lambda item: item[1]):
        near = get_close_matches(actor, spellings, n=1, cutoff=0.5)
        guess = f"是不是“{near[0]}”？" if near else ""
        message = f"处室“{actor}”不存在。{guess}请改正泳道的名称，或先导入处室；外单位的请写全称，如“省税务局征管处”。"
        yield Problem(Level.ERROR, f"第 {number} 步（{flow.elements.get(number, '')}）", message)
