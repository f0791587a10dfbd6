"""A record as the values of its form, and a posted form as such values again: texts, lists of texts, rows of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from enum import Enum

from starlette.datastructures import FormData

from data.desk.tables.inputs import Input, Look
from data.records.picture import Picture

Filling = str | list[str] | dict[str, "Filling"] | list[dict[str, "Filling"]]
"""What stands in one input."""

GIVEN = {"unit": "工作日"}
"""What stands in an empty row."""
_MOST_ROWS = 400
"""Rows of one list; a form is not the place for more."""
APART = "apart"
"""Sent with texts that stand in an input each because one of them has several lines itself."""
THERE = "there"
"""Sent where a part that may be missing is there, though all it says is "no"."""
GONE = "gone"
PLACE = "place"


def filling_of(found: Input, value: object, zone: tzinfo) -> Filling:
    """What a value looks like in its input. Instants are shown on the office's clock."""
    match found.look:
        case Look.PARTS:
            return [_row(found, part, zone) for part in _sequence(value)]
        case Look.PART:
            return {} if value is None else _row(found, value, zone)
        case Look.PICTURES:
            return [picture.document for picture in _sequence(value) if isinstance(picture, Picture)]
        case Look.LINES | Look.SOME | Look.WEEKDAYS:
            return [str(one) for one in _sequence(value)]
        case _:
            return _text(value, zone)


def posted(found: Input, form: FormData, prefix: str = "") -> Filling:
    """What a browser sent for an input; rows that were left empty or ticked to go are left out, the others in order."""
    name = f"{prefix}{found.name}"
    match found.look:
        case Look.PARTS:
            numbers = _numbers(form, f"{name}.")
            rows = [(_place(form, f"{name}.{n}."), n, _posted_row(found, form, f"{name}.{n}.")) for n in numbers]
            return [row for _, _, row in sorted(rows, key=lambda one: one[:2]) if row]
        case Look.PART:
            row = {one.name: posted(one, form, f"{name}.") for one in found.parts}
            return row if form.get(f"{name}.{THERE}") or _says(found, row) else {}
        case Look.PICTURES:
            gone = set(_texts(form, f"{name}.{GONE}"))
            return [digest for digest in _texts(form, name) if digest not in gone]
        case Look.SOME:
            return [key for text in _texts(form, name) for line in text.splitlines() if (key := line.strip())]
        case Look.LINES if not form.get(f"{name}.{APART}"):
            return [line.strip() for text in _texts(form, name) for line in text.splitlines() if line.strip()]
        case Look.LINES | Look.WEEKDAYS:
            return [text for text in _texts(form, name) if text.strip()]
        case _:
            return next(iter(_texts(form, name)), "")


def _row(found: Input, part: object, zone: tzinfo) -> dict[str, Filling]:
    return {one.name: filling_of(one, getattr(part, one.name), zone) for one in found.parts}


def _posted_row(found: Input, form: FormData, prefix: str) -> dict[str, Filling]:
    if form.get(f"{prefix}{GONE}"):
        return {}
    row = {one.name: posted(one, form, prefix) for one in found.parts}
    return row if _says(found, row) else {}


def _says(found: Input, row: Mapping[str, Filling]) -> bool:
    """Whether a row says anything: what an empty row is sent with says nothing."""
    return any(row[one.name] not in ("", [], {}) and not _given(one, row[one.name]) for one in found.parts)


def _given(found: Input, filled: Filling) -> bool:
    """Whether a browser sends this with a row nobody touched: the first choice of a list, or a default."""
    return found.look is Look.CHOICE or filled == GIVEN.get(found.name)


def _numbers(form: FormData, prefix: str) -> Sequence[int]:
    heads = {key[len(prefix) :].partition(".")[0] for key in form if key.startswith(prefix)}
    return sorted(int(head) for head in heads if head.isascii() and head.isdigit() and int(head) < _MOST_ROWS)


def _place(form: FormData, prefix: str) -> int:
    """Where the row stands: as it was numbered, rows without a number last."""
    text = form.get(f"{prefix}{PLACE}")
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 5 else 10**6  # noqa: PLR2004


def _texts(form: FormData, name: str) -> Iterable[str]:
    return [text.replace("\r\n", "\n") for text in form.getlist(name) if isinstance(text, str)]


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, tuple | list) else ()


def _text(value: object, zone: tzinfo) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else ""
        case Enum():
            return str(value.value)
        case datetime():
            local = value.astimezone(zone).replace(tzinfo=None)
            return local.isoformat() if local.second or local.microsecond else local.isoformat(timespec="minutes")
        case _:
            return str(value)
