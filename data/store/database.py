"""Opening the store: SQLite or PostgreSQL by URL, one kind of session that reads and one that writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import TYPE_CHECKING, cast

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from data.store.refusal import Refused, Stale
from data.store.schema import is_current, is_empty, migrate

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

__all__ = ["Session", "Store", "open_store", "parse_url"]

BUSY_MS = 30_000
"""How long a writer waits for another one (milliseconds)."""

_WORLD_FAILED = frozenset({OperationalError, InterfaceError, DatabaseError})
"""No server, a locked or damaged file, a full disk. Their kin, such as a broken constraint, are our mistakes."""
_CONNECTIONS = 20
"""Kept open while the pages are served: a new one for every request would cost more than the request."""
_WRITES = "openhall_writes"


class Store:
    """The staff's store. Sessions are short: one action each."""

    def __init__(self, url: str) -> None:
        """Nothing is opened yet. Refused where `url` is not the URL of a database we know."""
        self.url = parse_url(url)
        self.engine = _engine(self.url)
        self._writer = self.engine.execution_options(**{_WRITES: True})
        self._reader = self.engine.execution_options(**_one_moment(self.url))

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one consistent moment; what it writes is thrown away."""
        with _told_plainly(), Session(self._reader) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose end writes everything, or nothing where an exception leaves it."""
        with _told_plainly(), Session(self._writer) as session, session.begin():
            yield session

    def create(self) -> None:
        """Bring an empty or older store to the newest schema."""
        with _told_plainly(), self._writer.begin() as connection:
            migrate(connection)

    def is_empty(self) -> bool:
        """Whether nobody ever made this store."""
        with _told_plainly(), self.engine.connect() as connection:
            return is_empty(connection)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """The store at `url`, on the newest schema. Refused where there is none: only `create` makes one."""
    store = Store(url)
    try:
        _bring_up(store)
    except Refused:
        store.close()
        raise
    return store


def _bring_up(store: Store) -> None:
    if _missing_file(store.url) or store.is_empty():
        raise Refused(f"还没有资料库（{store.url.render_as_string()}）：请先运行 desk init")
    with _told_plainly(), store.engine.connect() as connection:
        current = is_current(connection)
    if not current:
        store.create()


def parse_url(text: str) -> URL:
    """The URL of a store; `postgresql://` means psycopg. Refused where it is neither SQLite nor PostgreSQL."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise Refused("store 不是数据库地址，例如 postgresql://用户@主机/库名") from error
    match url.get_backend_name():
        case "sqlite":
            return url
        case "postgresql":
            return url.set(drivername="postgresql+psycopg")
        case other:
            raise Refused(f"不支持的数据库“{other}”：请用 sqlite 或 postgresql")


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, pool_size=_CONNECTIONS)
    engine = create_engine(url, pool_size=_CONNECTIONS)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: "DBAPIConnection", _: "ConnectionPoolEntry") -> None:
    """WAL lets readers and the one writer work side by side; foreign keys are off in SQLite unless asked for."""
    sqlite = cast("SqliteConnection", connection)
    sqlite.isolation_level = None
    for pragma in (f"busy_timeout = {BUSY_MS}", "journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL"):
        sqlite.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its turn at once: a reader that becomes a writer halfway can only be refused."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _one_moment(url: URL) -> dict[str, str]:
    """SQLite's transactions see one moment by themselves; PostgreSQL's must ask for it."""
    return {} if url.get_backend_name() == "sqlite" else {"isolation_level": "REPEATABLE READ"}


def _missing_file(url: URL) -> bool:
    return url.get_backend_name() == "sqlite" and bool(url.database) and not Path(url.database or "").exists()


@contextmanager
def _told_plainly() -> Iterator[None]:
    """What the database could not do, as a sentence for the person who asked."""
    try:
        yield
    except StaleDataError as error:
        raise Stale("刚才有人改了同一条内容，请重新打开再改") from error
    except DBAPIError as error:
        if type(error) not in _WORLD_FAILED:
            raise
        raise Refused(f"资料库用不了：{_first_line(error)}") from error


def _first_line(error: SQLAlchemyError) -> str:
    cause: object = getattr(error, "orig", None) or error
    return str(cause).strip().splitlines()[0] if str(cause).strip() else type(cause).__name__
