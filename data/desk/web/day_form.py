"""The form of a day's items: its fields into items, strictly to save them, forgivingly to preview them."""

from collections.abc import Callable, Sequence
from datetime import date

from data.desk.web.visit import Form
from data.records.bulletin import BulletinItem, ItemKind
from data.store.refusal import Refused

_YEARS = range(2000, 2100)
_COLUMNS = ("place", "text", "kind", "source", "from", "until")


def items_of(form: Form, day: date) -> list[BulletinItem]:
    """The rows that say something, in the order of their numbers. Refused where a day is none."""
    rows = [row for row in rows_of(form) if row[1].strip()]
    ordered = sorted(rows, key=lambda row: float(row[0]) if _is_number(row[0]) else float("inf"))
    return [_item(row, day, date_in) for row in ordered]


def items_as_typed(form: Form, day: date) -> list[BulletinItem]:
    """Every row as it stands on the screen, the empty ones too; a day half typed is none yet."""
    return [_item(row, day, _date_so_far) for row in rows_of(form)]


def rows_of(form: Form) -> list[tuple[str, ...]]:
    """The fields of each row. Refused where a column is missing."""
    columns = [form.texts(name) for name in _COLUMNS]
    if len({len(column) for column in columns}) != 1:
        raise Refused("表单不完整，请重新打开页面")
    return list(zip(*columns, strict=True))


def date_in(text: str) -> date | None:
    """The day a field names; None where it is empty. Refused where it names none."""
    if not text.strip():
        return None
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise Refused(f"“{text[:20]}”不是日期") from error
    if day.year not in _YEARS:
        raise Refused(f"“{text[:20]}”的年份不对")
    return day


def _date_so_far(text: str) -> date | None:
    try:
        return date_in(text)
    except Refused:
        return None


def _item(row: Sequence[str], day: date, read: Callable[[str], date | None]) -> BulletinItem:
    _, text, kind, source, starts, ends = row
    return BulletinItem(
        key="",
        day=day,
        position=0,
        text=" ".join(text.split()),
        kind=ItemKind.DISCLOSED if kind == ItemKind.DISCLOSED.value else ItemKind.NEWS,
        source=source.strip(),
        valid_from=read(starts),
        valid_until=read(ends),
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 6  # noqa: PLR2004 - a place in a list
