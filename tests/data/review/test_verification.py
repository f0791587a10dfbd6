"""The history tells who did what, and shows when anybody touched it, even the database's owner."""

import pytest
from sqlalchemy import select, text

from data.records import Office
from data.review.published import EditionRow, ListingRow, Publication
from data.review.verification import faults
from data.store.database import Store
from data.store.history import GENESIS, HistoryRow, history_head, remember
from tests.helpers.guards import unguarded
from tests.helpers.office import BGS, KJC, Desk, act


def found(store: Store) -> list[str]:
    with store.reading() as session:
        return list(faults(session))


@pytest.fixture
def lived(desk: Desk) -> Store:
    """Six users, two submissions with their approvals, an edition that names the head, a submission that waits."""
    desk.stand(BGS)
    desk.stand(KJC)
    with desk.store.writing() as session:
        session.add(ListingRow(hash="1" * 64, body=b"[]"))
        session.flush()
        session.add(_edition(history_head(session)))
    desk.edit(Office("zhc", "综合处"))
    desk.submit()
    return desk.store


def _edition(head: str) -> EditionRow:
    return EditionRow(
        number=1,
        epoch=1,
        published_at=act("赵").at,
        published_by="赵",
        what=Publication.PUBLISH,
        manifest_hash="1" * 64,
        history=head,
        lobby_listing="1" * 64,
        rotation_listing="1" * 64,
    )


def test_who_did_what_is_kept_in_order(lived: Store) -> None:
    with lived.reading() as session:
        entries = session.scalars(select(HistoryRow).order_by(HistoryRow.number)).all()
        assert [(entry.by, entry.action, entry.subject) for entry in entries[6:]] == [
            ("张", "submit", "submission/1"),
            ("李", "approved", "submission/1"),
            ("张", "submit", "submission/2"),
            ("李", "approved", "submission/2"),
            ("张", "submit", "submission/3"),
        ]
        assert [entry.number for entry in entries] == list(range(1, 12))
        assert entries[0].previous_hash == GENESIS
        assert history_head(session) == entries[-1].hash


def test_a_store_that_nobody_touched_is_whole(lived: Store) -> None:
    assert found(lived) == []


def test_the_head_changes_with_every_entry(store: Store) -> None:
    heads = []
    for _ in range(3):
        with store.writing() as session:
            remember(session, act("钱"), "look", "store")
        with store.reading() as session:
            heads.append(history_head(session))
    assert len(set(heads)) == 3


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("UPDATE history SET by = '王' WHERE number = 8", "历史第 8 条被改过"),
        ("UPDATE history SET detail = '' WHERE number = 7", "历史第 7 条被改过"),
        ("UPDATE history SET at = '2026-11-22 00:00:00' WHERE number = 9", "历史第 9 条被改过"),
        ("DELETE FROM history WHERE number = 8", "历史第 8 条缺失"),
        ("DELETE FROM history WHERE number = 11", "历史末尾缺失（最后一条是第 10 条）"),
        ("UPDATE history_head SET hash = '00'", "历史末尾缺失（最后一条是第 11 条）"),
        ("UPDATE content SET form = 'office/2'", "被改过"),
        ("DELETE FROM change WHERE submission_id = 3", "提交 3 的改动被动过"),
        ("UPDATE edition SET history = 'ffff'", "第 1 版所记的历史链头不在历史里"),
    ],
)
def test_a_touch_is_seen(lived: Store, statement: str, complaint: str) -> None:
    with lived.engine.begin() as connection, unguarded(connection):
        assert connection.execute(text(statement)).rowcount > 0
    assert any(complaint in line for line in found(lived))


def test_an_entry_put_in_between_is_seen(lived: Store) -> None:
    """A whole new tail with right hashes still does not lead to the head that lobbies were told."""
    with lived.writing() as session:
        told = history_head(session)
    with lived.engine.begin() as connection, unguarded(connection):
        connection.execute(text("DELETE FROM history WHERE number > 6"))
        previous = connection.execute(text("SELECT hash FROM history WHERE number = 6")).scalar_one()
        connection.execute(text("UPDATE history_head SET number = 6, hash = :hash"), {"hash": previous})
    with lived.writing() as session:
        remember(session, act("王"), "approved", "submission/1")
    assert found(lived) == ["第 1 版所记的历史链头不在历史里"]
    with lived.reading() as session:
        assert told not in session.scalars(select(HistoryRow.hash)).all()
