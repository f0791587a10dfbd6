"""Sets of documents as the edition stores them, and as one posting is held while a query is answered."""

import zlib
from dataclasses import dataclass
from functools import cached_property

from data.search.rank import Rank


@dataclass(frozen=True, slots=True)
class Few:
    """Documents under a prefix with their ranks."""

    ranks: dict[int, int]

    def rank(self, doc: int) -> int | None:
        """How well a document matches, None where it does not."""
        return self.ranks.get(doc)


class Many:
    """Documents under a popular prefix: those whose title matches, and all, as bits (bit doc & 7 of byte doc >> 3)."""

    def __init__(self, titled: bytes, everywhere: bytes) -> None:
        """Take both sets as `members` gives them."""
        self._titled = titled
        self._everywhere = everywhere

    def rank(self, doc: int) -> int | None:
        """How well a document matches, None where it does not."""
        if _has(self._titled, doc):
            return Rank.INSIDE
        return Rank.BODY if _has(self._everywhere, doc) else None

    @cached_property
    def titled(self) -> int:
        """Documents whose title matches, as bits of one number."""
        return int.from_bytes(self._titled, "little")

    @cached_property
    def everywhere(self) -> int:
        """All its documents, as bits of one number."""
        return int.from_bytes(self._everywhere, "little")


Posting = Few | Many


def _has(bits: bytes, doc: int) -> bool:
    return bool(bits[doc >> 3] >> (doc & 7) & 1)


def members(deflated: bytes) -> bytes:
    """The bits of a stored set: bit doc & 7 of byte doc >> 3, deflated."""
    return zlib.decompress(deflated)
