"""Qt's virtual keyboard inside the window, and what must not outlive a visit: whatever its input methods would keep.

Qt chooses the keyboard while the application begins, so `prepare` comes before that. The QML side (Lobby/Typing) marks
every field as sensitive: then the Pinyin method takes no word into its dictionary, neither in memory nor on disk. The
dictionary's file, which Qt opens all the same, lies in a private folder; it goes with each visit and with the program.
"""

import atexit
import logging
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtGui import QGuiApplication

logger = logging.getLogger(__name__)

ENVIRONMENT = {
    "QT_IM_MODULE": "qtvirtualkeyboard",
    # Else Qt opens a second top-level window for it wherever there is a desktop.
    "QT_VIRTUALKEYBOARD_DESKTOP_DISABLE": "1",
}
QUIET = ("qt.multimedia.symbolsresolver", "qt.qml.propertyCache.append", "qt.virtualkeyboard.pinyin")
"""Categories in which Qt warns of what its own keyboard does: it links a sound system that it never plays on here."""


def prepare() -> None:
    """Choose the keyboard for the application that is about to begin."""
    rules = [rule for rule in os.environ.get("QT_LOGGING_RULES", "").split(";") if rule]
    os.environ.update(
        ENVIRONMENT,
        QT_LOGGING_RULES=";".join(dict.fromkeys([*rules, *(f"{name}=false" for name in QUIET)])),
        # The Pinyin method asks Qt for the user's folder of settings and heeds none of the keyboard's own.
        XDG_CONFIG_HOME=str(private_folder()),
    )


@cache
def private_folder() -> Path:
    """A folder for this process alone: in memory where the system keeps one for this session, gone at its end."""
    folder = Path(tempfile.mkdtemp(prefix="openhall-kiosk-", dir=os.environ.get("XDG_RUNTIME_DIR")))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def forget() -> None:
    """Remove what the keyboard wrote and what was copied by keys of one's own.

    What cannot go is a fault somebody must look at; the visit ends all the same.
    """
    QGuiApplication.clipboard().clear()
    written = private_folder() / "qtvirtualkeyboard"
    try:
        if written.is_dir():
            shutil.rmtree(written)
    except OSError as error:
        logger.warning("what the keyboard wrote stays: %s", error)
