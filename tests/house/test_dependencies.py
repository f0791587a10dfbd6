"""Whatever we import we asked for by name, and said why."""

import ast
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).parents[2]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
OURS = {"kiosk", "ledsign", "data", "tests", "tools"}
# PySide6 is the name we ask by; its parts arrive as distributions of their own.
PARTS = {"pyside6-essentials": "pyside6", "pyside6-addons": "pyside6"}


def names(lines: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in lines}


def to_run() -> set[str]:
    project = PROJECT["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    return names([*project["dependencies"], *extras])


def to_test() -> set[str]:
    return to_run() | names(PROJECT["dependency-groups"]["test"])


def imported(source: str) -> Iterator[str]:
    """The top-level packages a module imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


@cache
def providers() -> Mapping[str, list[str]]:
    return packages_distributions()


def undeclared(folder: Path, declared: set[str]) -> set[str]:
    """Distributions that the files of a folder import though nobody declared them."""
    packages = {name for file in folder.rglob("*.py") for name in imported(file.read_text(encoding="utf-8"))}
    others = packages - sys.stdlib_module_names - OURS
    found = {canonicalize_name(provider) for name in others for provider in providers().get(name, [])}
    return {PARTS.get(name, name) for name in found} - declared


def test_an_import_nobody_declared_is_found(tmp_path: Path) -> None:
    (tmp_path / "late.py").write_text("def draw():\n    from segno.encoder import encode\n    import os\n")
    assert undeclared(tmp_path, set()) == {"segno"}
    assert undeclared(tmp_path, {"segno"}) == set()


@pytest.mark.parametrize("package", ["kiosk", "ledsign", "data"])
def test_what_a_program_imports_is_declared(package: str) -> None:
    assert undeclared(TOP / package, to_run()) == set()


@pytest.mark.parametrize("folder", ["tests", "tools"])
def test_what_tests_and_tools_import_is_declared(folder: str) -> None:
    assert undeclared(TOP / folder, to_test()) == set()


def test_every_dependency_has_its_reason_in_the_documentation() -> None:
    reasons = (TOP / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    assert [name for name in sorted(to_test()) if f"| {name} |" not in reasons] == []
