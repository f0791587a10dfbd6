"""The history of logins and actions told to the system's log, entry by entry, in order.

Whoever watches over many machines collects there. The store's own history stays whole and for ever; how far it has been
told is kept in a file, so that a log host that was away for a day hears of that day, too.
"""

import logging
import socket
import sys
from contextlib import closing
from datetime import datetime, timedelta
from logging.handlers import SysLogHandler
from urllib.parse import urlsplit

from typing_extensions import override

from data.desk.bootstrap import Desk
from data.store.history import HistoryRow, entries_after

TOLD = "syslog.told"
"""Beside the settings: the number of the newest entry that was sent."""
_MOST = 500
"""Entries sent at once."""
_PORT = 514
_AGAIN = timedelta(minutes=1)
"""After which a log that was away is tried again: once a minute is enough to be warned."""


class Syslog:
    """What a desk tells the log that its settings name."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is sent yet."""
        self._desk = desk
        self._path = desk.home.folder / TOLD
        self._not_before: datetime | None = None
        self._away: tuple[datetime, str] | None = None

    @property
    def problem(self) -> str:
        """Since when the log cannot be reached, and why, for whoever looks after this machine; empty while it can."""
        if self._away is None:
            return ""
        since, cause = self._away
        local = since.astimezone(self._desk.settings.zone)
        return (
            f"日志服务器 {self._desk.settings.access.syslog} 从 {local:%m-%d %H:%M} 起收不到（{cause}），恢复后会补发"
        )

    def tell(self) -> int:
        """Send what is new in the history: how many entries. OSError where the log cannot be reached."""
        now = self._desk.now()
        if self._not_before and now < self._not_before:
            return 0
        try:
            count = self._tell()
        except OSError as error:
            self._not_before = now + _AGAIN
            self._away = self._away or (now, str(error))
            raise OSError(f"syslog {self._desk.settings.access.syslog}: {error}") from error
        self._not_before = self._away = None
        return count

    def _tell(self) -> int:
        told = self._told()
        with self._desk.reading() as session:
            lines = [(entry.number, line_of(entry)) for entry in entries_after(session, told, _MOST)]
        if not lines:
            return 0
        try:
            with closing(_handler(self._desk.settings.access.syslog)) as handler:
                for number, text in lines:
                    handler.emit(logging.makeLogRecord({"msg": text, "levelname": "INFO"}))
                    told = number
        finally:
            self._path.write_text(f"{told}\n", encoding="ascii")
        return len(lines)

    def _told(self) -> int:
        try:
            return int(self._path.read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):
            return 0


def line_of(entry: HistoryRow) -> str:
    """An entry as one line: `number=12 at=2026-11-23T01:00:00+00:00 by=张编 action=approved ...`."""
    told = {
        "number": str(entry.number),
        "at": entry.at.isoformat(),
        "by": entry.by,
        "action": entry.action,
        "subject": entry.subject,
        "detail": entry.detail,
        "hash": entry.hash,
    }
    return " ".join(f"{name}={_quoted(text)}" for name, text in told.items())


def _quoted(text: str) -> str:
    """In quotes where it needs them, and always on one line: what somebody typed begins no entry of its own."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    if plain and not set(plain) & set(' "=\\'):
        return plain
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class _Aloud(SysLogHandler):
    """Raises what stopped it, where the standard one prints it and goes on."""

    ident = "openhall-desk: "
    append_nul = False

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Let whoever sends know."""
        error = sys.exception()
        assert error is not None
        raise error


def _handler(where: str) -> SysLogHandler:
    if where.startswith("/"):
        return _Aloud(where, SysLogHandler.LOG_AUTHPRIV)
    parts = urlsplit(where)
    address = (parts.hostname or "", parts.port or _PORT)
    if parts.scheme == "udp":
        return _Aloud(address, SysLogHandler.LOG_AUTHPRIV, socket.SOCK_DGRAM)
    handler = _Aloud(address, SysLogHandler.LOG_AUTHPRIV, socket.SOCK_STREAM)
    handler.setFormatter(logging.Formatter("%(message)s\n"))  # one entry a line of the stream: RFC 6587, 3.4.2
    return handler
