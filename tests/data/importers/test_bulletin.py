"""The day's bulletin as offices write it: numbered every way, in Word, text and tables; marked documents refused."""

from collections.abc import Callable
from datetime import date

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from data.importers.reader import read
from data.records import BulletinItem, ItemKind
from tests.data.importers.making import document, errors, warnings, workbook

DAY = date(2026, 11, 23)
HEADING = "每日要闻（2026年11月23日）"
FIVE = ["【政府信息】公布预算", "会议召开", "部署工作", "开展检查", "发放补贴"]
NUMBERED = [f"{number}. {text}" for number, text in enumerate(FIVE, 1)]


def items(body: bytes, name: str = "a", today: date | None = DAY) -> list[BulletinItem]:
    """The items of a file."""
    return [item for item in read(name, body, today=today).records if isinstance(item, BulletinItem)]


@pytest.mark.parametrize(
    "numbers",
    [
        "1. 2. 3. 4. 5.",
        "1、 2、 3、 4、 5、",
        "一、 二、 三、 四、 五、",
        "(1) (2) (3) (4) (5)",
        "（一） （二） （三） （四） （五）",
        "① ② ③ ④ ⑤",
    ],
)
@pytest.mark.parametrize("make", [document, lambda lines: "\r\n".join(lines).encode("gbk", "replace")])
def test_items_are_numbered_in_any_usual_way(numbers: str, make: Callable[[list[str]], bytes]) -> None:
    found = items(make([HEADING, *(n + t for n, t in zip(numbers.split(), FIVE, strict=True))]))
    assert [item.text for item in found] == ["公布预算", *FIVE[1:]]
    assert [item.key for item in found] == [f"2026-11-23/{number}" for number in range(1, 6)]
    assert [item.kind for item in found] == [ItemKind.DISCLOSED] + [ItemKind.NEWS] * 4


def test_word_s_own_numbers_begin_items() -> None:
    def listed(made: Document) -> None:
        for text in FIVE:
            made.add_paragraph(text, style="List Number")
            made.add_paragraph("（来源：办公室）")

    found = items(document([HEADING], listed))
    assert [(item.text, item.source) for item in found] == [
        (text.removeprefix("【政府信息】"), "办公室") for text in FIVE
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "二〇二六年十一月二十三日",
        "11月23日每日要闻",
        "2026-11-23",
        "2026.11.23 星期一",
        "２０２６年１１月２３日",
        "二○二六年十一月二十三日",
    ],
)
def test_the_day_is_read_in_any_usual_writing(heading: str) -> None:
    assert {item.day for item in items(document([heading, *NUMBERED]))} == {DAY}


def test_without_a_heading_the_file_s_name_gives_the_day_and_without_both_staff_are_asked() -> None:
    assert {item.day for item in items(document(NUMBERED), "每日要闻2026-11-23.docx")} == {DAY}
    assert "没有找到日期" in errors(read("要闻.docx", document(NUMBERED), today=DAY))[0]


def test_a_second_day_in_a_file_is_an_error() -> None:
    parsed = read("a", document([HEADING, *NUMBERED, "2026年11月24日", "6. 又一条"]))
    assert "一个文件只能是一天的要闻" in errors(parsed)[0]


def test_an_item_goes_on_over_paragraphs_and_who_signs_is_no_part_of_it() -> None:
    found = items(document([HEADING, "1. 会议召开", "会议指出，要保密审查。", "2. 乙", "办公室", "2026年11月23日"]))
    assert [item.text for item in found] == ["会议召开 会议指出，要保密审查。", "乙"]


def test_source_and_days_are_taken_out_of_the_text() -> None:
    (item,) = items(document([HEADING, "1. 公布预算（来源：预算处）（起止时间：12月30日至1月2日）"]))
    assert (item.text, item.source) == ("公布预算", "预算处")
    assert (item.valid_from, item.valid_until) == (date(2026, 12, 30), date(2027, 1, 2))


def test_a_table_gives_kind_source_and_days_by_column_with_merged_kinds() -> None:
    def table(made: Document) -> None:
        grid = made.add_table(rows=4, cols=5)
        rows = [
            ("序号", "类别", "内容", "来源", "起止时间"),
            ("1", "新闻", "甲", "办公室", "11月23日至11月25日"),
            ("2", "", "乙", "", ""),
            ("3", "政府信息", "丙", "", ""),
        ]
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                grid.cell(row, column).text = text
        grid.cell(1, 1).merge(grid.cell(2, 1))

    found = items(document([HEADING], table))
    assert [(item.text, item.kind) for item in found] == [
        ("甲", ItemKind.NEWS),
        ("乙", ItemKind.NEWS),
        ("丙", ItemKind.DISCLOSED),
    ]
    assert (found[0].valid_from, found[0].valid_until) == (DAY, date(2026, 11, 25))


def test_deleted_and_hidden_text_does_not_come_through_and_inserted_text_and_text_boxes_do() -> None:
    def tracked(made: Document) -> None:
        gone = "<w:del w:id='1' w:author='x'><w:r><w:delText>没有</w:delText></w:r></w:del>"
        new = "<w:ins w:id='2' w:author='x'><w:r><w:t>已经</w:t></w:r></w:ins>"
        hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
        inside = "<w:txbxContent><w:p><w:r><w:t>2. 框里的</w:t></w:r></w:p></w:txbxContent>"
        box = f"<w:r><w:pict>{inside}</w:pict></w:r>"
        text = f"<w:r><w:t>1. 会议</w:t></w:r>{gone}{new}{hidden}<w:r><w:t>召开</w:t></w:r>{box}"
        xml = f"<w:p {nsdecls('w')}>{text}</w:p>"
        made.element.body.insert(1, parse_xml(xml))

    assert [item.text for item in items(document([HEADING], tracked))] == ["会议已经召开", "框里的"]


@pytest.mark.parametrize(
    "mark",
    [
        "秘密★1年",
        "机密",
        "绝 密",
        "★机密★",
        "密级：秘密",
        "份号：000123",
        "000123",
        "【机密】",
        "秘密★启用前",
        "机密★长期",
    ],
)
@pytest.mark.parametrize("where", ["body", "header", "table", "text"])
def test_a_document_with_a_secrecy_mark_is_refused_wherever_it_stands(mark: str, where: str) -> None:
    def add(made: Document) -> None:
        if where == "header":
            made.sections[0].header.paragraphs[0].text = mark
        elif where == "table":
            made.add_table(rows=1, cols=1).cell(0, 0).text = mark

    if where == "text":
        parsed = read("a.txt", "\n".join([mark, HEADING, *NUMBERED]).encode())
    else:
        parsed = read("a.docx", document([*([mark] if where == "body" else []), HEADING, *NUMBERED], add))
    if where == "table" and mark == "000123":
        return
    assert "密级或份号标志" in errors(parsed)[0]
    assert parsed.records == ()


@pytest.mark.parametrize(
    "sentence", ["开展保密审查工作", "保护商业秘密和国家秘密", "严禁泄露机密信息", "★ 财政要闻 ★", "共印500份"]
)
def test_the_same_words_in_a_sentence_are_no_mark(sentence: str) -> None:
    assert items(document([HEADING, f"1. {sentence}", "2. 乙"]))[0].text == sentence


def test_another_number_of_items_is_a_warning_that_names_the_rule() -> None:
    assert warnings(read("a", document([HEADING, *NUMBERED]), today=DAY)) == []
    (warning,) = warnings(read("a", document([HEADING, *NUMBERED[1:]]), today=DAY))[-1:]
    assert "共 4 条，其中政府信息 0 条。规定是每天 5 条，其中 1 至 2 条" in warning


def test_a_file_replaces_its_own_day_only() -> None:
    scope = read("a", document([HEADING, *NUMBERED])).scope
    assert scope.covers("bulletin", "2026-11-23/7")
    assert not scope.covers("bulletin", "2026-11-24/1")
    assert not scope.covers("office", "bgs")


def card_with_check_digit(digits: str) -> str:
    """The 17 digits of an invented identity card with the check digit of GB 11643."""
    total = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(digits))
    return digits + "0123456789X"[(12 - total % 11) % 11]


CARD = card_with_check_digit("11010119900307123")
WRONG = CARD[:-1] + ("1" if CARD[-1] != "1" else "2")


@pytest.mark.parametrize(
    "written",
    [CARD, f"身份证：{CARD[:6]} {CARD[6:14]} {CARD[14:]}。", CARD.translate({48 + n: 0xFF10 + n for n in range(10)})],
)
def test_an_identity_card_anywhere_refuses_with_its_cell(written: str) -> None:
    parsed = read("a.xlsx", workbook({"人员": [("姓名", "处室"), ("王示例", "办公室")], "附": [(written,)]}))
    assert [error[:20] for error in errors(parsed)] == ["a.xlsx 工作表“附”A1：这里有身"]
    assert errors(read("a", document([HEADING, f"1. {written}"])))


@pytest.mark.parametrize("number", [WRONG, CARD + "1", "A" + CARD, CARD[:6] + "19901332" + CARD[14:]])
def test_other_long_numbers_are_no_identity_cards(number: str) -> None:
    assert errors(read("a.xlsx", workbook({"人员": [("姓名", "处室"), ("王示例", "办公室")], "附": [(number,)]}))) == []


def test_a_mobile_number_warns_with_its_cell() -> None:
    rows = [("姓名", "处室", "电话"), ("王示例", "办公室", "138-0013-8000"), ("李示例", "办公室", "0000-12345678")]
    parsed = read("a.xlsx", workbook({"人员": rows}))
    assert [warning[:16] for warning in warnings(parsed)] == ["a.xlsx 工作表“人员”C2"]
    assert parsed.usable


def test_the_bytes_of_two_gbk_words_that_are_valid_utf_8_are_gbk() -> None:
    (item,) = items("2026-11-23\n1. 通知".encode("gbk"), "a.txt")
    assert item.text == "通知"


def test_what_gb_18030_2022_changed_is_read_as_it_says_now() -> None:
    body = "2026-11-23\n1. 会议".encode("gbk") + bytes.fromhex("FE59 A6D9")
    assert items(body, "a.txt")[0].text == "会议\u9fb4\ufe10"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_whatever_encoding_notepad_chose(encoding: str) -> None:
    body = "\r\n".join([HEADING, *NUMBERED]).encode(encoding)
    assert len(items(body, "a.txt")) == 5


def test_a_line_that_may_be_who_signs_is_pointed_at() -> None:
    """Without a date behind it nobody can tell, so it stays, and staff are told."""
    parsed = read("要闻.txt", "2026年11月23日\n1. 工作会议召开。\n2. 预算公开。\n厅办公室\n".encode())
    assert [problem.place for problem in parsed.problems if "落款" in problem.message] == ["要闻.txt 第 4 行"]
    parsed = read("要闻.txt", "1. 工作会议召开。\n2. 预算公开。\n厅办公室\n2026年11月23日\n".encode())
    assert [problem for problem in parsed.problems if "落款" in problem.message] == []
