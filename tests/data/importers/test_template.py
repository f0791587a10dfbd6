"""Templates are workbooks that staff fill in with what the columns allow, and nothing that a cell could run."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from data.importers.columns import LAYOUTS
from data.importers.columns.column import EXAMPLE, GUIDE
from data.importers.template import write_template
from data.records import Branch, BulletinItem, Office, Person, Post, PostRole, Power, Step


@pytest.mark.parametrize("kind", LAYOUTS)
def test_an_empty_template_has_every_sheet_with_headers_and_one_marked_example(kind: str) -> None:
    workbook = load_workbook(BytesIO(write_template(kind)))
    assert workbook.sheetnames == [sheet.title for sheet in LAYOUTS[kind].sheets] + [GUIDE]
    for sheet in LAYOUTS[kind].sheets:
        written = workbook[sheet.title]
        assert [cell.value for cell in written[1]] == [column.header for column in sheet.columns]
        assert written["A2"].value == EXAMPLE
        assert written.max_row == 2


@pytest.mark.parametrize("kind", LAYOUTS)
def test_headers_are_unambiguous_within_a_sheet(kind: str) -> None:
    for sheet in LAYOUTS[kind].sheets:
        spellings = [spelling for column in sheet.columns for spelling in (column.header, *column.synonyms)]
        assert sorted(set(spellings)) == sorted(spellings)


def test_a_column_with_few_words_has_a_drop_down_of_them() -> None:
    sheet = load_workbook(BytesIO(write_template("person")))["人员"]
    lists = {str(rule.sqref)[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    column = next(cell.column_letter for cell in sheet[1] if cell.value == "职务类别")
    assert lists[column] == '"厅领导,负责人,副职,工作人员"'


def test_a_column_explains_itself_in_a_comment() -> None:
    sheet = load_workbook(BytesIO(write_template("power")))["步骤"]
    comment = next(cell.comment for cell in sheet[1] if cell.value == "去向")
    assert comment is not None
    assert "不予受理→9" in comment.text


def test_references_are_written_as_names_and_as_keys_where_a_name_is_shared() -> None:
    offices = [
        Office("bgs", "办公室"),
        Office("a", "一科", parent="bgs"),
        Office("b", "二科", parent="a"),
        Office("c", "一科"),
    ]
    sheet = load_workbook(BytesIO(write_template("office", offices)))["处室"]
    column = next(cell.column for cell in sheet[1] if cell.value == "上级处室")
    assert [sheet.cell(row, column).value for row in range(2, 6)] == [None, "办公室", "a", None]


def test_a_text_that_looks_like_a_formula_stays_text() -> None:
    sheet = load_workbook(BytesIO(write_template("office", [Office("bgs", "=1+1", summary="@SUM(A1)")])))["处室"]
    texts = [cell for cell in sheet[2] if cell.value in {"=1+1", "@SUM(A1)"}]
    assert [cell.data_type for cell in texts] == ["s", "s"]


def test_further_posts_and_steps_go_to_their_own_sheets() -> None:
    person = Person("w", "王示例", posts=(Post("主任", "bgs", PostRole.HEAD), Post("书记", "jgdw")))
    posts = load_workbook(BytesIO(write_template("person", [person])))["其他职务"]
    assert [cell.value for cell in posts[2]][:4] == ["王示例", "jgdw", "书记", "工作人员"]
    power = Power("001", "审批", "xk", "bgs", steps=(Step(1, "是否受理", branches=(Branch(2, "是"), Branch(3))),))
    steps = load_workbook(BytesIO(write_template("power", [power])))["步骤"]
    assert steps.cell(2, steps.max_column).value == "是→2\n3"


def test_a_text_longer_than_a_cell_is_refused_rather_than_cut() -> None:
    with pytest.raises(ValueError, match="32768"):
        write_template("office", [Office("bgs", "长" * 32768)])


def test_what_does_not_belong_in_the_template_is_refused() -> None:
    with pytest.raises(ValueError, match="BulletinItem"):
        write_template("office", [BulletinItem("2026-11-23/1", date(2026, 11, 23), 1, "要闻")])
    with pytest.raises(ValueError, match="floor"):
        write_template("floor")
