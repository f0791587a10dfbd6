"""Writes files so that a reader sees the old one or the new one, never half of one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def whole(file: Path) -> Iterator[Path]:
    """A place beside the file to write to; when the context ends well, what stands there takes the file's place.

    OSError names the file that was meant, or its folder where that is missing, and leaves nothing half written.
    """
    beside = file.with_name(f".{file.name}.new")
    try:
        yield beside
        beside.replace(file)
    except OSError as failed:
        with contextlib.suppress(OSError):
            beside.unlink()
        failed.filename, failed.filename2 = str(file if file.parent.is_dir() else file.parent), None
        raise
