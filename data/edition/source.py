"""Where editions come from: a folder, a stick that was plugged in, or a web address; all with the same layout.

    SOURCE/latest              the name of the newest edition's folder, a line of text
    SOURCE/NNNNNN/             manifest.json, manifest.sig and the files the manifest lists
    SOURCE/blobs/<sha256>      documents

A source may also be an edition's folder itself, or a folder above that has `published/` or `openhall/` in it.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from data.edition.manifest import MANIFEST_NAME

LATEST_NAME = "latest"
_SMALL = 1 << 20
"""Bytes of the largest manifest, signature or `latest` believed."""
_LARGE = 1 << 30
"""Bytes of the largest file fetched."""
_OK = 200
_FOLDERS_ON_A_STICK = ("", "published", "openhall", "openhall/published")


class Source(Protocol):
    """One edition offered somewhere. All raise OSError where it cannot be read, ValueError where it is too large."""

    def read(self, name: str) -> bytes:
        """A small file of the edition."""
        ...

    def fetch(self, name: str, target: Path) -> None:
        """Copy a file of the edition to `target`."""
        ...

    def fetch_blob(self, digest: str, target: Path) -> None:
        """Copy a document to `target`."""
        ...


class FolderSource:
    """An edition in a folder of this machine or of a stick."""

    def __init__(self, folder: Path) -> None:
        """The newest edition at or below `folder`. FileNotFoundError where there is none."""
        self._edition = _newest_below(folder)

    def read(self, name: str) -> bytes:
        """A small file of the edition."""
        path = self._edition / name
        if path.stat().st_size > _SMALL:
            raise ValueError(f"{path} 过大，不是本程序的文件。")
        return path.read_bytes()

    def fetch(self, name: str, target: Path) -> None:
        """Copy a file of the edition to `target`."""
        shutil.copyfile(self._edition / name, target)

    def fetch_blob(self, digest: str, target: Path) -> None:
        """Copy a document to `target`."""
        shutil.copyfile(self._edition.parent / "blobs" / digest, target)


class WebSource:
    """The newest edition under a web address."""

    def __init__(self, address: str) -> None:
        """Ask for the newest edition under `address`. OSError where it does not answer."""
        import httpx  # noqa: PLC0415 - a lobby fed by stick never needs it

        self._http_error = httpx.HTTPError
        self._client = httpx.Client(timeout=20, follow_redirects=False)
        self._root = address.rstrip("/")
        self._name = self._small(LATEST_NAME).decode("ascii", "replace").strip()
        if not self._name or "/" in self._name or self._name.startswith("."):
            raise ValueError(f"{address} 的 {LATEST_NAME} 不是一个期号。")

    def read(self, name: str) -> bytes:
        """A small file of the edition."""
        return self._small(f"{self._name}/{name}")

    def fetch(self, name: str, target: Path) -> None:
        """Copy a file of the edition to `target`."""
        self._stream(f"{self._name}/{name}", target)

    def fetch_blob(self, digest: str, target: Path) -> None:
        """Copy a document to `target`."""
        self._stream(f"blobs/{digest}", target)

    def _small(self, path: str) -> bytes:
        body = bytearray()
        for piece in self._pieces(path):
            body += piece
            if len(body) > _SMALL:
                raise ValueError(f"{self._root}/{path} 过大，不是本程序的文件。")
        return bytes(body)

    def _stream(self, path: str, target: Path) -> None:
        size = 0
        with target.open("wb") as file:
            for piece in self._pieces(path):
                size += len(piece)
                if size > _LARGE:
                    raise ValueError(f"{self._root}/{path} 过大，未接收。")
                file.write(piece)

    def _pieces(self, path: str) -> Iterator[bytes]:
        address = f"{self._root}/{quote(path)}"
        try:
            with self._client.stream("GET", address) as answer:
                if answer.status_code != _OK:
                    raise OSError(f"{address} 答复 {answer.status_code}，未接收。")
                yield from answer.iter_bytes()
        except self._http_error as error:
            raise OSError(f"{address} 连接不上：{error}") from error


def _newest_below(folder: Path) -> Path:
    if (folder / MANIFEST_NAME).is_file():
        return folder
    for name in _FOLDERS_ON_A_STICK:
        latest = folder / name / LATEST_NAME
        if latest.is_file():
            return _inside(folder / name, latest.read_text("ascii", "replace").strip())
    numbered = [path.parent for path in folder.glob(f"[0-9]*/{MANIFEST_NAME}")]
    if not numbered:
        raise FileNotFoundError(f"{folder} 里没有可接收的版本（没有 {MANIFEST_NAME}）。")
    return max(numbered)


def _inside(folder: Path, name: str) -> Path:
    if not name or "/" in name or name.startswith("."):
        raise ValueError(f"{folder / LATEST_NAME} 里不是一个期号。")
    return folder / name


def source_of(place: str) -> Source:
    """The source a user names: an address with http:// or https://, else a folder."""
    return WebSource(place) if place.startswith(("http://", "https://")) else FolderSource(Path(place))
