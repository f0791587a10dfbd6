"""What a file is shows in its bytes; what cannot be taken is refused quickly with a sentence that says what to do."""

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.importers.parsed import Parsed
from data.importers.reader import read
from data.importers.template import write_template
from data.records import Office
from tests.data.importers.making import archive, document, errors, parts_of, with_part, workbook

ROOMS = workbook({"房间": [("房间号",), ("301",)]})
BULLETIN = document(["2026年11月23日每日要闻", "1. 甲", "2. 乙"])
ZIPPED_XML = "xl/worksheets/sheet1.xml"


def refusal(name: str, body: bytes) -> str:
    """The one error of a file of which nothing is taken."""
    parsed = read(name, body)
    assert parsed.records == ()
    (error,) = errors(parsed)
    return error


@pytest.mark.parametrize(
    ("name", "body", "sentence"),
    [
        ("a.rtf", b"{\\rtf1\\ansi x}", "这是 RTF 文件。请用 Word 或 WPS 打开，另存为 .docx"),
        ("a.pdf", b"%PDF-1.7 x", "这是 PDF 文件"),
        ("a.docx", b"\x89PNG\r\n\x1a\n", "这是图片"),
        ("a.xlsx", "姓名,处室".encode("gbk"), "文件名是 .xlsx，内容却不是 Excel 文件"),
        ("a.docx", "一、要闻".encode(), "文件名是 .docx，内容却不是 Word 文件"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "只是看起来像 Excel"),
        ("a.txt", b"", "文件是空的"),
        ("a.txt", b"\r\n \r\n", "文件是空的"),
        ("a.zip", archive({"x.txt": b"x"}), "没有认得的内容"),
        ("a.odt", archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), "另存为 .docx"),
        ("a.xlsx", ROOMS[: len(ROOMS) // 2], "文件不完整或已损坏"),
        ("a.docx", BULLETIN[: len(BULLETIN) // 2], "文件不完整或已损坏"),
        ("a.xlsx", archive({"../x": b"x"}), "不正常的文件路径"),
        ("a.xlsx", archive({"C:/x": b"x"}), "不正常的文件路径"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_the_remedy(name: str, body: bytes, sentence: str) -> None:
    assert sentence in refusal(name, body)


def test_the_name_of_the_file_begins_every_place_without_its_folders() -> None:
    assert refusal("C:\\桌面\\人员.xlsx", b"x").startswith("人员.xlsx：")


def test_a_workbook_under_another_name_is_read_by_its_content() -> None:
    assert [record.key for record in read("房间.xls", ROOMS).records] == ["301"]


def test_fifty_megabytes_are_refused_at_once() -> None:
    began = time.monotonic()
    assert "超过 32 MB 的上限" in refusal("大.xlsx", bytes(range(256)) * 200_000)
    assert time.monotonic() - began < 1


def test_a_bomb_is_not_unpacked() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as bomb, bomb.open(ZIPPED_XML, "w", force_zip64=True) as entry:
        for _ in range(170):
            entry.write(bytes(2**20))
    began = time.monotonic()
    assert "大得不正常" in refusal("a.xlsx", stream.getvalue())
    assert time.monotonic() - began < 1


def test_an_entry_that_lies_about_its_size_is_refused() -> None:
    body = bytearray(archive({"[Content_Types].xml": b"x", "xl/workbook.xml": b" " * 5000}))
    place = body.rindex(b"PK\x01\x02") + 24
    body[place : place + 4] = (10).to_bytes(4, "little")
    assert "文件不完整或已损坏" in refusal("a.xlsx", bytes(body))


def test_entities_are_refused_in_documents_too() -> None:
    bomb = with_part(BULLETIN, "word/document.xml", lambda _: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert "XML 实体" in refusal("a.docx", bomb)


def test_a_part_that_is_no_xml_is_damage() -> None:
    for body, part in ((ROOMS, ZIPPED_XML), (BULLETIN, "word/document.xml")):
        assert "已损坏" in refusal("a", with_part(body, part, lambda xml: xml[: len(xml) // 2]))


@settings(max_examples=60, deadline=2000)
@given(st.binary(max_size=400), st.sampled_from(["a.xlsx", "a.docx", "a.txt", "a", "每日要闻2026-11-23.txt"]))
def test_any_bytes_are_records_or_a_sentence(body: bytes, name: str) -> None:
    parsed = read(name, body)
    assert isinstance(parsed, Parsed)
    assert parsed.records or errors(parsed)


@settings(max_examples=60, deadline=2000)
@given(st.data())
def test_any_damage_to_a_part_is_survived(data: st.DataObject) -> None:
    body = data.draw(st.sampled_from([write_template("office", [Office("bgs", "办公室")]), BULLETIN]))
    parts = parts_of(body)
    name = data.draw(st.sampled_from(sorted(parts)))
    at = data.draw(st.integers(0, len(parts[name])))
    damaged = parts[name][:at] + data.draw(st.binary(max_size=8)) + parts[name][at + 4 :]
    assert isinstance(read("a", archive({**parts, name: damaged})), Parsed)
