"""The extents of the sheets of an .xls, its errors and whether it has a password, read from the BIFF records.

A record is two bytes of identifier, two of length, and so many bytes ([MS-XLS] 2.1.4). Cell records begin with
row and column, two bytes each.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from olefile import OleFileIO

from data.importers.archive import DAMAGED
from data.importers.refusal import Refusal
from data.importers.sheets.extent import Extent

_BOF = 0x0809
_FILEPASS = 0x002F
_DATEMODE = 0x0022
_BOUNDSHEET = 0x0085
_FORMULA = 0x0006
_BOOLERR = 0x0205
_CELLS = {_FORMULA, _BOOLERR, 0x0203, 0x0204, 0x00FD, 0x027E, 0x00BD, 0x00D6}
"""NUMBER, LABEL, LABELSST, RK, MULRK and RSTRING beside those with a name here."""
_MULRK = 0x00BD
_ERROR_RESULT = 2


@dataclass(frozen=True, slots=True)
class Biff:
    """What the records of a workbook tell before it is read."""

    extents: tuple[Extent, ...]
    dates_from_1904: bool


def scan(body: bytes) -> Biff:
    """Look through an .xls. Refusal where it is damaged or has a password."""
    stream = _workbook(body)
    titles: dict[int, str] = {}
    by_start: dict[int, Extent] = {}
    current: Extent | None = None
    from_1904 = False
    for start, kind, payload in _records(stream):
        if kind == _FILEPASS:
            raise Refusal("文件加了密码，打不开。请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx，再导入。")
        if kind == _DATEMODE:
            from_1904 = payload[:1] == b"\1"
        elif kind == _BOUNDSHEET:
            titles.update(_title(payload))
        elif kind == _BOF:
            current = by_start.setdefault(start, Extent(titles.get(start, "")))
        elif kind in _CELLS and current is not None:
            _add(current, kind, payload)
            if current.too_large:
                break
    return Biff(tuple(by_start.values()), from_1904)


def _workbook(body: bytes) -> bytes:
    try:
        with OleFileIO(BytesIO(body)) as ole:
            name = next(name for name in ("Workbook", "Book") if ole.exists(name))
            return bytes(ole.openstream(name).read())
    except (OSError, ValueError, IndexError, KeyError, TypeError, StopIteration) as failure:
        raise Refusal(DAMAGED) from failure


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Every record as its offset, identifier and payload."""
    offset = 0
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        yield offset, kind, stream[offset + 4 : offset + 4 + length]
        offset += 4 + length


def _title(payload: bytes) -> dict[int, str]:
    """The title of a sheet by the offset of its first record ([MS-XLS] 2.4.28)."""
    if len(payload) < 8:  # noqa: PLR2004 - offset, state, type, length and one byte of flags
        return {}
    start, length, wide = struct.unpack_from("<I", payload)[0], payload[6], payload[7] & 1
    raw = payload[8 : 8 + length * (2 if wide else 1)]
    return {start: raw.decode("utf-16-le" if wide else "latin-1", errors="replace")}


def _add(extent: Extent, kind: int, payload: bytes) -> None:
    if len(payload) < 6:  # noqa: PLR2004 - row, column and format
        return
    row, column = struct.unpack_from("<HH", payload)
    if kind == _MULRK:
        extent.add(row, struct.unpack_from("<H", payload, len(payload) - 2)[0])
    is_error = (kind == _BOOLERR and payload[7:8] == b"\1") or (
        kind == _FORMULA and payload[6:7] == bytes([_ERROR_RESULT]) and payload[12:14] == b"\xff\xff"
    )
    extent.add(row, column, is_error=is_error)
