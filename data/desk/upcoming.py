"""What would change in the lobby: what stands, or would stand, beside what the newest edition was built from."""

from collections.abc import Sequence

from data.records.canonical import record_from
from data.review.editions import content_of_edition, newest_edition
from data.review.rows import ChangeRow
from data.review.standing import Standing, content_by_hash, standing
from data.review.submissions import changes_of
from data.store.database import Session
from data.store.difference import Difference, difference_between


def in_the_lobby(session: Session) -> tuple[Standing, ...]:
    """What the newest edition was built from; nothing before the first."""
    newest = newest_edition(session)
    return content_of_edition(session, newest.number) if newest else ()


def next_difference(session: Session) -> Difference:
    """What publishing now would change."""
    return difference_of(in_the_lobby(session), standing(session))


def difference_of(before: Sequence[Standing], after: Sequence[Standing]) -> Difference:
    """What differs between two contents, read from their bytes only where they differ."""
    was = {(one.kind, one.key): one for one in before}
    will = {(one.kind, one.key): one for one in after}
    places = {place for place in was.keys() | will.keys() if _hash(was.get(place)) != _hash(will.get(place))}
    return difference_between(
        {place: record_from(was[place].form, was[place].body) for place in places & was.keys()},
        {place: record_from(will[place].form, will[place].body) for place in places & will.keys()},
    )


def _hash(one: Standing | None) -> str:
    return one.hash if one else ""


def standing_with(session: Session, submission: int) -> tuple[Standing, ...]:
    """What would stand if a submission were approved."""
    changes = changes_of(session, submission)
    stand = {(one.kind, one.key): one for one in standing(session)}
    new = content_by_hash(session, {change.after for change in changes if change.after})
    for change in changes:
        stand.pop((change.kind, change.key), None)
        if change.after in new:
            stand[change.kind, change.key] = _stands(change, change.after, *new[change.after])
    return tuple(sorted(stand.values(), key=lambda one: (one.kind, one.key)))


def _stands(change: ChangeRow, digest: str, form: str, body: bytes) -> Standing:
    return Standing(change.kind, change.key, digest, form, body)
