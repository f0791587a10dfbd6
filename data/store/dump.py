"""The whole store as lines of text, and back: one form for SQLite and PostgreSQL, so that a copy fits either.

    {"revision": "0002"}                       the schema the rows are of
    {"table": "office", "rows": [{…}, …]}      at most 500 rows a line; bytes as base64, days and instants as ISO text

Tables come in an order in which every foreign key finds what it names.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import cast

from sqlalchemy import Column, Connection, LargeBinary, MetaData, Table, insert, inspect, select, text
from sqlalchemy.types import Boolean, Date, DateTime

from data.store.migrations.guards import create_statements, drop_statements
from data.store.refusal import Refused
from data.store.schema import is_empty, migrate, revision_of

_ROWS_A_LINE = 500
_UNGUARDED = "0001"
"""The revision without triggers."""

Value = str | int | float | bool | None


def dump(connection: Connection) -> Iterator[str]:
    """The store's lines, as of one moment if the connection's transaction is."""
    yield json.dumps({"revision": revision_of(connection)})
    for table in _tables(connection):
        result = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
        while rows := result.fetchmany(_ROWS_A_LINE):
            plain = [{name: _plain(value) for name, value in row.items()} for row in rows]
            yield json.dumps({"table": table.name, "rows": plain}, ensure_ascii=False)


def load(connection: Connection, lines: Iterable[str]) -> None:
    """Fill an empty store with what `dump` gave, and bring it to the newest schema. All or nothing, by transaction.

    Refused where the store is not empty, where the lines are damaged or of a newer program.
    """
    if not is_empty(connection):
        raise Refused("资料库里已有内容，恢复只能写入空的资料库")
    documents = map(json.loads, lines)
    try:
        _fill(connection, str(next(documents)["revision"]), documents)
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration) as error:
        raise Refused(f"备份文件已损坏（{error}）") from error


def _fill(connection: Connection, revision: str, documents: Iterator[Mapping[str, object]]) -> None:
    migrate(connection, revision)
    dialect = connection.dialect.name
    if revision > _UNGUARDED:
        _run(connection, drop_statements(dialect))
    tables = {table.name: table for table in _tables(connection)}
    for table in reversed(tables.values()):
        connection.execute(table.delete())
    for document in documents:
        table = tables[str(document["table"])]
        rows = cast("list[dict[str, Value]]", document["rows"])
        connection.execute(insert(table), [_row(table, row) for row in rows])
    _follow_numbers(connection, tables.values())
    if revision > _UNGUARDED:
        _run(connection, create_statements(dialect))
    migrate(connection)


def _tables(connection: Connection) -> list[Table]:
    """Every table there is, as the database itself describes it, owners before what they own."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name != "alembic_version"]


def _plain(value: object) -> Value:
    match value:
        case bytes() | memoryview():
            return b64encode(value).decode()
        case date():
            return value.isoformat()
        case None | bool() | int() | float() | str():
            return value
        case _:
            raise TypeError(f"no plain form for {type(value).__name__}")


def _row(table: Table, row: Mapping[str, Value]) -> dict[str, object]:
    return {name: _typed(table.columns[name], value) for name, value in row.items()}


def _typed(column: "Column[object]", value: Value) -> object:
    match column.type:
        case _ if value is None:
            return None
        case LargeBinary():
            return b64decode(str(value))
        case DateTime():
            return datetime.fromisoformat(str(value))
        case Date():
            return date.fromisoformat(str(value))
        case Boolean():
            return bool(value)
        case _:
            return value


def _follow_numbers(connection: Connection, tables: Iterable[Table]) -> None:
    """PostgreSQL counts in sequences of its own, which know nothing of rows that brought their numbers."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        for column in inspect(connection).get_columns(table.name):
            if "nextval" in str(column.get("default")):
                name = f"{table.name}', '{column['name']}"
                highest = f'SELECT max("{column["name"]}") FROM "{table.name}"'  # noqa: S608 - names from the schema
                connection.execute(
                    text(f"SELECT setval(pg_get_serial_sequence('{name}'), coalesce(({highest}), 0) + 1, false)")
                )


def _run(connection: Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        connection.exec_driver_sql(statement)
