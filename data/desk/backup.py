"""A copy of everything a desk has, in one file, and back: store, keys, settings, documents, editions.

OPENHALL-BACKUP          the form's number, first in the archive
store.jsonl              the store (data.store.dump)
home/...                 openhall.toml, keys/, documents/, editions/, published/, journal/

It holds the private key: whoever has the file can sign editions.
"""

import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path, PurePosixPath

from data.desk.bootstrap import Desk
from data.desk.home import Home
from data.desk.settings import read_settings
from data.desk.setup import make_store
from data.store.dump import dump, load
from data.store.refusal import Refused

_FORM = "1"
_DATED = "openhall-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].tar.gz"
_MARK = "OPENHALL-BACKUP"
_STORE = "store.jsonl"
_HOME = "home"
_KEPT = ("openhall.toml", "keys", "documents", "editions", "published", "journal")
_NOT_KEPT = (".lock", ".making.")
"""Beginnings of names of what only a running program needs."""


def back_up(desk: Desk, target: Path) -> int:
    """Write the whole copy to `target`, which only its owner may read; its size in bytes.

    OSError where it cannot be written: what was at `target` before is then still there.
    """
    handle, name = tempfile.mkstemp(prefix=".backup.", dir=target.absolute().parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            with tarfile.open(fileobj=file, mode="w:gz") as archive:
                _add_bytes(archive, _MARK, _FORM.encode())
                _add_store(archive, desk)
                for path in _files(desk.home.folder):
                    _add_file(archive, path, f"{_HOME}/{path.relative_to(desk.home.folder).as_posix()}")
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return target.stat().st_size


def of_today(desk: Desk, folder: Path) -> Path:
    """The name of the day's copy in a folder: `openhall-2026-11-23.tar.gz`, by the office's clock."""
    return folder / f"openhall-{desk.today()}.tar.gz"


def keep_newest(folder: Path, count: int) -> int:
    """Remove all copies that `of_today` named but the newest `count`: how many went. Other files are not looked at."""
    old = sorted(folder.glob(_DATED))[:-count]
    for path in old:
        path.unlink()
    return len(old)


def restore(desk: Desk, source: Path) -> None:
    """Fill this machine's empty home and store from a copy.

    Refused where either already holds something, or the file is no whole copy; nothing is then written.
    """
    taken = [name for name in _KEPT if name != "openhall.toml" and (desk.home.folder / name).exists()]
    if taken:
        raise Refused(f"{desk.home.folder} 里已有 {'、'.join(taken)}；请恢复到空的 OPENHALL_HOME")
    desk.home.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".restore.", dir=desk.home.folder) as name:
        folder = Path(name)
        _unpack(source, folder)
        unpacked = Home(folder / _HOME)
        _load_store(desk.settings.store or _store_named(unpacked) or f"sqlite:///{desk.home.store}", folder / _STORE)
        for path in sorted(unpacked.folder.iterdir()):
            if not (desk.home.folder / path.name).exists():
                path.replace(desk.home.folder / path.name)


def _store_named(home: Home) -> str:
    return read_settings(home.settings).store


def _add_file(archive: tarfile.TarFile, path: Path, name: str) -> None:
    """Add a file; one that a running program has just removed is no longer wanted."""
    with suppress(FileNotFoundError):
        archive.add(path, name, recursive=False)


def _add_bytes(archive: tarfile.TarFile, name: str, body: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(body), 0o600
    archive.addfile(member, BytesIO(body))


def _add_store(archive: tarfile.TarFile, desk: Desk) -> None:
    with tempfile.TemporaryFile(prefix="openhall-store.") as file, desk.reading() as session:
        for line in dump(session.connection()):
            file.write(f"{line}\n".encode())
        member = tarfile.TarInfo(_STORE)
        member.size, member.mode = file.tell(), 0o600
        file.seek(0)
        archive.addfile(member, file)


def _files(home: Path) -> Iterator[Path]:
    """Folders, files and links to copy, each folder before what is in it."""
    for name in _KEPT:
        path = home / name
        if path.exists():
            yield path
        for inner in sorted(path.rglob("*")) if path.is_dir() else ():
            if not inner.name.startswith(_NOT_KEPT) and not inner.is_socket() and not inner.is_fifo():
                yield inner


def _unpack(source: Path, folder: Path) -> None:
    try:
        with tarfile.open(source, mode="r:gz") as archive:
            for member in archive:
                _extract(archive, member, folder)
    except (tarfile.TarError, EOFError, OSError, KeyError) as error:
        if isinstance(error, FileNotFoundError) and not source.exists():
            raise Refused(f"没有这个文件：{source}") from error
        raise Refused(f"{source.name} 不是完整的备份文件（{error}）") from error
    mark = folder / _MARK
    (folder / _HOME).mkdir(exist_ok=True)
    if not mark.exists() or mark.read_text() != _FORM or not (folder / _STORE).exists():
        raise Refused(f"{source.name} 不是本程序的备份文件")


def _extract(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """One member, never outside `folder`: an archive may say anything."""
    name = PurePosixPath(member.name)
    if name.is_absolute() or ".." in name.parts:
        raise tarfile.TarError(f"{member.name}")
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if member.isdir():
        path.mkdir(exist_ok=True)
    elif member.issym() and "/" not in member.linkname:
        path.symlink_to(member.linkname)
    elif member.isreg() or member.islnk():  # editions share files, which the archive then has once
        content = archive.extractfile(member)
        _create(path, content.read() if content else b"", member.mode & 0o777)
    else:
        raise tarfile.TarError(f"{member.name}")


def _load_store(url: str, lines: Path) -> None:
    store = make_store(url)
    try:
        with lines.open(encoding="utf-8") as file, store.writing() as session:
            load(session.connection(), file)
    finally:
        store.close()


def _create(path: Path, body: bytes, mode: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(body)
