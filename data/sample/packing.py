"""Packs files into a zip whose bytes depend on nothing but what is in it: no clock, no order of a folder."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_THE_SAME_DAY = (2026, 11, 1, 8, 0, 0)
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
    """A zip with the same members under one fixed time."""
    with ZipFile(BytesIO(body)) as archive:
        return packed({info.filename: archive.read(info) for info in archive.infolist()})
