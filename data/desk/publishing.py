"""From what stands to what the lobby shows: build, sign, put on record, hand to the gatekeeper.

    standing ─▶ build ─▶ published/NNNNNN ─▶ record in the store ─▶ receive ─▶ latest

A crash before the record leaves a folder that the next publication replaces; after it, the next `receive` takes it in.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256

from data.desk.bootstrap import Desk
from data.desk.status import shown_edition
from data.edition.build import ROTATION_KINDS, build
from data.edition.cache import Cache
from data.edition.files import only_one
from data.edition.lobby import Lobby
from data.edition.manifest import Adopt, Manifest
from data.edition.package import offer, package
from data.edition.receive import Receipt, receive
from data.edition.signing import Signer, load_signer, load_verifier
from data.edition.source import FolderSource
from data.review.editions import Following, Made, content_to_publish, following, newest_edition, record_edition
from data.review.published import Publication
from data.review.standing import Standing, history_head
from data.review.switches import switched_on
from data.review.withdrawals import MAY_HIDE
from data.store.accounts import require
from data.store.refusal import Refused
from data.store.users import Role

CONSOLE = "console"
"""Who published where nobody was named: whoever sat at the machine."""

_NEED_CHANGE = (Publication.PUBLISH, Publication.ROLLBACK)
_MAY = {
    Publication.PUBLISH: (Role.PUBLISHER,),
    Publication.ROLLBACK: (Role.PUBLISHER,),
    Publication.WITHDRAW: MAY_HIDE,
    Publication.NOTICE: MAY_HIDE,
}
_BUSY = "另一个程序正在发布，请稍后再试。"
_RENEWED_AFTER = timedelta(days=30)
"""Lobbies believe their clocks for 45 days after an edition, so an old one is worth publishing again as it is."""


class Busy(Refused):
    """Another program publishes just now."""


class Unchanged(Refused):
    """The lobby shows exactly this already."""


@dataclass(frozen=True, slots=True)
class Publishing:
    """What is asked: why, by whom, whether lobbies change over at once.

    `of_number` is the edition whose content comes back (rollback); `new_epoch` begins counting anew, after a store was
    restored and numbers ran backwards; `again` makes an edition even where nothing has changed.
    """

    by: str
    what: Publication = Publication.PUBLISH
    adopt: Adopt = Adopt.AT_REST
    of_number: int | None = None
    new_epoch: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """What came of it."""

    manifest: Manifest
    receipt: Receipt


def publish(desk: Desk, asked: Publishing) -> Published:
    """Publish, and receive on this machine.

    Refused with a sentence where it cannot be done: Busy while another program publishes, Unchanged where the lobby
    shows exactly this already.
    """
    home = desk.home
    with _only_one(desk):
        signer = _loaded_signer(desk)
        with desk.reading() as session:
            if asked.by != CONSOLE:
                require(session, asked.by, *_MAY[asked.what])
            content = content_to_publish(session, asked.of_number)
            after = following(session, Lobby(home.editions).accepted, new_epoch=asked.new_epoch)
            first = _manifest(desk, after, history_head(session), asked)
            notices = sorted(switched_on(session))
            newest = edition.number if (edition := newest_edition(session)) else 0
        _require_site(content)
        cache = Cache(home.cache)
        built = build(content, str(desk.settings.zone), notices, cache)
        manifest = replace(first, files=built.digests(), blobs=built.blobs)
        _refuse_unchanged(manifest, asked, newest, shown_edition(desk))
        folder = package(built, manifest, signer, home.published, home.documents)
        with desk.writing() as session:
            record_edition(session, _made(manifest, content, asked))
        receipt = _received(desk, FolderSource(folder))
        offer(folder)
        cache.prune()
    return Published(manifest, receipt)


@contextmanager
def _only_one(desk: Desk) -> Iterator[None]:
    try:
        with only_one(desk.home.published / ".lock", _BUSY):
            yield
    except BlockingIOError as error:
        raise Busy(error.strerror) from error


def _refuse_unchanged(manifest: Manifest, asked: Publishing, newest: int, shown: Manifest | None) -> None:
    """An edition that says what the last one says is none; unless the lobby has not got that, or it grows old."""
    if asked.again or asked.new_epoch or asked.what not in _NEED_CHANGE or shown is None or shown.number != newest:
        return
    same = (shown.files, shown.blobs, shown.min_number) == (manifest.files, manifest.blobs, manifest.min_number)
    if same and manifest.published_at - shown.published_at < _RENEWED_AFTER:
        raise Unchanged(f"大厅内容与已批准的一致（第 {shown.number} 期），没有需要发布的改动")


def _require_site(content: Sequence[Standing]) -> None:
    if not any(item.kind == "site" for item in content):
        raise Refused("还没有审核通过的单位信息（site），不能发布。请先导入并审核单位信息。")


def _manifest(desk: Desk, after: Following, history: str, asked: Publishing) -> Manifest:
    """The manifest of the next edition, still without files."""
    return Manifest(
        site=desk.settings.site,
        epoch=after.epoch,
        number=after.number,
        published_at=desk.now(),
        files={},
        adopt=asked.adopt,
        min_number=after.min_number,
        history=history,
    )


def _made(manifest: Manifest, content: Sequence[Standing], asked: Publishing) -> Made:
    listed = [(item.kind, item.key, item.hash) for item in content]
    return Made(
        number=manifest.number,
        epoch=manifest.epoch,
        published_at=manifest.published_at,
        published_by=asked.by,
        what=asked.what,
        manifest_hash=sha256(manifest.to_bytes()).hexdigest(),
        history=manifest.history,
        lobby=tuple(entry for entry in listed if entry[0] not in ROTATION_KINDS),
        rotation=tuple(entry for entry in listed if entry[0] in ROTATION_KINDS),
        of_number=asked.of_number,
        min_number=manifest.min_number,
    )


def _loaded_signer(desk: Desk) -> Signer:
    try:
        return load_signer(desk.home.keys)
    except FileNotFoundError as error:
        raise Refused(f"没有签名私钥（{desk.home.keys}）：请先运行 desk init。") from error


def _received(desk: Desk, source: FolderSource) -> Receipt:
    try:
        return receive(source, Lobby(desk.home.editions), load_verifier(desk.home.keys), desk.settings.site)
    except (ValueError, BlockingIOError) as error:
        raise Refused(f"已发布，但本机大厅没有接收：{error}") from error
