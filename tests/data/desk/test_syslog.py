"""The history told to the system's log: every entry, in order, on lines nobody can forge."""

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from data.desk.checks import findings
from data.desk.settings import Access
from data.desk.syslog import Syslog
from data.desk.web.app import make_app
from data.store.history import newest_entries, remember
from tests.data.desk.conftest import NewStaff
from tests.helpers.staff import Staff
from tests.helpers.web import served, words

HOST = "127.0.0.1"


@pytest.fixture
def staff(tmp_path: Path, new_staff: NewStaff) -> Staff:
    return new_staff(tmp_path)


@pytest.fixture
def line() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind((HOST, 0))
        listening.settimeout(5)
        yield listening


def syslog(staff: Staff, where: str) -> Syslog:
    return Syslog(replace(staff.desk, settings=replace(staff.desk.settings, access=Access(syslog=where))))


def port_of(line: socket.socket) -> int:
    port: int = line.getsockname()[1]
    return port


def write(staff: Staff, detail: str = "") -> None:
    with staff.desk.writing() as session:
        remember(session, staff.act("张编"), "sign-in", "desk", detail)


def received(line: socket.socket) -> str:
    return line.recv(4096).decode()


def test_every_entry_is_told_once_and_in_order(staff: Staff, line: socket.socket) -> None:
    log = syslog(staff, f"udp://{HOST}:{port_of(line)}")
    log.tell()
    before = entries(staff)
    for _ in range(before):
        received(line)
    write(staff, "192.0.2.7")
    write(staff, "192.0.2.8")
    assert log.tell() == 2
    first, second = received(line), received(line)
    assert first.startswith("<86>openhall-desk: ")  # facility authpriv (10), severity informational (6)
    assert f"number={before + 1} " in first
    assert " by=张编 action=sign-in subject=desk detail=192.0.2.7 hash=" in first
    assert "detail=192.0.2.8" in second
    assert log.tell() == 0
    assert syslog(staff, f"udp://{HOST}:{port_of(line)}").tell() == 0, "a new desk goes on where the last ended"


def entries(staff: Staff) -> int:
    with staff.desk.reading() as session:
        return len(newest_entries(session, None))


@pytest.mark.parametrize(
    ("evil", "told_as"),
    [
        ("a\nopenhall-desk: number=1 by=root", '"a openhall-desk: number=1 by=root"'),
        ('x" by="root', r'"x\" by=\"root"'),
        ("x\\", r'"x\\"'),
        ("\x1b[2J", '" [2J"'),
        ("\u2028y", '" y"'),
        ("", '""'),
    ],
)
def test_what_somebody_typed_stays_within_its_quotes(
    staff: Staff, line: socket.socket, evil: str, told_as: str
) -> None:
    log = syslog(staff, f"udp://{HOST}:{port_of(line)}")
    write(staff, evil)
    told = [received(line) for _ in range(log.tell())]
    assert len(told) == entries(staff)
    assert f" detail={told_as} hash=" in told[-1]


def test_a_stream_has_one_line_an_entry(staff: Staff) -> None:
    with socket.create_server((HOST, 0)) as server:
        log = syslog(staff, f"tcp://{HOST}:{port_of(server)}")
        write(staff, "one")
        write(staff, "two")
        log.tell()
        with server.accept()[0] as line, line.makefile(encoding="utf-8") as lines:
            told = [text for text in lines if "sign-in" in text]
    assert ["detail=one" in told[-2], "detail=two" in told[-1]] == [True, True]


Where = Callable[[Path], str]


def nobody_listens(_: Path) -> str:
    with socket.create_server((HOST, 0)) as server:
        return f"tcp://{HOST}:{port_of(server)}"


@pytest.mark.parametrize("where", [nobody_listens, lambda folder: f"{folder}/no-such-socket"])
def test_a_log_that_is_away_is_told_later(staff: Staff, tmp_path: Path, where: Where) -> None:
    write(staff, "while it was away")
    log = syslog(staff, where(tmp_path))
    assert log.problem == ""
    with pytest.raises(OSError, match="syslog "):
        log.tell()
    assert "从 11-23 08:30 起收不到（" in log.problem
    assert log.tell() == 0, "once a minute is enough to be warned"
    staff.clock.now += timedelta(minutes=2)
    with pytest.raises(OSError, match="syslog "):
        log.tell()
    assert "从 11-23 08:30 起收不到（" in log.problem, "since when, not when last"


def test_a_log_that_came_back_hears_of_all_of_it(staff: Staff, tmp_path: Path) -> None:
    path = tmp_path / "log"
    log = syslog(staff, str(path))
    write(staff, "while it was away")
    with pytest.raises(OSError, match="syslog "):
        log.tell()
    staff.clock.now += timedelta(minutes=2)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(path))
        line.settimeout(5)
        count = log.tell()
        told = [received(line) for _ in range(count)]
    assert count == entries(staff)
    assert log.problem == ""
    assert 'detail="while it was away"' in told[-1]


@pytest.mark.expected_log("syslog .*no-such-socket")
def test_a_log_that_is_away_is_seen_on_the_front_page_and_by_the_doctor(staff: Staff, tmp_path: Path) -> None:
    access = Access(syslog=str(tmp_path / "no-such-socket"))
    desk = replace(staff.desk, settings=replace(staff.desk.settings, access=access))
    with served(make_app(desk, [HOST])) as client:
        until = time.monotonic() + 20
        while "收不到" not in words(client.get("/").text):
            assert time.monotonic() < until
            time.sleep(0.2)
        problems = client.get("/status.json").json()["problems"]
    assert [text for text in problems if text.startswith("desk: 日志服务器")]
    assert [one for one in findings(desk) if not one.good and "日志服务器" in one.message]
    desk.store.close()
