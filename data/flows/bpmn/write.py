"""Writing a power's flow as BPMN 2.0, with its drawing: valid against OMG's schema, to be opened in bpmn.io or Visio.

What BPMN has no element for (time limits, risks, documents) stands in each node's documentation; `read` finds it there.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from data.flows.bpmn.diagram import add_diagram
from data.flows.bpmn.names import DC, DD, DI, MODEL, tag
from data.flows.graph import Way, ways_of
from data.flows.grid import actors_of
from data.flows.layout import drawing_of
from data.flows.notes import notes_of
from data.records import Power, Step, StepKind

PROCESS = "process"
POOL = "pool"
COLLABORATION = "collaboration"

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""

for _prefix, _space in (("", MODEL), ("bpmndi", DI), ("dc", DC), ("di", DD)):
    register_namespace(_prefix, _space)


def write_bpmn(power: Power, offices: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The file, UTF-8. A power without steps gives a process without nodes; `offices` are names by their keys."""
    ways = ways_of(power.steps)
    lanes = _lanes(power.steps)
    root = Element(tag("definitions"), {"id": "definitions", "targetNamespace": "urn:openhall:power"})
    if lanes:
        collaboration = SubElement(root, tag("collaboration"), {"id": COLLABORATION})
        named = {"id": POOL, "name": _clean(power.name), "processRef": PROCESS}
        SubElement(collaboration, tag("participant"), named)
    process = SubElement(root, tag("process"), {"id": PROCESS, "name": _clean(power.name), "isExecutable": "false"})
    _add_lanes(process, lanes)
    for step in power.steps:
        _add_node(process, step, ways, "" if step.actor == offices.get(step.office) else offices.get(step.office, ""))
    for number, way in enumerate(ways, start=1):
        _add_flow(process, number, way)
    if power.steps:
        kinds = {step.number: element_of(step, ways) for step in power.steps}
        add_diagram(root, drawing_of(power, beside=False, own=False), kinds, COLLABORATION if lanes else PROCESS)
    indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def element_of(step: Step, ways: Sequence[Way]) -> str:
    """The BPMN element for a step: nothing leads to a start event, nothing from an end; a gateway has a choice."""
    entered = any(way.target == step.number for way in ways)
    left = sum(way.source == step.number for way in ways)
    if step.kind == StepKind.START and not entered and left:
        return "startEvent"
    if step.kind == StepKind.END and not left:
        return "endEvent"
    return "exclusiveGateway" if step.kind == StepKind.DECISION and left > 1 else "userTask"


def _lanes(steps: Sequence[Step]) -> dict[str, list[int]]:
    """Steps by who acts, in order; none where nobody is named."""
    lanes: dict[str, list[int]] = {}
    for number, actor in actors_of(steps).items():
        lanes.setdefault(actor, []).append(number)
    return lanes if any(lanes) else {}


def _add_lanes(process: Element, lanes: dict[str, list[int]]) -> None:
    if not lanes:
        return
    parent = SubElement(process, tag("laneSet"), {"id": "lanes"})
    for place, (actor, numbers) in enumerate(lanes.items()):
        lane = SubElement(parent, tag("lane"), {"id": f"lane_{place}", "name": _clean(actor)})
        for number in numbers:
            SubElement(lane, tag("flowNodeRef")).text = f"step_{number}"


def _add_node(process: Element, step: Step, ways: Sequence[Way], office: str) -> None:
    node = SubElement(process, tag(element_of(step, ways)), {"id": f"step_{step.number}", "name": _clean(step.name)})
    if notes := notes_of(step, office):
        SubElement(node, tag("documentation")).text = _clean("\n".join(notes))
    for number, way in enumerate(ways, start=1):
        if way.target == step.number:
            SubElement(node, tag("incoming")).text = f"way_{number}"
    for number, way in enumerate(ways, start=1):
        if way.source == step.number:
            SubElement(node, tag("outgoing")).text = f"way_{number}"


def _add_flow(process: Element, number: int, way: Way) -> None:
    ends = {"sourceRef": f"step_{way.source}", "targetRef": f"step_{way.target}"}
    name = {"name": _clean(way.label)} if way.label else {}
    SubElement(process, tag("sequenceFlow"), {"id": f"way_{number}", **name, **ends})


def _clean(text: str) -> str:
    return _ILLEGAL.sub("", text)
