"""Staff are told what a power lacks, and a flow that cannot work is an error at the cell where it goes wrong."""

import os
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from data.importers.known import Known
from data.importers.power_checks import check_power
from data.importers.problem import Level
from data.importers.reader import read
from data.importers.template import write_template
from data.records import Basis, Branch, Category, Office, Power, Risk, Step, StepKind, TimeLimit
from tests.data.importers.making import Cell, errors, saved, workbook

_FOLDER = Path(os.environ.get("OPENHALL_CONFORMANCE", Path(__file__).parents[4] / "shared" / "conformance"))
KNOWN = Known.of([Category("xk", "行政许可"), Category("cf", "行政处罚"), Office("bgs", "办公室")])


def conformance(name: str) -> Path:
    """A file by others; the test is skipped where the folder of OPENHALL_CONFORMANCE is not there."""
    if not (_FOLDER / name).exists():
        pytest.skip(f"no {name} in {_FOLDER}; set OPENHALL_CONFORMANCE")
    return _FOLDER / name


def power(*steps: Step) -> Power:
    """A power with a basis and these steps."""
    return Power("001", "审批", "xk", "bgs", bases=(Basis("《法》"),), steps=steps)


def step(number: int, *ways: int, kind: StepKind = StepKind.STEP) -> Step:
    """A step with actor and limit, and branches to these numbers."""
    return Step(number, "步", kind, actor="经办人", limit="1日", branches=tuple(Branch(way) for way in ways))


END = StepKind.END
DECISION = StepKind.DECISION


@pytest.mark.parametrize(
    ("steps", "level", "words"),
    [
        ((Step(1, "审查", limit="1日"),), Level.WARNING, "第 1 步没有写办理人员"),
        ((Step(1, "审查", actor="经办人"),), Level.WARNING, "第 1 步没有办理时限"),
        ((step(1, 2, kind=DECISION), step(2, kind=END)), Level.WARNING, "只有一个去向"),
        ((step(1, 3), step(2, kind=END), step(3, kind=END)), Level.WARNING, "走不到第 2 步"),
        ((step(1, 2), step(2, 1)), Level.ERROR, "第 1、2 步绕成一圈"),
        ((step(1, 9), step(2, kind=END)), Level.ERROR, "没有这一步"),
    ],
)
def test_each_fault_of_a_flow_is_told(steps: tuple[Step, ...], level: Level, words: str) -> None:
    assert any(finding.level is level and words in finding.message for finding in check_power(power(*steps)))


def test_a_risk_without_a_measure_and_a_power_without_a_basis_are_told() -> None:
    risky = Step(1, "审查", actor="经办人", limit="1日", risks=(Risk("应受理而不受理"),))
    assert [finding.message for finding in check_power(power(risky))] == ["第 1 步有风险点没有写防控措施。"]
    assert [finding.field for finding in check_power(Power("1", "甲", "xk", "bgs"))] == ["name"]


def test_a_loop_with_a_way_out_and_an_applicant_without_a_limit_are_fine() -> None:
    steps = (Step(1, "申请", actor="申请人"), step(2, 1, 3, kind=DECISION), step(3, kind=END))
    assert check_power(power(*steps)) == ()


def test_a_fault_is_placed_at_the_cell_of_its_step() -> None:
    body = write_template("power", [power(step(1, 9), step(2, kind=END))], KNOWN)
    (error,) = errors(read("a.xlsx", body, known=KNOWN))
    assert error.startswith("a.xlsx 工作表“步骤”L2：“审批”去向指到第 9 步，但没有这一步。")


def test_a_step_of_an_office_that_does_not_exist_is_an_error_at_its_cell() -> None:
    body = write_template("power", [power(Step(1, "审查", actor="x", limit="1日", office="没有处"))], KNOWN)
    (error,) = errors(read("a.xlsx", body, known=KNOWN))
    assert "工作表“步骤”G2：处室“没有处”不存在" in error


def test_the_published_list_of_ten_columns_is_read_with_its_merged_rows() -> None:
    header = (
        "序号 部门单位 部门职责 事项名称 事项类型 设定依据及有关条款 实施层级及权限 对应责任事项 追责情形及依据 备注"
    )
    rows: list[tuple[Cell, ...]] = [
        tuple(header.split()),
        (
            1,
            "市财政局",
            "管钱",
            "对违法行为的处罚",
            "行政处罚",
            "《会计法》（主席令第24号）第四十二条",
            "市级",
            "立案",
            "渎职",
            "",
        ),
        (2, None, None, None, None, "《预算法》第九十三条：违反的。", None, None, None, None),
    ]

    def merge(made: Workbook) -> None:
        for cells in ("B2:B3", "D2:D3"):
            made.worksheets[0].merge_cells(cells)

    (found,) = read("a.xlsx", workbook({"Sheet1": rows}, merge), known=KNOWN).records
    assert isinstance(found, Power)
    assert found.bases == (
        Basis("《会计法》", "主席令第24号", "第四十二条"),
        Basis("《预算法》", "", "第九十三条", "违反的。"),
    )
    assert (found.category, found.office, found.duties, found.accountability) == ("cf", "", "立案", "渎职")


def test_a_provincial_platform_s_56_columns_are_read_under_their_two_header_rows() -> None:
    sheet = load_workbook(conformance("service-items/powers-56-columns.xlsx"))
    values = {"libNum": "77", "title": "审" * 110, "pkitemType": "行政许可", "pkcommitmentTime": "20个工作日"}
    values |= {"pkmaterials": "1.申请表&lt;br&gt;2.证明", "pkbasis": "《会计法》第三条", "pkIsCharge": "否"}
    table = sheet.worksheets[0]
    for cell in table[1]:
        table.cell(3, cell.column or 1).value = values.get(str(cell.value).rpartition("/")[2])
    (found,) = read("a.xlsx", saved(sheet.save), known=KNOWN).records
    assert isinstance(found, Power)
    assert (found.key, found.name, found.category) == ("77", "审" * 110, "xk")
    assert [material.name for material in found.materials] == ["申请表", "证明"]
    assert found.promised_limit == TimeLimit(20, "工作日")
    assert found.bases == (Basis("《会计法》", "", "第三条"),)
