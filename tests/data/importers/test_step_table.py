"""A step table that stands alone becomes the steps of the power whose name its file bears."""

import pytest

from data.importers.known import Known
from data.importers.parsed import Parsed
from data.importers.problem import Level
from data.importers.reader import read
from data.importers.template import write_template
from data.records import Branch, Category, Office, Power, Risk, Step, StepKind
from data.records.kinds import FLOW
from tests.data.importers.power_sheets import Cell, as_xls, as_xlsx

KNOWN = Known.of(
    (
        Power("1001", "会计从业资格的审批", "xk", "kjc"),
        Power("1002", "代理记账机构的审批", "xk", "kjc"),
        Office("kjc", "会计处"),
        Category("xk", "行政许可"),
    )
)
HEADER = ("序号", "环节", "步骤名称", "办理人", "处室", "时限", "流向", "风险点", "等级", "防控措施")
ROWS: list[tuple[Cell, ...]] = [
    ("流程表",),
    HEADER,
    (1, "申请", "提出申请", "申请人", "", "", "", "", "", ""),
    ("第2步", "受理", "是否受理", "窗口", "会计处", "当场", "受理→3，不受理→4", "多要材料", "低", "清单上墙"),
    ("", "", "", "", "", "", "", "拖延不办", "中", "超时提醒"),
    ("3.", "决定", "发证", "处长", "会计处", "5日", "", "", "", ""),
    ("", "受理", "说明理由", "窗口", "会计处", "当场", "", "", "", ""),
]


def table(rows: list[tuple[Cell, ...]], name: str = "1001.xlsx", kind: str | None = FLOW) -> Parsed:
    """A workbook of these rows, read as the steps of the power 1001."""
    return read(name, as_xlsx(rows), kind=kind, known=KNOWN)


def errors(parsed: Parsed) -> list[tuple[str, str]]:
    """Where something is wrong, and what."""
    return [(one.place, one.message) for one in parsed.problems if one.level is Level.ERROR]


@pytest.mark.parametrize(
    ("name", "kind"), [("1001.xlsx", FLOW), ("会计从业资格的审批流程图.xlsx", FLOW), ("1001.xlsx", None)]
)
def test_the_steps_are_those_of_the_power_that_the_name_says(name: str, kind: str | None) -> None:
    parsed = table(ROWS, name, kind)
    assert errors(parsed) == []
    (power,) = parsed.records
    assert isinstance(power, Power)
    assert power.key == "1001"
    assert power.steps == (
        Step(1, "提出申请", link="申请", actor="申请人"),
        Step(
            2,
            "是否受理",
            StepKind.DECISION,
            "受理",
            "窗口",
            "kjc",
            "当场",
            branches=(Branch(3, "受理"), Branch(4, "不受理")),
            risks=(Risk("多要材料", "低", measure="清单上墙"), Risk("拖延不办", "中", measure="超时提醒")),
        ),
        Step(3, "发证", link="决定", actor="处长", office="kjc", limit="5日"),
        Step(4, "说明理由", link="受理", actor="窗口", office="kjc", limit="当场"),
    )
    assert (parsed.scope.fields, parsed.scope.kinds) == (("steps", "drawing"), ())


def test_merged_cells_and_the_old_format_say_the_same() -> None:
    rows: list[tuple[Cell, ...]] = [*ROWS[:4], ("第2步", "受理", "是否受理", *ROWS[4][3:]), *ROWS[5:]]
    merged = read("1001.xls", as_xls(rows, [(3, 4, 0, 0), (3, 4, 1, 1), (3, 4, 2, 2)]), kind=FLOW, known=KNOWN)
    assert merged.records == table(ROWS).records


def test_a_column_may_say_whose_steps_they_are() -> None:
    parsed = table([("事项编码", "步骤名称", "时限"), ("1001", "受理", "1日"), ("", "发证", ""), ("1002", "备案", "")])
    assert [(one.key, [step.name for step in one.steps]) for one in parsed.records if isinstance(one, Power)] == [
        ("1001", ["受理", "发证"]),
        ("1002", ["备案"]),
    ]


@pytest.mark.parametrize(
    ("rows", "place", "said"),
    [
        ([HEADER, (1, "", "甲", "", "火星处")], "1001.xlsx 工作表“Sheet”E2", "处室“火星处”不存在"),
        ([HEADER, ("一", "", "甲")], "1001.xlsx 工作表“Sheet”A2", "“一”不是步骤序号"),
        ([HEADER, (1, "", "甲"), (1, "", "乙")], "1001.xlsx 工作表“Sheet”A3", "步骤序号 1 与工作表“Sheet”A2重复"),
        (
            [HEADER, (1, "", "甲", "", "", "", "2"), (2, "", "乙", "", "", "", "1")],
            "1001.xlsx 工作表“Sheet”G2",
            "绕成一圈",
        ),
        ([HEADER, (1, "", "甲", "", "", "", "好→7")], "1001.xlsx 工作表“Sheet”G2", "没有这一步"),
        ([HEADER, (1, "", "甲"), (2, "受理", "")], "1001.xlsx 工作表“Sheet”C3", "“步骤名称”没有填"),
        ([HEADER], "1001.xlsx", "没有一个步骤"),
        ([("姓名", "电话"), ("张三", 1)], "1001.xlsx", "没有找到步骤表（工作表：“Sheet”）"),
        ([("事项编码", "步骤名称", "时限"), ("9", "甲", "")], "1001.xlsx 工作表“Sheet”A2", "事项“9”不存在"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(rows: list[tuple[Cell, ...]], place: str, said: str) -> None:
    parsed = table(rows)
    assert not parsed.usable
    assert [(where, said in what) for where, what in errors(parsed)] == [(place, True)]


def test_a_table_of_nothing_we_know_is_refused() -> None:
    assert errors(table(ROWS, "图.xlsx")) == [
        (
            "图.xlsx",
            "不知道这是哪个事项的流程图：没有编号或名称为“图”的事项。请把文件名改成事项编号，如 1001.xlsx。",
        )
    ]


@pytest.mark.parametrize(("name", "keys"), [("1001.xlsx", ("1001",)), ("权力事项.xlsx", ()), ("1002.xlsx", ())])
def test_a_file_that_bears_the_name_of_the_one_power_in_it_leaves_the_others_alone(
    name: str, keys: tuple[str, ...]
) -> None:
    power = Power("1001", "会计从业资格的审批", "xk", "kjc", steps=(Step(1, "受理"), Step(2, "发证", StepKind.END)))
    parsed = read(name, write_template("power", [power], KNOWN), known=KNOWN)
    assert parsed.scope.keys == keys
    assert parsed.scope.covers("power", "1002") is (not keys)
