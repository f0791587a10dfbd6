"""What a visitor takes along as a QR code that needs no network: plain text, short enough for any telephone."""

from collections.abc import Iterable

MOST_BYTES = 600
"""UTF-8 bytes: a code of at most 85 modules a side, which telephones read from a screen at arm's length."""


def card(lines: Iterable[str], most_bytes: int = MOST_BYTES) -> str:
    """Lines under each other, as many whole ones as fit; a last line … says that there are more."""
    kept: list[str] = []
    left = most_bytes - len("\n…".encode())
    for line in filter(None, lines):
        needed = len(line.encode()) + 1
        if needed > left:
            return "\n".join([*kept, "…"])
        kept.append(line)
        left -= needed
    return "\n".join(kept)
