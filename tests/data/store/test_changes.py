"""Drafts change through one function: all of it or nothing, and never over somebody else's work."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from data.records import Floor, Notice, Office, Power, Record, Step, Unit, content_of
from data.store.act import Act
from data.store.changes import Change, change, put
from data.store.content import stored_records
from data.store.database import Store
from data.store.drafts import draft, draft_hashes, draft_records
from data.store.imports import DraftChangeRow
from data.store.offices import OfficeRow
from data.store.refusal import Refused, Stale
from tests.helpers.office import BGS, KJC, act


def write(store: Store, *changes: Change, by: str = "张") -> int:
    with store.writing() as session:
        return change(session, act(by), changes)


def version(store: Store, record: Record, kind: str = "office") -> int:
    with store.reading() as session:
        found = draft(session, kind, record.key)
    return found[1] if found else 0


def test_what_was_put_is_there_with_who_and_when(store: Store) -> None:
    now = Act("张", datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=8))))
    with store.writing() as session:
        assert change(session, now, [put(BGS), put(KJC)]) == 2
    with store.reading() as session:
        assert draft_records(session, "office") == (BGS, KJC)
        assert draft_hashes(session, "office") == {"bgs": content_of(BGS).hash, "kjc": content_of(KJC).hash}
        row = session.get(OfficeRow, "bgs")
        assert row is not None
        assert (row.changed_by, row.changed_at) == ("张", datetime(2026, 11, 23, 1, 30, tzinfo=UTC))


def test_putting_the_same_again_is_no_change(store: Store) -> None:
    write(store, put(BGS))
    assert write(store, put(BGS)) == 0
    assert version(store, BGS) == 1


def test_every_change_counts_the_version_up_even_of_lists_only(store: Store) -> None:
    write(store, put(BGS))
    for number in range(2, 5):
        write(store, put(replace(BGS, duties=BGS.duties * number)))
        assert version(store, BGS) == number


def test_two_people_on_one_record_the_second_is_told(store: Store) -> None:
    write(store, put(BGS))
    write(store, put(replace(BGS, telephone="024-1"), version=1), by="王")
    with pytest.raises(Stale, match="处室 bgs 刚被别人改过（王 于"):
        write(store, put(replace(BGS, telephone="024-2"), version=1))
    with store.reading() as session:
        assert draft(session, "office", "bgs") == (replace(BGS, telephone="024-1"), 2)


def test_two_people_making_one_record_the_second_is_told(store: Store) -> None:
    write(store, put(BGS, version=0))
    with pytest.raises(Stale):
        write(store, put(replace(BGS, name="另一个"), version=0))


def test_changing_what_somebody_deleted_is_told(store: Store) -> None:
    write(store, put(BGS))
    write(store, Change("office", "bgs", None))
    with pytest.raises(Stale, match="已被删除"):
        write(store, put(BGS, version=1))


def test_one_refused_change_writes_none(store: Store) -> None:
    write(store, put(BGS))
    with pytest.raises(Stale):
        write(store, put(KJC), put(BGS, version=7))
    with store.reading() as session:
        assert draft(session, "office", "kjc") is None


def test_one_record_twice_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="处室 bgs 出现了两次"):
        write(store, put(BGS), put(replace(BGS, name="办公厅")))


def test_every_change_is_logged_with_what_was_and_what_is(store: Store) -> None:
    better = replace(BGS, telephone="024-1")
    for one in (put(BGS), put(better), Change("office", "bgs", None)):
        write(store, one)
    with store.reading() as session:
        rows = session.scalars(select(DraftChangeRow).order_by(DraftChangeRow.id)).all()
        first, second = content_of(BGS).hash, content_of(better).hash
        assert [(row.before, row.after) for row in rows] == [(None, first), (first, second), (second, None)]
        assert stored_records(session, [first, second]) == {first: BGS, second: better}


def test_removing_what_is_not_there_changes_nothing(store: Store) -> None:
    assert write(store, Change("office", "bgs", None)) == 0


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        (Office("", "无名"), "缺少编号"),
        (Office("  ", "无名"), "缺少编号"),
        (Office("k" * 201, "长"), "编号太长（201 个字符，最多 200 个）"),
        (Office("a", "上\0下"), "空字符"),
        (Office("a", "残缺\ud83d"), "残缺的字符"),
        (Office("a", "长", duties=("职" * 1_000_001,)), "1000001 个字符"),
        (Office("a", "序", position=2**31), "数字 2147483648 太大"),
        (Office("a", "上级", parent="p" * 201), "上级处室太长"),
        (Floor("f", "一层", float("nan")), "写不下来的值"),
        (Floor("f", "一层", 0, units=(Unit("u" * 201, "room", ()),)), "编号太长"),
        (Power("p", "事项", "c", "o", steps=(Step(2**31, "受理"),)), "太大"),
        (Notice("n", "通知", starts=datetime(2026, 1, 1)), "time zone"),  # noqa: DTZ001 - the fault under test
        (Notice("n", "通知", starts=datetime.min.replace(tzinfo=timezone(timedelta(hours=8)))), "时间超出范围"),
    ],
)
def test_what_no_database_could_keep_is_refused_by_name(store: Store, record: Record, complaint: str) -> None:
    with pytest.raises(Refused, match=complaint):
        write(store, put(record))


@pytest.mark.parametrize(
    "key",
    ["' OR 1=1 --", "a/b/../c", "键", "𠀀" * 100, "%s :x ?1", '"', "\\", "a\nb", "NULL", " bgs", "BGS", "bgs\u200b"],
)
def test_odd_keys_are_keys_like_any_other(store: Store, key: str) -> None:
    office = Office(key, "办公室", duties=("职责",))
    write(store, put(BGS), put(office))
    write(store, put(replace(office, name="改了"), version=1))
    with store.reading() as session:
        assert draft(session, "office", key) == (replace(office, name="改了"), 2)
        assert draft(session, "office", "bgs") == (BGS, 1)
    write(store, Change("office", key, None))
    with store.reading() as session:
        assert draft_records(session, "office") == (BGS,)


def test_long_texts_are_kept_whole(store: Store) -> None:
    office = Office("bgs", "办公室", duties=("职" * 1_000_000, "责"))
    write(store, put(office))
    with store.reading() as session:
        found = draft(session, "office", "bgs")
    assert found is not None
    assert found[0] == office


def test_the_database_itself_refuses_a_lost_update(store: Store) -> None:
    """Two forms opened on one version: the version in the UPDATE decides, whatever the program compared before."""
    write(store, put(BGS))
    with Session(store.engine, expire_on_commit=False) as form:
        row = form.get_one(OfficeRow, "bgs")
        form.commit()
        write(store, put(replace(BGS, telephone="024-1")))
        row.changed_by = "王"
        with pytest.raises(StaleDataError):
            form.commit()
