"""The store's schema over the years: Alembic's migrations, shipped inside the package and run by the program itself."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0002"
"""The newest revision in migrations/versions. Known here so that opening a current store need not load Alembic."""

_TABLE = "alembic_version"


def is_empty(connection: Connection) -> bool:
    """Whether no migration ever ran here."""
    return not inspect(connection).has_table(_TABLE)


def is_current(connection: Connection) -> bool:
    """Whether the store's schema is this program's."""
    return connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar() == HEAD  # noqa: S608 - a constant


def migrate(connection: Connection, revision: str = HEAD) -> None:
    """Bring the store to `revision`, up or down, inside the connection's transaction."""
    from alembic import command  # noqa: PLC0415 - 0.3 s that a current store need not pay

    config = _config(connection)
    known = () if is_empty(connection) else _known(connection)
    if revision != "base" and (not known or known[0] <= revision):
        command.upgrade(config, revision)
    else:
        command.downgrade(config, revision)


def _known(connection: Connection) -> tuple[str, ...]:
    return tuple(connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalars())  # noqa: S608 - a constant


def _config(connection: Connection) -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
