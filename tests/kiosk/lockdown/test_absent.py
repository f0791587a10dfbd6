"""The website where this machine cannot show it: codes to take along, and a doctor who says why."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.ordinary import as_user, cannot_sandbox, user_id
from tests.kiosk.lockdown.lobby import ROOT, Lobby, running
from tests.kiosk.lockdown.site import running as site_running
from tests.kiosk.lockdown.without_engine import python_without_engine

NUMBER = os.getpid() + 500


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """One that an ordinary user may look into: Qt asks with access(2), which knows of no lent rights."""
    with tempfile.TemporaryDirectory(prefix="openhall-python-") as made:
        Path(made).chmod(0o755)
        yield Path(made)


@pytest.fixture(scope="module")
def python(folder: Path) -> Path:
    return python_without_engine(folder / "without")


@pytest.fixture(scope="module")
def lobby(tmp_path_factory: pytest.TempPathFactory, python: Path) -> Iterator[Lobby]:
    """The kiosk as it runs where the engine was not installed."""
    around = tmp_path_factory.mktemp("absent")
    home = around / "home"
    (home / "editions").mkdir(parents=True)
    with site_running(around) as site, running(home, site, NUMBER, python=python) as made:
        yield made


def doctor(python: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """`kiosk doctor`, as the lobby's user."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "OPENHALL_HOME": str(home), "HOME": str(home)}
    command = [*as_user(user_id(NUMBER)), str(python), "-m", "kiosk", "doctor"]
    return subprocess.run(command, env=environment, cwd="/", capture_output=True, text=True, check=False)


def about_the_website(told: str) -> str:
    """The doctor's one line about it."""
    (line,) = [line for line in told.splitlines() if line[4:].startswith("网站 ")]
    return line


def test_the_doctor_says_that_the_engine_is_missing_and_what_serves_instead(lobby: Lobby, python: Path) -> None:
    told = doctor(python, lobby.home)
    line = about_the_website(told.stdout)
    assert line.startswith("问题  网站 Qt WebEngine：这个 PySide6 不带 WebEngine，触摸屏上网站栏目只显示二维码；")
    assert (told.returncode, told.stderr) == (1, "")


def test_the_doctor_finds_nothing_where_the_engine_is(lobby: Lobby) -> None:
    reason = cannot_sandbox(user_id(NUMBER))
    if reason:
        pytest.skip(reason)
    assert about_the_website(doctor(Path(sys.executable), lobby.home).stdout) == "正常  网站 Qt WebEngine"


def test_the_doctor_names_the_folder_that_a_visit_cannot_be_kept_in(lobby: Lobby) -> None:
    """Nothing else may be a fault of the engine: see the test before."""
    reason = cannot_sandbox(user_id(NUMBER))
    if reason or os.geteuid() != 0:
        pytest.skip(reason or "every folder made here is the user's own")
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        (Path(home) / "openhall.toml").write_bytes((lobby.home / "openhall.toml").read_bytes())
        line = about_the_website(doctor(Path(sys.executable), Path(home)).stdout)
    assert line.startswith(f"问题  网站 Qt WebEngine：文件夹 {home}/web 不可写，触摸屏上网站栏目只显示二维码；")


def test_the_doctor_names_the_library_without_which_the_engine_does_not_load(lobby: Lobby, folder: Path) -> None:
    """Its files are there, one is not what it should be."""
    broken = python_without_engine(folder / "broken")
    packages = next((folder / "broken" / "lib").glob("*/site-packages"))
    (packages / "PySide6" / "QtWebEngineQuick.abi3.so").write_bytes(b"")
    line = about_the_website(doctor(broken, lobby.home).stdout)
    assert line.startswith("问题  网站 Qt WebEngine：装了但打不开（ImportError: ")
    assert "QtWebEngineQuick.abi3.so" in line
    assert "只显示二维码" in line


def test_codes_stand_where_the_channels_would_open(lobby: Lobby) -> None:
    lobby.do("open", page="portal")
    names = lobby.names(lambda found: any("二维码" in name for name in found))
    assert "打开网站首页" not in names
    assert lobby.browsers() == []


def test_the_page_itself_gives_the_address_as_a_code(lobby: Lobby) -> None:
    lobby.do("open", page="web")
    lobby.wait(lambda state: state.state == "absent")
    lobby.names(lambda found: "请用手机看这个网站" in found)
    lobby.leave()
    assert lobby.browsers() == []
