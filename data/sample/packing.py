"""Packs files into a zip whose bytes depend on nothing but what is in it: no clock, no order of a folder."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_THE_SAME_DAY = (2026, 11, 1, 8, 0, 0)
_PROPERTIES = frozenset({"docProps/core.xml"})
_AN_INSTANT = re.compile(rb"(?<=>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=</dcterms:)")
_THE_SAME_INSTANT = b"2026-11-01T00:00:00Z"
_READABLE = 0o644 << 16


def packed(members: Mapping[str, bytes]) -> bytes:
    """A zip of members by name, in their order."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, body in members.items():
            info = ZipInfo(name, _THE_SAME_DAY)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = _READABLE
            archive.writestr(info, body)
    return out.getvalue()


def repacked(body: bytes) -> bytes:
    """An Office file with the same content, and one fixed time wherever its writer noted the clock."""
    with ZipFile(BytesIO(body)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    return packed(
        {
            name: _AN_INSTANT.sub(_THE_SAME_INSTANT, body) if name in _PROPERTIES else body
            for name, body in members.items()
        }
    )
