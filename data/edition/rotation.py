"""The rotation that stands: what `rotation.json` says to the sign and to the news page."""

from collections.abc import Iterable, Sequence

from data.records import BulletinItem, Notice, Record, Site
from ledsign import rotation as sign
from ledsign.bitmap import Colours

DAYS = 10
"""Days of bulletins that travel: today's and the past ones the kiosk offers."""


def rotation_of(records: Iterable[Record], zone: str, switched_on: Sequence[str] = ()) -> sign.Rotation:
    """The rotation from standing records: the newest days' items, notices that are not prepared or are switched on.

    No clock has a part in it: what shows at an instant is decided by who reads it.
    """
    items, notices, site = _sorted_out(records)
    return sign.Rotation(
        zone=zone,
        signs=tuple(sign.SignPanel(s.name, s.width_dots, s.height_dots, Colours(s.colours)) for s in site.signs),
        items=tuple(_item(item) for item in _newest(items)),
        notices=tuple(_notice(notice) for notice in notices if not notice.prepared or notice.key in switched_on),
        fallback=site.name,
    )


def _sorted_out(records: Iterable[Record]) -> tuple[list[BulletinItem], list[Notice], Site]:
    items: list[BulletinItem] = []
    notices: list[Notice] = []
    site = Site(name="")
    for record in records:
        match record:
            case BulletinItem():
                items.append(record)
            case Notice():
                notices.append(record)
            case Site():
                site = record
            case _:
                pass
    return items, notices, site


def _newest(items: list[BulletinItem]) -> list[BulletinItem]:
    days = sorted({item.day for item in items})[-DAYS:]
    newest = days[-1] if days else None
    chosen = [item for item in items if item.day in days or (newest and (item.valid_until or item.day) >= newest)]
    return sorted(chosen, key=lambda item: (item.day, item.position, item.key))


def _item(item: BulletinItem) -> sign.Item:
    starts = item.valid_from or item.day
    return sign.Item(
        key=item.key,
        day=item.day,
        position=max(item.position, 1),
        kind=sign.ItemKind(item.kind.value),
        text=item.text,
        source=item.source,
        valid_from=starts,
        valid_until=max(item.valid_until or item.day, starts),
    )


def _notice(notice: Notice) -> sign.Notice:
    return sign.Notice(
        key=notice.key,
        text=notice.text,
        urgency=sign.Urgency(notice.urgency.value),
        starts=notice.starts,
        ends=notice.ends,
        text_en=notice.text_en,
    )
