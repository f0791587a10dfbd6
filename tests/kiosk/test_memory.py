"""What a visit left behind goes when nobody is touching, and not while somebody is."""

import ctypes
import gc
import subprocess
import sys
import weakref

import pytest
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


LARGE_BLOCKS = """
import ctypes
from kiosk.memory import keep_large_apart

class Told(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks beside rest uses free keep".split()]

c = ctypes.CDLL(None)
c.mallinfo2.restype, c.malloc.restype, c.free.argtypes = Told, ctypes.c_void_p, [ctypes.c_void_p]

def lies_beside() -> bool:
    before = c.mallinfo2().beside
    c.malloc(1 << 20)
    return c.mallinfo2().beside > before

c.free(c.malloc(8 << 20))
print(lies_beside())
keep_large_apart()
print(lies_beside())
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="another C library: nothing is kept apart")
def test_large_blocks_lie_beside_the_heap_for_good() -> None:
    told = subprocess.run([sys.executable, "-c", LARGE_BLOCKS], capture_output=True, check=True, text=True).stdout
    assert told.split() == ["False", "True"]


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
