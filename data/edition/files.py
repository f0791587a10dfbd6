"""Files that are whole or not there: write beside, flush to the disk, rename into place."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

_CHUNK = 1 << 20


def write_whole(path: Path, body: bytes, mode: int = 0o644) -> None:
    """Put `body` at `path`, so that a reader or a crash sees all of it or what was there before."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def point_link(link: Path, target: str) -> None:
    """Make `link` point at `target` in one step."""
    beside = link.with_name(f".{link.name}.{os.getpid()}.new")
    beside.unlink(missing_ok=True)
    beside.symlink_to(target)
    beside.replace(link)
    sync_folder(link.parent)


def sync_file(path: Path) -> None:
    """Flush a written file to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Flush a folder's names to the disk."""
    sync_file(folder)


def digest_of(path: Path) -> str:
    """SHA-256 of a file as 64 hex digits, read in pieces."""
    with path.open("rb") as file:
        digest = sha256()
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def is_whole(path: Path, digest: str) -> bool:
    """Whether a file is there and has this SHA-256."""
    return path.is_file() and digest_of(path) == digest


def link_or_copy(source: Path, target: Path) -> None:
    """Let `target` have the bytes of `source`, sharing the disk's blocks where the file system can."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def remove_folder(folder: Path) -> None:
    """Take a folder away: renamed out of sight first, so that nobody reads half of it."""
    if folder.exists():
        hidden = folder.with_name(f".{folder.name}.{os.getpid()}.old")
        shutil.rmtree(hidden, ignore_errors=True)
        folder.replace(hidden)
        shutil.rmtree(hidden, ignore_errors=True)


@contextmanager
def only_one(lock: Path, busy: str) -> Iterator[None]:
    """Hold `lock` against every other process. BlockingIOError with the sentence `busy` where somebody has it."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BlockingIOError(error.errno, busy) from error
        yield
