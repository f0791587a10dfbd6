"""What the first frame waits for: nothing that is wanted later is loaded before it is on the glass."""

import json
import os
import subprocess
import sys
from pathlib import Path

LATER = {
    "kiosk.upkeep",
    "kiosk.pulse",
    "kiosk.faces",
    "kiosk.machine",
    "kiosk.voice.voice",
    "data.journal.writer",
    "data.records.power",
    "data.records.person",
    "ledsign.supervisor",
    "segno",
    "sqlalchemy",
}
AT_THE_FIRST_FRAME = """
import json, os, sys
import PySide6.QtCore
import kiosk.app
from kiosk.settings import read_settings

def tell(_name):
    print(json.dumps({"modules": sorted(sys.modules), "Qt": "Qt" in vars(PySide6.QtCore)}), flush=True)
    os._exit(0)

kiosk.app.resolve_name = tell
kiosk.app.run(read_settings(None), (1080, 1920), windowed=True)
"""


def test_what_comes_later_is_loaded_later(home: Path) -> None:
    environment = {
        **os.environ,
        "OPENHALL_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
    }
    told = subprocess.run(
        [sys.executable, "-c", AT_THE_FIRST_FRAME], env=environment, capture_output=True, check=True, timeout=60
    ).stdout
    loaded = json.loads(told)
    assert "kiosk.viewmodels.home" in loaded["modules"], "home is what shows first"
    assert set(loaded["modules"]) & LATER == set()
    assert not loaded["Qt"], "its enumerations are a fifteenth of the start"
