"""Writes small BPMN files for tests, as short as the standard allows."""

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def bpmn(process: str, around: str = "", diagram: str = "") -> bytes:
    """A file with one process `P`; `around` stands beside it, `diagram` is its drawing."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="{MODEL}" targetNamespace="https://example.invalid" id="defs"
  xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:dd="http://www.omg.org/spec/DD/20100524/DI">
{around}<process id="P" name="会计从业资格的审批">{process}</process>{diagram}</definitions>""".encode()


def flow(source: str, target: str, name: str = "") -> str:
    """A sequence flow."""
    return f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}" name="{name}"/>'


def flows(*pairs: str) -> str:
    """Sequence flows written `a>b` or `a>b:label`."""
    parts = (pair.partition(":") for pair in pairs)
    ends = ((*ends.partition(">")[::2], label) for ends, _, label in parts)
    return "".join(flow(source, target, label) for source, target, label in ends)


def shape(element: str, x: float, y: float, width: float = 100, height: float = 80) -> str:
    """A shape in a diagram."""
    bounds = f'<dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/>'
    return f'<di:BPMNShape id="{element}_di" bpmnElement="{element}">{bounds}</di:BPMNShape>'


def edge(element: str, *points: tuple[float, float]) -> str:
    """An edge in a diagram."""
    ways = "".join(f'<dd:waypoint x="{x}" y="{y}"/>' for x, y in points)
    return f'<di:BPMNEdge id="{element}_di" bpmnElement="{element}">{ways}</di:BPMNEdge>'


def diagram(*parts: str) -> str:
    """A diagram of process P."""
    return f'<di:BPMNDiagram><di:BPMNPlane bpmnElement="P">{"".join(parts)}</di:BPMNPlane></di:BPMNDiagram>'
