"""A throw-away PostgreSQL of our own: a cluster in a temporary folder, on a Unix socket, gone after the tests."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

_USER = "openhall"
_START_S = 30


def _programs() -> Path | None:
    """Where initdb and postgres lie, in Debian's folders or on the path; None where PostgreSQL is not installed."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = [Path(found).resolve().parent for found in (shutil.which("postgres"),) if found]
    there = [folder for folder in (*on_path, *versions) if (folder / "initdb").exists()]
    return there[-1] if there else None


def _unprivileged() -> str | None:
    """Whom to run it as: PostgreSQL refuses root. None is ourselves."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


@contextmanager
def cluster() -> Iterator[str]:
    """The URL of a running server without a database's name, or skip with one line that says what to install."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (apt install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="openhall-pg-", dir="/tmp"))
    user = _unprivileged()
    if user:
        shutil.chown(folder, user)
    try:
        yield from _served(programs, folder, user)
    finally:
        shutil.rmtree(folder)


def _served(programs: Path, folder: Path, user: str | None) -> Iterator[str]:
    store = folder / "store"
    make = [
        str(programs / "initdb"),
        "-D",
        str(store),
        "-U",
        _USER,
        "--auth=trust",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    ]
    subprocess.run(make, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)
    quick = ["-c", "fsync=off", "-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", store, *quick], user=user, cwd=folder, stdout=log, stderr=log
        )
    url = f"postgresql://{_USER}@/{{}}?host={folder}"
    try:
        _wait(url.format("postgres"), folder)
        yield url
    finally:
        server.send_signal(signal.SIGINT)  # let nobody wait
        server.wait(_START_S)


def _wait(url: str, folder: Path) -> None:
    deadline = time.monotonic() + _START_S
    while time.monotonic() < deadline:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    pytest.fail((folder / "log").read_text())
