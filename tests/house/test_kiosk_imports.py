"""The kiosk's process never loads SQLAlchemy: it costs 0.4 s of start-up and has no business in the lobby."""

import json
import pkgutil
import subprocess
import sys

import kiosk

STAFF_ONLY = {"sqlalchemy", "alembic", "psycopg", "starlette"}
PROGRAM = """
import importlib, json, sys
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def kiosk_modules() -> list[str]:
    """Every module of the kiosk but `__main__`, whose import would be fine too, though it is run, never imported."""
    found = pkgutil.walk_packages(kiosk.__path__, "kiosk.")
    return ["kiosk", *(module.name for module in found if not module.name.endswith("__main__"))]


def loaded_by(modules: list[str]) -> set[str]:
    call = [sys.executable, "-W", "error", "-c", PROGRAM, json.dumps(modules)]
    return set(json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout))


def test_the_probe_sees_what_a_module_loads_indirectly() -> None:
    assert "_sqlite3" in loaded_by(["sqlite3"])


def test_the_kiosk_loads_nothing_of_the_staff_side() -> None:
    assert loaded_by(kiosk_modules()) & STAFF_ONLY == set()
