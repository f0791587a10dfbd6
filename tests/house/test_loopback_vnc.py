"""Qt's VNC screen is for this machine only."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
# Prints the addresses its listening sockets have once Qt's event loop runs, then serves on.
SCREEN = """
import os, socket, sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from tools.loopback_vnc import listening_sockets

def addresses():
    for descriptor in sorted(listening_sockets()):
        print(socket.socket(fileno=os.dup(descriptor)).getsockname()[0], end=" ")
    print(flush=True)

application = QGuiApplication(sys.argv)
window = QWindow()
window.show()
QTimer.singleShot(500, addresses)
application.exec()
"""


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
def screen(tmp_path: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    (tmp_path / "screen.py").write_text(SCREEN)
    command = [sys.executable, "-m", "tools.loopback_vnc", str(port), "320x240", "screen"]
    environment = os.environ | {"PYTHONPATH": f"{tmp_path}:{TOP}"}
    with subprocess.Popen(command, cwd=TOP, env=environment, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_the_screen_is_served_on_loopback_and_nowhere_else(screen: subprocess.Popen[str], port: int) -> None:
    assert screen.stdout is not None
    assert screen.stdout.readline().split() == ["127.0.0.1"]
    with socket.create_connection(("127.0.0.1", port), timeout=10) as viewer:
        assert viewer.recv(12) == b"RFB 003.003\n"


def test_a_port_in_use_ends_the_program_before_anything_is_shown(port: int, tmp_path: Path) -> None:
    (tmp_path / "screen.py").write_text(SCREEN)
    command = [sys.executable, "-m", "tools.loopback_vnc", str(port), "320x240", "screen"]
    environment = os.environ | {"PYTHONPATH": f"{tmp_path}:{TOP}"}
    with socket.create_server(("127.0.0.1", port)):
        outcome = subprocess.run(command, cwd=TOP, env=environment, capture_output=True, text=True, check=False)
    assert outcome.returncode == 1
    assert "Address already in use" in outcome.stderr
