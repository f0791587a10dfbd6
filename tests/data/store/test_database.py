"""Opening stores: by URL, one session that reads one moment, one that writes all or nothing."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from data.records import Office
from data.store.changes import change, put
from data.store.database import Session, Store, open_store, parse_url
from data.store.drafts import draft_records
from data.store.refusal import Refused
from tests.helpers.office import BGS, KJC, act


def keys(store: Store) -> list[str]:
    with store.reading() as session:
        return [record.key for record in draft_records(session, "office")]


def write(store: Store, *offices: Office) -> None:
    with store.writing() as session:
        change(session, act("张"), [put(office) for office in offices])


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("postgresql://u@h/d", "postgresql+psycopg"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg"),
        ("sqlite:///x.db", "sqlite"),
    ],
)
def test_a_url_names_a_database_we_know(url: str, driver: str) -> None:
    assert parse_url(url).drivername == driver


@pytest.mark.parametrize("url", ["", "store.db", "mysql://h/d", "http://h/d", "postgresql//h"])
def test_any_other_url_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        parse_url(url)


def test_a_password_is_not_told(tmp_path: Path) -> None:
    url = "postgresql://u:hush@127.0.0.1:1/none"
    with pytest.raises(Refused) as failure:
        open_store(url)
    assert "hush" not in str(failure.value)


def refuse_after_writing(session: Session) -> None:
    change(session, act("张"), [put(BGS)])
    raise Refused("不行")


def test_writing_is_all_or_nothing(store: Store) -> None:
    with pytest.raises(Refused), store.writing() as session:
        refuse_after_writing(session)
    assert keys(store) == []
    write(store, BGS, KJC)
    assert keys(store) == ["bgs", "kjc"]


def test_what_a_reader_writes_is_thrown_away(store: Store) -> None:
    with store.reading() as session:
        change(session, act("张"), [put(BGS)])
    assert keys(store) == []


def test_a_reader_stays_in_its_moment_while_another_writes(store: Store) -> None:
    write(store, BGS)
    with store.reading() as session:
        assert len(draft_records(session, "office")) == 1
        write(store, KJC)
        assert len(draft_records(session, "office")) == 1
    assert keys(store) == ["bgs", "kjc"]


def test_a_writer_waits_for_the_one_before(store: Store) -> None:
    inside, done = threading.Event(), threading.Event()

    def first() -> None:
        with store.writing() as session:
            change(session, act("张"), [put(BGS)])
            inside.set()
            done.wait(1)

    thread = threading.Thread(target=first)
    thread.start()
    assert inside.wait(10)
    threading.Timer(0.2, done.set).start()
    write(store, KJC)
    thread.join(10)
    assert keys(store) == ["bgs", "kjc"]


def test_foreign_keys_and_the_log_are_on_in_sqlite(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    with store.reading() as session:
        pragmas = {name: session.execute(text(f"PRAGMA {name}")).scalar() for name in ("foreign_keys", "journal_mode")}
    store.close()
    assert pragmas == {"foreign_keys": 1, "journal_mode": "wal"}


@pytest.mark.parametrize("body", [b"no database", b"SQLite format 3\0 cut off"])
def test_a_damaged_file_is_a_sentence(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "store.db").write_bytes(body * 40)
    with pytest.raises(Refused, match="资料库用不了"):
        open_store(f"sqlite:///{tmp_path}/store.db")
