"""Runs the controls' own tests, written in QML, each as Qt Quick Test reports it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

import kiosk
from kiosk.gallery import sheet
from kiosk.glass import things
from kiosk.settings import Settings

QML = Path(kiosk.__path__[0]) / "qml"
HERE = Path(__file__).parent / "controls"
PROGRAM = """
import sys
from PySide6.QtQuickTest import QUICK_TEST_MAIN_WITH_SETUP
from PySide6.QtCore import QObject, Slot
from kiosk.providers.icons import IconProvider
from kiosk.providers.qr import QrProvider
from PySide6.QtQml import QQmlEngine

class Setup(QObject):
    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine):
        engine.addImageProvider("icon", IconProvider())
        engine.addImageProvider("qr", QrProvider())

sys.exit(QUICK_TEST_MAIN_WITH_SETUP("controls", Setup, sys.argv))
"""


def drawn(parent: QQuickItem) -> Iterator[str]:
    """The types of everything below an item, and those they are made of."""
    for item in parent.childItems():
        kind: QMetaObject | None = item.metaObject()
        while kind is not None:
            yield kind.className().split("_QML")[0]
            kind = kind.superClass()
        yield from drawn(item)


def test_the_controls_do_what_they_say() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, "-input", str(HERE), "-import", str(QML)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "::test_a_touch_acts_on_release" in run.stdout, run.stdout + run.stderr
    assert "::test_targets_are_large_and_named(rows large contrast)" in run.stdout, run.stdout + run.stderr
    assert run.returncode == 0, run.stdout + run.stderr


WITH_THEIR_PAGES = {"Words", "Navigation", "TypingPlace", "FlowBox", "FlowChart", "FlowSheet", "LaneName"} | {
    *("LookAround", "PictureSheet"),
}
"""What is not drawn, or is drawn of a page's own facts only."""


def test_the_gallery_shows_every_control(qapp: object, home: Path) -> None:
    engine, window = sheet(Settings(home), (1080, 1920))
    window.show()
    QTest.qWait(50)
    names = {thing.name for thing in things(window)}
    assert {"方块 Tile", "列表行 RowButton", "下一步 MainButton", "Q", "返回"} <= names
    listed = {line.split()[0] for line in (QML / "Lobby/Controls/qmldir").read_text("utf-8").splitlines()[1:] if line}
    controls = (listed - {"singleton"}) - WITH_THEIR_PAGES
    assert controls <= set(drawn(window.contentItem())), controls - set(drawn(window.contentItem()))
    window.close()
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
