"""BPMN files that others drew become our steps, and what we cannot show is said."""

from pathlib import Path

import pytest

from data.flows.bpmn.read import Flow, read_bpmn
from data.flows.findings import UnreadableError
from data.flows.layout import drawing_of
from data.flows.svg import svg_of
from data.records import Branch, Power, Risk, Step, StepKind
from tests.data.flows.bpmn import bpmn, diagram, edge, flows, shape
from tests.data.flows.flows import crossed, overlapping, slanting

LICENCE = bpmn(
    """
    <startEvent id="s" name="申请"/>
    <userTask id="t1" name="材料审查"><documentation>办理时限：15个工作日
风险点（高）：审查不严 ｜ 防控措施：双人审查</documentation></userTask>
    <exclusiveGateway id="g" name="是否批准"/>
    <task id="t2" name="颁发证书"/><task id="t3" name="说明理由"/>
    <exclusiveGateway id="j"/>
    <endEvent id="e" name="归档"/>
    """
    + flows("s>t1", "t1>g", "g>t2:批准", "g>t3:不予批准", "g>t1:退回", "t2>j", "t3>j", "j>e")
)


def names(flow: Flow) -> list[str]:
    """The names of a flow's steps in order."""
    return [step.name for step in flow.steps]


def messages(flow: Flow) -> list[tuple[str, str]]:
    """Every finding: place and message."""
    return [(finding.place, finding.message) for finding in flow.findings]


def test_a_process_becomes_steps_in_the_order_things_happen() -> None:
    flow = read_bpmn(LICENCE)
    assert flow.names == ("会计从业资格的审批",)
    assert flow.steps == (
        Step(1, "申请", StepKind.START),
        Step(2, "材料审查", limit="15个工作日", risks=(Risk("审查不严", "高", measure="双人审查"),)),
        Step(3, "是否批准", StepKind.DECISION, branches=(Branch(4, "批准"), Branch(5, "不予批准"), Branch(2, "退回"))),
        Step(4, "颁发证书", branches=(Branch(6),)),
        Step(5, "说明理由"),
        Step(6, "归档", StepKind.END),
    )


def test_lanes_say_who_acts_and_the_pool_where_there_are_none() -> None:
    around = '<collaboration id="c"><participant id="p" name="财政厅" processRef="P"/></collaboration>'
    lanes = '<laneSet id="l"><lane id="l1" name="窗口"><flowNodeRef> a </flowNodeRef></lane></laneSet>'
    flow = read_bpmn(bpmn(lanes + '<task id="a" name="受理"/><task id="b" name="审查"/>' + flows("a>b"), around))
    assert [(step.name, step.actor) for step in flow.steps] == [("受理", "窗口"), ("审查", "财政厅")]


def test_the_innermost_of_lanes_in_lanes_counts() -> None:
    inner = '<childLaneSet><lane id="l2" name="经办人"><flowNodeRef>a</flowNodeRef></lane></childLaneSet>'
    lanes = f'<laneSet><lane id="l1" name="会计处"><flowNodeRef>a</flowNodeRef>{inner}</lane></laneSet>'
    assert read_bpmn(bpmn(lanes + '<task id="a" name="受理"/>')).steps[0].actor == "经办人"


def test_a_parallel_split_is_a_step_with_several_ways_on() -> None:
    nodes = '<task id="a" name="受理"/><parallelGateway id="g"/><task id="b" name="初审"/><task id="c" name="公示"/>'
    flow = read_bpmn(bpmn(nodes + flows("a>g", "g>b", "g>c")))
    assert flow.steps[0] == Step(1, "受理", branches=(Branch(2), Branch(3)))


def test_a_sub_process_is_its_name_and_then_its_own_steps() -> None:
    inner = '<startEvent id="s"/><task id="b" name="专家评审"/><endEvent id="e"/>' + flows("s>b", "b>e")
    nodes = f'<task id="a" name="受理"/><subProcess id="sub" name="评审">{inner}</subProcess><task id="c" name="决定"/>'
    flow = read_bpmn(bpmn(nodes + flows("a>sub", "sub>c")))
    assert [(step.name, step.link, step.branches) for step in flow.steps] == [
        ("受理", "", ()),
        ("评审", "", ()),
        ("专家评审", "评审", ()),
        ("决定", "", ()),
    ]


def test_what_may_interrupt_a_step_is_a_branch_of_it() -> None:
    nodes = """<task id="a" name="等待补正"/><task id="b" name="审查"/><endEvent id="e" name="视为撤回"/>
    <boundaryEvent id="x" attachedToRef="a"><timerEventDefinition/></boundaryEvent>"""
    flow = read_bpmn(bpmn(nodes + flows("a>b", "x>e")))
    assert flow.steps[0].branches == (Branch(2), Branch(3, "定时"))


def test_link_events_are_a_way() -> None:
    nodes = """<task id="a" name="受理"/><task id="b" name="审查"/>
    <intermediateThrowEvent id="x" name="A"><linkEventDefinition/></intermediateThrowEvent>
    <intermediateCatchEvent id="y" name="A"><linkEventDefinition/></intermediateCatchEvent>"""
    flow = read_bpmn(bpmn(nodes + flows("a>x", "y>b")))
    assert [(step.name, step.kind) for step in flow.steps] == [("受理", StepKind.STEP), ("审查", StepKind.END)]


def test_a_message_that_starts_another_pool_is_a_way() -> None:
    around = """<collaboration id="c"><participant id="p1" name="申请人" processRef="P"/>
    <participant id="p2" name="财政厅" processRef="Q"/><messageFlow id="m" name="申请书" sourceRef="a" targetRef="s"/>
    </collaboration><process id="Q"><startEvent id="s" name="收到申请"/></process>"""
    flow = read_bpmn(bpmn('<task id="a" name="提交申请"/>', around))
    assert flow.steps == (
        Step(1, "提交申请", actor="申请人", branches=(Branch(2, "申请书"),)),
        Step(2, "收到申请", StepKind.END, actor="财政厅"),
    )


def test_data_is_the_documents_of_a_step() -> None:
    nodes = """<dataObjectReference id="d" name="申请表"/><task id="a" name="受理">
    <dataInputAssociation><sourceRef>d</sourceRef></dataInputAssociation></task>"""
    assert read_bpmn(bpmn(nodes)).steps[0].documents == ("申请表",)


def test_a_loop_without_an_end_is_read() -> None:
    flow = read_bpmn(bpmn('<task id="a" name="甲"/><task id="b" name="乙"/>' + flows("a>b", "b>a")))
    assert [step.branches for step in flow.steps] == [(), (Branch(1),)]


def test_gateways_that_lead_only_to_each_other_are_read() -> None:
    nodes = '<task id="a" name="甲"/><exclusiveGateway id="g"/><exclusiveGateway id="h"/>'
    assert names(read_bpmn(bpmn(nodes + flows("a>g", "g>h", "h>g")))) == ["甲"]


def test_what_is_not_shown_is_listed() -> None:
    nodes = '<task id="a" name="甲"/><textAnnotation id="n"><text>说明</text></textAnnotation><group id="g"/>'
    assert ("n", "注释不显示在步骤里。") in messages(read_bpmn(bpmn(nodes)))
    assert ("g", "分组框不显示在步骤里。") in messages(read_bpmn(bpmn(nodes)))


def test_a_line_to_nothing_is_named_and_left_out() -> None:
    flow = read_bpmn(bpmn('<task id="a" name="甲"/>' + flows("a>b")))
    assert flow.steps == (Step(1, "甲", StepKind.END),)
    assert ("a-b", "连线的一端“b”不存在，这条线没有读取。请在绘图软件中重新连接。") in messages(flow)


def test_its_own_drawing_is_kept() -> None:
    nodes = '<startEvent id="s" name="申请"/><task id="a" name="受理"/>' + flows("s>a:送件")
    drawn = diagram(shape("s", 130, 22, 36, 36), shape("a", 220, 0), edge("s-a", (166, 40), (220, 40)))
    drawing = read_bpmn(bpmn(nodes, diagram=drawn)).drawing
    assert drawing is not None
    assert [(box.number, box.shape, box.text) for box in drawing.boxes] == [
        (1, "start", ""),
        (1, "text", "申请"),
        (2, "step", "受理"),
    ]
    step = drawing.boxes[2]
    assert (step.width, step.height) == (33.33, 26.67)
    assert [(one.source, one.target, one.label) for one in drawing.arrows] == [(1, 2, "送件")]
    assert drawing.arrows[0].points[-1] == pytest.approx((step.x, step.y + step.height / 2), abs=0.02)


CHAIN = "".join(f'<task id="{key}" name="{key}"/>' for key in "abcd") + flows("a>b", "b>c", "c>d")


@pytest.mark.parametrize(
    "shapes",
    [
        [shape(key, 0, 0) for key in "abcd"],
        [shape(key, 150 * place, 0, 0, 0) for place, key in enumerate("abcd")],
        [shape(key, 150 * place, 0) for place, key in enumerate("abc")],
    ],
    ids=["all in one place", "without a size", "one of four not drawn"],
)
def test_a_drawing_that_nobody_could_follow_is_as_good_as_none(shapes: list[str]) -> None:
    flow = read_bpmn(bpmn(CHAIN, diagram=diagram(*shapes)))
    assert flow.drawing is None
    assert ("defs", "文件没有完整的图形，流程图由系统自动绘制。") in messages(flow)


def test_a_drawing_may_leave_out_what_is_in_a_sub_process() -> None:
    nodes = f'<subProcess id="s" name="审查">{CHAIN}</subProcess><task id="t" name="送达"/>' + flows("s>t")
    assert len(read_bpmn(bpmn(nodes)).steps) == len("stabcd")
    drawn = [shape("s", 0, 0), shape("t", 150, 0), shape("a", 0, 200)]
    assert read_bpmn(bpmn(nodes, diagram=diagram(*drawn))).drawing is not None


def test_a_second_shape_with_the_id_of_another_is_told() -> None:
    flow = read_bpmn(bpmn('<task id="a" name="甲"/><task id="a" name="乙"/>'))
    assert names(flow) == ["甲"]
    assert "a" in [place for place, message in messages(flow) if "同一个编号" in message]


def test_an_event_that_sits_on_nothing_is_told() -> None:
    flow = read_bpmn(bpmn('<task id="a" name="甲"/><boundaryEvent id="b" attachedToRef="x"/>'))
    assert "b" in [place for place, message in messages(flow) if "没有附在任何步骤上" in message]


def test_formatted_notes_are_read_line_by_line() -> None:
    said = "<p>办理时限：<b>5</b>个工作日</p><div>办理结果：证书</div>"
    (step,) = read_bpmn(bpmn(f'<task id="a" name="甲"><documentation>{said}</documentation></task>')).steps
    assert (step.limit, step.result) == ("5个工作日", "证书")


def test_every_word_is_told_with_its_element() -> None:
    task = '<task id="a" name="甲"><documentation>乙</documentation></task>'
    nodes = task + '<textAnnotation id="n"><text>丙</text></textAnnotation>'
    assert read_bpmn(bpmn(nodes)).words == (("P", "会计从业资格的审批"), ("a", "甲"), ("a", "乙"), ("n", "丙"))


@pytest.mark.parametrize("number", ["NaN", "inf", "1e300", "", "wide"])
def test_a_shape_nowhere_is_as_good_as_none(number: str) -> None:
    drawn = diagram(shape("a", 0, 0).replace('x="0"', f'x="{number}"'))
    assert read_bpmn(bpmn('<task id="a" name="甲"/>', diagram=drawn)).drawing is None


def test_a_file_without_a_drawing_says_that_we_draw_it() -> None:
    assert ("defs", "文件没有完整的图形，流程图由系统自动绘制。") in messages(read_bpmn(LICENCE))


def test_a_file_in_gbk_is_read() -> None:
    body = LICENCE.decode().replace('encoding="UTF-8"', 'encoding="GBK"').encode("gbk")
    assert read_bpmn(body).steps == read_bpmn(LICENCE).steps


BOMB = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><definitions>&b;</definitions>"""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "空的"),
        (b" \n", "空的"),
        (b"\x00\x01\x02", "不是 BPMN 2.0"),
        (b"PK\x03\x04", "不是 BPMN 2.0"),
        (LICENCE[:500], "损坏"),
        (BOMB, "DTD 或实体"),
        (b"<a/>", "不是 BPMN 2.0"),
        (b'<definitions xmlns="urn:bpmn-1"/>', "不是 BPMN 2.0"),
        (bpmn(""), "没有流程步骤"),
        (b'<?xml version="1.0" encoding="klingon"?><a>\xff</a>', "编码"),
        (b" " * 20_000_001, "20 MB"),
    ],
)
def test_what_is_no_flow_is_refused_in_plain_words(body: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_bpmn(body)


@pytest.mark.parametrize(
    ("declared", "saved"),
    [
        ("utf-16", "utf-8"),
        ("utf-16", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("UTF-16", "utf-16-be"),
        ("UTF-8", "utf-16"),
        ("UTF-8", "utf-16-le"),
        ("UTF-8", "gb18030"),
        ("GBK", "utf-8"),
        ("gb2312", "utf-8-sig"),
        ("Big5", "big5"),
        ("UTF-32", "utf-32"),
    ],
)
def test_the_bytes_decide_where_a_file_is_wrong_about_its_encoding(declared: str, saved: str) -> None:
    text = LICENCE.decode().replace('encoding="UTF-8"', f'encoding="{declared}"')
    if saved == "big5":
        text = text.translate(str.maketrans("会计从业资格的审批", "會計從業資格的審批"))
        text = "".join(one for one in text if one.isascii() or one in "會計從業資格的審批")
    expected = "會計從業資格的審批" if saved == "big5" else "会计从业资格的审批"
    assert read_bpmn(text.encode(saved)).names == (expected,)


def test_blank_lines_before_the_first_line_do_no_harm() -> None:
    assert read_bpmn(b"\n\n" + LICENCE).names == ("会计从业资格的审批",)


def test_an_entity_in_a_file_that_is_wrong_about_its_encoding_is_refused_as_well() -> None:
    bomb = LICENCE.decode().replace("<definitions", '<!DOCTYPE d [<!ENTITY a "b">]>\n<definitions', 1)
    with pytest.raises(UnreadableError, match="DTD"):
        read_bpmn(bomb.encode("gb18030"))


def test_sub_processes_a_thousand_deep_do_no_harm() -> None:
    body = bpmn('<subProcess id="s" name="内">' * 1000 + '<task id="a"/>' + "</subProcess>" * 1000)
    flow = read_bpmn(body)
    assert flow.steps
    assert any("套了太多层" in message for _, message in messages(flow))


def test_three_thousand_steps_in_a_row_are_read() -> None:
    count = 3_000
    nodes = "".join(f'<task id="t{n}" name="{n}"/>' for n in range(count))
    flow = read_bpmn(bpmn(nodes + flows(*(f"t{n}>t{n + 1}" for n in range(count - 1)))))
    assert names(flow) == [str(n) for n in range(count)]


def reference_files(folder: Path) -> list[Path]:
    """OMG's 21 reference models."""
    return sorted((folder / "bpmn-miwg").glob("*.bpmn"))


def test_every_reference_file_is_read_with_its_drawing(conformance: Path) -> None:
    files = reference_files(conformance)
    assert len(files) == 21
    for path in files:
        flow = read_bpmn(path.read_bytes())
        assert flow.drawing is not None, path.name
        numbers = {step.number for step in flow.steps}
        assert all(branch.to in numbers for step in flow.steps for branch in step.branches), path.name
        assert svg_of(flow.drawing).count("<svg") == 1


def test_every_reference_file_is_laid_out_without_its_drawing(conformance: Path) -> None:
    for path in reference_files(conformance):
        drawing = drawing_of(Power("x", "事项", "k", "o", steps=read_bpmn(path.read_bytes()).steps))
        assert overlapping(drawing) == [], path.name
        assert slanting(drawing) == [], path.name
        assert crossed(drawing) == [], path.name


def test_every_shape_of_a_reference_file_is_inside_its_lane(conformance: Path) -> None:
    for path in reference_files(conformance):
        flow = read_bpmn(path.read_bytes())
        assert flow.drawing is not None
        lanes = {lane.name: lane for lane in flow.drawing.lanes}
        actors = {step.number: step.actor for step in flow.steps}
        for box in flow.drawing.boxes:
            lane = lanes.get(actors.get(box.number, ""))
            if lane is None or box.shape == "text" or not lane.name:
                continue
            assert lane.x - 0.1 <= box.x + box.width / 2 <= lane.x + lane.width + 0.1, (path.name, box.text)
            assert lane.y - 0.1 <= box.y + box.height / 2 <= lane.y + lane.height + 0.1, (path.name, box.text)
