"""Records become bytes in one way, and every byte comes back as what it was."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.records import (
    KINDS,
    BulletinItem,
    Floor,
    Notice,
    Office,
    Record,
    Unit,
    content_of,
    kind_of,
    record_from,
)
from tests.helpers.records import anything

records = st.one_of(*(anything(kind) for kind in KINDS))


@settings(max_examples=40)
@given(records)
def test_a_record_comes_back_from_its_bytes(record: Record) -> None:
    content = content_of(record)
    assert record_from(content.form, content.body) == record
    assert content_of(record_from(content.form, content.body)) == content


def test_the_whole_of_unicode_and_of_the_calendar_comes_back() -> None:
    office = Office("bgs", "\0\x1f𬀩\u202e\ufeff")
    assert record_from(content_of(office).form, content_of(office).body) == office
    notice = Notice("n", "停电", starts=datetime(1, 1, 1, tzinfo=UTC), ends=datetime.max.replace(tzinfo=UTC))
    assert record_from(content_of(notice).form, content_of(notice).body) == notice


def test_defaults_are_left_out_so_that_a_new_field_changes_no_hash() -> None:
    assert content_of(Office("bgs", "办公室")).body == '{"key":"bgs","name":"办公室"}'.encode()


def test_equal_numbers_give_equal_bytes() -> None:
    whole, point = Floor("f1", "一层", 0), Floor("f1", "一层", 0.0)
    assert whole == point
    assert content_of(whole) == content_of(point)


def test_an_instant_is_written_in_utc() -> None:
    beijing = datetime(2026, 11, 23, 8, 0, tzinfo=timezone(timedelta(hours=8)))
    assert b'"2026-11-23T00:00:00Z"' in content_of(Notice("n", "停电", starts=beijing)).body


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        content_of(Notice("n", "停电", starts=datetime(2026, 11, 23)))  # noqa: DTZ001 - the fault under test


@pytest.mark.parametrize(
    ("form", "body", "message"),
    [
        ("office/1", b'{"key":"a","name":"b","colour":"red"}', "unknown field 'colour'"),
        ("office/1", b'{"key":"a"}', "name"),
        ("office/1", b'{"key":"a","name":3}', r"office\.name"),
        ("office/1", b'{"key":"a","name":"b","duties":"c"}', "a list"),
        ("office/1", b"[]", "an object"),
        ("office/2", b"{}", "unknown form"),
        ("bistro/1", b"{}", "unknown form"),
        ("bulletin/1", b'{"key":"a","day":"2026-02-30","position":1,"text":"x"}', r"bulletin\.day"),
        ("floor/1", b'{"key":"f","name":"1","ordinal":true}', r"floor\.ordinal"),
        ("floor/1", b'{"key":"f","name":"1","ordinal":0,"kiosks":[{"key":"k","at":[1]}]}', "2 values"),
    ],
)
def test_bytes_that_are_no_record_are_refused_with_the_place(form: str, body: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        record_from(form, body)


def test_the_hash_covers_the_form() -> None:
    item = BulletinItem("2026-11-23/1", date(2026, 11, 23), 1, "全省财政工作会议")
    content = content_of(item)
    assert content.form == "bulletin/1"
    assert len(content.hash) == 64
    assert content.hash != content_of(BulletinItem("2026-11-23/1", date(2026, 11, 23), 1, "全省财政工作会")).hash


@settings(max_examples=20)
@given(records)
def test_every_record_has_a_kind_and_a_key(record: Record) -> None:
    assert kind_of(record) in KINDS
    assert isinstance(record.key, str)


def test_nested_places_are_named() -> None:
    assert Floor("f", "一层", 0, units=(Unit("u", "room", ()),)) == record_from(
        "floor/1",
        '{"key":"f","name":"一层","ordinal":0,"units":[{"category":"room","key":"u","polygons":[]}]}'.encode(),
    )
