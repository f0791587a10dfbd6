"""The edition a command looks into: the one now showing here, or one in a folder that was named."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from data.desk.bootstrap import Desk
from data.store.refusal import Refused

if TYPE_CHECKING:
    from data.edition.reader import Edition


@contextmanager
def edition_showing(desk: Desk, named: Path | None) -> "Iterator[Edition]":
    """Open an edition while a command reads it. Refused where there is none."""
    from data.edition.lobby import Lobby  # noqa: PLC0415 - read only when it is needed
    from data.edition.reader import Edition  # noqa: PLC0415

    folder = named or Lobby(desk.home.editions).current
    if folder is None:
        raise Refused("还没有可展示的一期，请先发布")
    try:
        edition = Edition(folder)
    except (OSError, ValueError) as error:
        raise Refused(f"{folder} 不是可以展示的一期") from error
    try:
        yield edition
    finally:
        edition.close()
