"""What is installed is exactly what somebody locked, on every Python and machine we name, from whatever registry."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

TOP = Path(__file__).parents[2]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
PINNED = re.compile(r"^([a-z0-9-]+)==([^ ;]+)(.*?)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)


def text(lock: str) -> str:
    return (TOP / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")


def versions(lock: str) -> dict[str, Version]:
    return {name: Version(version) for name, version, _, _ in PINNED.findall(text(lock))}


def wanted(*, with_tests: bool) -> list[Requirement]:
    project = PROJECT["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    tests = PROJECT["dependency-groups"]["test"] if with_tests else []
    return [Requirement(line) for line in [*project["dependencies"], *extras, *tests]]


@pytest.mark.parametrize("lock", ["run", "test"])
def test_everything_the_project_asks_for_is_locked_in_a_version_it_accepts(lock: str) -> None:
    locked = versions(lock)
    missing = [
        str(requirement)
        for requirement in wanted(with_tests=lock == "test")
        if locked.get(canonicalize_name(requirement.name), Version("0")) not in requirement.specifier
    ]
    assert missing == [], "run `make lock`"


@pytest.mark.parametrize("lock", ["run", "test"])
def test_every_line_of_a_lock_is_a_version_with_its_hashes(lock: str) -> None:
    rest = PINNED.sub("", text(lock))
    assert [line for line in rest.splitlines() if line and not line.lstrip().startswith("#")] == []


@pytest.mark.parametrize("lock", ["run", "test"])
def test_a_lock_names_no_registry_and_no_folder_of_somebodys_machine(lock: str) -> None:
    assert re.findall(r"\S*://\S*|--find-links.*|--index.*|file:\S*", text(lock)) == []


def test_tests_run_on_the_versions_that_visitors_get() -> None:
    tested = versions("test")
    assert {name: tested.get(name) for name in versions("run")} == versions("run")


def test_qt_is_the_line_that_keeps_its_references() -> None:
    assert versions("run")["pyside6"].release[:2] == (6, 11)
