"""`desk check power` tells what the powers in the store lack."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from data.desk.__main__ import main
from data.records import Basis, Branch, Category, Disclosure, Office, Power, Risk, Step, StepKind
from tests.data.desk.conftest import NewStaff
from tests.helpers.staff import site

AROUND = (Category("xk", "行政许可"), Office("kjc", "会计处"))
GOOD = Power(
    "1001",
    "资格审批",
    "xk",
    "kjc",
    bases=(Basis("《会计法》"),),
    steps=(Step(1, "受理", actor="经办人", limit="1日"), Step(2, "归档", StepKind.END)),
)
BARE = Power("1002", "没有流程的事项", "xk", "kjc", disclosure=Disclosure.DECLARED)
POOR = Power(
    "1003",
    "有问题的事项",
    "xk",
    "kjc",
    bases=(Basis("《会计法》"),),
    disclosure=Disclosure.CATALOGUE,
    steps=(
        Step(1, "受理", actor="经办人", risks=(Risk("应受理而不受理"),)),
        Step(2, "是否批准", StepKind.DECISION, limit="3日", branches=(Branch(4, "是"),)),
        Step(3, "退回", StepKind.END),
        Step(4, "归档", StepKind.END),
    ),
)


@pytest.fixture
def check(tmp_path: Path, new_staff: NewStaff, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run `desk check power` on a store with a power that is complete and two that are not."""
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path))
    new_staff(tmp_path).edit(*site(*AROUND, GOOD, BARE, POOR))
    return lambda *arguments: main(["check", "power", *arguments])


def test_each_power_is_told_with_all_it_lacks(check: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert check() == 0
    assert capsys.readouterr().out.splitlines() == [
        "1002  没有流程的事项",
        "    注意  还没有流程步骤，触摸屏上看不到怎么办。",
        "    注意  没有设定依据。有依据的请补上；没有查到的可以空着。",
        "1003  有问题的事项",
        "    注意  第 2 步没有写办理人员。",
        "    注意  第 1 步没有办理时限。",
        "    注意  第 1 步有风险点没有写防控措施。",
        "    注意  第 2 步是判断，却只有一个去向。请在“去向”里写明每一种结果到哪一步。",
        "    注意  从开始走不到第 3 步，这个结束永远不会发生。请检查前面各步的去向。",
        "申报 1 项，编入目录 1 项，公开 1 项；2 项有问题",
    ]


def test_one_power_can_be_asked_for_as_json(check: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert check("1003", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["stages"] == {"declared": 1, "catalogue": 1, "disclosed": 1}
    assert [(one["key"], [problem["sort"] for problem in one["problems"]]) for one in told["powers"]] == [
        ("1003", ["actor", "limit", "risks", "branches", "number"])
    ]


def test_a_code_that_is_no_power_s_is_refused(check: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert check("9") == 1
    assert "没有编号为 9 的事项" in capsys.readouterr().err
