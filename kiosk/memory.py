"""Memory of a program that runs for months: what stays for good is left in peace, what a visit took is given back."""

import ctypes
import gc

from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

_M_MMAP_THRESHOLD = -3
"""`mallopt`'s number of it (malloc.h)."""
LARGE_BYTES = 128 * 1024
"""glibc's own threshold at first; it raises it to 32 MB as pictures come and go."""


def keep_large_apart() -> None:
    """From now on what is large lies beside the heap and goes back to the system whole.

    Within, each picture leaves a hole that the next does not fit.
    """
    _c("mallopt", _M_MMAP_THRESHOLD, LARGE_BYTES)


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
    _c("malloc_trim", 0)


def _c(name: str, *numbers: int) -> None:
    """Call a function that glibc has and other C libraries may not."""
    function = getattr(ctypes.CDLL(None), name, None)
    if function is not None:
        function(*numbers)
