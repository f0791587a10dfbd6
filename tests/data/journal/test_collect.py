"""Journals of many devices in one store: each line once, damaged ones counted, on both databases."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select

from data.journal import Journal
from data.journal.collect import Collected, JournalRow, collect
from data.store.database import Store

START = datetime(2026, 11, 23, tzinfo=UTC)
_SECONDS = count()


def later() -> datetime:
    return START + timedelta(seconds=next(_SECONDS))


def note(folder: Path, device: str, *kinds: str) -> None:
    journal = Journal(folder, device, later)
    for kind in kinds:
        journal.note(kind, {"where": "大厅"})
    journal.close()


def take(store: Store, folder: Path) -> Collected:
    with store.writing() as session:
        return collect(session, folder)


def test_every_line_comes_once(store: Store, tmp_path: Path) -> None:
    note(tmp_path, "kiosk-1", "visit", "search")
    note(tmp_path, "hall", "acknowledged")
    assert take(store, tmp_path) == Collected(new=3, damaged=0)
    assert take(store, tmp_path) == Collected(new=0, damaged=0)
    note(tmp_path, "kiosk-1", "visit")
    assert take(store, tmp_path) == Collected(new=1, damaged=0)
    with store.reading() as session:
        rows = session.scalars(select(JournalRow).order_by(JournalRow.device, JournalRow.seq)).all()
        assert [(row.device, row.seq, row.kind) for row in rows] == [
            ("hall", 1, "acknowledged"),
            ("kiosk-1", 1, "visit"),
            ("kiosk-1", 2, "search"),
            ("kiosk-1", 3, "visit"),
        ]
        assert {row.facts for row in rows} == {'{"where": "\\u5927\\u5385"}'}


def test_a_device_that_lost_its_journal_is_heard_again(store: Store, tmp_path: Path) -> None:
    note(tmp_path, "kiosk-1", "visit")
    take(store, tmp_path)
    (tmp_path / "kiosk-1.jsonl").unlink()
    note(tmp_path, "kiosk-1", "visit")
    assert take(store, tmp_path).new == 1


def test_the_file_before_belongs_to_the_same_device(store: Store, tmp_path: Path) -> None:
    note(tmp_path, "kiosk-1", "visit")
    (tmp_path / "kiosk-1.jsonl").rename(tmp_path / "kiosk-1.1.jsonl")
    note(tmp_path, "kiosk-1", "search")
    take(store, tmp_path)
    with store.reading() as session:
        assert set(session.scalars(select(JournalRow.device))) == {"kiosk-1"}


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b"7",
        b"\xff\xfe",
        b'{"seq":1,"kind":"a"}',
        b'{"seq":"1","time":"2026-11-23T00:00:00Z","kind":"a"}',
        b'{"seq":0,"time":"2026-11-23T00:00:00Z","kind":"a"}',
        b'{"seq":true,"time":"2026-11-23T00:00:00Z","kind":"a"}',
        b'{"seq":99999999999,"time":"2026-11-23T00:00:00Z","kind":"a"}',
        b'{"seq":1,"time":"2026-11-23T00:00:00","kind":"a"}',
        b'{"seq":1,"time":"yesterday","kind":"a"}',
        b'{"seq":1,"time":"2026-11-23T00:00:00Z","kind":"\\u0000"}',
    ],
)
def test_a_damaged_line_is_counted_and_stops_nothing(store: Store, tmp_path: Path, line: bytes) -> None:
    whole = b'{"seq":2,"time":"2026-11-23T00:00:00Z","kind":"b","text":"\\u0000"}\n'
    (tmp_path / "kiosk-1.jsonl").write_bytes(line + b"\n\n" + whole)
    assert take(store, tmp_path) == Collected(new=1, damaged=1)


def test_no_folder_is_no_journal(store: Store, tmp_path: Path) -> None:
    assert take(store, tmp_path / "none") == Collected(new=0, damaged=0)
