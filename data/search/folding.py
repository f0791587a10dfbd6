"""Folding: what two ways of writing the same thing have in common, for titles at publishing and queries in the lobby.

Width and compatibility forms (NFKC), case, accents and pinyin tones, traditional characters, 〇 for 零, blanks, dots
and all other punctuation, and the three ways of typing ü (u, v, ü) make no difference. Standard library only.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

ZEROS = dict.fromkeys("〇○◯", "零")
"""Signs written for the Chinese zero; the circles stand in for 〇 in document numbers typed on older machines."""

_BEFORE_UMLAUT = frozenset("nljqxy")
"""Initials after which a typed v means ü."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `at[i]` is the index in the original of the character that gave `text[i]`."""

    text: str
    at: tuple[int, ...]

    def stored(self, original: str) -> tuple[str, str]:
        """The columns `folded` and `folded_at` of an edition; empty where folding changed nothing."""
        return ("", "") if self.text == original else (self.text, " ".join(map(str, self.at)))

    @classmethod
    def from_stored(cls, original: str, folded: str, folded_at: str) -> "Folded":
        """Take a folded title from an edition."""
        return (
            cls(folded, tuple(map(int, folded_at.split()))) if folded_at else cls(original, tuple(range(len(original))))
        )


def fold(original: str, simplified: Mapping[str, str]) -> Folded:
    """Fold a text; `simplified` maps traditional characters to simplified ones."""
    letters: list[str] = []
    at: list[int] = []
    for index, character in enumerate(original):
        for letter in _folded_character(character):
            letters.append("u" if letter == "v" and letters and letters[-1] in _BEFORE_UMLAUT else letter)
            at.append(index)
    return Folded("".join(simplified.get(letter, letter) for letter in letters), tuple(at))


@lru_cache(maxsize=1 << 14)
def _folded_character(character: str) -> str:
    if character in ZEROS:
        return ZEROS[character]
    plain = unicodedata.normalize("NFKC", character).casefold()
    return "".join(_without_accent(letter) for letter in plain if _counts(letter))


def _without_accent(letter: str) -> str:
    """Give the bare Latin letter of an accented one; other scripts keep their marks, which change the word."""
    bare = unicodedata.normalize("NFD", letter)[0]
    return bare if bare.isascii() else letter


def _counts(letter: str) -> bool:
    """Whether a character says something: letters, digits and the marks that other scripts need."""
    category = unicodedata.category(letter)
    return category[0] in "LN" or (category in ("Mn", "Mc") and not _decorates(letter))


def _decorates(mark: str) -> bool:
    """Whether a mark is a Latin accent or a variation selector."""
    return "\u0300" <= mark <= "\u036f" or "\ufe00" <= mark <= "\ufe0f" or mark >= "\U000e0100"


def is_hanzi(character: str) -> bool:
    """Whether a character is a Chinese one, of any plane."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"
