"""Putting an edition together where lobbies fetch it from: files, documents, manifest, signature.

published/NNNNNN/    an edition
published/blobs/     documents by SHA-256
published/latest     the name of the newest edition's folder, written last
"""

import shutil
import tempfile
from pathlib import Path

from data.edition.built import Built
from data.edition.files import is_whole, link_or_copy, remove_folder, sync_file, sync_folder, write_whole
from data.edition.lobby import folder_name
from data.edition.manifest import LOBBY_NAME, MANIFEST_NAME, ROTATION_NAME, SIGNATURE_NAME, Manifest
from data.edition.signing import Signer
from data.edition.source import LATEST_NAME

KEPT = 5
"""Editions kept for lobbies that come late."""


def package(built: Built, manifest: Manifest, signer: Signer, published: Path, documents: Path) -> Path:
    """Write the edition's folder, whole or not at all, and return it.

    FileNotFoundError names a document that is missing or damaged.
    """
    published.mkdir(parents=True, exist_ok=True)
    _bring_blobs(manifest, published / "blobs", documents)
    beside = Path(tempfile.mkdtemp(prefix=".making.", dir=published))
    beside.chmod(0o755)
    try:
        _fill(beside, built, manifest, signer)
        target = published / folder_name(manifest.order)
        remove_folder(target)
        beside.replace(target)
        sync_folder(published)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return target


def offer(folder: Path) -> None:
    """Let lobbies know: `latest` names this edition from now on, and what is too old to be fetched goes."""
    published = folder.parent
    write_whole(published / LATEST_NAME, f"{folder.name}\n".encode())
    manifests = [(Manifest.from_bytes(path.read_bytes()), path.parent) for path in _manifests(published)]
    editions = sorted(manifests, key=lambda pair: pair[0].order)
    for _, old in editions[:-KEPT]:
        remove_folder(old)
    wanted = {digest for manifest, _ in editions[-KEPT:] for digest in manifest.blobs}
    for document in (published / "blobs").glob("[0-9a-f]*"):
        if document.name not in wanted:
            document.unlink()


def _manifests(published: Path) -> list[Path]:
    return list(published.glob(f"[0-9]*/{MANIFEST_NAME}"))


def _fill(folder: Path, built: Built, manifest: Manifest, signer: Signer) -> None:
    body = manifest.to_bytes()
    link_or_copy(built.lobby, folder / LOBBY_NAME)
    (folder / ROTATION_NAME).write_bytes(built.rotation)
    (folder / MANIFEST_NAME).write_bytes(body)
    (folder / SIGNATURE_NAME).write_bytes(signer.sign(body))
    for path in folder.iterdir():
        sync_file(path)
    sync_folder(folder)


def _bring_blobs(manifest: Manifest, blobs: Path, documents: Path) -> None:
    blobs.mkdir(exist_ok=True)
    for digest in manifest.blobs:
        if not is_whole(blobs / digest, digest):
            if not is_whole(documents / digest, digest):
                state = "已损坏" if (documents / digest).is_file() else "不在了"
                raise FileNotFoundError(
                    f"已批准的内容用到的文档 {documents / digest} {state}，没有发布。请重新导入那个文件，或从备份恢复。"
                )
            write_whole(blobs / digest, (documents / digest).read_bytes())
