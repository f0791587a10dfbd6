"""What staff want to know of this machine: versions, how long it runs, its network, what its sign last said."""

import json
import platform
import time
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QObject, qVersion
from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QNetworkInterface, QTcpSocket

PATIENCE_MS = 5000


def versions() -> Iterator[tuple[str, str]]:
    """Names of what runs here, each with its version."""
    yield "Openhall", _installed("openhall")
    yield "Qt", str(qVersion())
    yield "Python", platform.python_version()
    yield "Linux", f"{_distribution()} · {platform.release()}"


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", "")
    except OSError:
        return platform.system()


def up_s() -> float:
    """Seconds since the machine was started."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def addresses() -> Iterator[tuple[str, str]]:
    """Each network interface that is up, with its addresses; the machine's own loop and fallback addresses left out."""
    for interface in QNetworkInterface.allInterfaces():
        flags = interface.flags()
        up = QNetworkInterface.InterfaceFlag.IsUp in flags and QNetworkInterface.InterfaceFlag.IsRunning in flags
        if not up or QNetworkInterface.InterfaceFlag.IsLoopBack in flags:
            continue
        found = [entry.ip() for entry in interface.addressEntries()]
        texts = [_plain(address) for address in found if not address.isLinkLocal()]
        if texts:
            yield interface.humanReadableName(), "\n".join(texts)


def _plain(address: QHostAddress) -> str:
    return address.toString().partition("%")[0]


def sign_states(home: Path) -> tuple[tuple[str, str], ...] | None:
    """Each sign of this machine and what is wrong with it (empty: nothing); None where no sign's program runs here."""
    try:
        told = json.loads((home / "health" / "ledsign.json").read_text(encoding="utf-8"))
        return tuple((str(sign["name"]), str(sign["reason"])) for sign in told["signs"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


class Reach(QObject):
    """Tries once whether a host answers; asks nothing of it."""

    def __init__(self, host: str, port: int, tell: Callable[[int | None], None]) -> None:
        """`tell` gets the milliseconds it took, or None where nobody answered in five seconds."""
        super().__init__()
        self._tell, self._began = tell, time.monotonic()
        self._socket = QTcpSocket(self)
        self._socket.connected.connect(self._answered)
        self._socket.errorOccurred.connect(self._failed)
        self._timer = self.startTimer(PATIENCE_MS)
        self._socket.connectToHost(host, port)

    def timerEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's signature
        """Qt asks for it: the time is over."""
        self._end(None)

    def _answered(self) -> None:
        self._end(round((time.monotonic() - self._began) * 1000))

    def _failed(self, error: QAbstractSocket.SocketError) -> None:  # noqa: ARG002 - whatever it was, nobody answered
        self._end(None)

    def _end(self, milliseconds: int | None) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
            self._socket.abort()
            self._tell(milliseconds)
