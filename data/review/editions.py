"""What was published: the editions made, and what each was built from."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.review.published import EditionRow, ListingRow, Publication
from data.review.rows import WithdrawalRow
from data.review.standing import Standing, content_by_hash, standing
from data.store.act import Act
from data.store.history import remember
from data.store.refusal import Refused

Listed = tuple[str, str, str]
"""(kind, key, hash)"""


@dataclass(frozen=True, slots=True)
class Made:
    """An edition as it goes on record: its order, why and by whom, and the content of its two files."""

    number: int
    epoch: int
    published_at: datetime
    published_by: str
    what: Publication
    manifest_hash: str
    history: str
    lobby: tuple[Listed, ...]
    rotation: tuple[Listed, ...]
    of_number: int | None = None
    min_number: int = 0


def record_edition(session: Session, made: Made) -> None:
    """Put an edition on record, in the history too. The database refuses a number that is taken."""
    session.add(
        EditionRow(
            number=made.number,
            epoch=made.epoch,
            published_at=made.published_at,
            published_by=made.published_by,
            what=made.what,
            of_number=made.of_number,
            min_number=made.min_number,
            manifest_hash=made.manifest_hash,
            history=made.history,
            lobby_listing=_keep_listing(session, made.lobby),
            rotation_listing=_keep_listing(session, made.rotation),
        )
    )
    session.flush()
    remember(session, Act(made.published_by, made.published_at), made.what.value, f"edition/{made.number}")


def newest_edition(session: Session) -> EditionRow | None:
    """The edition published last, or None before the first."""
    return session.scalars(select(EditionRow).order_by(EditionRow.number.desc()).limit(1)).first()


def editions(session: Session, limit: int = 50) -> tuple[EditionRow, ...]:
    """The newest editions, newest first."""
    return tuple(session.scalars(select(EditionRow).order_by(EditionRow.number.desc()).limit(limit)))


@dataclass(frozen=True, slots=True)
class Following:
    """What the next edition is numbered, and below which number lobbies drop theirs."""

    epoch: int
    number: int
    min_number: int


def following(session: Session, accepted: tuple[int, int], *, new_epoch: bool = False) -> Following:
    """The numbers of the next edition, after the newest on record and after (epoch, number) `accepted` on this machine.

    Once content was withdrawn, lobbies drop every edition before.
    """
    newest = newest_edition(session)
    epoch, number = (newest.epoch, newest.number) if newest else (1, 0)
    if accepted[0] == epoch:
        number = max(number, accepted[1])
    number += 1
    min_number = newest.min_number if newest else 0
    if newest and withdrawn_since(session, newest):
        min_number = number
    return Following(epoch + new_epoch, number, min_number)


def content_to_publish(session: Session, of_number: int | None) -> tuple[Standing, ...]:
    """What stands, or what edition `of_number` was built from."""
    return standing(session) if of_number is None else content_of_edition(session, of_number)


def content_of_edition(session: Session, number: int) -> tuple[Standing, ...]:
    """What edition `number` was built from, less what was withdrawn since. Refused where there was no such edition."""
    edition = session.get(EditionRow, number)
    if edition is None:
        raise Refused(f"没有第 {number} 期；用 desk editions 查看有哪些。")
    listed = listed_in(session, edition)
    bodies = content_by_hash(session, {digest for _, _, digest in listed})
    return tuple(Standing(kind, key, digest, *bodies[digest]) for kind, key, digest in listed if digest in bodies)


def listed_in(session: Session, edition: EditionRow) -> list[Listed]:
    """Kind, key and hash of everything an edition was built from."""
    return [*_listing(session, edition.lobby_listing), *_listing(session, edition.rotation_listing)]


def withdrawn_since(session: Session, edition: EditionRow) -> bool:
    """Whether content was withdrawn after an edition was published: lobbies must then drop it and all before."""
    later = select(WithdrawalRow.hash).where(WithdrawalRow.at >= edition.published_at).limit(1)
    return session.scalars(later).first() is not None


def _listing(session: Session, digest: str) -> list[Listed]:
    row = session.get_one(ListingRow, digest)
    return [(kind, key, content) for kind, key, content in json.loads(row.body)]


def _keep_listing(session: Session, listed: Iterable[Listed]) -> str:
    body = json.dumps(sorted(listed), ensure_ascii=False, separators=(",", ":")).encode()
    digest = sha256(body).hexdigest()
    if session.get(ListingRow, digest) is None:
        session.add(ListingRow(hash=digest, body=body))
        session.flush()
    return digest


def last_edition_before(session: Session, ends: datetime) -> EditionRow | None:
    """The edition that the lobby was to show just before `ends`; None where there was none yet."""
    before = select(EditionRow).where(EditionRow.published_at < ends)
    return session.scalars(before.order_by(EditionRow.number.desc()).limit(1)).first()


def bulletins_published(session: Session, ends: datetime) -> tuple[Standing, ...]:
    """Every bulletin item that any edition before `ends` took to the lobby, as the last of these had it.

    What was withdrawn is left out, whenever that was.
    """
    made = select(EditionRow.rotation_listing).where(EditionRow.published_at < ends)
    newest: dict[str, str] = {}
    for listing in dict.fromkeys(session.scalars(made.order_by(EditionRow.number.desc()))):
        for kind, key, digest in _listing(session, listing):
            if kind == "bulletin":
                newest.setdefault(key, digest)
    bodies = content_by_hash(session, set(newest.values()))
    found = [(key, digest) for key, digest in sorted(newest.items()) if digest in bodies]
    return tuple(Standing("bulletin", key, digest, *bodies[digest]) for key, digest in found)


def editions_between(session: Session, begins: datetime, ends: datetime) -> tuple[EditionRow, ...]:
    """The editions published from `begins` until just before `ends`, in order."""
    within = (EditionRow.published_at >= begins, EditionRow.published_at < ends)
    return tuple(session.scalars(select(EditionRow).where(*within).order_by(EditionRow.number)))
