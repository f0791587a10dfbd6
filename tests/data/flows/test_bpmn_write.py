"""A power's flow is written as BPMN that others open and that we read back."""

from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings

from data.flows.bpmn.names import DC, DD, DI, tag
from data.flows.bpmn.read import read_bpmn
from data.flows.bpmn.write import write_bpmn
from data.flows.graph import ways_of
from data.records import Branch, Power, Risk, Step, StepKind
from tests.data.flows.flows import powers

LICENCE = Power(
    "1001",
    "会计从业资格的审批",
    "xk",
    "kjc",
    steps=(
        Step(1, "提出申请", StepKind.START, actor="申请人", documents=("申请表", "身份证明")),
        Step(2, "材料审查", link="审查", actor="会计处", limit="15个工作日", standard="材料齐全", result="审查意见"),
        Step(
            3,
            "是否批准",
            StepKind.DECISION,
            actor="厅领导",
            branches=(Branch(5, "批准"), Branch(4, "不予批准"), Branch(2)),
        ),
        Step(4, "说明理由", StepKind.END, actor="会计处"),
        Step(
            5,
            "颁发证书",
            StepKind.END,
            actor="窗口",
            risks=(Risk("刁难申请人", "高", "拖延", "限时办结", "窗口负责人"),),
        ),
    ),
)

# The order in which OMG's Semantic.xsd (formal/13-12-09) lets children of a node stand.
NODE_ORDER = ["documentation", "incoming", "outgoing"]


def children(element: Element) -> list[str]:
    """The BPMN names of an element's children."""
    return [child.tag.removeprefix(tag("")) for child in element]


def ends(steps: tuple[Step, ...]) -> set[tuple[int, int]]:
    """Where each way begins and ends."""
    return {(way.source, way.target) for way in ways_of(steps)}


def test_what_is_written_is_read_back() -> None:
    flow = read_bpmn(write_bpmn(LICENCE))
    assert flow.steps == LICENCE.steps
    assert flow.names == (LICENCE.name,)
    assert flow.findings == ()


def test_it_carries_its_drawing_with_everybody_in_their_lane() -> None:
    drawing = read_bpmn(write_bpmn(LICENCE)).drawing
    assert drawing is not None
    lanes = {lane.name: lane for lane in drawing.lanes if lane.name != LICENCE.name}
    assert list(lanes) == ["申请人", "会计处", "厅领导", "窗口"]
    actors = {step.number: step.actor for step in LICENCE.steps}
    for box in drawing.boxes:
        if box.shape != "text":
            lane = lanes[actors[box.number]]
            assert lane.x <= box.x
            assert box.x + box.width <= lane.x + lane.width


def test_numbers_that_staff_gave_come_back() -> None:
    steps = (
        Step(10, "申请", StepKind.START),
        Step(20, "是否受理", StepKind.DECISION, branches=(Branch(40), Branch(30))),
    )
    power = Power("x", "事项", "k", "o", steps=(*steps, Step(30, "退回", StepKind.END), Step(40, "受理", StepKind.END)))
    assert read_bpmn(write_bpmn(power)).steps == power.steps


@settings(max_examples=40)
@given(powers(most_steps=25))
def test_every_flow_is_well_formed_and_whole(power: Power) -> None:
    root = fromstring(write_bpmn(power))  # noqa: S314 - our own
    process = root.find(tag("process"))
    assert process is not None
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    referred = {element.get(name) for element in root.iter() for name in ("sourceRef", "targetRef", "bpmnElement")}
    assert referred - {None} <= set(ids)
    shapes = [shape.get("bpmnElement") for shape in root.iter(tag("BPMNShape", DI))]
    assert {f"step_{step.number}" for step in power.steps} <= set(shapes)
    for node in process:
        order = [NODE_ORDER.index(name) for name in children(node) if name in NODE_ORDER]
        assert order == sorted(order)


@settings(max_examples=40)
@given(powers(most_steps=25))
def test_every_flow_is_read_back_with_the_same_ways(power: Power) -> None:
    written = read_bpmn(write_bpmn(power)).steps
    assert ends(written) == ends(power.steps)
    for now, was in zip(written, power.steps, strict=True):
        assert now.number == was.number
        assert now.name == " ".join(was.name.split()) or not was.name.split()


@pytest.mark.parametrize("kind", ["startEvent", "endEvent"])
def test_nothing_leads_to_a_start_nor_from_an_end(kind: str) -> None:
    loop = Power(
        "x", "事项", "k", "o", steps=(Step(1, "甲", StepKind.START), Step(2, "乙", StepKind.END, branches=(Branch(1),)))
    )
    root = fromstring(write_bpmn(loop))  # noqa: S314 - our own
    assert list(root.iter(tag(kind))) == []


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    power = Power("x", "事\x00项", "k", "o", steps=(Step(1, "受\x0b理", StepKind.END, limit="\x1f当场"),))
    step = read_bpmn(write_bpmn(power)).steps[0]
    assert (step.name, step.limit) == ("受理", "当场")


def test_a_power_without_steps_is_an_empty_process() -> None:
    root = fromstring(write_bpmn(Power("x", "事项", "k", "o")))  # noqa: S314 - our own
    assert children(root) == ["process"]


def test_arrows_end_at_the_small_circles_of_bpmn() -> None:
    root = fromstring(write_bpmn(LICENCE))  # noqa: S314 - our own
    shape = next(one for one in root.iter(tag("BPMNShape", DI)) if one.get("bpmnElement") == "step_1")
    bounds = shape.find(tag("Bounds", DC))
    edge = next(one for one in root.iter(tag("BPMNEdge", DI)) if one.get("bpmnElement") == "way_1")
    first = edge.find(tag("waypoint", DD))
    assert bounds is not None
    assert first is not None
    bottom = float(bounds.get("y", "")) + float(bounds.get("height", ""))
    assert float(first.get("y", "")) == pytest.approx(bottom, abs=0.11)
