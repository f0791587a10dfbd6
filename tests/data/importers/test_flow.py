"""A BPMN chart becomes the steps of the power it belongs to."""

import pytest

from data.flows.bpmn.write import write_bpmn
from data.importers.known import Known
from data.importers.parsed import Parsed
from data.importers.problem import Level
from data.importers.reader import read
from data.records import Branch, Office, Power, Step, StepKind

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
    assert any(problem.place == "1001.bpmn 第 1 步" and "办理时限" in problem.message for problem in found)
