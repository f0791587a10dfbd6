"""What a program tells whoever started it, and that it never waits for anybody to listen."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledsign.supervisor import Supervisor, take_supervisor


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bound:
        bound.bind(str(tmp_path / "notify"))
        bound.settimeout(5)
        yield bound


def heard(ear: socket.socket) -> list[str]:
    return ear.recv(4096).decode().splitlines()


def test_messages_are_lines_of_key_and_value(ear: socket.socket) -> None:
    supervisor = Supervisor(ear.getsockname())
    supervisor.ready("showing 第 42 期")
    supervisor.alive()
    supervisor.stopping()
    assert heard(ear) == ["READY=1", "STATUS=showing 第 42 期"]
    assert heard(ear) == ["WATCHDOG=1"]
    assert heard(ear) == ["STOPPING=1"]


def test_a_name_with_an_at_sign_is_an_abstract_socket() -> None:
    name = f"openhall-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bound:
        bound.bind(f"\0{name}")
        bound.settimeout(5)
        Supervisor(f"@{name}").status("well")
        assert heard(bound) == ["STATUS=well"]


def test_nobody_to_tell_is_no_trouble(tmp_path: Path) -> None:
    for address in ("", str(tmp_path / "gone"), str(tmp_path)):
        Supervisor(address).alive()


def test_a_listener_that_does_not_listen_holds_nobody_up(ear: socket.socket) -> None:
    supervisor = Supervisor(ear.getsockname())
    for _ in range(5000):
        supervisor.alive()


@pytest.mark.parametrize(
    ("environment", "period_s"),
    [
        ({"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "2000000"}, 0.5),
        ({"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "2000000", "WATCHDOG_PID": str(os.getpid())}, 0.5),
        ({"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "2000000", "WATCHDOG_PID": "1"}, None),
        ({"NOTIFY_SOCKET": "/run/x"}, None),
        ({"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "0"}, None),
        ({"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "soon"}, None),
        ({"WATCHDOG_USEC": "2000000"}, None),
        ({}, None),
    ],
)
def test_the_environment_says_how_often(environment: dict[str, str], period_s: float | None) -> None:
    assert take_supervisor(environment).period_s == period_s


def test_children_do_not_inherit_the_line_to_the_supervisor() -> None:
    environment = {"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "1", "WATCHDOG_PID": "1", "LANG": "C"}
    assert take_supervisor(environment).is_there
    assert environment == {"LANG": "C"}
