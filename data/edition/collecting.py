"""Python's search for cycles, left aside while a whole office's records are made: they live to the end, and have none.

It looks at every object again and again as their number grows, which is a sixth of the time of a first publication.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles inside; the next after it finds whatever there was."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
