"""Memory of a program that runs for months: what stays for good is left in peace, what a visit took is given back."""

import ctypes
import gc

from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow


def settle() -> None:
    """Take what is loaded by now out of Python's search for garbage: looking through 250,000 things halts a frame."""
    gc.collect()
    gc.freeze()


def tidy(engine: QQmlEngine, window: QQuickWindow) -> None:
    """Drop what nothing reads any more: in Python, in QML, pictures. Takes some frames: for when nobody is touching."""
    gc.collect()
    engine.collectGarbage()
    window.releaseResources()
    give_back()


def give_back() -> None:
    """Return to the system what was freed, which the C library keeps for later otherwise."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
