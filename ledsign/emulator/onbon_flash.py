"""An emulated Onbon card's programme files, and the one on its way: block after block, checked at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ledsign.emulator.onbon_line import crc_of, int_of
from ledsign.emulator.onbon_play import programme_areas, programme_days
from ledsign.protocols.onbon_bx5k.errors import CardError

NAMES = re.compile(rb"P[0-9]{3}")
LARGEST_FILE = 1 << 20
"""More than any card has room for."""


class Refusal(Exception):  # noqa: N818 - the card's own word for it is neither error nor exception
    """The card says no, with a code."""

    def __init__(self, code: CardError) -> None:
        """The code goes into the reply."""
        super().__init__(code.name)
        self.code = code


@dataclass
class Upload:
    """A file on its way."""

    name: bytes
    length: int
    blocks: int = 0
    content: bytes = b""


@dataclass
class Flash:
    """The files by name. What a command asks stands in its bytes; Refusal when the card says no."""

    files: dict[bytes, bytes] = field(default_factory=dict)
    upload: Upload | None = None

    def begin(self, payload: bytes) -> None:
        """A file comes, of this name and length."""
        overwrite, name, length = payload[0], payload[1:5], int_of(payload[5:9])
        if not NAMES.fullmatch(name):
            raise Refusal(CardError.NAME)
        if name in self.files and not overwrite:
            raise Refusal(CardError.FILE_EXISTS)
        if length > LARGEST_FILE:
            raise Refusal(CardError.MEMORY)
        self.upload = Upload(name, length)

    def block(self, payload: bytes) -> bool:
        """A piece of it; whether it was the last."""
        upload = self.upload
        name, last, number, length = payload[:4], payload[4], int_of(payload[5:7]), int_of(payload[7:9])
        address, content = int_of(payload[9:13]), payload[13:]
        if upload is None or upload.name != name:
            raise Refusal(CardError.NO_FILE)
        repeated = number == upload.blocks - 1 and address + length == len(upload.content)
        if repeated and not last:
            return False
        if number != upload.blocks or address != len(upload.content) or len(content) != length:
            raise Refusal(CardError.BLOCK_NUMBER)
        if address + length > upload.length:
            raise Refusal(CardError.DOWNLOAD)
        upload.content += content
        upload.blocks += 1
        if last:
            self._finish(upload)
        return bool(last)

    def delete(self, payload: bytes) -> None:
        """Forget the named files, or all."""
        names = re.findall(rb"....", payload[2:], re.DOTALL)
        if names and not any(name in self.files for name in names):
            raise Refusal(CardError.NO_FILE)
        for name in names or list(self.files):
            self.files.pop(name, None)

    def _finish(self, upload: Upload) -> None:
        if len(upload.content) != upload.length:
            raise Refusal(CardError.DOWNLOAD)
        if crc_of(upload.content) or upload.content[1:5] != upload.name:
            raise Refusal(CardError.FILE_CRC)
        try:
            programme_days(upload.content)
            programme_areas(upload.content)
        except (ValueError, IndexError) as odd:
            raise Refusal(CardError.FILE_TYPE) from odd
        self.files[upload.name] = upload.content
        self.upload = None
