"""A BPMN chart becomes the steps of the power it belongs to."""

import pytest

from data.flows.bpmn.write import write_bpmn
from data.importers.known import Known
from data.importers.parsed import Parsed
from data.importers.problem import Level
from data.importers.reader import read
from data.records import Branch, Office, Power, Step, StepKind
from tests.data.flows.bpmn import bpmn, flows
from tests.data.importers.test_bulletin import CARD

KNOWN = Known.of((Power("1001", "会计从业资格的审批", "xk", "kjc"), Office("kjc", "会计处")))
STEPS = (
    Step(1, "申请", StepKind.START, actor="申请人"),
    Step(2, "是否批准", StepKind.DECISION, actor="会计处", office="kjc", branches=(Branch(3, "是"), Branch(4, "否"))),
    Step(3, "发证", StepKind.END, actor="会计处", office="kjc"),
    Step(4, "说明理由", StepKind.END, actor="会计处", office="kjc"),
)
CHART = write_bpmn(Power("", "会计从业资格的审批", "", "", steps=STEPS))


def messages(parsed: Parsed) -> list[str]:
    """What is wrong, in words."""
    return [problem.message for problem in parsed.problems if problem.level is Level.ERROR]


@pytest.mark.parametrize("name", ["1001.bpmn", "1001 审批.bpmn", "会计从业资格的审批.bpmn20.xml", "图.bpmn", "图.xml"])
def test_the_file_or_its_process_says_whose_steps_they_are(name: str) -> None:
    parsed = read(name, CHART, known=KNOWN)
    assert parsed.usable
    (power,) = parsed.records
    assert isinstance(power, Power)
    assert (power.key, power.steps) == ("1001", STEPS)
    assert power.drawing is not None
    assert parsed.scope.fields == ("steps", "drawing")
    assert not parsed.scope.covers("power", "1002")


def test_a_chart_of_nothing_we_know_is_refused() -> None:
    stranger = write_bpmn(Power("", "别的事", "", "", steps=STEPS))
    assert messages(read("图.bpmn", stranger, known=KNOWN)) == [
        "不知道这是哪个事项的流程图：没有编号或名称为“图”的事项。请把文件名改成事项编号，如 1001.bpmn。"
    ]


def test_a_broken_chart_is_refused_with_its_line() -> None:
    (message,) = messages(read("1001.bpmn", CHART[:300], known=KNOWN))
    assert message.startswith("XML 在第 ")


def test_a_chart_asked_for_as_something_else_is_refused() -> None:
    assert messages(read("1001.bpmn", CHART, kind="office", known=KNOWN)) == ["这是流程图，不是处室表。请核对文件。"]


def test_its_steps_are_looked_over_like_those_of_a_table() -> None:
    lone = Power(
        "", "会计从业资格的审批", "", "", steps=(Step(1, "审查", actor="会计处"), Step(2, "归档", StepKind.END))
    )
    found = read("1001.bpmn", write_bpmn(lone), known=KNOWN).problems
    assert any(problem.place == "1001.bpmn 第 1 步（step_1）" and "办理时限" in problem.message for problem in found)


def test_a_circle_without_an_end_is_refused_at_its_element() -> None:
    circle = bpmn(
        '<task id="Activity_1" name="审查"/><task id="Activity_2" name="补正"/>'
        + flows("Activity_1>Activity_2", "Activity_2>Activity_1")
    )
    parsed = read("1001.bpmn", circle, known=KNOWN)
    assert not parsed.usable
    (problem,) = (one for one in parsed.problems if one.level is Level.ERROR)
    assert problem.place == "1001.bpmn 第 1 步（Activity_1）"
    assert "绕成一圈" in problem.message


def in_lane(name: str) -> Parsed:
    """A chart of one step in a lane of this name."""
    lane = f'<laneSet id="l"><lane id="l1" name="{name}"><flowNodeRef>Activity_1</flowNodeRef></lane></laneSet>'
    return read("1001.bpmn", bpmn(lane + '<task id="Activity_1" name="审查"/>'), known=KNOWN)


@pytest.mark.parametrize(("lane", "guess"), [("会记处", "是不是“会计处”？"), ("监察室", ""), ("政府采购处", "")])
def test_an_office_that_does_not_exist_is_refused_at_its_element(lane: str, guess: str) -> None:
    parsed = in_lane(lane)
    assert not parsed.usable
    assert [(one.place, one.message) for one in parsed.problems if one.level is Level.ERROR] == [
        (
            "1001.bpmn 第 1 步（Activity_1）",
            f"处室“{lane}”不存在。{guess}请改正泳道的名称，或先导入处室；外单位的请写全称，如“省税务局征管处”。",
        )
    ]


@pytest.mark.parametrize(
    "lane",
    ["申请人", "省税务局征管处", "市财政局会计科", "受理窗口", "厅领导", "人民银行国库处", "某公司办公室", "Sales"],
)
def test_those_who_act_and_are_no_office_of_ours_are_no_problem(lane: str) -> None:
    assert in_lane(lane).usable


def test_a_chart_in_utf_16_is_known_by_its_words_too() -> None:
    body = CHART.decode().replace("UTF-8", "UTF-16", 1).encode("utf-16")
    assert read("图.xml", body, known=KNOWN).usable


def named(name: str) -> Parsed:
    """A chart of one step of this name."""
    return read("1001.bpmn", bpmn(f'<task id="Activity_1" name="{name}"/>'), known=KNOWN)


@pytest.mark.parametrize(
    "name",
    ["&lt;p&gt;审查&lt;br/&gt;材料&lt;/p&gt;", "审查&#10;材料", "审查&#8203; &#160;材料&#8203;"],
    ids=["HTML", "two lines", "what takes no room"],
)
def test_a_name_as_programs_write_it_is_plain_text(name: str) -> None:
    (power,) = named(name).records
    assert isinstance(power, Power)
    assert [step.name for step in power.steps] == ["审查 材料"]


def test_an_identity_card_number_refuses_a_chart_at_its_element() -> None:
    assert [(one.place, one.message) for one in named(f"联系张三 {CARD}").problems if one.level is Level.ERROR] == [
        ("1001.bpmn Activity_1", "这里有身份证号，不能公开。请删去后再导入。")
    ]


def test_a_mobile_number_is_pointed_at() -> None:
    assert any("手机号" in one.message for one in named("联系 13800138000").problems)


def test_a_chart_with_a_secrecy_mark_is_refused_whole() -> None:
    (problem,) = named("秘密★1年").problems
    assert (problem.level, problem.place) == (Level.ERROR, "1001.bpmn Activity_1")
    assert "密级" in problem.message


@pytest.mark.parametrize("true", ["true", "1"])
def test_every_beginning_leads_somewhere(true: str) -> None:
    two = '<startEvent id="a"/><task id="b" name="受理"/><startEvent id="c"/><task id="d" name="复查"/>'
    inner = '<startEvent id="e"/><task id="f" name="核实"/>' + flows("e>f")
    complaint = f'<subProcess id="s" name="投诉" triggeredByEvent="{true}">{inner}</subProcess>'
    parsed = read("1001.bpmn", bpmn(two + complaint + flows("a>b", "c>d")), known=KNOWN)
    assert not [one for one in parsed.problems if "走不到" in one.message]


def test_many_steps_are_wrong_in_one_short_sentence() -> None:
    chain = "".join(f'<task id="t{n}" name="{n}"/>' for n in range(300))
    parsed = read("1001.bpmn", bpmn(chain + flows(*(f"t{n}>t{n + 1}" for n in range(299)))), known=KNOWN)
    assert max(len(one.message) for one in parsed.problems) < 150
    assert any("等 299 步没有写办理人员" in one.message for one in parsed.problems)


def test_the_office_of_a_step_survives_the_way_through_bpmn() -> None:
    steps = (
        Step(1, "受理", actor="大厅窗口", office="kjc"),
        Step(2, "审查", actor="会计处", office="kjc"),
        Step(3, "送达", StepKind.END, actor="大厅窗口"),
    )
    written = write_bpmn(Power("1001", "会计从业资格的审批", "", "", steps=steps), {"kjc": "会计处"})
    assert written.decode().count("办理处室：会计处") == 1
    (power,) = read("1001.bpmn", written, known=KNOWN).records
    assert isinstance(power, Power)
    assert power.steps == steps


def test_an_office_in_the_notes_that_does_not_exist_is_refused_at_its_element() -> None:
    step = Step(1, "受理", StepKind.END, actor="大厅窗口", office="x")
    parsed = read("1001.bpmn", write_bpmn(Power("1001", "", "", "", steps=(step,)), {"x": "火星处"}), known=KNOWN)
    (problem,) = (one for one in parsed.problems if one.level is Level.ERROR)
    assert problem.place == "1001.bpmn 第 1 步（step_1）"
    assert problem.message.startswith("处室“火星处”不存在。")
