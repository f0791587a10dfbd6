"""Tables as staff really keep them: two header rows, merged cells, odd blanks, dates and numbers of every sort."""

from datetime import UTC, date, datetime

import pytest
import xlwt
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from data.importers.known import Known
from data.importers.reader import read
from data.records import Category, Entry, Group, Notice, Office, Person, Post, PostRole, Power, Room
from tests.data.importers.making import Cell, archive, errors, saved, warnings, with_part, workbook

NINE_O_CLOCK = datetime(2026, 11, 23, 9)  # noqa: DTZ001 - a spreadsheet's times have no zone
SIX_IN_THE_EVENING = datetime(2026, 11, 23, 18)  # noqa: DTZ001 - the same
OFFICES = Known.of(
    [Office("bgs", "办公室"), Office("gkc", "国库处", short_name="国库"), Office("a", "一科"), Office("b", "一科")]
)


def test_headers_are_known_by_their_other_names_and_in_any_order() -> None:
    body = workbook({"花名册": [("房号", "名字", "科室"), ("301", "王示例", "国库")]})
    (person,) = read("a.xlsx", body, known=OFFICES).records
    assert isinstance(person, Person)
    assert (person.key, person.name, person.room, person.posts[0].office) == ("wangshili", "王示例", "301", "gkc")


def test_a_title_above_and_two_header_rows_are_one_header() -> None:
    def merge(made: Workbook) -> None:
        sheet = made.worksheets[0]
        for cells in ("A1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2"):
            sheet.merge_cells(cells)

    rows = [
        ("示例省财政厅事项一览表",),
        ("事项名称", "事项类型", "承办处室", "法定办结时限", None),
        (None, None, None, "法定时限", "法定时限单位"),
        ("审批", "行政许可", "办公室", 20, "日"),
    ]
    (power,) = read("a.xlsx", workbook({"Sheet1": rows}, merge)).records
    assert isinstance(power, Power)
    assert power.legal_limit is not None
    assert (power.name, power.legal_limit.number, power.legal_limit.unit) == ("审批", 20, "日")


def test_a_first_row_of_data_that_looks_like_a_header_is_data() -> None:
    body = workbook({"人员": [("姓名", "处室", "绰号"), ("王示例", "办公室", "处室")]})
    assert [record.key for record in read("a.xlsx", body).records] == ["wangshili"]


def test_merged_cells_count_for_every_row_they_cover() -> None:
    rows = [("房间号", "使用处室"), ("301", "办公室"), ("302", None), ("303", "国库处")]
    body = workbook({"房间": rows}, lambda made: made.worksheets[0].merge_cells("B2:B3"))
    rooms = read("a.xlsx", body, known=OFFICES).records
    assert [room.office for room in rooms if isinstance(room, Room)] == ["bgs", "bgs", "gkc"]


def test_rows_merged_under_one_name_are_one_office_with_several_duties() -> None:
    rows = [("处室名称", "职责"), ("办公室", "文电"), (None, "会务"), ("国库处", "支付")]
    body = workbook({"处室": rows}, lambda made: made.worksheets[0].merge_cells("A2:A3"))
    offices = read("a.xlsx", body).records
    assert [office.duties for office in offices if isinstance(office, Office)] == [("文电", "会务"), ("支付",)]


def test_a_line_across_the_table_is_the_section_of_the_offices_below_it() -> None:
    rows = [
        ("处室名称", "电话"),
        ("一、机关处室", None),
        ("办公室", "1"),
        ("二、厅属事业单位", None),
        ("票据中心", "2"),
        ("注：内部调整中", None),
    ]

    def merge(made: Workbook) -> None:
        made.worksheets[0].merge_cells("A2:B2")
        made.worksheets[0].merge_cells("A4:B4")

    offices = read("a.xlsx", workbook({"处室": rows}, merge)).records
    assert [(o.name, o.section) for o in offices if isinstance(o, Office)] == [
        ("办公室", "机关处室"),
        ("票据中心", "厅属事业单位"),
    ]


@pytest.mark.parametrize("number", ["301", 301, 301.0, "　301 ", "\u00a0301"])
def test_a_room_number_is_what_stands_on_the_door(number: Cell) -> None:
    (room,) = read("a.xlsx", workbook({"房间": [("房间号",), (number,)]})).records
    assert room.key == "301"


@pytest.mark.parametrize(
    "written",
    [
        *(date(2026, 11, 23), NINE_O_CLOCK, 46349, "2026-11-23", "2026/11/23", "2026.11.23", "2026年11月23日"),
        *(
            "二〇二六年十一月二十三日",
            "二○二六年十一月廿三日",
            "20261123",
            "２０２６年１１月２３日",
            "2026年11月23日（星期一）",
        ),
    ],
)
def test_a_day_is_read_in_any_usual_writing(written: Cell) -> None:
    (entry,) = read("a.xlsx", workbook({"公开目录": [("索引号", "名称", "生成日期"), ("1", "指南", written)]})).records
    assert isinstance(entry, Entry)
    assert entry.made_on == date(2026, 11, 23)


def test_days_counted_from_1904_are_the_days_meant() -> None:
    def mac(made: Workbook) -> None:
        made.epoch = CALENDAR_MAC_1904

    rows: list[tuple[Cell, ...]] = [
        ("索引号", "名称", "生成日期"),
        ("1", "日期格", date(2026, 11, 23)),
        ("2", "数字格", 46349 - 1462),
    ]
    entries = read("a.xlsx", workbook({"公开目录": rows}, mac)).records
    assert [entry.made_on for entry in entries if isinstance(entry, Entry)] == [date(2026, 11, 23)] * 2


def test_what_is_no_day_is_named_with_its_cell() -> None:
    body = workbook({"公开目录": [("索引号", "名称", "生成日期"), ("1", "指南", "2026年2月30日")]})
    assert errors(read("目录.xlsx", body)) == [
        "目录.xlsx 工作表“公开目录”C2：“2026年2月30日”不是日期，请写成 2026-11-23 这样。"
    ]


def test_times_of_notices_are_the_offices_own() -> None:
    body = workbook({"通知": [("内容", "开始时间", "结束时间"), ("停电", "2026-11-23 08:30", SIX_IN_THE_EVENING)]})
    (notice,) = read("a.xlsx", body).records
    assert isinstance(notice, Notice)
    assert notice.starts == datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    assert notice.ends == datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_what_exports_leave_in_texts_is_cleaned() -> None:
    dirty = "&amp;lt;p&amp;gt;负责&amp;nbsp;文电&amp;lt;br/&amp;gt;负责\u200b会务&amp;lt;/p&amp;gt;\r\n_x0007_负责档案"
    (office,) = read("a.xlsx", workbook({"处室": [("处室名称", "职责"), ("　办公室\u00a0", dirty)]})).records
    assert isinstance(office, Office)
    assert (office.name, office.duties) == ("办公室", ("负责 文电", "负责会务", "负责档案"))


def test_numbers_before_every_line_of_duties_are_taken_off_and_others_kept() -> None:
    rows = [
        ("处室名称", "职责"),
        ("甲", "1.文电\n2.会务"),
        ("乙", "（一）文电\n（二）会务"),
        ("丙", "1.5亿元资金\n2个专项"),
    ]
    offices = read("a.xlsx", workbook({"处室": rows})).records
    assert [o.duties for o in offices if isinstance(o, Office)] == [("文电", "会务")] * 2 + [("1.5亿元资金", "2个专项")]


@pytest.mark.parametrize("name", ["𬀩䶮", "阿卜杜热合曼·买买提明尼亚孜", "买买提•艾力", "欧阳示例"])
def test_rare_and_long_names_come_through_whole(name: str) -> None:
    (person,) = read("a.xlsx", workbook({"人员": [("姓名", "处室"), (name, "办公室")]})).records
    assert isinstance(person, Person)
    assert person.name == name.replace("•", "\u00b7")
    assert person.key


def test_the_blank_inside_a_name_of_two_characters_is_gone() -> None:
    (person,) = read("a.xlsx", workbook({"人员": [("姓名", "处室"), ("王　伟", "办公室")]})).records
    assert isinstance(person, Person)
    assert person.name == "王伟"


def test_a_missing_column_is_named_with_what_else_it_may_be_called() -> None:
    (error,) = errors(read("人员.xlsx", workbook({"人员": [("处室", "职务"), ("办公室", "主任")]})))
    assert error.startswith("人员.xlsx 工作表“人员”：缺少“姓名”这一列（也可以写作名字")


def test_a_required_cell_left_empty_is_named() -> None:
    body = workbook({"人员": [("姓名", "处室"), ("王示例", "办公室"), (None, "办公室")]})
    assert errors(read("人员.xlsx", body)) == ["人员.xlsx 工作表“人员”A3：“姓名”没有填。"]


def test_an_unknown_column_is_a_warning_and_its_neighbours_are_read() -> None:
    parsed = read("a.xlsx", workbook({"人员": [("姓名", "血型", "处室"), ("王示例", "A", "办公室")]}))
    assert warnings(parsed) == ["a.xlsx 工作表“人员”B1：列“血型”没有认出来，这一列没有导入。"]
    assert parsed.usable
    assert len(parsed.records) == 1


def test_a_code_or_number_that_stands_twice_is_named_with_both_places() -> None:
    parsed = read("a.xlsx", workbook({"房间": [("房间号",), ("301",), ("302",), (301.0,)]}))
    assert errors(parsed) == ["a.xlsx 工作表“房间”A4：房间的房间号“301”与工作表“房间”A2重复。请改正其中一处。"]


def test_the_same_person_twice_is_an_error_and_a_namesake_elsewhere_another_person() -> None:
    rows = [
        ("姓名", "处室", "职务"),
        ("王伟", "办公室", "科员"),
        ("王伟", "国库处", "科员"),
        ("王伟", "办公室", "科员"),
    ]
    parsed = read("a.xlsx", workbook({"人员": rows}), known=OFFICES)
    assert [person.key for person in parsed.records] == ["wangwei", "wangwei-2", "wangwei-3"]
    assert ["A3" in warning for warning in warnings(parsed)] == [True]
    assert len(errors(parsed)) == 1
    assert "A4：“王伟”与工作表“人员”A2重复" in errors(parsed)[0]


def test_a_formula_that_failed_is_an_error_though_the_cell_reads_empty() -> None:
    def fail(made: Workbook) -> None:
        cell = made.worksheets[0]["C2"]
        cell.value, cell.data_type = "#REF!", "e"

    parsed = read("a.xlsx", workbook({"人员": [("姓名", "处室", "电话"), ("王示例", "办公室", "1")]}, fail))
    assert [error[:20] for error in errors(parsed)] == ["a.xlsx 工作表“人员”C2：公式出"]


def test_hidden_sheets_are_not_read_and_staff_are_told() -> None:
    def hide(made: Workbook) -> None:
        made["旧"].sheet_state = "hidden"

    sheets = {"人员": [("姓名", "处室"), ("王示例", "办公室")], "旧": [("姓名", "处室"), ("李示例", "办公室")]}
    parsed = read("a.xlsx", workbook(sheets, hide))
    assert [person.key for person in parsed.records] == ["wangshili"]
    assert warnings(parsed) == ["a.xlsx 工作表“旧”：隐藏的工作表没有导入。需要导入的，请取消隐藏。"]


def test_a_table_without_a_row_would_delete_everything_and_is_refused() -> None:
    (error,) = errors(read("a.xlsx", workbook({"人员": [("姓名", "处室")]})))
    assert "没有一行内容" in error


def test_an_unknown_table_and_one_that_could_be_two_are_refused_with_the_remedy() -> None:
    assert "认不出这是什么表" in errors(read("a.xlsx", workbook({"Sheet1": [("日记",), ("晴",)]})))[0]
    assert "分不清" in errors(read("a.xlsx", workbook({"Sheet1": [("名称",), ("甲",)]})))[0]


def test_the_kind_can_be_said() -> None:
    parsed = read("a.xlsx", workbook({"Sheet1": [("名称",), ("政府信息公开领导小组",)]}), "group")
    assert [type(record) for record in parsed.records] == [Group]


def test_names_become_keys_and_unknown_ones_are_errors_with_the_likely_name() -> None:
    rows = [("姓名", "处室", "分管处室"), ("王示例", "国酷处", "办公室、国库"), ("李示例", "一科", None)]
    parsed = read("a.xlsx", workbook({"人员": rows}), known=OFFICES)
    assert isinstance(parsed.records[0], Person)
    assert parsed.records[0].in_charge_of == ("bgs", "gkc")
    assert errors(parsed) == [
        "a.xlsx 工作表“人员”B2：处室“国酷处”不存在。是不是“国库处”？请改正。",
        "a.xlsx 工作表“人员”B3：有 2 个“一科”，分不清是哪一个。请改填代码（a、b）。",
    ]


def test_an_office_finds_its_parent_in_the_same_file_and_may_not_be_its_own() -> None:
    rows = [("处室名称", "上级处室"), ("二科", "国库处"), ("国库处", None), ("甲", "乙"), ("乙", "甲")]
    parsed = read("a.xlsx", workbook({"处室": rows}), known=Known())
    assert [o.parent for o in parsed.records if isinstance(o, Office)][:2] == ["gkc", ""]
    assert len(errors(parsed)) == 2
    assert "绕了一圈" in errors(parsed)[0]


def test_a_name_keeps_the_key_it_has_and_a_new_one_never_takes_anothers() -> None:
    known = Known.of([Office("x1", "办公室"), Office("gkc", "国库处")])
    parsed = read("a.xlsx", workbook({"处室": [("处室名称",), ("公开处",), ("办公室",), ("关口处",)]}), "office", known)
    assert [office.key for office in parsed.records] == ["gkc-2", "x1", "gkc-3"]


def test_namesakes_keep_their_keys_by_their_office_whatever_the_order() -> None:
    posts = {"w1": "bgs", "w2": "gkc"}
    known = OFFICES.joined(
        Known.of(Person(key, "王伟", posts=(Post("科员", office),)) for key, office in posts.items())
    )
    rows = [("姓名", "处室", "职务"), ("王伟", "国库处", "科员"), ("王伟", "办公室", "科员")]
    assert [person.key for person in read("a.xlsx", workbook({"人员": rows}), known=known).records] == ["w2", "w1"]


def test_a_title_tells_whom_to_see_first() -> None:
    rows = [
        ("姓名", "处室", "职务"),
        ("甲甲", None, "厅长"),
        ("乙乙", "办公室", "主任"),
        ("丙丙", "办公室", "副主任"),
        ("丁丁", "办公室", "科员"),
    ]
    people = read("a.xlsx", workbook({"人员": rows}), known=OFFICES).records
    roles = [person.posts[0].role for person in people if isinstance(person, Person)]
    assert roles == [PostRole.LEADER, PostRole.HEAD, PostRole.DEPUTY, PostRole.STAFF]


def test_an_old_xls_reads_like_an_xlsx() -> None:
    made = xlwt.Workbook()
    sheet = made.add_sheet("人员")
    for row, values in enumerate([("姓名", "处室", "房间"), ("王示例", "办公室", 301)]):
        for column, value in enumerate(values):
            sheet.write(row, column, value)
    (person,) = read("旧.xls", saved(made.save)).records
    assert isinstance(person, Person)
    assert (person.name, person.room) == ("王示例", "301")


_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_ODS = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{_NAMES}office:1.0"
 xmlns:table="{_NAMES}table:1.0" xmlns:text="{_NAMES}text:1.0"><office:body><office:spreadsheet>
 <table:table table:name="房间">ROWS<table:table-row table:number-rows-repeated="1048570">
 <table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
 </office:spreadsheet></office:body></office:document-content>"""
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = f"""<?xml version="1.0"?><manifest:manifest xmlns:manifest="{_NAMES}manifest:1.0">
 <manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/></manifest:manifest>"""


def ods(rows: str) -> bytes:
    """An .ods with one sheet 房间."""
    parts = {
        "mimetype": _MIME,
        "META-INF/manifest.xml": _MANIFEST,
        "content.xml": " ".join(_ODS.split("\n ")).replace("> <", "><").replace("ROWS", rows),
    }
    return archive({name: text.encode() for name, text in parts.items()})


def ods_cell(text: str, attributes: str = "") -> str:
    """A cell of text."""
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>'


def test_an_ods_reads_with_its_merged_cells() -> None:
    rows = [
        ods_cell("房间号") + ods_cell("使用处室"),
        ods_cell("301") + ods_cell("办公室", 'table:number-rows-spanned="2" table:number-columns-spanned="1"'),
        ods_cell("302") + "<table:covered-table-cell/>",
    ]
    body = ods("".join(f"<table:table-row>{row}</table:table-row>" for row in rows))
    rooms = read("a.ods", body, known=OFFICES).records
    assert [(r.key, r.office) for r in rooms if isinstance(r, Room)] == [("301", "bgs"), ("302", "bgs")]


def test_a_cell_repeated_without_end_is_refused_before_it_is_laid_out() -> None:
    cell = ods_cell("1", 'table:number-columns-repeated="16000"')
    body = ods(f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>')
    assert "表太大" in errors(read("a.ods", body))[0]


def test_a_stray_letter_at_the_far_corner_is_refused_with_its_place_and_formatting_there_is_not() -> None:
    def stray(made: Workbook) -> None:
        made.worksheets[0]["XFD1048576"] = "x"

    def formatted(made: Workbook) -> None:
        made.worksheets[0]["XFD1048576"].number_format = "0.00"

    rows = {"房间": [("房间号",), ("301",)]}
    assert "内容一直到 XFD1048576" in errors(read("a.xlsx", workbook(rows, stray)))[0]
    assert read("a.xlsx", workbook(rows, formatted)).usable


def test_a_cell_written_with_a_formula_to_run_is_plain_text_and_goes_nowhere() -> None:
    (office,) = read("a.xlsx", workbook({"处室": [("处室名称", "电话"), ("办公室", "'=HYPERLINK(1)")]})).records
    assert isinstance(office, Office)
    assert office.telephone == "'=HYPERLINK(1)"


def test_categories_are_data() -> None:
    parsed = read("a.xlsx", workbook({"事项类型": [("类型名称", "说明"), ("内部重大事项", "x")]}))
    assert parsed.records == (Category("nbzdsx", "内部重大事项", explanation="x", position=1),)


def test_an_entity_in_a_sheet_is_refused() -> None:
    body = workbook({"房间": [("房间号",), ("301",)]})
    bomb = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'
    parsed = read("a.xlsx", with_part(body, "xl/worksheets/sheet1.xml", lambda sheet: bomb + sheet))
    assert "XML 实体" in errors(parsed)[0]
