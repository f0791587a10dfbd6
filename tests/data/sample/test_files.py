"""The sample's files are what its content says, byte for byte on every run."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from docx import Document

from data.records import BulletinItem, ItemKind, Office, Record
from data.sample import redated, sample_files
from data.sample.bulletins import bulletin, days
from data.sample.make import make

MADE = make()


def content(body: bytes) -> object:
    """What is in a file: its members, or itself. How a library packs them is not ours."""
    if not is_zipfile(BytesIO(body)):
        return body
    with ZipFile(BytesIO(body)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_two_runs_give_the_same_bytes() -> None:
    assert make() == MADE


def test_no_file_notes_when_it_was_made() -> None:
    for body in MADE.values():
        if is_zipfile(BytesIO(body)):
            with ZipFile(BytesIO(body)) as archive:
                assert {info.date_time for info in archive.infolist()} == {(2026, 11, 1, 8, 0, 0)}
                instants = [re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", archive.read(info)) for info in archive.infolist()]
            assert {instant[:10] for found in instants for instant in found} <= {b"2026-11-01"}


def test_the_files_beside_the_content_are_those_it_makes() -> None:
    assert sorted(path.name for path in sample_files()) == sorted(MADE)
    ours = [path for path in sample_files() if path.suffix != ".xlsx"]
    stale = [path.name for path in ours if content(path.read_bytes()) != content(MADE[path.name])]
    assert not stale, "run python -m data.sample.make"


def test_every_file_says_that_it_is_a_sample() -> None:
    assert all("示例" in path.name for path in sample_files())


def test_bulletins_come_last_oldest_first() -> None:
    names = [path.name for path in sample_files()]
    assert names[:3] == ["01-单位信息-示例.xlsx", "02-处室与职责-示例.xlsx", "03-楼层图-示例.zip"]
    assert [name for name in names if name.startswith("每日要闻")] == names[-10:]
    assert names[-1].startswith("每日要闻-2026-11-23")


def test_there_are_ten_working_days_of_five_short_items() -> None:
    assert len(days()) == 10
    for day in days():
        assert day.day.isoweekday() <= 5
        assert [item.position for item in day.items] == [1, 2, 3, 4, 5]
        assert 1 <= sum(item.kind is ItemKind.DISCLOSED for item in day.items) <= 2
        assert all(8 <= len(item.text) <= 40 for item in day.items)


def test_the_days_are_saved_in_many_ways() -> None:
    assert len({day.style for day in days()}) == 8


def test_numbers_that_word_counts_are_in_no_text() -> None:
    (day,) = (day for day in days() if day.style == "docx-chinese-numbered")
    document = Document(BytesIO(MADE[f"每日要闻-{day.day}-示例.docx"]))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert paragraphs[2] == "我厅与人民银行会商年末国库资金调度（来源：国库处）"
    assert len(paragraphs) == 2 + len(day.items)


def test_the_notepad_day_is_gbk() -> None:
    (name,) = (name for name in MADE if name.endswith(".txt"))
    with pytest.raises(UnicodeDecodeError):
        MADE[name].decode()
    assert MADE[name].decode("gbk").splitlines()[:2] == ["每日要闻（示例）", "2026年11月13日 星期五"]


TODAY = date(2027, 3, 1)


def test_the_newest_bulletin_becomes_this_mornings() -> None:
    office = Office("bgs", "办公室")
    moved = redated((office, *bulletin()), TODAY)
    newest = [record for record in moved if isinstance(record, BulletinItem) and record.day == TODAY]
    assert moved[0] == office
    assert [item.key for item in newest] == [f"2027-03-01/{position}" for position in range(1, 6)]
    assert [item.text for item in newest] == [item.text for item in days()[-1].items]
    assert len(moved) == 51


def test_validity_moves_with_the_day() -> None:
    item = BulletinItem(
        "2026-11-23/1", date(2026, 11, 23), 1, "会议", valid_from=date(2026, 11, 23), valid_until=date(2026, 11, 25)
    )
    (moved,) = redated((item,), date(2026, 12, 1))
    assert isinstance(moved, BulletinItem)
    assert (moved.valid_from, moved.valid_until) == (date(2026, 12, 1), date(2026, 12, 3))


def test_on_an_earlier_day_the_bulletins_in_the_way_give_way() -> None:
    moved = redated(tuple(bulletin()), date(2026, 11, 18))
    keys = [record.key for record in moved]
    assert len(keys) == len(set(keys)) == 35
    assert max(record.day for record in moved if isinstance(record, BulletinItem)) == date(2026, 11, 18)


def test_without_a_bulletin_nothing_changes() -> None:
    records: tuple[Record, ...] = (Office("bgs", "办公室"),)
    assert redated(records, TODAY) == records
