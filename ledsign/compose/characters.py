"""Which characters a text sign can show, and by what rule the others are replaced, so that staff learn it beforehand.

Text signs have GB 2312 and ASCII. The rule, in order: what is in GB 2312 stays, but the backslash, which signs take for
a command, becomes the wide one; signs of one meaning and another code (`·`, `—`, `〇`, `¥`, `–`) take GB 2312's;
compatibility forms are spelt out (㎡ → m2, ﬁ → fi); traditional and variant characters become the simplified one
(財 → 财); a space of any kind is a space; what is invisible is left out; the rest becomes 〓. The simplified forms are
those of OpenCC (simplified.json, see THIRD_PARTY.md).
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

UNKNOWN = "〓"
"""Stands for a character that no rule helps: the geta mark."""

_SAME_SIGN = {
    "\\": "＼",
    "〇": "○",
    "¥": "￥",
    "–": "-",
    "‑": "-",
    "−": "－",
    "•": "·",
    "‧": "·",
    "〜": "～",
    "€": "EUR",
}


@dataclass(frozen=True, slots=True)
class Replacement:
    """A character that the sign cannot show, what it shows instead, and how many characters stand before it."""

    place: int
    character: str
    instead: str

    @property
    def is_lost(self) -> bool:
        """Whether nothing fitting was found."""
        return self.instead == UNKNOWN


def encode_gb2312(text: str) -> bytes:
    """GB 2312 with ASCII. ValueError (UnicodeEncodeError) at a character it does not have.

    The dot and the dash are taken in either of the codes that tables differ in (· U+00B7, U+30FB; — U+2014, U+2015).
    """
    return b"".join(map(_encoded, text))


def in_gb2312(character: str) -> bool:
    """Whether a text sign has the character."""
    try:
        _encoded(character)
    except UnicodeEncodeError:
        return False
    return True


def decode_gb2312(code: bytes) -> str:
    """What a text sign makes of bytes; those that are no character become 〓."""
    return code.decode("gbk", errors="replace").replace("\ufffd", UNKNOWN)


def replaced(text: str) -> tuple[str, tuple[Replacement, ...]]:
    """The text as a text sign can show it, and what had to be replaced. Spaces and invisibles are not reported."""
    instead = [_instead(character) for character in text]
    reported = tuple(
        Replacement(place, character, new)
        for place, (character, new) in enumerate(zip(text, instead, strict=True))
        if new != character and new.strip()
    )
    return "".join(instead).strip(), reported


@lru_cache(maxsize=20000)
def _encoded(character: str) -> bytes:
    try:
        return character.encode("gb2312")
    except UnicodeEncodeError:
        if character in _TWO_CODES:
            return _TWO_CODES[character]
        raise


def _instead(character: str) -> str:
    if character.isspace():
        return " " if character != "\u3000" else character
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Mn"}:
        return UNKNOWN if unicodedata.category(character) in {"Co", "Cn"} else ""
    if in_gb2312(character) and character not in _SAME_SIGN:
        return character
    compatible = unicodedata.normalize("NFKC", character)
    for candidate in (_SAME_SIGN.get(character), compatible, "".join(_simplified().get(c, c) for c in compatible)):
        if candidate and all(map(in_gb2312, candidate)):
            return candidate
    return UNKNOWN


@lru_cache
def _simplified() -> dict[str, str]:
    file = resources.files("ledsign.compose") / "simplified.json"
    table = json.loads(file.read_text(encoding="utf-8"))
    return dict(zip(table["traditional"], table["simplified"], strict=True))


_TWO_CODES = {"·": b"\xa1\xa4", "—": b"\xa1\xaa"}
