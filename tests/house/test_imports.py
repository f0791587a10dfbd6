"""What a program's process really loads, however indirectly; `.importlinter` holds the same arrows on paper.

The kiosk's process never loads SQLAlchemy: it costs 0.4 s of start-up and has no business in the lobby.
"""

import json
import pkgutil
import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module

import pytest

STAFF_ONLY = {
    "sqlalchemy",
    "alembic",
    "psycopg",
    "starlette",
    "openpyxl",
    "docx",
    "shapely",
    "numpy",
    "pypinyin",
    "opencc",
}
PROGRAM = """
import importlib, json, sys
before = set(sys.modules)
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules.keys() - before})))
"""


def modules(package: str) -> list[str]:
    """Every module of a package but `__main__`, which is run and never imported."""
    found = pkgutil.walk_packages(import_module(package).__path__, f"{package}.")
    return [package, *(module.name for module in found if not module.name.endswith("__main__"))]


def loaded_by(names: Iterable[str]) -> set[str]:
    """The top-level packages that a fresh Python loads for these modules."""
    call = [sys.executable, "-W", "error", "-c", PROGRAM, json.dumps(list(names))]
    return set(json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout))


def test_the_probe_sees_what_a_module_loads_indirectly() -> None:
    assert "_sqlite3" in loaded_by(["sqlite3"])


def test_the_kiosk_loads_nothing_of_the_staff_side() -> None:
    assert loaded_by(modules("kiosk")) & STAFF_ONLY == set()


@pytest.mark.parametrize("package", ["data.records", "ledsign.rotation"])
def test_the_vocabulary_needs_the_standard_library_only(package: str) -> None:
    others = {
        name for name in loaded_by(modules(package)) - sys.stdlib_module_names if not name.startswith("_sysconfig")
    }
    assert others == {package.partition(".")[0]}


def test_the_sign_loads_neither_the_offices_facts_nor_qt() -> None:
    names = [name for name in modules("ledsign") if name != "ledsign.emulator.window"]
    assert loaded_by(names) & {"data", "kiosk", "PySide6", *STAFF_ONLY} == set()
