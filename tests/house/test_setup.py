"""What a bare machine is told and given; the whole of it is tried on one by hand."""

import os
import sys
from pathlib import Path

import pytest

from tools import setup
from tools.setup import Need, apt_command, fingerprint, install_packages, is_current, stamp

# Stands for apt-get: notes its arguments, and installs by making a file, though only after an update.
APT = """#!/bin/sh
echo "$@" >> calls
case "$*" in
  *update*) touch updated ;;
  *install*) [ -f updated ] || { echo "E: Unable to locate package" >&2; exit 100; }; touch installed ;;
esac
"""
ENV = '#!/bin/sh\nshift\nexec "$@"\n'
TOUCH = '#!/bin/sh\n: > "$1"\n'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of its own: nothing on the path but what the test puts there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.fixture
def apt(here: Path) -> Path:
    for name, text in {
        "apt-get": APT,
        "env": '#!/bin/sh\nshift\nexec "$@"\n',
        "touch": '#!/bin/sh\n: > "$1"\n',
    }.items():
        (here / name).write_text(text)
        (here / name).chmod(0o755)
    return here


def need(folder: Path, without: str = "") -> Need:
    return Need("libegl1", (folder / "installed").exists, without)


def test_nothing_missing_calls_nothing(apt: Path) -> None:
    (apt / "installed").touch()
    assert install_packages([need(apt)])
    assert not (apt / "calls").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may call apt-get without sudo")
def test_apt_is_asked_again_after_an_update_when_its_lists_are_too_old(apt: Path) -> None:
    assert install_packages([need(apt)])
    install = "-qq install --yes --no-install-recommends libegl1"
    assert (apt / "calls").read_text().splitlines() == [install, "-qq update", install]


def test_without_apt_the_exact_line_is_printed_and_nothing_goes_on(
    here: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert not install_packages([need(here)])
    assert "sudo apt-get update && sudo apt-get install libegl1\n" in capsys.readouterr().err


def test_something_optional_that_is_missing_is_named_and_does_not_stop(
    here: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert install_packages([need(here, without="the store's tests on PostgreSQL are skipped")])
    said = "libegl1 is missing: the store's tests on PostgreSQL are skipped (sudo apt-get install libegl1)"
    assert said in capsys.readouterr().err


def test_a_machine_without_apt_has_no_apt_command(here: Path) -> None:
    assert list(here.iterdir()) == []
    assert apt_command() is None


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "requirements").mkdir()
    (tmp_path / ".venv").mkdir()
    for name in ("requirements/run.lock", "requirements/test.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(setup, "TOP", tmp_path)
    monkeypatch.setattr(setup, "VENV", tmp_path / ".venv")
    return tmp_path


def test_a_new_checkout_is_not_current(checkout: Path) -> None:
    assert checkout.exists()
    assert not is_current("run")


@pytest.mark.parametrize(
    ("made_for", "serves"), [("run", {"run"}), ("test", {"run", "test"}), ("bench", set(setup.NEEDS))]
)
def test_an_environment_serves_what_it_includes(checkout: Path, made_for: str, serves: set[str]) -> None:
    assert checkout.exists()
    stamp(made_for).write_text(fingerprint(made_for))
    assert {purpose for purpose in setup.NEEDS if is_current(purpose)} == serves


@pytest.mark.parametrize("name", ["requirements/run.lock", "pyproject.toml"])
def test_an_environment_is_out_of_date_when_what_made_it_changes(checkout: Path, name: str) -> None:
    stamp("run").write_text(fingerprint("run"))
    (checkout / name).write_text("changed")
    assert not is_current("run")


def test_an_unknown_purpose_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup.main("fly") == 1
    assert capsys.readouterr().err == "setup: say one of: run, test, bench\n"


def test_the_environment_holds_shibokens_own_files_compiled() -> None:
    """Else every start of the kiosk compiles them."""
    import PySide6.QtCore

    assert PySide6.QtCore.__file__
    signature = sys.modules["shibokensupport.signature"]
    assert signature.__cached__ is not None
    assert Path(signature.__cached__).is_file()
