"""What a visitor takes along as a QR code that needs no network: plain text, short enough for any telephone."""

from collections.abc import Iterable

from kiosk.hanzi import has_hanzi

MOST_BYTES = 600
"""UTF-8 bytes: a code of at most 93 modules a side, which telephones read from a screen at arm's length."""


_HEAD_BYTES = 120
"""What a card of several may say of itself at its top: some forty Hanzi."""


def cards(head: str, lines: Iterable[str], most_bytes: int = MOST_BYTES) -> tuple[str, ...]:
    """All lines, on as many cards as they need; with several, each says which it is under its head (1/3)."""
    title = _cut(head, _HEAD_BYTES)
    before, after = ("（", "）") if has_hanzi(title) else (" (", ")")
    room = most_bytes - len(f"{title}（99/99）\n".encode())
    packed: list[list[str]] = [[]]
    left = room
    for line in (_cut(line, room - 1) for line in lines if line):
        needed = len(line.encode()) + 1
        if needed > left:
            packed.append([])
            left = room
        packed[-1].append(line)
        left -= needed
    several = len(packed) > 1
    return tuple(
        "\n".join([f"{title}{before}{number}/{len(packed)}{after}" if several else title, *kept])
        for number, kept in enumerate(packed, 1)
    )


def _cut(text: str, most_bytes: int) -> str:
    """The text, or as much of it as fits with a … at its end."""
    if len(text.encode()) <= most_bytes:
        return text
    return text.encode()[: most_bytes - len("…".encode())].decode(errors="ignore") + "…"


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
