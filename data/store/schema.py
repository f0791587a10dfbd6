"""The store's schema over the years: Alembic's migrations, shipped inside the package and run by the program itself."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from data.store.refusal import Refused

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0009"
"""The newest revision in migrations/versions. Known here so that opening a current store need not load Alembic."""

_TABLE = "alembic_version"


def is_empty(connection: Connection) -> bool:
    """Whether no migration ever ran here."""
    return not inspect(connection).has_table(_TABLE)


def is_current(connection: Connection) -> bool:
    """Whether the store's schema is this program's."""
    return revision_of(connection) == HEAD


def revision_of(connection: Connection) -> str:
    """The revision of the store's schema, empty before the first."""
    if is_empty(connection):
        return ""
    return connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar() or ""  # noqa: S608 - a constant


def migrate(connection: Connection, revision: str = HEAD) -> None:
    """Bring the store to `revision`, up or down, inside the connection's transaction.

    Refused where the store, or the revision asked for, is of a newer program than this one.
    """
    from alembic import command  # noqa: PLC0415 - 0.3 s that a current store need not pay

    now = revision_of(connection)
    if max(now, revision if revision != "base" else "") > HEAD:
        raise Refused(f"资料库是更新版本的程序建立的（{now or revision}），请先升级本程序")
    if revision != "base" and now <= revision:
        command.upgrade(_config(connection), revision)
    else:
        command.downgrade(_config(connection), revision)


def _config(connection: Connection) -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
