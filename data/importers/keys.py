"""Keys for records whose code staff left empty: readable, found again by name, and never given twice."""

import re
from collections.abc import Iterable

from pypinyin import Style, lazy_pinyin

_LONGEST = 24
_NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")


def initials(name: str, fallback: str) -> str:
    """The initials of a name's reading: `bgs` for 办公室. `fallback` where nothing of it can be read."""
    return _key(lazy_pinyin(name, style=Style.FIRST_LETTER, errors=_keep, strict=False), fallback)


def reading(name: str, fallback: str) -> str:
    """The whole reading of a name: `wangwei` for 王伟. `fallback` where nothing of it can be read."""
    return _key(lazy_pinyin(name, style=Style.NORMAL, errors=_keep), fallback)


def free(key: str, taken: Iterable[str]) -> str:
    """The key itself, or with the first number behind it that nobody has: `bgs-2`."""
    taken = frozenset(taken)
    number, candidate = 1, key
    while candidate in taken:
        number += 1
        candidate = f"{key}-{number}"
    return candidate


def _keep(characters: str) -> str:
    return characters


def _key(syllables: Iterable[str], fallback: str) -> str:
    return _NOT_IN_KEYS.sub("", "".join(syllables).casefold())[:_LONGEST] or fallback
