"""The edition that shows: opened when there is one, changed over when a new one may be taken in."""

import logging
import sqlite3
from pathlib import Path

from data.edition.files import is_whole
from data.edition.lobby import Lobby
from data.edition.reader import Edition

logger = logging.getLogger(__name__)

UNREADABLE = (OSError, ValueError, sqlite3.Error)
"""What opening a damaged edition raises."""


class Shelf:
    """Follows the link `current`. An edition that cannot be opened leaves the one before in place, and says so.

    Where none is in place yet, the newest other one stands in, until `current` points at one that can be opened.
    """

    def __init__(self, current: Path) -> None:
        """Nothing is open yet: `look` opens."""
        self._current = current
        self._refused: Path | None = None
        self._waiting: Edition | None = None
        self._problem = ""
        self.edition: Edition | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong, as sentences for whoever looks after the machine."""
        return (self._problem,) if self._problem else ()

    def look(self, *, at_rest: bool) -> bool:
        """See what `current` points at; True where another edition shows now than before.

        A new edition waits until nobody is touching (`at_rest`), unless its manifest says now.
        """
        opened = self._opened()
        if opened is not None:
            self._waiting, opened = opened, self._waiting
            if opened is not None:
                opened.close()
        if self._waiting is None or not (at_rest or self.edition is None or self._waiting.manifest.adopt == "now"):
            return False
        before, self.edition, self._waiting = self.edition, self._waiting, None
        if before is not None:
            before.close()
        logger.info("edition %d shows", self.edition.manifest.number)
        return True

    def _opened(self) -> Edition | None:
        """The edition `current` points at where it is a new one that can be opened."""
        try:
            folder = self._current.resolve(strict=True)
        except OSError:
            return None
        if folder == self._refused:
            return None
        if folder in (edition.folder for edition in (self.edition, self._waiting) if edition):
            self._refused, self._problem = None, ""
            return None
        try:
            opened = opened_whole(folder)
        except UNREADABLE as error:
            self._refused, self._problem = folder, f"第 {folder.name} 期打不开：{error}"
            logger.warning("edition %s cannot be shown: %s", folder, error)
            return None if self.edition else self._stand_in(folder)
        self._refused, self._problem = None, ""
        return opened

    def _stand_in(self, damaged: Path) -> Edition | None:
        """The newest other edition beside a damaged one: better than nothing where a kiosk starts with that one."""
        for _, folder in reversed(Lobby(damaged.parent).editions()):
            if folder == damaged:
                continue
            try:
                opened = opened_whole(folder)
            except UNREADABLE as error:
                logger.warning("edition %s cannot be shown either: %s", folder, error)
                continue
            self._problem += f"；现在显示第 {folder.name} 期"
            return opened
        return None


def opened_whole(folder: Path) -> Edition:
    """The edition in a folder, its files as they were when it was received. One of UNREADABLE where they are not.

    A bad disk is noticed here, or a visitor meets it on some page.
    """
    edition = Edition(folder)
    try:
        for name, digest in edition.manifest.files.items():
            if not is_whole(edition.folder / name, digest):
                raise ValueError(f"{name} 缺失或已损坏")
        edition.rotation()
        edition.titles("site")
    except UNREADABLE:
        edition.close()
        raise
    return edition
