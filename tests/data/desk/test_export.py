"""`desk export` writes a power's flow chart as files that others open."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.desk.__main__ import main
from data.flows.bpmn.read import read_bpmn
from data.importers.known import Known
from data.importers.reader import read
from data.records import Branch, Category, Office, Power, Risk, Step, StepKind
from tests.data.desk.conftest import NewStaff
from tests.helpers.staff import site

POWER = Power(
    "1001",
    "会计从业资格的审批",
    "xk",
    "kjc",
    steps=(
        Step(1, "申请", StepKind.START, actor="申请人"),
        Step(
            2, "是否批准", StepKind.DECISION, actor="会计处", office="kjc", branches=(Branch(3, "是"), Branch(4, "否"))
        ),
        Step(3, "发证", StepKind.END, actor="会计处", office="kjc", risks=(Risk("拖延", "高", measure="限时办结"),)),
        Step(4, "说明理由", StepKind.END, actor="会计处", office="kjc"),
    ),
)
BARE = Power("1002", "没有流程的事项", "xk", "kjc")
AROUND = (Category("xk", "行政许可"), Office("kjc", "会计处"))


@pytest.fixture
def export(tmp_path: Path, new_staff: NewStaff, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run `desk export power` in a folder of its own, on a store with two powers."""
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    new_staff(tmp_path).stand(*site(*AROUND, POWER, BARE))
    return lambda *arguments: main(["export", "power", *arguments])


def test_bpmn_holds_the_steps(export: Callable[..., int]) -> None:
    assert export("1001", "--format", "bpmn") == 0
    flow = read_bpmn(Path("1001.bpmn").read_bytes())
    assert [step.name for step in flow.steps] == ["申请", "是否批准", "发证", "说明理由"]


def test_excel_is_read_back_by_import(export: Callable[..., int]) -> None:
    assert export("会计从业资格的审批", "--format", "xlsx", "--out", "事项.xlsx") == 0
    parsed = read("事项.xlsx", Path("事项.xlsx").read_bytes(), "power", Known.of(AROUND))
    assert parsed.records == (POWER,)


def test_svg_shows_the_risks_beside_their_steps(export: Callable[..., int]) -> None:
    assert export("1001", "--format", "svg") == 0
    drawn = Path("1001.svg").read_text("utf-8")
    assert "风险点（高）" in drawn
    assert drawn.startswith("<svg")


def test_pdf_is_one_page(export: Callable[..., int]) -> None:
    assert export("1001", "--format", "pdf") == 0
    body = Path("1001.pdf").read_bytes()
    assert body.startswith(b"%PDF-")
    assert body.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("9999", "--format", "svg"), "没有编号为 9999 的事项"),
        (("1002", "--format", "bpmn"), "还没有流程步骤"),
        (("1001", "--format", "pdf", "--font", "没有.ttf"), "没有这个字体文件"),
        (("1001", "--format", "pdf", "--font", "store.db"), "字体不能用"),
        (("1001", "--format", "svg", "--out", "没有的文件夹/1.svg"), "读写失败"),
    ],
)
def test_what_cannot_be_is_said(
    export: Callable[..., int], arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(*arguments) == 1
    assert said in capsys.readouterr().err


def test_a_code_with_slashes_stays_in_this_folder(
    tmp_path: Path, new_staff: NewStaff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    odd = Power("../1/甲", "怪编号", "xk", "kjc", steps=POWER.steps)
    new_staff(tmp_path).stand(*site(*AROUND, odd))
    assert main(["export", "power", "../1/甲", "--format", "svg"]) == 0
    assert [path.name for path in tmp_path.glob("*.svg")] == ["_1_甲.svg"]
