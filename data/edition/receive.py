"""The gatekeeper: the only way an edition gets into a lobby, and the only writer of the lobby's folder.

    verify signature ─▶ format, site, order ─▶ files beside, hashes ─▶ fsync ─▶ rename to NNNNNN ─▶ accepted ─▶ current

A crash between any two leaves the edition before showing; the next call takes up where it was.
Nothing that fails a check leaves a trace.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from data.edition.files import digest_of, is_whole, link_or_copy, only_one, remove_folder, sync_file, sync_folder
from data.edition.lobby import Lobby, Order, folder_name
from data.edition.manifest import FORMAT, LOBBY_NAME, MANIFEST_NAME, ROTATION_NAME, SIGNATURE_NAME, Manifest
from data.edition.reader import Edition
from data.edition.signing import Verifier
from data.edition.source import Source

_REQUIRED = frozenset({LOBBY_NAME, ROTATION_NAME})
_DIGEST_DIGITS = 64


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of receiving: the edition's order and folder, and whether it is new here."""

    order: Order
    folder: Path
    new: bool


def receive(source: Source, lobby: Lobby, verifier: Verifier, site: str) -> Receipt:
    """Take the edition a source offers into the lobby and let it show.

    ValueError with a plain sentence where it is refused (signature, format, site, order, hashes), OSError where the
    source or the disk fails, BlockingIOError where another process is receiving; the lobby then shows what it showed.
    """
    lobby.folder.mkdir(parents=True, exist_ok=True)
    with only_one(lobby.folder / ".lock", "另一个程序正在接收，请稍后再试。"):
        _clear_leftovers(lobby)
        body = source.read(MANIFEST_NAME)
        signature = source.read(SIGNATURE_NAME)
        manifest = _checked(body, signature, verifier, site)
        target = lobby.folder / folder_name(manifest.order)
        if _is_here(lobby, manifest, target, body):
            return Receipt(manifest.order, target, new=False)
        with _beside(lobby) as incoming:
            _fill(incoming, source, lobby, manifest)
            (incoming / MANIFEST_NAME).write_bytes(body)
            (incoming / SIGNATURE_NAME).write_bytes(signature)
            _check_readable(incoming)
            _settle(incoming, target)
        lobby.accept(manifest.order)
        lobby.show(target)
        lobby.prune()
        return Receipt(manifest.order, target, new=True)


def fall_back(lobby: Lobby) -> Path:
    """Let the edition before the current one show; `accepted` stays. LookupError where there is none before."""
    with only_one(lobby.folder / ".lock", "另一个程序正在接收，请稍后再试。"):
        current = lobby.current
        folders = [path.resolve() for _, path in lobby.editions()]
        place = folders.index(current) if current in folders else len(folders)
        if place == 0:
            raise LookupError("没有更早的一期可以退回。")
        lobby.show(folders[place - 1])
        return folders[place - 1]


def _checked(body: bytes, signature: bytes, verifier: Verifier, site: str) -> Manifest:
    """The manifest, once its signature, format, site and names are found right."""
    try:
        manifest = Manifest.from_bytes(body)
    except ValueError as error:
        raise ValueError("清单损坏，未接收。请重新发布或重新拷贝。") from error
    verifier.verify(manifest.algorithm, body, signature)
    if manifest.format > FORMAT:
        raise ValueError(f"这期内容的格式是 {manifest.format}，本机程序只认识到 {FORMAT}。请先升级本机程序。")
    if manifest.site != site:
        raise ValueError(f"这期内容是给“{manifest.site}”的，本机属于“{site}”，未接收。")
    if not manifest.files.keys() >= _REQUIRED or not all(_is_plain(name) for name in manifest.files):
        raise ValueError("清单里的文件名不对，未接收。")
    if not all(_is_digest(digest) for digest in manifest.blobs):
        raise ValueError("清单里的文档编号不对，未接收。")
    return manifest


def _is_plain(name: str) -> bool:
    return bool(name) and "/" not in name and "\\" not in name and not name.startswith(".") and name != MANIFEST_NAME


def _is_digest(text: str) -> bool:
    return len(text) == _DIGEST_DIGITS and all(digit in "0123456789abcdef" for digit in text)


def _is_here(lobby: Lobby, manifest: Manifest, target: Path, body: bytes) -> bool:
    """Whether this very edition is accepted already. ValueError where it is older than what was accepted."""
    if manifest.order > lobby.accepted:
        return False
    path = target / MANIFEST_NAME
    if manifest.order == lobby.accepted and path.is_file() and path.read_bytes() == body:
        if lobby.current is None:
            lobby.show(target)
        return True
    raise ValueError(f"第 {manifest.number} 期不比本机已接收的第 {lobby.accepted[1]} 期新，未接收。")


@contextmanager
def _beside(lobby: Lobby) -> Iterator[Path]:
    incoming = Path(tempfile.mkdtemp(prefix=".incoming.", dir=lobby.folder))
    incoming.chmod(0o755)
    try:
        yield incoming
    finally:
        shutil.rmtree(incoming, ignore_errors=True)


def _fill(incoming: Path, source: Source, lobby: Lobby, manifest: Manifest) -> None:
    """Bring every file and document, from an edition that has it already or else from the source."""
    known = {digest: path / name for before, path in lobby.editions() for name, digest in before.files.items()}
    for name, digest in manifest.files.items():
        target = incoming / name
        if digest in known and is_whole(known[digest], digest):
            link_or_copy(known[digest], target)
        else:
            source.fetch(name, target)
        _require_digest(target, digest, name)
    for digest in manifest.blobs:
        lobby.blob(digest).parent.mkdir(exist_ok=True)
        if not is_whole(lobby.blob(digest), digest):
            source.fetch_blob(digest, incoming / digest)
            _require_digest(incoming / digest, digest, digest)
            sync_file(incoming / digest)
            (incoming / digest).replace(lobby.blob(digest))


def _require_digest(path: Path, digest: str, name: str) -> None:
    if digest_of(path) != digest:
        raise ValueError(f"文件 {name} 与清单不符（可能没有拷贝完整），未接收。")


def _check_readable(incoming: Path) -> None:
    """A signed edition that this program cannot read must not show. ValueError says so."""
    try:
        with closing(Edition(incoming)) as edition:
            edition.count("site")
            edition.rotation()
    except Exception as error:
        raise ValueError(f"这期内容本机读不出来，未接收：{error}") from error


def _settle(incoming: Path, target: Path) -> None:
    """Flush everything, then let the folder take its name; a leftover of a crash under that name gives way."""
    for path in incoming.iterdir():
        sync_file(path)
    sync_folder(incoming)
    remove_folder(target)
    incoming.replace(target)
    sync_folder(target.parent)


def _clear_leftovers(lobby: Lobby) -> None:
    for pattern in (".incoming.*", ".*.old", ".*.new"):
        for path in lobby.folder.glob(pattern):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
