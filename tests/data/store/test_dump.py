"""A store becomes lines of text, and again a store: the same, on either database."""

import json
from collections.abc import Iterator

import pytest

from data.review.standing import standing
from data.review.verification import faults
from data.store.database import Store
from data.store.drafts import draft_records
from data.store.dump import dump, load
from data.store.refusal import Refused
from data.store.schema import HEAD
from tests.helpers.office import BGS, KJC, Desk


@pytest.fixture
def lines(desk: Desk) -> list[str]:
    desk.stand(BGS)
    desk.stand(KJC)
    desk.edit(KJC)
    desk.remove("office", "kjc")
    desk.submit()
    with desk.store.reading() as session:
        return list(dump(session.connection()))


@pytest.fixture
def other(empty_url: str) -> Iterator[Store]:
    store = Store(empty_url)
    yield store
    store.close()


def test_every_row_comes_back_on_either_database(lines: list[str], other: Store) -> None:
    with other.writing() as session:
        load(session.connection(), lines)
    with other.reading() as session:
        assert list(dump(session.connection())) == lines
        assert [one.key for one in standing(session)] == ["bgs", "kjc"]
        assert draft_records(session, "office") == (BGS,)
        assert list(faults(session)) == []


def test_work_goes_on_after_it(lines: list[str], other: Store) -> None:
    with other.writing() as session:
        load(session.connection(), lines)
    restored = Desk(other)
    restored.approve(3)
    restored.stand(KJC)
    with other.reading() as session:
        assert [one.key for one in standing(session)] == ["bgs", "kjc"]
        assert list(faults(session)) == []


def test_a_store_that_has_something_is_not_overwritten(lines: list[str], desk: Desk) -> None:
    with pytest.raises(Refused, match="只能写入空的资料库"), desk.store.writing() as session:
        load(session.connection(), lines)


@pytest.mark.parametrize(
    "damaged",
    [
        [],
        ["[]"],
        ["{"],
        [json.dumps({"revision": HEAD}), "{"],
        [json.dumps({"revision": HEAD}), json.dumps({"table": "nowhere", "rows": []})],
        [json.dumps({"revision": HEAD}), json.dumps({"table": "office", "rows": [{"colour": 1}]})],
    ],
)
def test_damaged_lines_are_refused_and_leave_nothing(other: Store, damaged: list[str]) -> None:
    with pytest.raises(Refused, match="已损坏"), other.writing() as session:
        load(session.connection(), damaged)
    assert other.is_empty()


def test_a_dump_of_a_newer_program_is_refused(lines: list[str], other: Store) -> None:
    with pytest.raises(Refused, match="请先升级本程序"), other.writing() as session:
        load(session.connection(), [json.dumps({"revision": "9999"}), *lines[1:]])
