"""What a visit left behind goes when nobody is touching, and not while somebody is."""

import gc
import weakref

from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest

from kiosk.app import Kiosk, theme
from kiosk.memory import settle, tidy
from kiosk.upkeep import Upkeep
from tests.kiosk.golden.drawing import FACES, HERE

FONTS = HERE / "fonts"


class Ring:
    """Garbage that only a search finds."""

    def __init__(self) -> None:
        self.myself = self


def test_garbage_goes_after_a_visit_and_not_during_it(kiosk: Kiosk) -> None:
    upkeep = Upkeep(kiosk)
    gc.disable()
    try:
        left = weakref.ref(Ring())
        upkeep.tick()
        assert left() is not None, "somebody is touching"
        kiosk.visit.leave()
        upkeep.tick()
        assert left() is None
        later = weakref.ref(Ring())
        upkeep.tick()
        assert later() is not None, "once a visit"
        kiosk.visit.touched()
        kiosk.visit.leave()
        upkeep.tick()
        assert later() is None
    finally:
        gc.enable()


def test_what_stays_for_good_is_not_searched_again() -> None:
    gc.unfreeze()
    settle()
    try:
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()


def test_a_page_still_shows_after_tidying(kiosk: Kiosk) -> None:
    kiosk.shell.openPage("office", "law", 0)
    QTest.qWait(20)
    tidy(kiosk.engine, kiosk.window)
    QTest.qWait(20)
    assert kiosk.shell.way.here.page == "office"
    assert not kiosk.window.grabWindow().isNull()


def test_every_face_of_the_look_is_held(kiosk: Kiosk) -> None:
    look = theme(kiosk.engine, "Type")
    for voice, family in FACES.items():
        look.setProperty(voice, family)
    for font in FONTS.glob("*.otf"):
        assert QFontDatabase.addApplicationFont(str(font)) >= 0
    upkeep = Upkeep(kiosk)
    upkeep.hold_faces()
    assert {face.familyName() for face in upkeep.held} == set(FACES.values())
    assert all(face.isValid() and face.supportsCharacter(ord("财")) for face in upkeep.held)
