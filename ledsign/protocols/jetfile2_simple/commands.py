"""Everything this program may tell a sign in the simple format: a closed set of commands.

'A' label 06 text        a text file on the default disk; the label is one letter
'E.SL' labels            the playlist: these files in turn, at once
'E.'                     no playlist
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledsign.protocols.jetfile2.text import plain

LARGEST_TEXT = 1024
LABELS = "ABCDEFGHIJKLMNOPQRSTUVWXY"
"""One-letter names of text files. Z is ours for asking whether anybody is there."""

ASKING = "Z"


@dataclass(frozen=True, slots=True)
class WriteText:
    """Store a text under a label, or under a drive, folder and label as in "ETAA"."""

    label: str
    text: bytes

    def to_command(self) -> bytes:
        """The bytes after 02. ValueError when the text is longer than a sign takes."""
        if len(self.text) > LARGEST_TEXT:
            raise ValueError(f"文字太长（{len(self.text)} 字节），这种屏一条最多 {LARGEST_TEXT} 字节")
        path = (b"\x0f" if len(self.label) > 1 else b"") + self.label.encode("ascii")
        return b"A" + path + b"\x06" + self.text


@dataclass(frozen=True, slots=True)
class Play:
    """Show these labels in turn; none at all deletes the playlist."""

    labels: str

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return b"E.SL" + self.labels.encode("ascii") if self.labels else b"E."


Command = WriteText | Play

_TEXT = re.compile(rb"A(?:\x0f([DE]T[!-~]{2})|([!-~]))\x06(.*)", re.DOTALL)


def command_of(content: bytes) -> Command:
    """Read the bytes after 02. ValueError when it is no command of ours."""
    text = _TEXT.fullmatch(content)
    if text:
        return WriteText((text[1] or text[2]).decode("ascii"), text[3])
    if content == b"E.":
        return Play("")
    if content.startswith(b"E.SL") and content.isascii():
        return Play(content[4:].decode("ascii"))
    raise ValueError(f"{content[:4].hex().upper()} is no command we know")


def texts_of(command: Command) -> list[str]:
    """The texts in a command, as a person reads them."""
    return [plain(command.text)] if isinstance(command, WriteText) else []
