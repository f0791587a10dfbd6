"""Publishing what was asked for a time that has come: while the pages are served, and by `desk publish --due`."""

import logging

from data.desk.bootstrap import Desk
from data.desk.publishing import Busy, Publishing, Unchanged, publish
from data.edition.manifest import Adopt
from data.review.scheduled import ScheduledRow, begin, end, is_due, let_go
from data.store.refusal import Refused

logger = logging.getLogger(__name__)


def publish_due(desk: Desk) -> tuple[str, ...]:
    """Publish everything that is due, in turn; one Chinese sentence each of how it went."""
    with desk.reading() as session:
        if not is_due(session, desk.now()):
            return ()
    said = []
    while (sentence := _publish_next(desk)) is not None:
        said.append(sentence)
    return tuple(said)


def _publish_next(desk: Desk) -> str | None:
    with desk.writing() as session:
        row = begin(session, desk.now())
        asked = None if row is None else (row.id, _publishing(row))
    if asked is None:
        return None
    number, publishing = asked
    try:
        edition = publish(desk, publishing).manifest.number
    except Busy:
        with desk.writing() as session:
            let_go(session, number)
        return None
    except Unchanged as refusal:
        return _ended(desk, number, None, str(refusal))
    except (Refused, OSError) as failure:
        logger.warning("scheduled publication %d: %s", number, failure)
        return _ended(desk, number, None, f"没有发布：{failure}")
    return _ended(desk, number, edition, "")


def _publishing(row: ScheduledRow) -> Publishing:
    return Publishing(row.asked_by, adopt=Adopt.NOW if row.at_once else Adopt.AT_REST)


def _ended(desk: Desk, number: int, edition: int | None, failure: str) -> str:
    with desk.writing() as session:
        end(session, number, desk.now(), edition=edition, failure=failure)
    return failure or f"定时发布：第 {edition} 期"
