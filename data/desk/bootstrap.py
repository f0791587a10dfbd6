"""The composition root of the staff program: home, settings, clock and store, put together once."""

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from data.desk.home import Home, find_home
from data.desk.settings import Settings, read_settings

if TYPE_CHECKING:
    from data.store.database import Session, Store

STORE_VARIABLE = "OPENHALL_STORE"
"""Overrides the file's store URL, so that a password need not lie in a file that others read."""


@dataclass(frozen=True)
class Desk:
    """What a command is given. The store is opened at the first use, so that commands without one start at once."""

    home: Home
    settings: Settings
    clock: Callable[[], datetime]
    """The instant it is now, in UTC."""

    @cached_property
    def store(self) -> "Store":
        """The staff's store, brought to the newest schema. Refused where `desk init` has not been run."""
        from data.store.database import open_store  # noqa: PLC0415 - SQLAlchemy costs 0.4 s

        return open_store(self.store_url)

    @property
    def store_url(self) -> str:
        """Where the store is, as a database URL."""
        return self.settings.store or f"sqlite:///{self.home.store}"

    def close(self) -> None:
        """Let go of the store's connections, where it was opened."""
        if "store" in self.__dict__:
            self.store.close()

    def reading(self) -> "AbstractContextManager[Session]":
        """A session that only reads."""
        return self.store.reading()

    def writing(self) -> "AbstractContextManager[Session]":
        """A session that writes all at its end, or nothing when an exception leaves it."""
        return self.store.writing()

    def now(self) -> datetime:
        """The instant it is now."""
        return self.clock()

    def today(self) -> date:
        """The office's day."""
        return self.now().astimezone(self.settings.zone).date()


def open_desk(environment: Mapping[str, str] = os.environ) -> Desk:
    """The desk of this machine, with the real clock. Refused where openhall.toml cannot be read."""
    home = find_home(environment)
    settings = read_settings(home.settings)
    if url := environment.get(STORE_VARIABLE, ""):
        settings = replace(settings, store=url)
    return Desk(home, settings, lambda: datetime.now(UTC))
