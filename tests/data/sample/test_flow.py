"""How a flow is written down in the sample's content."""

import pytest

from data.records import Branch, Risk, Step, StepKind
from data.sample.flow import steps


def test_a_line_is_a_step_and_a_risk_belongs_to_the_step_above() -> None:
    written = """
1始 | 申请 | 提出申请 | 申请人 | | 随时 | 真实 | | 申请表；承诺书
2判 | 受理 | 是否受理 | 窗口 | . | 5 日 | 齐全 | | | 受理→3；补正→1
! 中 | 拖延 | 分多次告知 | 一次写清 | 副处长
3终 | 送达 | 送达 | 窗口 | zhfg
"""
    assert steps(written, "kjc") == (
        Step(
            1,
            "提出申请",
            StepKind.START,
            "申请",
            "申请人",
            limit="随时",
            standard="真实",
            documents=("申请表", "承诺书"),
        ),
        Step(
            2,
            "是否受理",
            StepKind.DECISION,
            "受理",
            "窗口",
            "kjc",
            "5 日",
            "齐全",
            risks=(Risk("分多次告知", "中", "拖延", "一次写清", "副处长"),),
            branches=(Branch(3, "受理"), Branch(1, "补正")),
        ),
        Step(3, "送达", StepKind.END, "送达", "窗口", "zhfg"),
    )


def test_a_way_out_needs_no_label() -> None:
    assert steps("4步 | 核实 | 核实 | 乡镇 | | | | | | 2", "nync")[0].branches == (Branch(2),)


def test_an_unknown_mark_is_refused() -> None:
    with pytest.raises(KeyError):
        steps("4跳 | 核实 | 核实 | 乡镇", "nync")
