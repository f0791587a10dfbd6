"""Lists of powers by others are read whatever their headers are called and whatever dirt is in their cells."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.importers.known import Known
from data.importers.parsed import Parsed
from data.importers.reader import read
from data.records import Basis, Category, Fee, Office, Power, TimeLimit
from tests.data.importers.making import errors, warnings
from tests.data.importers.power_sheets import (
    Cell,
    Dirty,
    arranged,
    as_xls,
    as_xlsx,
    dirty,
    dirty_name,
)

KNOWN = Known.of([Category("xk", "行政许可"), Category("cf", "行政处罚"), Office("bgs", "办公室")])
CATEGORIES = {"xk": "行政许可", "cf": "行政处罚"}

PLATFORM_SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "key": ("libNum", "资源库编号", "基本编码"),
    "name": ("title", "标题", "*标题", "事项名称（必填）", "事项 名称"),
    "category": ("篇扩类别/pkitemType", "类别", "pkitemType", "事项类型"),
    "summary": ("abstractText", "摘要"),
    "basis": ("篇扩设定依据/pkbasis", "设定依据", "pkbasis", "法律依据"),
    "conditions": ("篇扩受理条件/pkrequirements", "受理条件", "申请条件："),
    "materials": ("篇扩办理材料/pkmaterials", "办理材料", "申请材料", "pkmaterials"),
    "promised": ("篇扩承诺办结时限/pkcommitmentTime", "承诺办结时限", "承诺办结时限（工作日）"),
    "complaint": ("篇扩监督方式/pkmonitorWays", "监督方式", "监督投诉方式"),
    "visits": ("篇扩到办事现场次数/pkpresenceNum", "到办事现场次数"),
    "unknown": ("归属领域", "篇扩行业/pkindustry"),
}
LIST_SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "number": ("序号", "序  号"),
    "office": ("部门单位", "实施主体", "责任单位", "部门名称", "承办机构"),
    "name": ("事项名称", "职权名称", "权力名称", "项目名称", "权责事项名称"),
    "category": ("事项类型", "职权类别", "权力类型", "权责类型"),
    "basis": ("设定依据及有关条款", "设定依据", "职权依据", "实施依据", "设定依据（法律法规名称及条款）"),
    "level": ("实施层级及权限", "行使层级", "实施层级"),
    "duties": ("对应责任事项", "责任事项"),
    "accountability": ("追责情形及依据", "追责情形", "追责依据"),
    "remark": ("备注", "备 注"),
}


LIMITS: tuple[Cell, ...] = ("20个工作日", "20", 20, "20.0", "二十个工作日", "自受理之日起20个工作日内")
"""One limit as exports write it."""


@st.composite
def header(draw: st.DrawFn, spellings: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """A spelling for each field, the columns in any order."""
    order = draw(st.permutations(list(spellings)))
    return {field: draw(st.sampled_from(spellings[field])) for field in order}


def table(spelled: Mapping[str, str], rows: list[dict[str, Cell]], above: int, before: int) -> list[list[Cell]]:
    """A header and its rows, so many rows down under a title and so many columns to the right."""
    named = [{spelled[field]: value for field, value in row.items()} for row in rows]
    body = [[*[None] * before, *row] for row in arranged(list(spelled.values()), named)]
    title: list[list[Cell]] = [["附件 权责清单（2026 年版）"] if row == 0 else [None] for row in range(above)]
    return [*title, *body]


def powers_of(parsed: Parsed) -> list[Power]:
    """The powers of a file without errors."""
    assert errors(parsed) == []
    return [record for record in parsed.records if isinstance(record, Power)]


@st.composite
def platform_rows(draw: st.DrawFn) -> list[tuple[dict[str, Cell], dict[str, object]]]:
    """Rows as written, each with what is to be read of it."""
    found = []
    for number in range(draw(st.integers(1, 6))):
        name, summary, basis = draw(dirty_name()), draw(dirty()), draw(dirty(st.just(["《会计法》第三条"])))
        conditions, materials = draw(dirty()), draw(dirty())
        category, code = draw(st.sampled_from(list(CATEGORIES))), draw(st.sampled_from(["", f"A{number}"]))
        limit: Cell = draw(st.sampled_from(LIMITS))
        row: dict[str, Cell] = {
            "key": code,
            "name": name.written,
            "category": CATEGORIES[category],
            "summary": summary.written,
            "basis": basis.written,
            "conditions": conditions.written,
            "materials": materials.written,
            "promised": limit,
            "visits": 1,
            "unknown": "财政",
        }
        wanted: dict[str, object] = {
            "code": code,
            "name": name.lines[0],
            "category": category,
            "summary": "\n".join(summary.lines),
            "conditions": conditions.lines,
            "materials": materials.lines,
        }
        found.append((row, wanted))
    return found


@settings(max_examples=60)
@given(platform_rows(), header(PLATFORM_SPELLINGS), st.booleans(), st.integers(0, 3), st.integers(0, 2))
def test_a_platform_s_export_is_read_through_any_dirt(
    rows: list[tuple[dict[str, Cell], dict[str, object]]], spelled: dict[str, str], old: bool, above: int, before: int
) -> None:
    made = table(spelled, [row for row, _ in rows], above, before)
    found = powers_of(read("a.xls", (as_xls if old else as_xlsx)(made), known=KNOWN))
    assert len({power.key for power in found}) == len(found) == len(rows)
    for power, (_, wanted) in zip(found, rows, strict=True):
        assert power.key == wanted["code"] or not wanted["code"]
        assert (power.name, power.category, power.summary) == (wanted["name"], wanted["category"], wanted["summary"])
        assert power.conditions == wanted["conditions"]
        assert tuple(material.name for material in power.materials) == wanted["materials"]
        assert power.bases == (Basis("《会计法》", "", "第三条"),)
        assert power.promised_limit is not None
        assert (power.promised_limit.number, power.promised_limit.unit) == (20, "工作日")
        assert power.remark == "到办事现场次数：1"


Group = tuple[Dirty, str, list[str]]


@st.composite
def groups(draw: st.DrawFn) -> list[Group]:
    """Powers, each with its category and the laws that stand on rows of their own."""
    laws = st.lists(
        st.sampled_from(["会计法", "预算法", "政府采购法", "注册会计师法"]), min_size=1, max_size=3, unique=True
    )
    return draw(st.lists(st.tuples(dirty_name(), st.sampled_from(list(CATEGORIES)), laws), min_size=1, max_size=5))


@settings(max_examples=60)
@given(groups(), header(LIST_SPELLINGS), st.booleans(), st.booleans(), st.integers(0, 2))
def test_a_list_of_responsibilities_is_read_with_its_rows_merged_or_left_empty(
    found: list[Group], spelled: dict[str, str], old: bool, merging: bool, above: int
) -> None:
    rows: list[dict[str, Cell]] = []
    merges: list[tuple[int, int, int, int]] = []
    columns = list(spelled)
    for number, (name, category, laws) in enumerate(found, 1):
        first = above + 1 + len(rows)
        if merging and len(laws) > 1:
            places = [columns.index(field) for field in ("name", "category", "duties")]
            merges += [(first, first + len(laws) - 1, place, place) for place in places]
        whole: dict[str, Cell] = {
            "number": number,
            "office": "某市财政局",
            "name": name.written,
            "category": CATEGORIES[category],
            "duties": "1.立案责任：及时立案。",
            "level": "市级",
        }
        rows += [{**(whole if place == 0 else {}), "basis": f"《{law}》第三条"} for place, law in enumerate(laws)]
    body = (as_xls if old else as_xlsx)(table(spelled, rows, above, 0), merges)
    powers = powers_of(read("a.xls", body, known=KNOWN))
    assert [(power.name, power.category, power.office) for power in powers] == [
        (name.lines[0], category, "") for name, category, _ in found
    ]
    for power, (_, _, laws) in zip(powers, found, strict=True):
        assert [basis.law for basis in power.bases] == [f"《{law}》" for law in laws]
        assert (power.duties, power.level) == ("1.立案责任：及时立案。", "市级")


@pytest.mark.parametrize("make", [as_xls, as_xlsx])
def test_hundreds_of_rows_are_read_though_each_page_repeats_the_header(
    make: Callable[[list[list[Cell]]], bytes],
) -> None:
    header_row: list[Cell] = ["职权名称", "职权类别", "实施依据"]
    rows: list[list[Cell]] = []
    for number in range(600):
        rows += [header_row] if number % 40 == 0 else []
        rows.append([f"对第{number}种违法行为的处罚", "行政处罚", "《会计法》第三条"])
    found = powers_of(read("a.xls", make(rows), known=KNOWN))
    assert [power.name for power in found] == [f"对第{number}种违法行为的处罚" for number in range(600)]


def listed(
    *rows: tuple[Cell, ...], header_row: tuple[str, ...] = ("基本编码", "事项名称", "事项类型", "设定依据")
) -> Parsed:
    """A small list of responsibilities as read."""
    return read("a.xlsx", as_xlsx([list(header_row), *(list(row) for row in rows)]), known=KNOWN)


def test_a_category_that_only_the_list_knows_comes_with_it() -> None:
    parsed = listed(("1", "甲", "公共服务", ""), ("2", "乙", "公共服务", ""), ("3", "丙", "行政许可", ""))
    assert errors(parsed) == []
    assert [record for record in parsed.records if isinstance(record, Category)] == [
        Category("ggfw", "公共服务", position=3)
    ]
    assert [power.category for power in powers_of(parsed)] == ["ggfw", "ggfw", "xk"]
    assert sum("随这张表新增" in line for line in warnings(parsed)) == 1
    assert parsed.scope.kinds == ("power",)


def test_an_empty_category_is_that_of_the_heading_or_of_the_row_above() -> None:
    parsed = listed(("1", "甲", "行政处罚", "《法》"), ("2", "乙", "", "《法》"))
    assert [power.category for power in powers_of(parsed)] == ["cf", "cf"]
    assert any("C3：“事项类型”没有填，按上一行的“行政处罚”导入" in line for line in warnings(parsed))


def test_a_first_row_without_a_category_is_an_error_at_its_cell() -> None:
    assert errors(listed(("1", "甲", "", "《法》"))) == ["a.xlsx 工作表“Sheet”C2：“事项类型”没有填。"]


def test_a_code_that_stands_twice_is_none_and_the_others_are_kept() -> None:
    parsed = listed(("A1", "甲", "行政许可", ""), ("A1", "乙", "行政许可", ""), ("A2", "丙", "行政许可", ""))
    assert [power.key for power in powers_of(parsed)] == ["j", "y", "A2"]
    assert any("A2：编号“A1”重复出现" in line for line in warnings(parsed))


def test_a_code_that_the_spreadsheet_broke_is_none() -> None:
    parsed = listed((1.144e25, "甲", "行政许可", ""))
    assert [power.key for power in powers_of(parsed)] == ["j"]
    assert any("被 Excel 变成了数字" in line for line in warnings(parsed))


def test_laws_that_run_on_in_one_cell_are_bases_of_their_own() -> None:
    text = "1.【法律】《会计法》（主席令第24号）第三条：应当办理。2.【行政法规】《预算法实施条例》第九十三条"
    (power,) = powers_of(listed(("1", "甲", "行政许可", text)))
    assert power.bases == (
        Basis("《会计法》", "主席令第24号", "第三条", "应当办理。"),
        Basis("《预算法实施条例》", "", "第九十三条"),
    )


def test_words_before_a_law_are_not_lost() -> None:
    (power,) = powers_of(listed(("1", "甲", "行政许可", "国务院办公厅关于印发《方案》的通知")))
    assert power.bases == (Basis("《方案》", text="国务院办公厅关于印发《方案》的通知"),)


def test_what_an_office_does_is_not_lost_in_silence() -> None:
    parsed = listed(("甲", "行政许可", "《法》", "管钱"), header_row=("事项名称", "事项类型", "设定依据", "部门职责"))
    assert any("没有随事项导入" in problem.message for problem in parsed.problems)


@pytest.mark.parametrize(
    ("charged", "standard", "fee"),
    [
        ("不收费", "", Fee()),
        ("否", "无", Fee(standard="无")),
        ("", "不收费", Fee()),
        ("收费", "每件 20 元", Fee(charged=True, standard="每件 20 元")),
        ("", "每件 20 元", Fee(charged=True, standard="每件 20 元")),
        ("", "", None),
    ],
)
def test_fees_are_read_as_they_are_said(charged: str, standard: str, fee: Fee | None) -> None:
    rows: list[list[Cell]] = [["标题", "类别", "是否收费", "收费标准及依据"], ["甲", "行政许可", charged, standard]]
    (power,) = powers_of(read("a.xlsx", as_xlsx(rows), known=KNOWN))
    assert power.fee == fee


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        ("20个工作日（不含公示）", TimeLimit(20, "工作日", "(不含公示)")),
        ("十五日", TimeLimit(15, "日")),
        ("1个月", TimeLimit(1, "月")),
        ("即办", TimeLimit(0, "工作日", "即办")),
        ("自受理之日起二十个工作日内办结", TimeLimit(20, "工作日", "自受理之日起二十个工作日内办结")),
        ("每年5月1日至6月30日", TimeLimit(0, "工作日", "每年5月1日至6月30日")),
    ],
)
def test_a_limit_in_words_is_understood(written: str, limit: TimeLimit) -> None:
    rows: list[list[Cell]] = [["标题", "类别", "承诺办结时限"], ["甲", "行政许可", written]]
    (power,) = powers_of(read("a.xlsx", as_xlsx(rows), known=KNOWN))
    assert power.promised_limit == limit


def test_steps_on_one_line_are_parted_at_their_arrows() -> None:
    rows: list[list[Cell]] = [["标题", "类别", "办理流程"], ["甲", "行政许可", "申请→受理 ——&gt; 审查-->决定"]]
    (power,) = powers_of(read("a.xlsx", as_xlsx(rows), known=KNOWN))
    assert [step.name for step in power.steps] == ["申请", "受理", "审查", "决定"]


def test_two_header_rows_in_two_languages_are_one_header() -> None:
    rows: list[list[Cell]] = [
        ["libNum", "title", "pkitemType"],
        ["资源库编号", "标题", "类别"],
        ["7", "甲", "行政许可"],
    ]
    assert [power.name for power in powers_of(read("a.xlsx", as_xlsx(rows), known=KNOWN))] == ["甲"]
